"""The part of a percentage: a growth, a share, what was reached of a plan, or (as an end of a change) an amount of its own."""

import re
from dataclasses import replace

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.item import Item

_CLAUSE = re.compile(r"[,，;(]")
_NEAR, _TAIL, _RIGHT_BEHIND = 60, 30, 16
"""Characters before and behind a percentage in which is said what it is."""


def read_percentage(item: Item) -> Item:
    """Return a percentage with its role; the first of these that fits.

    1. "+12 %" is a growth. 2. "95 % of the plan" is attained. 3. "accounts for 40 %" is a share. 4. "from 30 %" is a
    beginning, "to 45 %" an end. 5. "up 12 %", "12 % more" is a growth. All else stays open.
    """
    bound = read_statement_cues().bound_before.search(item.before)  # "less than a third" is no fall
    words = replace(item, before=item.before[: bound.start()]) if bound else item
    return replace(_read_by_words(words), before=item.before)


def _read_by_words(item: Item) -> Item:
    cues, clause = read_statement_cues(), _CLAUSE.split(item.before[-_NEAR:])[-1]
    if item.figure.signed:
        return replace(item, role="growth", sign=1)
    if cues.attained_before.search(clause) or cues.attained_after.match(item.after):
        return replace(item, role="attained")
    if _is_share(item, clause):
        return replace(item, role="share")
    if cues.base_near.search(item.before) and not cues.compared_before.search(item.before):
        return replace(item, role="base")
    if cues.reached_before.search(item.before) and not cues.change_reached.search(item.before):
        return replace(item, role="result")
    sign = _find_way(item, clause)
    return replace(item, role="growth", sign=sign) if sign else item


def find_last_way(words: str) -> int:
    """Return -1 when the last word of a way that these words say is one of falling, 1 when it is one of rising; 0 for none."""
    rise = max((match.start() for match in read_statement_cues().up.finditer(words)), default=-1)
    fall = max((match.start() for match in read_statement_cues().down.finditer(words)), default=-1)
    return 0 if rise == fall == -1 else -1 if fall > rise else 1


def _is_share(item: Item, clause: str) -> bool:
    cues = read_statement_cues()
    if cues.by_before.search(item.before) and find_last_way(clause):
        return False  # "the share has grown by 120 %"
    if cues.share_before.search(clause):
        is_end = cues.base_near.search(item.before) or cues.to_before.search(item.before)
        return not is_end or _is_share_of(item, clause)
    return _is_share_of(item, clause)


def _is_share_of(item: Item, clause: str) -> bool:
    """Say whether a whole stands behind a percentage of which no rise or fall is said: "40 % of the goods"."""
    return bool(read_statement_cues().share_after.match(item.after)) and not find_last_way(clause)


def _find_way_of_comparison(clause: str) -> int:
    """Return 1 for 比去年多, -1 for 比去年少, 0 where a percentage stands behind neither."""
    cues = read_statement_cues()
    return -1 if cues.less_by.search(clause) else 1 if cues.more_by.search(clause) else 0


def _find_way(item: Item, clause: str) -> int:
    """Return which way a growth goes by the words around it, 1 or -1; 0 where none says that it is a growth."""
    cues = read_statement_cues()
    if way := find_last_way(clause) or _find_way_of_comparison(clause):
        return way
    tail = _CLAUSE.split(item.after)[0][:_TAIL]
    if cues.down.search(tail) or cues.up.search(tail):
        return -1 if cues.down.search(tail) else 1
    if cues.each_year.search(item.after[:_RIGHT_BEHIND]) and cues.average.search(clause):
        return 1
    if item.yearly or cues.growing.search(item.before):
        return 1
    near = item.before[-_NEAR:]
    if cues.up.search(near) or cues.down.search(near):
        return -1 if cues.down.search(near) and not cues.up.search(near) else 1
    return 0
