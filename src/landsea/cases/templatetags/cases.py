"""Words for cases and desks in templates."""

from django import template

from landsea.cases import deadline_explanation, presenters

register = template.Library()


@register.filter
def calendar_words(label: str) -> str:
    """Return the calendar that made a deadline, in words; nothing for none."""
    return presenters.calendar_words(label) if label else ""


@register.simple_tag
def desk_words(desk) -> str:
    """Return the desk with its office, in the reader's language."""
    return presenters.desk_name(desk)


@register.simple_tag
def why_due(case, running) -> list[deadline_explanation.Explained]:
    """Return the lines that say why the running step is due when it is."""
    return deadline_explanation.explain_step_deadline(case, running)
