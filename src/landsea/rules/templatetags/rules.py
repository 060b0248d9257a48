"""Measures on pages of other apps."""

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language

from landsea.rules import access
from landsea.rules.labels import GRADES, say_reason
from landsea.rules.presenters import shape_measure
from landsea.rules.rule_translations import choose_words_for_reader, is_all_translated, is_translated
from landsea.rules.translation_fields import name_languages

register = template.Library()
register.filter("rule_words", choose_words_for_reader)
register.filter("rule_is_translated", is_translated)
register.filter("rule_reason", say_reason)
register.filter("rule_all_in_words", is_all_translated)
register.filter("rule_languages", name_languages)

MOST_BESIDE = 8


@register.filter
def rule_words_marked(english: str) -> str:
    """Return words of a rule in the reader's language; what nobody put into it is said to be English."""
    if (get_language() or "en") == "en" or is_translated(english):
        return choose_words_for_reader(english)
    return format_html('<span lang="en">{}</span>', english)


@register.filter
def rule_grade(grade: str) -> str:
    """Return how sure we are of a rule, in words."""
    return str(GRADES.get(grade, grade))


@register.inclusion_tag("rules/parts/beside.html")
def measures_beside(hs: str, country: str, filer_country: str, direction: str = "") -> dict:
    """Return what is in force today for these goods between these countries, the most exact first; nothing when goods or
    country are not known.
    """
    today = timezone.localdate()
    found = access.find_measures_for_case(
        hs=hs, country=country, filer_country=filer_country, direction=direction, day=today
    )
    lines = [shape_measure(measure, stands, today) for measure, stands in found[:MOST_BESIDE]]
    return {"lines": lines, "more": len(found) - len(lines)}
