"""Months and quarters against the year that holds them."""

from collections.abc import Iterator

from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import (
    Contradiction,
    ask_one_thing,
    group_by_subject,
    list_dated,
    list_ids,
)
from landsea_core.figures.facts.flows import is_flow
from landsea_core.figures.quantities import Interval
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

Dated = tuple[Claim, Period]


def check_parts_of_periods(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield parts of a period above the whole, and complete parts that do not add up to it."""
    for group in group_by_subject(claims):
        flows = list_dated(claim for claim in group if is_flow(claim) and not claim.is_planned)
        for whole, period in flows:
            parts = _list_parts(whole, period, flows)
            if parts:
                yield from _compare(parts, whole, period)


def _list_parts(whole: Claim, period: Period, flows: list[Dated]) -> list[Dated]:
    """Return the parts of a period, those that overlap earlier ones left out."""
    parts: list[Dated] = []
    for claim, own in flows:
        is_fresh = all(not own.count_shared_months(other) for _, other in parts)
        if ask_one_thing(claim, whole) and is_fresh and period.contains(own):
            parts.append((claim, own))
    return parts


def _compare(parts: list[Dated], whole: Claim, period: Period) -> Iterator[Contradiction]:
    spans, around = [claim.make_interval() for claim, _ in parts], whole.make_interval()
    low, high = sum(span.low for span in spans), sum(span.high for span in spans)
    is_complete = sum(own.months for _, own in parts) == period.months
    shown = " + ".join(f"{claim.print_value()} ({own})" for claim, own in parts)
    ids = list_ids(*(claim for claim, _ in parts), whole)
    if is_complete and not Interval(low, high).meets(around):
        words = Sentence(
            "%(subject)s: %(parts)s make %(total)s, not %(whole)s for %(period)s",
            subject=whole.subject,
            parts=shown,
            total=whole.figure.print_value(sum(claim.figure.value for claim, _ in parts)),
            whole=whole.print_value(),
            period=period,
        )
        yield Contradiction(ids, "year_against_parts", words)
    elif not is_complete and low > around.high:
        words = Sentence(
            "%(subject)s: %(parts)s is more than the %(whole)s of all %(period)s",
            subject=whole.subject,
            parts=shown,
            whole=whole.print_value(),
            period=period,
        )
        yield Contradiction(ids, "part_above_whole", words)
