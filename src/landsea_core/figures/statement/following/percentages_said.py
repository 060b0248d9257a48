"""Percentages behind a part and its whole, the only two amounts of their unit: the share, the rest, or the growth of them."""

import re

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval, find_growth, widen_percentage
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, find_clause_behind, make_outcome
from landsea_core.figures.statement.explanations import explain_share
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import Operands
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject, may_be_compared, read_own_subject, read_subject
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_WHOLE = 100.0
_IS_THE_SHARE = re.compile(r"\W*(?:the )?(?:[a-z]+ )?(?:share|rate|proportion|ratio)\b|占比|合格率|比例", re.IGNORECASE)
_OF_A_WHOLE = re.compile(r"\s*(?:out )?of(?: the| its| their| all| our)?(?: [\w'’]+){0,2}\s*$", re.IGNORECASE)


def check_percentages_said(operands: Operands, read: ReadStatement) -> Outcome | None:
    """Return whether a percentage is that of the part and the whole before it; None where no words make them that."""
    said = operands.said
    if said.unit != PERCENT or said.role not in ("", "share", "result") or said.figure.bound:
        return None
    is_full = read_sense_cues().says_fullness.search(find_clause_before(said) + " # " + find_clause_behind(said))
    amounts = [one for one in operands.here if one.unit not in (PERCENT, POINTS, TIMES) and not one.per]
    if not amounts or (is_full and len(amounts) == 1):
        amounts = [one for one in operands.near if one.unit not in (PERCENT, POINTS, TIMES) and not one.per]
        text = read.sentence_text(said.sentence)
        if not amounts or not (is_full or read_sense_cues().says_so.search(text) or _goes_on_as_share(said, read)):
            return None
    if len(amounts) != 2 or amounts[0].unit.kind != amounts[1].unit.kind or amounts[0].unit.kind == "time":
        return None
    if is_full and _is_capacity(amounts[1]):
        amounts.reverse()
    part, whole = amounts if _is_of(amounts[0], amounts[1], read) else reversed(amounts)
    is_held = is_full and _is_capacity(whole)
    if (
        not (is_held or _is_part_of(part, whole, read))
        or part.figure.value >= whole.figure.value
        or _has_other_percent(operands)
    ):
        return None
    if _is_of_something_else(said, part) or read_statement_cues().of_them.match(said.after):
        return None
    inside = widen_percentage(said.figure)
    first, last = whole.figure.make_interval(), part.figure.make_interval()
    share = Interval(last.low / first.high * _WHOLE, last.high / first.low * _WHOLE)
    growth = find_growth(last, first) or share
    rest = Interval(_WHOLE - share.high, _WHOLE - share.low)
    fits = any(inside.meets(one, 0.5) for one in (share, rest, growth))
    words = explain_share(part, whole, said.figure.print_value())
    return make_outcome(fits, "share", words, read, whole, part, said)


def _is_capacity(item: Item) -> bool:
    cues = read_sense_cues()
    return bool(cues.holds_most.search(find_clause_before(item)) or cues.holds_most_behind.match(item.after))


def _has_other_percent(operands: Operands) -> bool:
    said = operands.said
    return any(one.unit == PERCENT and one.sentence == said.sentence for one in operands.all)


def _goes_on_as_share(said: Item, read: ReadStatement) -> bool:
    """ "That gave it a share of | 40 percent": a share of what the sentence before tells, and of nothing else."""
    lead = read.text[read.sentences[said.sentence][0] : said.figure.start]
    is_told = said.role == "share" and (read_statement_cues().refers_back.search(lead) or _IS_THE_SHARE.match(lead))
    return bool(is_told) and not read_statement_cues().of_them.match(said.after)


def _is_of(part: Item, whole: Item, read: ReadStatement) -> bool:
    """ "3.6 million | of the corridor's | 12 million": the part stands before its whole."""
    return bool(_OF_A_WHOLE.match(read.gap_between(part, whole)))


def _is_part_of(part: Item, whole: Item, read: ReadStatement) -> bool:
    """Say whether words make one the part of the other."""
    cues = read_statement_cues()
    if _is_of(part, whole, read) or read_sense_cues().is_done.search(
        find_clause_before(part) + " " + find_clause_behind(part)
    ):
        return True
    gap = read.gap_between(whole, part)
    is_of = cues.of_which.search(gap) or cues.of_all.search(whole.before) or cues.of_these.search(gap)
    return bool(is_of or cues.of_them.match(part.after)) and may_be_compared(
        read_subject(part, read), read_own_subject(whole)
    )


def _is_of_something_else(said: Item, part: Item) -> bool:
    """Say whether the words before a percentage name goods or a place that those of the part do not."""
    named, told = find_subject(find_clause_before(said)), read_own_subject(part)
    return any(named.get(kind) and named[kind] != told.get(kind) for kind in ("goods", "place", "flow", "way"))
