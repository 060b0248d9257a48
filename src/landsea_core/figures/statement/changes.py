"""Gathering the figures of a statement into changes: beginning, end, and what is said about the way between them.

1. Changes that are told "respectively" are taken out first (`changes_in_turn`).
2. All other figures are gathered in the order in which they stand; a new change begins where a part is filled already, with
   a new sentence, and where another unit begins.
3. A word like "doubled" goes to the change in whose sentence it stands nearest.
4. What has no beginning or end of its own may take it from the sentences around (`change_ends`).

"Trade rose from 6.59 to 8.59 bn, up 24.2 %" is one change with base, result and growth.
"""

import re
from dataclasses import replace

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.change import SAID, Change, WordMultiple, lies_before
from landsea_core.figures.statement.change_ends import complete_change
from landsea_core.figures.statement.change_rules import (
    are_parts_listed,
    begins_new_change,
    has_later_end,
    is_part_of_changes,
)
from landsea_core.figures.statement.changes_in_turn import find_changes_in_turn
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement

_NOUN = re.compile(
    r"[\s-]+(?!(?:the|that|what|its|their|this|last|those|in|to|from|as|since|compared|by|and|over)\b)[a-z]+",
    re.IGNORECASE,
)
_ONCE_ONLY = ("growth", "points", "multiple", "delta", "base")


def gather_changes(read: ReadStatement) -> list[Change]:
    """Return the changes of a statement."""
    in_turn = list(find_changes_in_turn(read))
    taken = frozenset[int]().union(*(change.places for change in in_turn))
    gatherer = _Gatherer(read)
    for at, item in enumerate(read.items):
        if at not in taken and is_part_of_changes(at, read):
            gatherer.add(at, item)
    found = [*gatherer.changes, *in_turn]
    _attach_words(found, read)
    told = frozenset[int]().union(*(change.places for change in found if _is_told_whole(change)))
    return [replace(change, parts=complete_change(change, read, told)) for change in found if change.parts]


def _is_told_whole(change: Change) -> bool:
    """Say whether a change has its beginning, its end and a growth: another growth is then of something else."""
    return {"base", "result", "growth"} <= change.parts.keys()


class _Gatherer:
    """Takes figures in their order; the last of `changes` is the one that is being filled."""

    def __init__(self, read: ReadStatement) -> None:
        self._read = read
        self.changes = [Change()]

    def add(self, at: int, item: Item) -> None:
        """Take one figure into the open change, or into a new one."""
        if self._open.parts and begins_new_change(self._open, at, self._read):
            self._begin()
        role = self._role_of(at, item)
        if role in self._open.parts and role in _ONCE_ONLY:
            self._begin()
        if role == "result" and "result" in self._open.parts:
            told = self._read.items[self._open.parts["result"]]
            if not {"base", *SAID} & self._open.parts.keys() and not are_parts_listed(told, item, self._read):
                self._make_ends(at, item)
                return
            self._begin()
        self._open.parts[role] = at

    @property
    def _open(self) -> Change:
        return self.changes[-1]

    def _begin(self) -> None:
        self.changes.append(Change())

    def _role_of(self, at: int, item: Item) -> str:
        """Return the role of a figure in the open change: an amount without one is a beginning if an end follows."""
        role = item.role
        told = self._open.item_of("result", self._read)
        if role == "" and told and "base" not in self._open.parts and lies_before(told, item):
            return "result"  # "240 in 2022, 210 in 2023": what is later is no beginning of it
        if role == "":
            role = "result" if "base" in self._open.parts or not has_later_end(at, self._read) else "base"
        growth = self._open.item_of("growth", self._read)
        is_measured_from = growth and growth.compared and item.period and growth.compared.is_same(item.period)
        return "base" if role == "result" and is_measured_from else role

    def _make_ends(self, at: int, item: Item) -> None:
        """Make beginning and end of two results, the one with the earlier months first."""
        other = self._open.parts.pop("result")
        base, result = (at, other) if lies_before(item, self._read.items[other]) else (other, at)
        self._open.parts |= {"base": base, "result": result}


def _attach_words(found: list[Change], read: ReadStatement) -> None:
    """Give words like "doubled" to the change in whose sentence they stand nearest."""
    for multiple in read_statement_cues().multiples:
        for match in multiple.words.finditer(read.text):
            if _names_a_kind(match, read.text):
                continue
            near = [
                (_distance(change, match.start(), read), number)
                for number, change in enumerate(found)
                if not {"multiple", "growth"} & change.parts.keys() and _is_in_sentence(change, match.start(), read)
            ]
            if near:
                found[min(near)[1]].word = WordMultiple(multiple.factor, match.group(), match.start())


def _names_a_kind(match: re.Match[str], text: str) -> bool:
    """ "Ten double rooms", "a double track": a kind of things, and no multiple."""
    return match.group().lower() in ("double", "triple") and bool(_NOUN.match(text, match.end()))


def _distance(change: Change, place: int, read: ReadStatement) -> int:
    return min(abs(read.items[at].figure.start - place) for at in change.parts.values())


def _is_in_sentence(change: Change, place: int, read: ReadStatement) -> bool:
    if not change.parts:
        return False
    start, end = read.sentences[read.items[max(change.parts.values())].sentence]
    return start <= place < end
