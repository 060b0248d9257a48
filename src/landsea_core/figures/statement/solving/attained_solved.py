"""How much of a target is reached: "2 million wanted. 1.5 million came, 85 percent of the target" cannot be."""

import re

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval, widen_percentage
from landsea_core.figures.statement.explanations import explain_share
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import AMOUNT_ROLES
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.text.units.unit import PERCENT

_BOTH = 2
_OF_A_PART = re.compile(
    r"\b(?:target|plan|goal) (?:for|of|set for|until|by)\b|\bmonthly\b|\bby then\b|时间进度|序时", re.IGNORECASE
)
_ALL = 100.0


def solve_attained(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return what per cent the only amount reached is of the only amount that was wanted before it."""
    said = operands.said
    if said.unit != PERCENT or said.role != "attained" or said.figure.bound:
        return None
    if _OF_A_PART.search(said.after):
        return None  # "85 percent of the target for that month"
    amounts = [one for one in operands.near if one.unit != PERCENT and one.unit.kind != "time"]
    if len(amounts) != _BOTH or any(one.per or one.role not in AMOUNT_ROLES or one.figure.bound for one in amounts):
        return None
    target, came = amounts
    lead = read.text[read.sentences[target.sentence][0] : target.figure.start]
    is_wanted = read_statement_cues().wanted.search(lead) or read_statement_cues().target.search(lead)
    if target.unit.kind != came.unit.kind or not is_wanted or came.figure.value <= 0:
        return None
    inside, around = came.figure.make_interval(), target.figure.make_interval()
    right = Interval(inside.low / around.high * _ALL, inside.high / around.low * _ALL)
    words = explain_share(came, target, said.figure.print_value())
    return Solution("share", right, widen_percentage(said.figure), words, (target, came), is_closed=True)
