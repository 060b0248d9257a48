"""A growth against its two ends: in one row ("6.59 -> 8.59; 24.2%"), a year apart, or as a figure of its own."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, permutations

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import (
    Contradiction,
    ask_one_thing,
    group_by_row,
    group_by_subject,
    list_ids,
)
from landsea_core.figures.quantities import Quantity, find_growth, print_percent, widen_percentage
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period, find_periods

_YEAR = 12


def check_growth_between_ends(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows "A -> B" with a growth that A and B do not make, and growths that the year before does not bear."""
    for row in group_by_row(claims):
        yield from _check_arrow(row)
    for group in group_by_subject(claims):
        yield from _check_growth_apart(group)
        for base, result in permutations(group, 2):
            if result.growth and _is_year_before(base, result) and not (base.is_planned or result.is_planned):
                yield from _check(base, result, result.growth)


def _check(base: Claim, result: Claim, growth: Quantity) -> Iterator[Contradiction]:
    """Yield a growth that does not lie between its two ends."""
    right = find_growth(base.make_interval(), result.make_interval())
    if right and not right.meets(widen_percentage(growth)):
        yield Contradiction(list_ids(base, result), "growth", _say_growth(base, result, growth))


def _check_growth_apart(group: list[Claim]) -> Iterator[Contradiction]:
    """Yield growths that stand as figures of their own ("growth 2025": "+35%"), against the amounts of their ends."""
    amounts = [
        claim
        for claim in group
        if claim.kind != "percent" and claim.period and not claim.is_planned and not claim.order
    ]
    for said in group:
        if said.kind != "percent" or said.order or not read_fact_cues().growth.search(said.metric):
            continue
        named = find_periods(said.metric)
        for base, result in permutations(amounts, 2):
            if ask_one_thing(base, result) and _are_ends(base, result, named, said):
                for one in _check(base, result, said.figure):
                    yield replace(one, ids=list_ids(base, result, said))


def _are_ends(base: Claim, result: Claim, named: list[Period], said: Claim) -> bool:
    """Say whether a growth is about the way between these two: it names both, or the last, a year after the first."""
    if base.period is None or result.period is None:
        return False
    if len(named) == 2:
        return base.period.is_same(named[0]) and result.period.is_same(named[1])
    last = named[0] if named else said.period
    return last is not None and result.period.is_same(last) and _is_year_before(base, result)


def _check_arrow(row: list[Claim]) -> Iterator[Contradiction]:
    """Yield a growth of a row "A -> B" that A and B do not make."""
    steps = [claim for claim in row if claim.kind != "percent"]
    growths = [claim.figure for claim in row if claim.kind == "percent" and not claim.order]
    growths += [claim.growth for claim in steps if claim.order and claim.growth]
    is_one_arrow = sum(bool(claim.order) for claim in steps) == 1
    for base, result in pairwise(steps):
        if result.order != base.order + 1 or result.kind != base.kind or not is_one_arrow:
            continue
        wrong = [one for growth in growths for one in _check(base, result, growth)]
        if wrong:
            yield wrong[0]
            return


def _is_year_before(base: Claim, result: Claim) -> bool:
    if not ask_one_thing(base, result) or not (base.period and result.period):
        return False
    return base.period.months == result.period.months and result.period.first - base.period.first == _YEAR


def _say_growth(base: Claim, result: Claim, growth: Quantity) -> Sentence:
    right = (result.figure.value / base.figure.value - 1) * 100
    start = result.figure.value / (1 + growth.value / 100) if growth.value > -100 else 0.0
    return Sentence(
        "%(subject)s: from %(base)s to %(result)s is %(right)s, not %(said)s; %(said)s would start from %(start)s",
        subject=result.subject,
        base=base.print_value(),
        result=result.print_value(),
        right=print_percent(right),
        said=print_percent(growth.value, growth.decimals),
        start=result.figure.print_value(start),
    )
