"""The options of a choice, drawn at once: a list of seventy costs a page more as loops of a template than all its messages."""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

Option = tuple[object, str]
"""What is sent, and the words that are shown."""
Group = tuple[str, tuple[Option, ...]]
"""The words above a group, and its options."""


def draw_options(choices: Iterable[Option], chosen: object = "") -> SafeString:
    """The options of a <select>, the chosen one marked.

    >>> draw_options([("CN", "China"), ("LA", "Laos")], "LA")
    '<option value="CN">China</option><option value="LA" selected>Laos</option>'
    """
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((str(value), " selected" if value == chosen else "", words) for value, words in choices),
    )


def draw_grouped_options(groups: tuple[Group, ...], chosen: object = "") -> SafeString:
    """The options of a <select> below the words of their groups, the chosen one marked. What somebody typed that is none of
    them chooses none, and is not kept.
    """
    is_one = any(chosen == value for _words, choices in groups for value, _said in choices)
    return _draw_groups(groups, chosen if is_one else "")


@lru_cache(maxsize=256)
def _draw_groups(groups: tuple[Group, ...], chosen: object) -> SafeString:
    """Draw groups, and keep them as drawn: those of a language are the same on each page."""
    return format_html_join(
        "", '<optgroup label="{}">{}</optgroup>', ((words, draw_options(choices, chosen)) for words, choices in groups)
    )
