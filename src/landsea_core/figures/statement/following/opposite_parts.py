"""Opposites that are all of a whole: "640 lots, 628 passed, 32 failed" does not fit."""

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, find_clause_behind, is_plain_amount
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.sums import add_up


def check_opposite_parts(operands: Operands, read: ReadStatement) -> Outcome | None:
    """Return whether two opposites make the whole before them: the only three amounts of their unit around."""
    last = operands.said
    alike = operands.list_alike(is_here=True)
    alike = alike if len(alike) > 1 else operands.list_alike(is_here=False)
    if len(alike) != 2 or not is_plain_amount(last) or last.figure.bound:
        return None
    whole, part = alike
    if whole.figure.value < max(part.figure.value, last.figure.value) or not is_plain_amount(part):
        return None
    if whole.role == "base" or not _are_opposites(part, last):
        return None
    if read_statement_cues().is_qualified.search(find_clause_behind(part)):
        return None  # "150 were solved within 10 days, 12 are still open": others were solved later
    if read_sense_cues().excepts.search(read.sentence_text(last.sentence)):
        return None  # "628 passed at first, 32 failed later"
    return add_up([part, last], whole, read, read.sentence_text(last.sentence), exact=True)


def _are_opposites(one: Item, other: Item) -> bool:
    first, last = (find_clause_before(item) + " " + find_clause_behind(item) for item in (one, other))
    return any(
        (pair.one.search(first) and pair.other.search(last) and not pair.other.search(first))
        or (pair.other.search(first) and pair.one.search(last) and not pair.one.search(first))
        for pair in read_sense_cues().opposites
    )
