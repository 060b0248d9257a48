"""Measures on pages of other apps."""

from django import template
from django.utils import timezone

from landsea.rules import access
from landsea.rules.showing import line_of
from landsea.rules.translating import language_names
from landsea.rules.wording import all_in_words, in_words, is_translated
from landsea.rules.words import reason_words

register = template.Library()
register.filter("rule_words", in_words)
register.filter("rule_is_translated", is_translated)
register.filter("rule_reason", reason_words)
register.filter("rule_all_in_words", all_in_words)
register.filter("rule_languages", language_names)

MOST_BESIDE = 8


@register.inclusion_tag("rules/parts/beside.html")
def measures_beside(hs: str, country: str, filer_country: str, direction: str = "") -> dict:
    """What is in force today for these goods between these countries, the most exact first; nothing when goods or
    country are not known."""
    today = timezone.localdate()
    found = access.measures_for_case(
        hs=hs, country=country, filer_country=filer_country, direction=direction, day=today
    )
    lines = [line_of(measure, stands, today) for measure, stands in found[:MOST_BESIDE]]
    return {"lines": lines, "more": len(found) - len(lines)}
