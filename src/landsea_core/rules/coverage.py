"""Where somebody looked: each look with its day, by whom, what was opened, and what was searched and not found.

A cell of the coverage is country x direction x kind of rule x group of goods. A cell that no look touches was not looked at,
however many rules the book happens to hold there. Counts are no business of this module (`coverage_matrix`).

Example: the list of used goods that Viet Nam does not let in was read as a whole on a day. That look is full, for Viet Nam,
import, bans, machines and vehicles; for a year a verdict may rely on it that no other ban of that kind stops them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from landsea_core.rules.goods_groups import GROUPS, find_group
from landsea_core.rules.measure_kinds import MeasureKind

GOOD_FOR = timedelta(days=365)
"""How long a look counts: lists of goods are usually rewritten once a year."""
LOOKED_DIRECTIONS = ("import", "export", "transit")
ALL_GOODS = "all"


class LookExtent(StrEnum):
    """How far somebody looked."""

    FULL = "full"
    """The law or list for these goods was opened and read as a whole."""
    NEWS = "news"
    """New acts only were searched for: it shows how fresh the book is, and proves nothing about what is not in it."""


@dataclass(frozen=True, slots=True)
class Look:
    """One systematic look at a country's rules.

    `goods`: groups, or `all`; `hs`: prefixes that narrow them, empty for the whole groups. `partners`: the other countries
    that were looked at, empty for any. `sources`: addresses opened on `looked_on`. `searched`: the words searched for.
    """

    country: str
    direction: str
    kinds: tuple[MeasureKind, ...]
    goods: tuple[str, ...]
    extent: LookExtent
    looked_on: date
    by: str
    hs: tuple[str, ...] = ()
    partners: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    not_found: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of goods that it touches."""
        return tuple(GROUPS) if ALL_GOODS in self.goods else self.goods

    @property
    def is_full(self) -> bool:
        """Whether it went through the whole of its groups, for all partners."""
        return self.extent is LookExtent.FULL and not self.hs and not self.partners

    def covers(self, hs: str, partner: str) -> bool:
        """Whether goods of this code (2 digits or more), to or from this partner, were looked at."""
        of_the_goods = find_group(hs) in self.groups and (not self.hs or hs.startswith(self.hs))
        return of_the_goods and (not self.partners or partner in self.partners)

    def is_good_on(self, day: date) -> bool:
        """Whether it is young enough to count on `day`."""
        return day - self.looked_on <= GOOD_FOR


class Coverage:
    """All looks, by country, direction and kind. Never changes."""

    def __init__(self, looks: Iterable[Look] = ()) -> None:
        self.looks = tuple(sorted(looks, key=lambda look: look.looked_on, reverse=True))
        self._by_cell: dict[tuple[str, str, MeasureKind], list[Look]] = defaultdict(list)
        for look in self.looks:
            for kind in look.kinds:
                self._by_cell[look.country, look.direction, kind].append(look)

    def __iter__(self) -> Iterator[Look]:
        return iter(self.looks)

    def list_looks(self, country: str, direction: str, kind: MeasureKind) -> tuple[Look, ...]:
        """Return the looks at a country's rules of a kind, the newest first."""
        return tuple(self._by_cell.get((country, direction, kind), ()))

    def is_looked_at(self, country: str, direction: str, kind: MeasureKind, hs: str, partner: str, day: date) -> bool:
        """Whether somebody looked fully, within a year before `day`, at rules of this kind for these goods and partner."""
        return any(
            look.extent is LookExtent.FULL and look.covers(hs, partner) and look.is_good_on(day)
            for look in self._by_cell.get((country, direction, kind), ())
        )

    def as_of(self, day: date) -> "Coverage":
        """Return what had been looked at by the end of `day`."""
        return Coverage(look for look in self.looks if look.looked_on <= day)


NOTHING_LOOKED_AT = Coverage()
