"""Growth against its ends, and growth of a part against growth of the whole."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from landsea_core.figures.cues.fact_cues import fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import Contradiction, by_subject, ids_of
from landsea_core.figures.quantities import Interval, Quantity, print_percent
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period, find_periods

GAP = 20.0
"""When a part of a year grows by so many points more or less than the rest would have to, both figures need a look."""
LEAST_PART = 0.25


def growth_between_ends(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows "A -> B" with a growth that A and B do not make, and growths that the year before does not bear."""
    rows: dict[str, list[Claim]] = {}
    for claim in claims:
        rows.setdefault(claim.fact.id, []).append(claim)
    for row in rows.values():
        yield from _arrow(row)
    for group in by_subject(claims).values():
        yield from _growth_apart(group)
        for base, result in permutations(group, 2):
            if result.growth and _year_before(base, result) and not (base.is_planned or result.is_planned):
                right = _growth(base.make_interval(), result.make_interval())
                if right and not right.meets(_said(result.growth)):
                    yield _wrong(base, result, result.growth)


def _growth_apart(group: list[Claim]) -> Iterator[Contradiction]:
    """Yield growths that stand as figures of their own ("growth 2025": "+35%"), against the amounts of their ends."""
    amounts = [claim for claim in group if claim.kind != "percent" and claim.period and not claim.is_planned]
    for said in group:
        if said.kind != "percent" or said.order or not fact_cues().growth.search(said.metric):
            continue
        for base, result in permutations(amounts, 2):
            if base.kind != result.kind or base.label != result.label or base.order or result.order:
                continue
            if _are_ends(base, result, find_periods(said.metric), said):
                right = _growth(base.make_interval(), result.make_interval())
                if right and not right.meets(_said(said.figure)):
                    one = _wrong(base, result, said.figure)
                    yield replace(one, ids=ids_of(base, result, said))


def _are_ends(base: Claim, result: Claim, named: list[Period], said: Claim) -> bool:
    """Say whether a growth is about the way between these two: it names both, or the last, a year after the first."""
    if len(named) == 2:
        return base.period.same(named[0]) and result.period.same(named[1])
    last = named[0] if named else said.period
    return bool(last) and result.period.same(last) and _year_before(base, result)


def _arrow(row: list[Claim]) -> Iterator[Contradiction]:
    steps = [claim for claim in row if claim.kind != "percent"]
    growths = [claim.figure for claim in row if claim.kind == "percent" and not claim.order]
    growths += [claim.growth for claim in steps if claim.order and claim.growth]
    for base, result in zip(steps, steps[1:], strict=False):
        if result.order != base.order + 1 or result.kind != base.kind or not growths:
            continue
        right = _growth(base.make_interval(), result.make_interval())
        wrong = [growth for growth in growths if right and not right.meets(_said(growth))]
        if wrong and len([claim for claim in steps if claim.order]) == 1:
            yield _wrong(base, result, wrong[0])
            return


def _year_before(base: Claim, result: Claim) -> bool:
    if base.kind != result.kind or base.label != result.label or not (base.period and result.period):
        return False
    return base.period.months == result.period.months and result.period.first - base.period.first == 12


def _growth(base: Interval, result: Interval) -> Interval | None:
    if base.low <= 0:
        return None
    return Interval((result.low / base.high - 1) * 100, (result.high / base.low - 1) * 100)


def _said(growth: Quantity) -> Interval:
    return growth.make_interval(1.2)


def _wrong(base: Claim, result: Claim, growth: Quantity) -> Contradiction:
    right = (result.figure.value / base.figure.value - 1) * 100
    start = result.figure.value / (1 + growth.value / 100) if growth.value > -100 else 0.0
    words = Sentence(
        "%(subject)s: from %(base)s to %(result)s is %(right)s, not %(said)s; %(said)s would start from %(start)s",
        subject=result.subject,
        base=base.print_value(),
        result=result.print_value(),
        right=print_percent(right),
        said=print_percent(growth.value, growth.decimals),
        start=result.figure.print_value(start),
    )
    return Contradiction(ids_of(base, result), "growth", words)


def growth_of_parts(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield pairs where a part of the year grew by x, the year by y, and the rest would have to do something else.

    From value and growth follows the value a year before, of the part and of the whole; what is left of both gives the
    growth of the rest.
    """
    for group in by_subject(claims).values():
        for part, whole in permutations(group, 2):
            if not (part.growth and whole.growth and part.period and whole.period and part.kind == whole.kind):
                continue
            if part.label != whole.label or not whole.period.contains(part.period):
                continue
            if part.period.months < LEAST_PART * whole.period.months:
                continue
            rest = whole.figure.value - part.figure.value
            before = _before(whole) - _before(part)
            if rest < 0:
                continue  # a part above its whole: another rule
            months = whole.period.months - part.period.months
            right = (rest / before - 1) * 100 if before > 0 else float("inf")
            if before > 0 and abs(right - part.growth.value) <= GAP:
                continue
            words = Sentence(
                "%(subject)s: %(part)s (%(grew)s) in %(short)s and %(whole)s (%(all)s) in %(long)s leave %(rest)s for the "
                "other %(months)s months, which is %(right)s: the two hardly count the same thing",
                subject=whole.subject,
                part=part.print_value(),
                grew=print_percent(part.growth.value, part.growth.decimals),
                short=part.period,
                whole=whole.print_value(),
                all=print_percent(whole.growth.value, whole.growth.decimals),
                long=whole.period,
                months=months,
                rest=whole.figure.print_value(rest),
                right=print_percent(right) if before > 0 else "more than the year before had in all",
            )
            yield Contradiction(ids_of(part, whole), "growth_of_parts", words)


def _before(claim: Claim) -> float:
    return claim.figure.value / (1 + claim.growth.value / 100)
