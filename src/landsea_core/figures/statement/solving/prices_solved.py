"""A price that no "per" marks and how many were sold: "tickets cost 30 yuan. 2,000 were sold, bringing in 80,000" is wrong."""

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.explanations import explain_times
from landsea_core.figures.statement.following.operands import Operands, is_money
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution, compute_lead
from landsea_core.text.units.unit import PLAIN

_BOTH = 2
_MEASURES = ("mass", "volume", "area")
_ROOM = 0.01


def solve_price(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return what the only price and the only number around make, against takings: three figures, and nothing else."""
    said = operands.said
    if not is_money(said) or said.per or said.role not in ("", "result") or said.figure.bound:
        return None
    around = list(operands.near)
    if len(around) != _BOTH or not all(one.role in ("", "result") and not one.figure.bound for one in around):
        return None
    prices = [one for one in around if one.unit.kind == said.unit.kind]
    counts = [one for one in around if _is_count(one)]
    if len(prices) != 1 or len(counts) != 1 or prices[0].per or prices[0].figure.value >= said.figure.value:
        return None
    price, lead = prices[0], compute_lead(said, read)
    if not read_statement_cues().tells_price.search(price.before) or read_sense_cues().names_charge.search(lead):
        return None
    if not (
        said.is_total or read_statement_cues().tells_takings.search(lead)
    ) or read_statement_cues().other_doer.search(lead):
        return None
    return _say(price, counts[0], said)


def _is_count(item: Item) -> bool:
    is_many = item.unit.kind.startswith("count:") or item.unit == PLAIN or item.unit.kind in _MEASURES
    return is_many and not item.per and item.figure.value > 0


def _say(price: Item, count: Item, said: Item) -> Solution:
    many = count.figure.value / count.unit.factor
    inside = price.figure.make_loose_interval()
    words = explain_times(count, price, price.figure.value * many, said)
    right = Interval(inside.low * many * (1 - _ROOM), inside.high * many * (1 + _ROOM))
    return Solution("product", right, said.figure.make_loose_interval(), words, (price, count))
