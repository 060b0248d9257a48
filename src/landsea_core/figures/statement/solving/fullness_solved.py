"""How full something is said to be, in percent or "half", against what it holds and what is in it."""

import re

from landsea_core.figures.cues.statement_cues import read_statement_cues
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
_OF_ITS = re.compile(r"\s*(?:out )?of (?:its|the|a possible)\s*", re.IGNORECASE)


def solve_filled(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "The reservoir is only 45 percent full. It holds 70 million of its | 200 million" cannot be: counted behind."""
    whole, near = operands.said, operands.near
    told = [one for one in near if one.unit == PERCENT]
    parts = [one for one in operands.here if one.unit.kind == whole.unit.kind and not one.per]
    if len(told) != 1 or len(parts) != 1 or len(near) != 2 or whole.per or told[0].sentence == whole.sentence:
        return None
    share, part = told[0], parts[0]
    is_full = read_statement_cues().names_fullness.search(share.before + " # " + share.after) and not share.figure.bound
    is_of = _OF_ITS.fullmatch(read.gap_between(part, whole)) and 0 < part.figure.value < whole.figure.value
    lead = read.text[read.sentences[whole.sentence][0] : part.figure.start]
    is_told = part.role in ("", "result") and read_statement_cues().names_holding.search(lead)
    if not is_full or not is_of or not is_told or part.figure.bound or whole.figure.bound:
        return None
    inside, around = part.figure.make_interval(), whole.figure.make_interval()
    right = Interval(inside.low / around.high * _ALL, inside.high / around.low * _ALL)
    words = explain_share(part, whole, share.figure.print_value())
    return Solution("share", right, widen_percentage(share.figure), words, (share, part), is_closed=True)


def solve_fullness(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "It holds 1,800 containers. This time it carried 1,350, so 50 % of its capacity" cannot be: one size, one load."""
    said = operands.said
    told = read.text[read.sentences[said.sentence][0] : read.sentences[said.sentence][1]]
    is_percent = said.unit == PERCENT and said.role in ("share", "", "attained", "result")
    half = None if is_percent else _HALF.search(told)
    if not half and not (is_percent and read_statement_cues().names_fullness.search(said.before + " # " + said.after)):
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
    is_size = read_statement_cues().names_size.search(lead) and load.role in AMOUNT_ROLES
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
