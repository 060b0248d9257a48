"""Several parts of one count that divide it, as votes do: not more than it, nor less where all are told."""

import re
from itertools import pairwise

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution, read_count
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_LEAST_PARTS, _MOST_PARTS = 3, 6
_LEAST_CLOSED = 2
_NEAR = 60
"""Characters behind a list in which words close it: "Laos 10 million; | nothing else is needed"."""
_LONGEST_GAP = 48
_TWO_VOTES = re.compile(r"\bfor the \w+\b.*\b(?:for|on) the\b")


def solve_partition(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "All 20 delegates voted. Twelve were in favour, six against and four abstained" cannot be: they make 22."""
    said = operands.said
    is_closed = read_statement_cues().closes_parts.search(read.text, said.figure.end, said.figure.end + _NEAR)
    is_amount = said.unit not in (PERCENT, POINTS, TIMES, PLAIN) and said.role in ("", "result")
    if not (said.unit.kind.startswith("count:") or (is_closed and is_amount)) or said.per or said.figure.bound:
        return None
    counted = [one for one in read.items_of_sentence(said.sentence) if one.unit.kind == said.unit.kind and not one.per]
    if counted[-1] is not said:
        return None
    before = [one for one in operands.near if one.sentence < said.sentence and one.unit.kind == said.unit.kind]
    whole, parts = (before[0], counted) if len(before) == 1 else (counted[0], counted[1:])
    least = _LEAST_CLOSED if is_closed else _LEAST_PARTS
    if not least <= len(parts) <= _MOST_PARTS or whole.figure.bound or not _divide(whole, parts, read):
        return None
    total = sum(one.figure.value for one in parts)
    words = Sentence(
        "%(parts)s make %(right)s, said was %(whole)s",
        parts=" + ".join(one.figure.print_value() for one in parts),
        right=whole.figure.print_value(total),
        whole=whole.figure.print_value(),
    )
    return Solution(
        "sum", Interval(total, total), whole.figure.make_interval(), words, (whole, *parts[:-1]), is_closed=True
    )


def _divide(whole: Item, parts: list[Item], read: ReadStatement) -> bool:
    """Say whether words make figures parts that stand beside each other and are all of a whole, or too many for it."""
    if any(one.figure.value >= whole.figure.value or one.figure.bound for one in parts):
        return False
    cues, text = read_statement_cues(), read.text[parts[0].figure.start : parts[-1].figure.end + _NEAR]
    are_far = any(len(read.gap_between(one, other)) > _LONGEST_GAP for one, other in pairwise(parts))
    if are_far or _TWO_VOTES.search(text):
        return False  # "25 voted for the rules and 20 for the budget"
    if cues.of_which.search(text) or cues.overlap.search(text) or cues.of_them.search(text):
        return False
    lead = read.text[read.sentences[whole.sentence][0] : parts[0].figure.start]
    split = cues.splits_into.search(lead)
    if cues.votes_told.search(text) or cues.closes_parts.search(text) or (split and read_count(split) == len(parts)):
        return True
    is_all = cues.of_all.search(whole.before) or cues.all_of_them.search(lead)
    return bool(is_all) and sum(one.figure.value for one in parts) > whole.figure.value
