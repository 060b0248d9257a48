"""Words that somebody typed, on a page in another language: marked with the language that their letters tell, and as of an
unknown one where they tell none (`lang=""`); and names, which no program shall translate. Programs that read pages aloud, and
those that translate them, go by it.
"""

import re

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from landsea_core.text.languages import tell_language_by_script
from landsea_core.translations import name_key


def mark_as_typed(text: object, language: str = "") -> SafeString:
    """Return words as a piece of a page, said to be in their language ("zh-hans" and "zh" alike), not in that of the page."""
    words = str(text)
    return format_html('<bdi lang="{}">{}</bdi>', name_key(language or tell_language_by_script(words)), words)


def mark_as_name(text: object) -> SafeString:
    """Return the name of a person, firm or carrier as a piece of a page: it stands so in every language."""
    return format_html('<bdi translate="no">{}</bdi>', text)


def let_addresses_break(text: object) -> SafeString:
    """Return words whose mail addresses give way at their signs in a narrow column, not inside a word."""
    return mark_safe(
        re.sub(r"\S+@\S+", lambda one: re.sub(r"([@.])", r"\1<wbr>", one[0]), conditional_escape(str(text)))
    )
