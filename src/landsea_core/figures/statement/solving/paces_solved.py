"""A pace against what is told of a longer time: "30 an hour. In an eight-hour shift 300" cannot be."""

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.explanations import explain_rate
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.text.plurals import make_plural

_HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0, "month": 730.0}
_SPANS = {"day": (7, 7), "hour": (168, 168)}
"""How many of a span are in a week that nobody calls one of work."""
_LEAST = 2


def solve_pace(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return what the only pace around a figure makes over the only length of time told with it."""
    said = operands.said
    if said.per or said.figure.bound or said.role not in ("", "result") or not said.unit.kind.startswith("count:"):
        return None
    alike = [one for one in operands.near if one.unit.kind == said.unit.kind]
    if len(alike) != 1 or alike[0].per not in _HOURS or alike[0].is_peak or alike[0].role == "base":
        return None
    pace = alike[0]
    lead = read.text[read.sentences[said.sentence][0] : said.figure.start]
    if pace.figure.bound or read_statement_cues().other_pace.search(read.text[pace.figure.end : said.figure.start]):
        return None
    lengths = [
        one
        for one in operands.near
        if one.unit.kind == "time" and one.figure.scale >= _HOURS[pace.per] and not one.per and not one.figure.bound
    ]
    if len(lengths) == 1 and lengths[0].sentence == said.sentence:
        return _say(pace, said, lengths[0].figure.value / _HOURS[pace.per], (pace, lengths[0]))
    is_week = not lengths and read_statement_cues().a_week_before.search(lead) and pace.per in _SPANS
    return _say(pace, said, float(_SPANS[pace.per][0]), (pace,)) if is_week else None


def _say(pace: Item, said: Item, many: float, used: tuple[Item, ...]) -> Solution | None:
    if many < _LEAST or abs(many - round(many)) > 0.01:
        return None
    inside = pace.figure.make_loose_interval()
    count = f"{many:,.0f} {make_plural(pace.per)}"
    words = explain_rate(pace.figure.print_value(), pace.per, count, pace.figure.value * many, said)
    right = Interval(pace.figure.value * many, pace.figure.value * many)
    if pace.figure.decimals or pace.figure.scale != 1:
        right = Interval(inside.low * many, inside.high * many)
    return Solution("product", right, said.figure.make_loose_interval(), words, used)
