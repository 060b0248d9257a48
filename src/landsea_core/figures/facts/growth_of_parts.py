"""Growth of a part of a year against growth of the year: what the other months would have to do."""

from collections.abc import Iterator
from itertools import permutations

from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import (
    Contradiction,
    ask_one_thing,
    group_by_subject,
    list_dated,
    list_ids,
)
from landsea_core.figures.quantities import Quantity, print_percent
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

GAP = 20.0
"""When a part of a year grows by so many points more or less than the rest would have to, both figures need a look."""
LEAST_PART = 0.25
Grown = tuple[Claim, Period, Quantity]


def check_growth_of_parts(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield pairs where a part of the year grew by x, the year by y, and the rest would have to do something else.

    From value and growth follows the value a year before, of the part and of the whole; what is left of both gives the
    growth of the rest. 60 (+20 %) of 100 (+10 %) leave 40 now and 41 a year before: the rest fell by 2 %.
    """
    for group in group_by_subject(claims):
        grown = [(claim, period, claim.growth) for claim, period in list_dated(group) if claim.growth]
        for part, whole in permutations(grown, 2):
            is_part = ask_one_thing(part[0], whole[0]) and whole[1].contains(part[1])
            if is_part and part[1].months >= LEAST_PART * whole[1].months:
                yield from _check_rest(part, whole)


def _check_rest(part: Grown, whole: Grown) -> Iterator[Contradiction]:
    rest = whole[0].figure.value - part[0].figure.value
    before = _value_a_year_before(whole) - _value_a_year_before(part)
    if rest < 0:
        return  # a part above its whole: another rule
    right = (rest / before - 1) * 100 if before > 0 else float("inf")
    if before <= 0 or abs(right - part[2].value) > GAP:
        words = _say_rest(part, whole, rest, print_percent(right) if before > 0 else "")
        yield Contradiction(list_ids(part[0], whole[0]), "growth_of_parts", words)


def _value_a_year_before(grown: Grown) -> float:
    return grown[0].figure.value / (1 + grown[2].value / 100)


def _say_rest(part: Grown, whole: Grown, rest: float, right: str) -> Sentence:
    return Sentence(
        "%(subject)s: %(part)s (%(grew)s) in %(short)s and %(whole)s (%(all)s) in %(long)s leave %(rest)s for the "
        "other %(months)s months, which is %(right)s: the two hardly count the same thing",
        subject=whole[0].subject,
        part=part[0].print_value(),
        grew=print_percent(part[2].value, part[2].decimals),
        short=part[1],
        whole=whole[0].print_value(),
        all=print_percent(whole[2].value, whole[2].decimals),
        long=whole[1],
        months=whole[1].months - part[1].months,
        rest=whole[0].figure.print_value(rest),
        right=right or "more than the year before had in all",
    )
