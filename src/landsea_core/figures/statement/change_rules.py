"""Which figures are parts of changes, and where one change ends and the next begins."""

import re

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.change import Change, lies_before
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_AN_HOUR, _A_WEEK, _MONTH = 1.0, 24 * 7.0, 24 * 28.0
"""Hours: what took months or years is how long something else took, rather than a travel time."""
_ROLES_OF_CHANGES = ("growth", "delta", "base", "multiple", "points")


def is_part_of_changes(at: int, read: ReadStatement) -> bool:
    """Say whether a figure is part of a change: no share, no rate beside one, no length of time beside amounts."""
    item = read.items[at]
    is_rate = item.per and item.role not in ("base", "result")
    if item.role == "share" or (is_rate and not (_is_before_base(at, read) or _is_step_of_rate(at, read))):
        return False
    if item.role == "" and not _may_end(item, read):
        return False
    return not _is_length_beside(item, read) and not _is_aside(item, read)


def _is_before_base(at: int, read: ReadStatement) -> bool:
    """ "9.6 yuan a kilogram, | 30 % more than the 8 yuan of last year": a rate that is compared with one told in short."""
    item = read.items[at]
    following = next((one for one in read.items[at + 1 :] if one.unit.kind == item.unit.kind), None)
    return following is not None and following.sentence == item.sentence and following.role == "base"


def _is_step_of_rate(at: int, read: ReadStatement) -> bool:
    """ "The fee per container fell from 120 to 90 dollars, 50 dollars less a container": right behind both ends of a rate."""
    item, ends = read.items[at], read.items[max(0, at - 2) : at]
    roles = [one.role for one in ends]
    are_ends = roles in (["base", "result"], ["", "result"]) and {one.unit.kind for one in ends} == {item.unit.kind}
    start, end = read.sentences[item.sentence]
    is_per = len(re.findall(rf"\bper {re.escape(item.per)}", read.text[start:end], re.IGNORECASE)) > 1
    is_per = is_per or (bool(ends) and ends[0].per == item.per)
    return item.role == "delta" and are_ends and is_per and ends[0].sentence == item.sentence


def begins_new_change(change: Change, at: int, read: ReadStatement) -> bool:
    """Say whether a change ends before a figure: with its sentence, at "but" or "of which", where another unit begins."""
    item, last = read.items[at], read.items[max(change.parts.values())]
    between = last.figure.end, item.figure.start
    if item.sentence != last.sentence:
        return True
    is_base_behind = item.role == "base" and "base" not in change.parts and last.unit.kind == item.unit.kind
    is_contrast = read_statement_cues().contrast.search(read.text, *between) and not is_base_behind
    if is_contrast or read_statement_cues().of_which.search(read.text, *between):
        return True
    ends = (end for role in ("base", "result") if (end := change.item_of(role, read)))
    return item.role in (*AMOUNT_ROLES, "delta") and any(end.unit.kind != item.unit.kind for end in ends)


def has_later_end(at: int, read: ReadStatement) -> bool:
    """Say whether a later figure of the same unit and sentence is the end of the change that this one begins."""
    one = read.items[at]
    for place, other in enumerate(read.items[at + 1 :], start=at + 1):
        if other.sentence != one.sentence:
            return False
        if other.unit.kind == one.unit.kind and other.role in ("result", "") and not other.per:
            if read_statement_cues().of_which.search(read.text, one.figure.end, other.figure.start):
                return False  # a part is no end
            if are_parts_listed(one, other, read):
                return False
            if _has_own_growth(at, read) and _has_own_growth(place, read):
                return False  # "exports 21 bn, up 8 %, imports 11 bn, up 2 %": two changes, each with its end only
            return not lies_before(other, one)
    return False


def are_parts_listed(one: Item, other: Item, read: ReadStatement) -> bool:
    """ "18,420 vehicles, of which exports | 9,650 and imports | 8,770, up 5 %": parts of one whole, no beginning and end."""
    if one.sentence != other.sentence or one.role == "base" or other.role == "base" or one.unit == PERCENT:
        return False
    before = [item for item in read.items_of_sentence(one.sentence) if item.figure.end <= one.figure.start]
    whole = next((item for item in reversed(before) if item.unit.kind == one.unit.kind), None)
    is_of_which = whole and read_statement_cues().of_which.search(read.text, whole.figure.end, one.figure.start)
    return bool(is_of_which) and not lies_before(one, other) and not lies_before(other, one)


def _has_own_growth(at: int, read: ReadStatement) -> bool:
    following = read.items[at + 1] if at + 1 < len(read.items) else None
    return following is not None and following.role == "growth" and following.sentence == read.items[at].sentence


def _may_end(item: Item, read: ReadStatement) -> bool:
    """Say whether an amount may be an end: something in the statement speaks of a change."""
    if item.unit == PERCENT:
        return False
    start, end = read.sentences[item.sentence]
    return any(other.role in _ROLES_OF_CHANGES for other in read.items) or any(
        multiple.words.search(read.text, start, end) for multiple in read_statement_cues().multiples
    )


def _is_length_beside(item: Item, read: ReadStatement) -> bool:
    """ "in two years", 两年增长: how long a change of something else took is no part of it."""
    is_week = _A_WEEK <= item.figure.scale < _MONTH
    if is_week and item.unit.kind == "time":
        hours = (one for one in read.items_of_sentence(item.sentence) if one.unit.kind == "time")
        return any(one.figure.scale <= _AN_HOUR for one in hours)  # "in the week before they waited 31 hours, 9 more"
    if item.unit.kind != "time" or item.figure.scale < _MONTH:
        return False
    here = read.items_of_sentence(item.sentence)
    return any(one.unit.kind != "time" and one.unit not in (PERCENT, POINTS, TIMES) for one in here)


def _is_aside(item: Item, read: ReadStatement) -> bool:
    """ "8 days (2 by rail and 6 by sea)": amounts that a bracket holds several of are parts, and no ends."""
    opened = read.text.rfind("(", 0, item.figure.end)
    closed = read.text.find(")", opened)
    if opened < 0 or closed < item.figure.start or item.unit == PERCENT:
        return False
    return sum(opened <= one.figure.start < closed and one.unit.kind == item.unit.kind for one in read.items) > 1
