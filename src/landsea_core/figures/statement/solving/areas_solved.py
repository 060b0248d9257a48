"""How large something is by its length and its width: "120 metres long and 50 wide, so 7,000 square metres" cannot be."""

import re

from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.explanations import explain_times
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution

_WIDE = re.compile(r"\b(?:wide|width|broad)\b|宽", re.IGNORECASE)
_SQUARE = 1e6
"""Lengths are read in kilometres, areas in square metres."""
_ROOM = 0.01


def solve_area(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return what the only two lengths of a sentence make, where one of them is called a width."""
    said = operands.said
    sides = [one for one in operands.here if one.unit.kind == "length" and not one.per]
    text = read.text[read.sentences[said.sentence][0] : said.figure.start]
    if said.unit.kind != "area" or said.per or len(sides) != 2 or not _WIDE.search(text) or len(operands.here) != 2:
        return None
    one, other = (side.figure.make_interval() for side in sides)
    right = Interval(one.low * other.low * _SQUARE * (1 - _ROOM), one.high * other.high * _SQUARE * (1 + _ROOM))
    made = sides[0].figure.value * sides[1].figure.value * _SQUARE
    words = explain_times(sides[0], sides[1], made, said)
    return Solution("product", right, said.figure.make_interval(), words, tuple(sides), is_closed=True)
