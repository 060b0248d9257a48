"""One amount in two units ("5 days, that is 120 hours"), and amounts at a stated rate of exchange."""

import re
from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.exchange_ranges import PER_DOLLAR
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS

FEE_ROUNDING = 0.02
"""How far an exchange may be off: rates and amounts are both rounded, and banks round once more."""
_EXACT = 1e-9
_NAMES_GOODS = re.compile(r"\s*(?:of )?(?!or\b|that\b|i\.?e\b|equal)[a-z]", re.IGNORECASE)


def check_conversions(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether two amounts are the same that are said to be."""
    for one, other in pairwise(read.items):
        if not _are_said_equal(one, other, read.gap_between(one, other)):
            continue
        slack = _EXACT * abs(one.figure.value)
        fits = one.figure.make_loose_interval().meets(other.figure.make_loose_interval(), slack)
        words = Sentence(
            "%(one)s are %(right)s, said were %(other)s",
            one=one.figure.print_value(),
            right=other.figure.print_value(one.figure.value),
            other=other.figure.print_value(),
        )
        finding = Finding("conversion", read.sentence_text(one.sentence), words)
        yield Outcome(fits, finding, read.places_of(one, other))


def _are_said_equal(one: Item, other: Item, gap: str) -> bool:
    if one.unit.kind != other.unit.kind or one.figure.words == other.figure.words or not one.unit.is_known:
        return False
    if other.role != "same" and _NAMES_GOODS.match(gap):
        return False  # "38 % of 2.1 million tonnes | of goods, or 798,000 tonnes": a share
    if not read_statement_cues().equal_gap.match(gap) or one.unit in (PERCENT, POINTS) or one.per or other.per:
        return False
    return not (gap.strip().lower() == "or" and one.figure.scale == other.figure.scale)


def check_exchange(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether dollars and the one other currency fit the rate that is stated: 710 yuan at 7.1 are 100 dollars."""
    found = read_statement_cues().exchange.search(read.text)
    if not found:
        return
    rate = float(next(group for group in found.groups() if group).replace(",", ""))
    amounts = [item for item in read.items if item.figure.end <= found.start() or item.figure.start >= found.end()]
    others = [item for item in amounts if item.unit.kind in PER_DOLLAR and _is_of(item, item.unit.kind, rate)]
    dollars = [item for item in amounts if _is_of(item, "USD", 1)]
    if not (others and dollars) or len({item.unit.kind for item in others}) > 1:
        return
    one = others[0]
    other = min(dollars, key=lambda item: abs(item.figure.start - one.figure.start))
    right = one.figure.make_interval().scale(1 / rate)
    fits = right.meets(other.figure.make_interval(), slack=FEE_ROUNDING * other.figure.value)
    words = Sentence(
        "%(one)s at a rate of %(rate)s are %(right)s, said were %(other)s",
        one=one.figure.print_value(),
        rate=f"{rate:g}",
        right=other.figure.print_value(one.figure.value / rate),
        other=other.figure.print_value(),
    )
    yield Outcome(fits, Finding("exchange", read.sentence_text(one.sentence), words), read.places_of(one, other))


def _is_of(item: Item, currency: str, but_not: float) -> bool:
    """Say whether an amount is of a currency and not the rate itself ("7.1 yuan to 1 dollar")."""
    return item.unit.kind == currency and not item.per and abs(item.figure.value - but_not) > _EXACT
