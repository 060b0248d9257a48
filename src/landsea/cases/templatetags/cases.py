"""Words for cases and desks in templates."""

from django import template

from landsea.cases import explaining, showing

register = template.Library()


@register.filter
def calendar_words(label: str) -> str:
    """The calendar that made a deadline, in words; nothing for none."""
    return showing.calendar_words(label) if label else ""


@register.simple_tag
def desk_words(desk) -> str:
    """The desk with its office, in the reader's language."""
    return showing.desk_name(desk)


@register.simple_tag
def why_due(case, running) -> list[explaining.Explained]:
    """The lines that say why the running step is due when it is."""
    return explaining.explanation(case, running)
