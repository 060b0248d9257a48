"""An amount in two currencies without a stated rate: yuan and dollars that no rate of the last ten years makes of each other.

The ranges are our assumption, wide around what these rates have been since 2015: they refuse a slip of the decimal point, never
a rate.
"""

from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

PER_DOLLAR = {
    "CNY": (5.6, 8.2),
    "VND": (19_500, 30_000),
    "THB": (26, 42),
    "MYR": (3.4, 5.3),
    "SGD": (1.15, 1.6),
    "IDR": (11_500, 19_000),
    "PHP": (40, 68),
    "LAK": (7_500, 27_000),
    "KHR": (3_700, 4_500),
}
"""How many units of a currency a dollar was, at least and at most."""


def check_exchange_ranges(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether two amounts said to be equal can be: 174 million yuan are no 250 million dollars."""
    if read_statement_cues().exchange.search(read.text):
        return
    for one, other in pairwise(read.items):
        money, dollars = (other, one) if one.unit.kind == "USD" else (one, other)
        if dollars.unit.kind != "USD" or money.unit.kind not in PER_DOLLAR or not _are_said_equal(one, other, read):
            continue
        low, high = PER_DOLLAR[money.unit.kind]
        inside, said = money.figure.make_loose_interval(), dollars.figure.make_loose_interval()
        if said.low <= 0:
            continue
        words = Sentence(
            "%(one)s are between %(low)s and %(high)s, said were %(other)s",
            one=money.figure.print_value(),
            low=dollars.figure.print_value(money.figure.value / high),
            high=dollars.figure.print_value(money.figure.value / low),
            other=dollars.figure.print_value(),
        )
        fits = inside.low / said.high <= high and low <= inside.high / said.low
        finding = Finding("exchange", read.sentence_text(one.sentence), words)
        yield Outcome(fits, finding, read.places_of(one, other))


def _are_said_equal(one: Item, other: Item, read: ReadStatement) -> bool:
    gap = read.gap_between(one, other)
    return (
        one.sentence == other.sentence
        and not (one.per or other.per)
        and bool(read_statement_cues().equal_gap.match(gap))
    )
