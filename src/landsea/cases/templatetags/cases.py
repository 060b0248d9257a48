"""Words for cases and desks in templates."""

from django import template

from landsea.cases.showing import desk_name

register = template.Library()


@register.simple_tag
def desk_words(desk) -> str:
    """The desk with its office, in the reader's language."""
    return desk_name(desk)
