"""What so much a trip and so many trips a month make a month: 450 yuan a trip, eight trips a month, 3,600 yuan a month."""

from landsea_core.figures.statement.common_sense.nearby import find_clause_before, make_outcome
from landsea_core.figures.statement.explanations import explain_rate
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.rate_counts import counts_rated_things
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_SPANS = ("hour", "day", "week", "month", "quarter", "year")
_ROOM = 0.02


def check_rates_of_rates(operands: Operands, read: ReadStatement) -> Outcome | None:
    """Return whether an amount of a span of time is what the only rate of a thing and the only rate of the span make."""
    said = operands.said
    if said.unit in (PERCENT, POINTS, TIMES) or said.role not in ("", "result") or said.figure.bound:
        return None
    loads = [one for one in operands.near if one.unit.kind == said.unit.kind]
    if len(loads) != 1 or not loads[0].per or loads[0].per in _SPANS:
        return None
    load = loads[0]
    runs = [one for one in operands.near if one.per in _SPANS and counts_rated_things(one, load.per)]
    if len(runs) != 1 or not _is_of_span(said, runs[0].per):
        return None
    each, many, total = load.figure.make_interval(), runs[0].figure, said.figure.make_interval()
    low, high = each.low * many.low * (1 - _ROOM), each.high * many.high * (1 + _ROOM)
    words = explain_rate(load.figure.print_value(), load.per, many.print_value(), load.figure.value * many.value, said)
    return make_outcome(total.low <= high and total.high >= low, "product", words, read, load, runs[0], said)


def _is_of_span(said: Item, span: str) -> bool:
    """Say whether an amount is told for a span: "3,600 yuan | a month", "his | monthly | pay is", "so a month he has"."""
    return said.per == span or (not said.per and span in find_clause_before(said).lower())
