"""So many of which each has so much: "three ships were fined 100,000 each, 600,000 in all" cannot be."""

import re

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.explanations import explain_times
from landsea_core.figures.statement.following.operands import Operands, is_alike
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution, compute_lead
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_EACH_BETWEEN = re.compile(r"\beach\b|各|每", re.IGNORECASE)
_DIVIDED = re.compile(
    r"\b(?:repaid|paid(?: back| off)?|divided|split|shared|delivered|shipped) (?:back |off |out )?"
    r"(?:in|into|among|between|qx\w+)\b|分",
    re.IGNORECASE,
)
_EACH_BEHIND = re.compile(r"\s*(?:[a-z]+\s+){0,2}(?:each|apiece)\b", re.IGNORECASE)


def solve_each(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return what a count and what each of its things has make, where both stand alone before a total in its sentence."""
    said = operands.said
    if said.unit in (PERCENT, POINTS, TIMES) or said.per or said.figure.bound or len(operands.here) != 2:
        return None
    many, each = operands.here
    if each.unit.kind.startswith("count:") and many.unit.kind == said.unit.kind:
        return _solve_divided(many, each, said, read)
    is_count = (
        (many.unit.kind.startswith("count:") or many.unit == PLAIN)
        and many.unit.kind != said.unit.kind
        and not many.per
    )
    if not is_count or not (is_alike(each, said) or each.per) or each.unit.kind != said.unit.kind or many.figure.bound:
        return None
    is_each = _EACH_BETWEEN.search(read.gap_between(many, each)) or _EACH_BEHIND.match(each.after)
    lead = compute_lead(said, read)
    is_told = said.is_total or read_sense_cues().says_total.search(lead) or read_sense_cues().says_equal.search(lead)
    if not is_each or not is_told or each.figure.bound:
        return None
    return _say(many, each, said, (many, each))


def _solve_divided(whole: Item, many: Item, said: Item, read: ReadStatement) -> Solution | None:
    """ "500,000 dollars are repaid in ten instalments of | 60,000 each" cannot be: so many of so much make the whole."""
    is_each = _EACH_BETWEEN.search(read.gap_between(many, said)) or _EACH_BEHIND.match(said.after)
    is_divided = _DIVIDED.search(read.gap_between(whole, many)) and is_each and not whole.per
    if not is_divided or whole.figure.bound or many.figure.bound or many.per or said.role in ("delta", "base"):
        return None
    return _say(many, said, whole, (whole, many))


def _say(many: Item, each: Item, total: Item, used: tuple[Item, Item]) -> Solution:
    """Return what so many of so much make, against what is told of them all."""
    inside, count = each.figure.make_interval(), many.figure.value
    right = Interval(inside.low * count, inside.high * count)
    words = explain_times(many, each, each.figure.value * count, total)
    return Solution("product", right, total.figure.make_interval(), words, used, is_closed=True)
