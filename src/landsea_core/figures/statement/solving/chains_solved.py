"""So much a day, on so many days a month, against what a month brings: 18, 26 and 568 do not go together."""

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.explanations import explain_rate, explain_times
from landsea_core.figures.statement.following.operands import Operands, find_printed_number, is_money
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution, compute_lead
from landsea_core.figures.statement.spans import HOURS
from landsea_core.text.plurals import make_plural

_ROOM = 0.01
_RUNS = frozenset(
    {"count:trips", "count:trains", "count:voyages", "count:flights", "count:sailings", "count:crossings"}
)


def solve_chain(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return what a rate for a short time makes over how many of it a longer time has: the only two figures around."""
    said = operands.said
    if said.role not in ("", "result") or said.figure.bound or len(operands.near) != 2:
        return None
    rates = [one for one in operands.near if one.unit.kind == said.unit.kind and one.per in HOURS]
    spans = [one for one in operands.near if one.unit.kind == "time" and one.per in HOURS and one not in rates]
    if len(rates) != 1 or len(spans) != 1 or rates[0].figure.bound or spans[0].figure.bound or rates[0].is_peak:
        return None
    rate, span = rates[0], spans[0]
    if HOURS[rate.per] >= HOURS[span.per]:
        return None
    is_same_span = said.per == span.per or (not said.per and _tells_month(said, span, read))
    if span.figure.scale != HOURS[rate.per] or not is_same_span or read_statement_cues().adds_other.search(said.before):
        return None
    many = find_printed_number(span) / HOURS[rate.per] if span.unit.factor == 1 else find_printed_number(span)
    return _say(rate, span, many, said)


def solve_trips(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "It takes 35 cars and makes four trips a day. Up to | 160 cars can cross daily" cannot be: a load, and how often."""
    said, near = operands.said, operands.near
    if said.role not in ("", "result") or said.figure.bound not in ("", "under") or len(near) != 2:
        return None
    trips = [one for one in near if one.unit.kind in _RUNS and one.per in HOURS and not one.figure.bound]
    loads = [one for one in near if one.unit.kind == said.unit.kind and one.per in ("", "trip") and one not in trips]
    if len(trips) != 1 or len(loads) != 1 or loads[0].figure.bound or said.per not in ("", trips[0].per):
        return None
    lead = read.text[read.sentences[loads[0].sentence][0] : loads[0].figure.start]
    if not read_statement_cues().carries_each.search(lead) or read_statement_cues().other_pace.search(said.before):
        return None
    load, many = loads[0].figure, trips[0].figure.value
    words = explain_times(trips[0], loads[0], load.value * many, said)
    right = Interval(load.value * many, load.value * many)
    return Solution("product", right, Interval(said.figure.value, said.figure.value), words, (loads[0], trips[0]))


def _tells_month(said: Item, span: Item, read: ReadStatement) -> bool:
    return (
        is_money(said)
        and span.per == "month"
        and bool(read_statement_cues().monthly_pay.search(compute_lead(said, read)))
    )


def _say(rate: Item, span: Item, many: float, said: Item) -> Solution:
    inside = rate.figure.make_loose_interval()
    count = f"{many:,.0f} {make_plural(rate.per)}"
    words = explain_rate(rate.figure.print_value(), rate.per, count, rate.figure.value * many, said)
    right = Interval(inside.low * many * (1 - _ROOM), inside.high * many * (1 + _ROOM))
    return Solution("product", right, said.figure.make_loose_interval(), words, (rate, span))
