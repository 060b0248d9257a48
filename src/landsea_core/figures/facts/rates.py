"""Rates that cannot both hold: two counts over overlapping months, a stock that leaps, a total that shrinks, A a day."""

import re
from collections.abc import Iterator
from itertools import permutations

from landsea_core.figures.cues.fact_cues import fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import Contradiction, by_subject, ids_of
from landsea_core.figures.facts.parts import FLOWS, NOT_SUMMED
from landsea_core.sentences import Sentence

TIMES_APART = 3.0
"""Two counts over overlapping months differ in their monthly rate by no more than this, or they count differently."""
LEAP, LEAP_MONTHS = 1.5, 4
_A_DAY = re.compile(r"=\s*~?(\d[\d,]*(?:\.\d+)?)\s*/\s*day")


def overlapping_counts(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield counts of one thing whose months overlap and whose rates a month are too far apart."""
    for group in by_subject(claims).values():
        for one, other in permutations(group, 2):
            if not _comparable(one, other) or not one.period.overlap(other.period):
                continue
            if one.period.contains(other.period) or other.period.contains(one.period):
                continue  # months within a year: sums are another rule's
            slow, fast = (claim.figure.value / claim.period.months for claim in (one, other))
            if slow and fast / slow >= TIMES_APART:
                words = Sentence(
                    "%(subject)s: %(one)s in %(first)s is %(slow)s a month, %(other)s in %(second)s is %(fast)s a month, and "
                    "the two share %(months)s months",
                    subject=one.subject,
                    one=one.print_value(),
                    first=one.period,
                    slow=f"{slow:,.0f}",
                    other=other.print_value(),
                    second=other.period,
                    fast=f"{fast:,.0f}",
                    months=one.period.overlap(other.period),
                )
                yield Contradiction(ids_of(one, other), "rates", words)


def _comparable(one: Claim, other: Claim) -> bool:
    if one.kind != other.kind or one.label != other.label or not (one.period and other.period):
        return False
    counted = (
        one.kind.startswith(FLOWS) and one.kind not in NOT_SUMMED and not fact_cues().cumulative.search(one.metric)
    )
    return counted and not (one.is_planned or other.is_planned) and min(one.period.months, other.period.months) > 1


def leaps(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield a stock (ports, routes, stations) that is half as large again a few months later."""
    for group in by_subject(claims).values():
        stocks = [claim for claim in group if _is_stock(claim)]
        for one, other in permutations(stocks, 2):
            if one.kind != other.kind or one.label != other.label or one.period.months > 3 or other.period.months > 3:
                continue
            months = other.period.first - one.period.first
            if 0 < months <= LEAP_MONTHS and other.figure.low / max(one.figure.high, 1e-9) >= LEAP:
                words = Sentence(
                    "%(subject)s: from %(one)s (%(first)s) to %(other)s (%(second)s) within %(months)s months: the two "
                    "hardly count the same thing",
                    subject=one.subject,
                    one=one.print_value(),
                    first=one.period,
                    other=other.print_value(),
                    second=other.period,
                    months=months,
                )
                yield Contradiction(ids_of(one, other), "leap", words)


def _is_stock(claim: Claim) -> bool:
    named = fact_cues().stock.search(claim.metric) or claim.kind in NOT_SUMMED
    moving = "->" in claim.fact.value or fact_cues().cumulative.search(claim.metric)
    return bool(named and claim.period and not moving and claim.figure.high > 5)


def shrinking_totals(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield cumulative totals that are smaller later."""
    for group in by_subject(claims).values():
        totals = [claim for claim in group if fact_cues().cumulative.search(claim.metric) and claim.period]
        for one, other in permutations(totals, 2):
            same = one.kind == other.kind and one.label == other.label and one.period.first < other.period.first
            if same and other.make_interval().high < one.make_interval().low:
                words = Sentence(
                    "%(subject)s: a total of %(one)s by %(first)s cannot be %(other)s by %(second)s",
                    subject=one.subject,
                    one=one.print_value(),
                    first=one.period,
                    other=other.print_value(),
                    second=other.period,
                )
                yield Contradiction(ids_of(one, other), "cumulative", words)


def a_day(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows that divide a figure by days and get it wrong: "51,636 = 1,666/day" for January."""
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
            yield Contradiction(ids_of(claim), "a_day", words)


def daily_averages(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield an average a day that does not make the total of its months."""
    for group in by_subject(claims).values():
        for rate, total in permutations(group, 2):
            daily = fact_cues().each_day.search(rate.metric) and fact_cues().average.search(
                f"{rate.metric} {rate.text}"
            )
            if (
                not daily
                or fact_cues().each_day.search(total.metric)
                or rate.kind != total.kind
                or total.label - {"total"}
            ):
                continue
            if not (rate.period and total.period and rate.period.same(total.period)):
                continue
            low, high = total.period.days
            inside, around = rate.make_interval(), total.make_interval()
            if (inside.low - 0.5) * low <= around.high and around.low <= (inside.high + 0.5) * high:
                continue
            words = Sentence(
                "%(subject)s: %(rate)s a day make %(right)s in %(period)s, not %(total)s",
                subject=rate.subject,
                rate=rate.print_value(),
                right=total.figure.print_value(rate.figure.value * high),
                period=total.period,
                total=total.print_value(),
            )
            yield Contradiction(ids_of(rate, total), "a_day", words)


def bound_as_average(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield a largest figure that comes back as an average: "up to 18", later "daily average 18"."""
    for group in by_subject(claims).values():
        for one, other in permutations(group, 2):
            if one.kind != other.kind or one.label != other.label or one.figure.value != other.figure.value:
                continue
            if fact_cues().best_case.search(one.text) and fact_cues().average.search(other.text):
                words = Sentence(
                    "%(subject)s: %(one)s was a largest figure (“%(first)s”) and comes back as an average (“%(second)s”)",
                    subject=one.subject,
                    one=other.print_value(),
                    first=_short(one),
                    second=_short(other),
                )
                yield Contradiction(ids_of(one, other), "bound_as_average", words)


def _short(claim: Claim) -> str:
    return " ".join(claim.text.split()[:3])
