"""Differences between the only two figures before them: "1,900 by rail, 2,600 by road: rail is 1,100 cheaper" is wrong."""

import re

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, make_outcome, names_again
from landsea_core.figures.statement.differences import say_difference
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import Operands, is_alike
from landsea_core.figures.statement.following.ways import can_be_made
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject, read_own_subject
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_BOTH = 2
_BESIDE = re.compile(r"\s*[,，;(]\s*(?:[a-z-]+\s+){0,3}|[,，;(]?[\u4e00-\u9fff]{0,6}", re.IGNORECASE)
_FARTHEST_BEYOND = 3.0
"""A difference so many times the larger of both figures is one of something else."""


def check_differences_said(operands: Operands, read: ReadStatement) -> Outcome | None:
    """Return whether a difference lies between the only two amounts before it; None where more or fewer stand there."""
    said = operands.said
    if said.unit in (PERCENT, POINTS, TIMES) or said.per or not _is_difference(said, read):
        return None
    ends = _find_ends(operands, read)
    if len(ends) != 2 or said.figure.bound:
        return None
    first, last = ends
    if _is_turned(first, last, said):
        return _say(first, last, said, read)
    if any(one.earlier and last.figure.end <= one.start < said.figure.start for one in read.periods):
        return None  # "75 more than a year before": the year before has no figure here
    is_beyond = said.figure.value > _FARTHEST_BEYOND * max(first.figure.value, last.figure.value)
    is_no_end = {first.role, last.role} & {"delta", "growth"} or first.is_total or last.is_total
    if is_beyond or is_no_end or can_be_made(operands):
        return None
    return _say(first, last, said, read)


def _say(first: Item, last: Item, said: Item, read: ReadStatement) -> Outcome:
    right = said.figure.print_value(abs(first.figure.value - last.figure.value))
    words = say_difference(first.figure.print_value(), last, right, said)
    return make_outcome(False, "difference", words, read, first, last, said)


def _find_ends(operands: Operands, read: ReadStatement) -> list[Item]:
    """Return the amounts before a difference; those of the sentence before it, or behind it, where there are none."""
    said = operands.said
    ends = operands.list_alike(is_here=True)
    is_alone = not [one for one in operands.here if one not in ends]
    if len(ends) < 2 and is_alone and _goes_on(said, operands, read):
        ends = operands.list_alike(is_here=False)
    if len(ends) < _BOTH and is_alone and said.role == "delta" and _concludes(said, read):
        rated = [one for one in operands.near if one.unit.kind == said.unit.kind and one.role in ("", "base", "result")]
        ends = rated if len(rated) == _BOTH and len({one.per for one in rated} - {""}) == 1 else ends
    if len(ends) < _BOTH and is_alone and said.role == "delta":
        told = [one for one in operands.near if is_alike(one, said) and one.role in ("base", "result")]
        ends = told if [one.role for one in told] == ["base", "result"] else ends
    if len(ends) == 1 and is_alone and said.sentence and _is_right_behind(ends[0], said, read):
        told = operands.list_alike(is_here=False)
        ends = told if len(told) == _BOTH and names_again(said.sentence, said.sentence - 1, read) else ends
    if not ends and not operands.here:  # "12 more than imports: exports were 47, imports 35"
        ends = [one for one in operands.all if one.sentence == said.sentence and is_alike(one, said)]
    return ends


def _is_right_behind(end: Item, said: Item, read: ReadStatement) -> bool:
    """ "On the eastern one it pays 7,100 yuan, | 1,300 yuan more": a comma alone, and perhaps a word or two, stands between."""
    return said.role == "delta" and bool(_BESIDE.fullmatch(read.gap_between(end, said)))


def _is_turned(first: Item, last: Item, said: Item) -> bool:
    """ "180 this year, 30 fewer than the 150 of last year": the one that is compared with is told, and is the smaller one."""
    if "base" not in (first.role, last.role) or first.role == last.role:
        return False
    base, other = (first, last) if first.role == "base" else (last, first)
    clause = find_clause_before(said)[-6:] + " " + said.after[:8]
    is_less, is_more = read_sense_cues().lesser.search(clause), read_sense_cues().greater.search(clause)
    step = other.figure.value - base.figure.value
    return bool(is_less) != bool(is_more) and (step > 0 if is_less else step < 0)


def _goes_on(said: Item, operands: Operands, read: ReadStatement) -> bool:
    """Say whether a difference is one of the sentence before: concluded, called the gap, or told of one of two ways."""
    is_gap = read_sense_cues().says_gap.search(said.before)
    return bool(is_gap) or _concludes(said, read) or _compares_ways(said, operands, read)


def _compares_ways(said: Item, operands: Operands, read: ReadStatement) -> bool:
    """ "By sea it takes 12 days, by rail 5. Rail is | 9 days faster": the claim names one of two ways that were told apart."""
    ends = operands.list_alike(is_here=False)
    ways = [read_own_subject(one).get("way", frozenset()) for one in ends]
    named = find_subject(find_clause_before(said)).get("way", frozenset())
    return len(ends) == _BOTH and bool(named) and named in ways and len(set(ways)) == _BOTH


def _is_difference(said: Item, read: ReadStatement) -> bool:
    """Say whether words call it a difference, and none that it is one of something else."""
    cues = read_sense_cues()
    lead = find_clause_before(said)
    is_said = said.role == "delta" or cues.says_difference.search(lead) or cues.says_difference_behind.match(said.after)
    return bool(is_said) and said.role in ("", "delta", "result") and "goods" not in find_subject(said.after[:20])


def _concludes(said: Item, read: ReadStatement) -> bool:
    return bool(
        read_sense_cues().says_so.search(read.text[read.sentences[said.sentence][0] : read.sentences[said.sentence][1]])
    )
