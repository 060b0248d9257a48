"""Figures a day against the total of their months, and largest figures that come back as averages."""

import re
from collections.abc import Iterator
from itertools import permutations

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import Contradiction, ask_one_thing, group_by_subject, list_ids
from landsea_core.sentences import Sentence

_A_DAY = re.compile(r"=\s*~?(\d[\d,]*(?:\.\d+)?)\s*/\s*day")
_ROUNDING = 0.5
"""An average a day is a rounded whole number."""


def check_divisions_by_days(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows that divide a figure by days and get it wrong: "51,636 = 1,700/day" for January, where 1,666 is right."""
    for claim in claims:
        match = _A_DAY.search(claim.fact.value)
        if not match or not claim.period or claim.group or claim.slot:
            continue
        low, high = claim.period.days
        rate = float(match.group(1).replace(",", ""))
        inside = claim.make_interval()
        if not inside.low / high - 1 <= rate <= inside.high / low + 1:
            words = Sentence(
                "%(subject)s: %(figure)s in %(period)s is %(right)s a day, not %(said)s",
                subject=claim.subject,
                figure=claim.print_value(),
                period=claim.period,
                right=f"{claim.figure.value / low:,.0f}",
                said=match.group(1),
            )
            yield Contradiction(list_ids(claim), "a_day", words)


def check_daily_averages(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield an average a day that does not make the total of its months."""
    for group in group_by_subject(claims):
        for rate, total in permutations(group, 2):
            if _is_daily_average(rate) and _is_total_for(total, rate):
                yield from _compare_daily(rate, total)


def _is_daily_average(claim: Claim) -> bool:
    is_average = read_fact_cues().average.search(f"{claim.metric} {claim.text}")
    return bool(read_fact_cues().each_day.search(claim.metric) and is_average)


def _is_total_for(total: Claim, rate: Claim) -> bool:
    if read_fact_cues().each_day.search(total.metric) or rate.kind != total.kind or total.label - {"total"}:
        return False
    return bool(rate.period and total.period and rate.period.is_same(total.period))


def _compare_daily(rate: Claim, total: Claim) -> Iterator[Contradiction]:
    if total.period is None:
        return
    low, high = total.period.days
    inside, around = rate.make_interval(), total.make_interval()
    if (inside.low - _ROUNDING) * low <= around.high and around.low <= (inside.high + _ROUNDING) * high:
        return
    words = Sentence(
        "%(subject)s: %(rate)s a day make %(right)s in %(period)s, not %(total)s",
        subject=rate.subject,
        rate=rate.print_value(),
        right=total.figure.print_value(rate.figure.value * high),
        period=total.period,
        total=total.print_value(),
    )
    yield Contradiction(list_ids(rate, total), "a_day", words)


def check_bounds_as_averages(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield a largest figure that comes back as an average: "up to 18", later "daily average 18"."""
    for group in group_by_subject(claims):
        for one, other in permutations(group, 2):
            if not ask_one_thing(one, other) or one.figure.value != other.figure.value:
                continue
            if read_fact_cues().best_case.search(one.text) and read_fact_cues().average.search(other.text):
                words = Sentence(
                    "%(subject)s: %(one)s was a largest figure (“%(first)s”) and comes back as an average (“%(second)s”)",
                    subject=one.subject,
                    one=other.print_value(),
                    first=_first_words(one),
                    second=_first_words(other),
                )
                yield Contradiction(list_ids(one, other), "bound_as_average", words)


def _first_words(claim: Claim) -> str:
    return " ".join(claim.text.split()[:3])
