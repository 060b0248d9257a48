"""In which language a name stands on a page: a name that is not in the reader's language says so."""

from django import template
from django.utils.translation import get_language

from landsea.directory.models.names import find_language_of_name

register = template.Library()


@register.filter
def shown_language(names: dict[str, str]) -> str:
    """Return the code of the language in which `name_in` shows these names: "en" where the reader's has none."""
    return find_language_of_name(names, get_language() or "en")
