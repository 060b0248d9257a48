"""A price and how much there is, in one sentence or the one before, against the amount that they make."""

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.explanations import explain_rate
from landsea_core.figures.statement.following.operands import (
    Operands,
    find_printed_number,
    is_alike,
    is_countable,
    is_counted_for,
    is_money,
)
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution, compute_lead
from landsea_core.figures.statement.subjects import read_subject
from landsea_core.text.units.unit import PERCENT

_KILOGRAMS = 1000.0
_ROOM = 0.01


def solve_product(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "800 tonnes of pepper at 6,000 dollars a tonne. Revenue came to 3.6 million dollars": one price, one amount of it."""
    said = operands.said
    if said.per or said.role not in ("", "result") or not is_money(said) or said.figure.bound in ("over", "under"):
        return None
    prices = [one for one in operands.near if one.per and one.unit.kind == said.unit.kind and not one.figure.is_range]
    if len(prices) != 1 or any(one.unit == PERCENT or is_alike(one, said) for one in operands.near):
        return None
    price = prices[0]
    counts = [one for one in operands.near if is_countable(one) and is_counted_for(one, price.per)]
    lead = compute_lead(said, read)
    if len(counts) != 1 or not (said.is_total or read_sense_cues().says_equal.search(lead)):
        return None
    if _are_of_other_goods(price, said, read) or read_statement_cues().adds_other.search(
        read.sentence_text(said.sentence)
    ):
        return None
    if read_sense_cues().names_charge.search(lead) or price.is_peak:
        return None  # a tax or a fee on it is another amount
    return _say(price, counts[0], said)


def _are_of_other_goods(price: Item, said: Item, read: ReadStatement) -> bool:
    """ "500 tonnes of rice at 12 million. Revenue from maize was 2 billion": each is of goods of its own."""
    first, last = (read_subject(one, read).get("goods", frozenset()) for one in (price, said))
    return bool(first and last) and first.isdisjoint(last)


def _say(price: Item, count: Item, said: Item) -> Solution:
    many = find_printed_number(count) * (_KILOGRAMS if price.per == "kg" else 1)
    inside = price.figure.make_loose_interval()
    rate, counted = price.figure.print_value(), count.figure.print_value()
    words = explain_rate(rate, price.per, counted, price.figure.value * many, said)
    right = Interval(inside.low * many * (1 - _ROOM), inside.high * many * (1 + _ROOM))
    return Solution("product", right, said.figure.make_loose_interval(), words, (price, count))
