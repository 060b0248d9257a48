"""Counts of one thing at different times: rates a month that are too far apart, stocks that leap, totals that shrink."""

from collections.abc import Iterator
from itertools import permutations

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import (
    Contradiction,
    ask_one_thing,
    group_by_subject,
    list_dated,
    list_ids,
)
from landsea_core.figures.facts.flows import is_stock, may_add_up
from landsea_core.sentences import Sentence

TIMES_APART = 3.0
"""Two counts over overlapping months differ in their monthly rate by no more than this, or they count differently."""
LEAP, LEAP_MONTHS = 1.5, 4
_LONGEST_MOMENT = 3
"""Months of the longest period for which a stock is said."""
_TINY = 1e-9


def check_overlapping_counts(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield counts of one thing whose months overlap and whose rates a month are too far apart."""
    for group in group_by_subject(claims):
        counts = list_dated(claim for claim in group if _is_count_of_months(claim))
        for (one, first), (other, second) in permutations(counts, 2):
            shared = first.count_shared_months(second)
            if not ask_one_thing(one, other) or not shared:
                continue
            if first.contains(second) or second.contains(first):
                continue  # months within a year: sums are another rule's
            slow, fast = one.figure.value / first.months, other.figure.value / second.months
            if slow and fast / slow >= TIMES_APART:
                words = Sentence(
                    "%(subject)s: %(one)s in %(first)s is %(slow)s a month, %(other)s in %(second)s is %(fast)s a month, and "
                    "the two share %(months)s months",
                    subject=one.subject,
                    one=one.print_value(),
                    first=first,
                    slow=f"{slow:,.0f}",
                    other=other.print_value(),
                    second=second,
                    fast=f"{fast:,.0f}",
                    months=shared,
                )
                yield Contradiction(list_ids(one, other), "rates", words)


def _is_count_of_months(claim: Claim) -> bool:
    is_long = claim.period is not None and claim.period.months > 1
    return (
        is_long and may_add_up(claim) and not read_fact_cues().cumulative.search(claim.metric) and not claim.is_planned
    )


def check_leaps(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield a stock (ports, routes, stations) that is half as large again a few months later."""
    for group in group_by_subject(claims):
        stocks = list_dated(filter(is_stock, group))
        moments = [(claim, period) for claim, period in stocks if period.months <= _LONGEST_MOMENT]
        for (one, first), (other, second) in permutations(moments, 2):
            months = second.first - first.first
            is_leap = other.figure.low / max(one.figure.high, _TINY) >= LEAP
            if ask_one_thing(one, other) and 0 < months <= LEAP_MONTHS and is_leap:
                words = Sentence(
                    "%(subject)s: from %(one)s (%(first)s) to %(other)s (%(second)s) within %(months)s months: the two "
                    "hardly count the same thing",
                    subject=one.subject,
                    one=one.print_value(),
                    first=first,
                    other=other.print_value(),
                    second=second,
                    months=months,
                )
                yield Contradiction(list_ids(one, other), "leap", words)


def check_shrinking_totals(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield cumulative totals that are smaller later."""
    for group in group_by_subject(claims):
        totals = list_dated(claim for claim in group if read_fact_cues().cumulative.search(claim.metric))
        for (one, first), (other, second) in permutations(totals, 2):
            is_later = ask_one_thing(one, other) and first.first < second.first
            if is_later and other.make_interval().high < one.make_interval().low:
                words = Sentence(
                    "%(subject)s: a total of %(one)s by %(first)s cannot be %(other)s by %(second)s",
                    subject=one.subject,
                    one=one.print_value(),
                    first=first,
                    other=other.print_value(),
                    second=second,
                )
                yield Contradiction(list_ids(one, other), "cumulative", words)
