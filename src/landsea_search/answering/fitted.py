"""What a planner keeps for all queries whose window and criteria need the same layout of words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from landsea_search.compiled.packing import MOST_IN_ROW, Layout
from landsea_search.compiled.room import Room, make_room
from landsea_search.compiled.tables import NetworkArrays, Prices

if TYPE_CHECKING:
    from landsea_search.lookahead.halves import Halves

KEPT_LABELS = 1 << 23  # room for more labels than this is given back after the query that needed it


@dataclass(slots=True)
class Fitted:
    """Layout, prices and room for one kind of query; `prices` None: they do not fit into words."""

    arrays: NetworkArrays
    layout: Layout
    prices: Prices | None
    room: Room
    halves: "Halves | None" = None

    @classmethod
    def fit(cls, arrays: NetworkArrays, bits: int, with_risk: bool) -> "Fitted":
        """Return what queries need whose times fit into so many bits."""
        layout = Layout.fit((1 << bits) - 1, with_risk)
        return cls(arrays, layout, arrays.pack_prices(layout), make_room(arrays.tables, 1 << bits))

    @property
    def can_look_ahead(self) -> bool:
        """Say whether the optional part for very many labels, `landsea_search.lookahead`, can be used.

        Not where a haulage may go at any minute, nor where the numbers of a row may run over the guard bits of a word,
        as in windows of half a year.
        """
        return not len(self.arrays.tables.hauls) and self.layout.most >= MOST_IN_ROW

    def load_halves(self) -> "Halves":
        """Return the optional part, loaded at the first query that needs it."""
        if self.halves is None:
            from landsea_search.lookahead.halves import Halves

            assert self.prices is not None
            self.halves = Halves(self.arrays, self.layout, self.prices, self.make_another_room())
        return self.halves

    def make_another_room(self) -> Room:
        """Return a room of the first size for the same queries."""
        return make_room(self.arrays.tables, len(self.room.queue) - 1)

    def give_back(self) -> None:
        """Keep no more room than most queries need."""
        if len(self.room.labels) > KEPT_LABELS:
            self.room = self.make_another_room()
        if self.halves is not None and len(self.halves.late_room.labels) > KEPT_LABELS:
            self.halves.late_room = self.make_another_room()
