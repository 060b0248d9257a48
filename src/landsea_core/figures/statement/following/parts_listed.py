"""Parts listed behind their whole by a word for parts: "86 km in three sections of 31, 27 and 38 km" is wrong."""

import re
from itertools import pairwise

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import is_plain_amount
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import Operands, is_alike
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.sums import add_up

_JOINS = re.compile(r"^\s*(?:,|、|，|and|,\s*and|和|及)\s*$", re.IGNORECASE)
_OPENS = re.compile(r"^[^.;:,]{0,30}:[^.;:\d]{0,40}$")
_MOST_PARTS = 6


def check_parts_listed(operands: Operands, read: ReadStatement) -> Outcome | None:
    """Return whether the parts behind a whole make it; None where no word calls them its parts."""
    whole = operands.said
    behind = [
        one
        for one in operands.all
        if one.sentence == whole.sentence and one.figure.start >= whole.figure.end and is_alike(one, whole)
    ]
    if not is_plain_amount(whole) or not 2 <= len(behind) <= _MOST_PARTS or whole.figure.bound:
        return None
    lead = read.text[whole.figure.end : behind[0].figure.start]
    if _are_counted(whole, behind, operands, read):
        return add_up(behind, whole, read, read.sentence_text(whole.sentence), exact=True)
    are_joined = all(_JOINS.match(read.gap_between(one, other)) for one, other in pairwise(behind))
    if not are_joined or not read_sense_cues().names_parts.search(lead):
        return None
    return add_up(behind, whole, read, read.sentence_text(whole.sentence), exact=True)


def _are_counted(whole: Item, behind: list[Item], operands: Operands, read: ReadStatement) -> bool:
    """ "1.5 million tonnes were shared among four countries: 700,000, 350,000, ...": as many parts as things were said."""
    here = [one for one in operands.all if whole.figure.end <= one.figure.start and one.sentence == whole.sentence]
    counts = [one for one in here if one.unit.kind.startswith("count:") and one.figure.start < behind[0].figure.start]
    if len(counts) != 1 or len(here) != len(behind) + 1 or counts[0].figure.value != len(behind):
        return False
    gap = read.text[counts[0].figure.end : behind[0].figure.start]
    return bool(_OPENS.match(gap)) and not read_sense_cues().open_list.search(read.sentence_text(whole.sentence))
