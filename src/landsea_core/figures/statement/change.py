"""A change as a statement tells it: from which figure to which, and what is said about the way between them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement

SAID = ("growth", "multiple", "points", "delta")
"""Roles of what is said about the way between beginning and end."""


class WordMultiple(NamedTuple):
    """A word such as "doubled" with its factor, and where it stands."""

    factor: float
    words: str
    start: int


@dataclass
class Change:
    """What one change is said to be: places in the list of items by role (base, result, growth, points, multiple, delta); a
    multiple may come from a word instead.
    """

    parts: dict[str, int] = field(default_factory=dict)
    word: WordMultiple | None = None

    def item_of(self, role: str, read: ReadStatement) -> Item | None:
        """Return the item of a part."""
        return read.items[self.parts[role]] if role in self.parts else None

    @property
    def places(self) -> frozenset[int]:
        """The places of all its items."""
        return frozenset(self.parts.values())


def lies_before(one: Item, other: Item) -> bool:
    """Say whether the months of one figure begin before those of another."""
    return bool(one.period and other.period and one.period.first < other.period.first)


def is_yearly_mismatch(said: Item, base: Item, result: Item) -> bool:
    """Say whether a growth is said as year-on-year and its figures lie further apart: then it is none between them."""
    if not said.yearly or not (base.period and result.period):
        return False
    return result.period.first - base.period.first not in (0, 12)
