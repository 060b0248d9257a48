"""How full something is said to be, in percent or "half", against what it holds and what is in it."""

import re

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.quantities import Interval, widen_percentage
from landsea_core.figures.statement.explanations import explain_share
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import AMOUNT_ROLES
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.text.units.unit import PERCENT

_HALF = re.compile(r"\b(?:only |just )?half[ -](?:full|empty)\b", re.IGNORECASE)
_ABOUT_HALF = Interval(45.0, 55.0)
_ALL = 100.0


def solve_fullness(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "It holds 1,800 containers. This time it carried 1,350, so 50 % of its capacity" cannot be: one size, one load."""
    said = operands.said
    told = read.text[read.sentences[said.sentence][0] : read.sentences[said.sentence][1]]
    is_percent = said.unit == PERCENT and said.role in ("share", "", "attained", "result")
    half = None if is_percent else _HALF.search(told)
    if not half and not (is_percent and statement_cues().names_fullness.search(said.before + " # " + said.after)):
        return None
    around = [*operands.near, *(() if is_percent else (said,))]
    amounts = [one for one in around if one.unit != PERCENT and one.unit.kind != "time" and not one.per]
    if (
        len(amounts) != 2
        or amounts[0].unit.kind != amounts[1].unit.kind
        or any(one.unit == PERCENT and one is not said for one in around)
    ):
        return None
    size, load = amounts
    lead = read.text[read.sentences[size.sentence][0] : size.figure.start]
    is_size = statement_cues().names_size.search(lead) and load.role in AMOUNT_ROLES
    if not is_size or not 0 < load.figure.value < size.figure.value:
        return None
    inside, around_size = load.figure.make_interval(), size.figure.make_interval()
    right = Interval(inside.low / around_size.high * _ALL, inside.high / around_size.low * _ALL)
    return Solution(
        "share",
        right,
        widen_percentage(said.figure) if is_percent else _ABOUT_HALF,
        explain_share(load, size, said.figure.print_value() if is_percent else half.group() if half else ""),
        (size,) if load is said else (size, load),
        is_closed=True,
    )
