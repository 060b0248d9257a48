"""A million where a billion is meant: figures of one thing, one year apart, that are a hundred times apart and more."""

from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.flows import list_counted
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import may_be_compared, read_subject
from landsea_core.sentences import Sentence

_LEAST_APART = 100
"""Nothing that is counted in millions becomes a hundred times as much within a year: our assumption."""


def check_magnitudes(read: ReadStatement) -> Iterator[Outcome]:
    """Yield two figures of one thing whose magnitudes do not fit: 5.2 million TEU in 2024, 5.7 billion TEU in 2025."""
    for one, other in pairwise(list_counted(list(read.items))):
        if not _are_a_year_apart(one, other) or one.figure.scale == other.figure.scale:
            continue
        small, large = sorted((one, other), key=lambda item: item.figure.value)
        if small.figure.value <= 0 or large.figure.value < _LEAST_APART * small.figure.value:
            continue
        if not may_be_compared(read_subject(one, read), read_subject(other, read)):
            continue
        words = Sentence(
            "%(one)s and %(other)s are %(times)s times apart: look at the unit of both",
            one=one.figure.print_value(),
            other=other.figure.print_value(),
            times=f"{large.figure.value / small.figure.value:,.0f}",
        )
        yield Outcome(
            False, Finding("magnitude", read.sentence_text(other.sentence), words), read.places_of(one, other)
        )


def _are_a_year_apart(one: Item, other: Item) -> bool:
    if one.unit.kind != other.unit.kind or not one.unit.is_known or other.sentence - one.sentence > 1:
        return False
    if one.period is None or other.period is None or one.period.months != other.period.months:
        return False
    return abs(one.period.first - other.period.first) == 12
