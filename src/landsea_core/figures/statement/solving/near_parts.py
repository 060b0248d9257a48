"""Shares and rests that no closing word names, told of the only three figures around and near to what these make."""

import re

from landsea_core.figures.quantities import Interval, widen_percentage
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, find_clause_behind
from landsea_core.figures.statement.explanations import explain_share
from landsea_core.figures.statement.following.operands import Operands, is_alike
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.figures.statement.told.wordings import find_words
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_BOTH = 2
_ALL, _NEAR, _NEAR_REST = 100.0, 1.5, 0.15
_ROLES = ("", "result")
_OF_SOMETHING = re.compile(
    r"\s*of (?:the |its |their |all |total )*(?P<noun>[a-z]{3,})|[^\d,，。;]{0,3}占(?P<han>[^\d,，。;]+)的$", re.I
)
_OF_ALL = re.compile(r"total|all|them|these|those|whole|全部|总|其|比重|比例", re.IGNORECASE)


def solve_near_share(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "The zone has 250 firms. 75 are foreign; they make up 40 percent" cannot be: a whole, a part, and its share."""
    said, around = operands.said, list(operands.near)
    if said.unit != PERCENT or said.role not in ("share", "result", "") or said.figure.bound:
        return None
    if len(around) != _BOTH or len(operands.all) != _BOTH or not _are_plain(around):
        return None
    whole, part = around
    is_beside = find_words("SHARE_BESIDE").search(find_clause_before(said) + " # " + find_clause_behind(said))
    is_told = is_beside or (said.role == "share" and said.sentence == part.sentence)
    if not is_told or part.figure.value >= whole.figure.value or _is_of_other(said, whole, read):
        return None
    between = read.text[part.figure.end : said.figure.start]
    if _is_taken_back(operands, read) or find_words("NOT_ALL").search(between):
        return None
    right = part.figure.value / whole.figure.value * _ALL
    told = said.figure.value
    if not right / _NEAR < told < right * _NEAR or abs(_ALL - told - right) < 1:
        return None
    inside, outside = part.figure.make_interval(), whole.figure.make_interval()
    made = Interval(inside.low / outside.high * _ALL, inside.high / outside.low * _ALL)
    words = explain_share(part, whole, said.figure.print_value())
    return Solution("share", made, widen_percentage(said.figure), words, (whole, part), is_closed=True)


def solve_near_rest(operands: Operands, read: ReadStatement) -> Solution | None:
    """ "600,000 were set aside, 410,000 used by September. It has 290,000" cannot be: three figures, and the last is left."""
    said, around = operands.said, list(operands.near)
    is_amount = said.unit not in (PERCENT, POINTS, TIMES, PLAIN) and said.unit.kind != "time"
    if not is_amount or len(around) != _BOTH or len(operands.all) != _BOTH or not _are_plain([*around, said]):
        return None
    whole, part = around
    if not all(is_alike(one, said) for one in around) or whole.figure.value <= max(
        part.figure.value, said.figure.value
    ):
        return None
    lead = read.text[read.sentences[whole.sentence][0] : part.figure.start]
    between = read.text[whole.figure.end : part.figure.start]
    is_gone = find_words("GONE").search(find_clause_before(part) + " # " + find_clause_behind(part))
    is_left = find_words("LEFT_OVER").search(find_clause_before(said) + " # " + find_clause_behind(said))
    if not is_gone or not is_left or _is_taken_back(operands, read) or find_words("NOT_ALL").search(lead + between):
        return None
    made = part.figure.value + said.figure.value
    if abs(made - whole.figure.value) > _NEAR_REST * whole.figure.value:
        return None
    inside, outside = part.figure.make_interval(), whole.figure.make_interval()
    right = Interval(outside.low - inside.high, outside.high - inside.low)
    words = Sentence(
        "%(parts)s make %(right)s, said was %(whole)s",
        parts=f"{part.figure.print_value()} + {said.figure.print_value()}",
        right=whole.figure.print_value(made),
        whole=whole.figure.print_value(),
    )
    return Solution("sum", right, said.figure.make_interval(), words, (whole, part), is_closed=True)


def _are_plain(items: list[Item]) -> bool:
    kinds = {one.unit.kind for one in items}
    return len(kinds) == 1 and all(one.role in _ROLES and not one.per and not one.figure.bound for one in items)


def _is_of_other(said: Item, whole: Item, read: ReadStatement) -> bool:
    """ "They account for 40 percent | of output", 占产值的40%: a share of something else than what was counted."""
    found = _OF_SOMETHING.match(said.after) or _OF_SOMETHING.search(said.before)
    named = (found["noun"] or found["han"] or "").lower() if found else ""
    told = read.text[read.sentences[whole.sentence][0] : whole.figure.end + 24].lower()
    return bool(named) and not _OF_ALL.search(named) and named[:5] not in told


def _is_taken_back(operands: Operands, read: ReadStatement) -> bool:
    first = min(one.sentence for one in operands.near)
    text = read.text[read.sentences[first][0] : read.sentences[operands.said.sentence][1]]
    return bool(find_words("OTHERWISE").search(text) or find_words("CAME_ANEW").search(text))
