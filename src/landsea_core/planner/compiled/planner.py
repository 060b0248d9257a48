"""Calling the compiled loops for a query, with room enough, and reading journeys back from labels."""

from typing import NamedTuple

import numpy as np

from landsea_core.planner.compiled.bounds import heap_room, least, packed_bounds
from landsea_core.planner.compiled.earliest import earliest_arrival
from landsea_core.planner.compiled.labels import END, JOURNEYS
from landsea_core.planner.compiled.legs import LegReader
from landsea_core.planner.compiled.packing import Layout
from landsea_core.planner.compiled.room import AT_LEAST, DONE, OVER_BUDGET, RAN_OVER, WORD, Room, larger, room_for
from landsea_core.planner.compiled.search import search
from landsea_core.planner.compiled.tables import MOVE, Arrays, Prices, arrays_of
from landsea_core.planner.reference import ReferencePlanner
from landsea_core.planner.spi import Criteria, Journey, Network, Query, Values

# A search that needs more labels than this begins anew with a rough one: labels are compared without the lowest bits
# of time, cost, CO2e and risk, so few are kept. All it finds are real journeys, and with them the exact search drops
# most labels at once.
ENOUGH_LABELS = 30_000
ANY_NUMBER = 1 << 40
ROUGH, EXACT = (9, 4, 4, 4), (0, 0, 0, 0)


class Fitted(NamedTuple):
    """What is kept for all queries whose window and criteria need the same layout of words."""

    layout: Layout
    prices: Prices | None
    room: Room


class Found(NamedTuple):
    """The front of one query: values with the label that each journey ended with, and the labels."""

    rows: list[tuple[Values, int]]
    labels: np.ndarray
    time_mask: int


class CompiledPlanner:
    """Searches one network; keeps its memory between queries, so it serves one thread at a time."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.arrays: Arrays = arrays_of(network)
        self.stops = len(network.stops)
        self.legs = LegReader(network, self.arrays.tables)
        self.fitted: dict[tuple[int, bool], Fitted] = {}
        self.heap = heap_room(self.arrays.tables)
        self.boarded = self.arrays.tables.boardings[:, MOVE]
        self.bounds = np.empty((3, 2 * self.stops), np.int64)
        self.bounds_on_board = np.empty((3, len(self.arrays.tables.moves)), np.int64)

    def journeys(self, query: Query) -> list[Journey]:
        """Return the exact Pareto set, one journey for each vector of values, sorted by values; empty: no way."""
        found = self._search(query)
        if found is None:
            return ReferencePlanner(self.network).journeys(query)
        return [
            Journey(*values, legs=self.legs.legs(found.labels, label, query.ready, found.time_mask))
            for values, label in found.rows
        ]

    def front(self, query: Query) -> list[Values]:
        """Return the values of the journeys alone, sorted."""
        found = self._search(query)
        if found is None:
            return ReferencePlanner(self.network).front(query)
        return [values for values, _ in found.rows]

    def _search(self, query: Query) -> Found | None:
        """Search; None when a label is too much for its word, so that plain Python must do it."""
        if query.ready > query.latest or query.origin == query.destination:
            rows = [((query.ready, 0, 0, 0), 0)] if query.ready <= query.latest else []
            return Found(rows, np.empty((0, 8), np.int64), 0)
        bits = (2 * (query.latest - query.ready)).bit_length()  # a label's time and a bound's must fit together
        key = (bits, query.criteria == Criteria.ARRIVAL_COST_CO2_RISK)
        if key not in self.fitted:
            layout = Layout.fitting((1 << bits) - 1, key[1])
            self.fitted[key] = Fitted(
                layout, self.arrays.prices(layout), room_for(self.arrays.tables, self.stops, 1 << bits)
            )
        return self._earliest(query, key) if query.criteria == Criteria.ARRIVAL else self._front(query, key)

    def _earliest(self, query: Query, key: tuple[int, bool]) -> Found:
        """Search over arrival alone."""
        layout, _, room = self.fitted[key]
        tables = self.arrays.tables
        most = len(tables.moves) + len(tables.steps) + len(tables.hauls) + 2
        while len(room.labels) < most:
            room = self._enlarge(key, larger(room))
        label = earliest_arrival(
            tables,
            room,
            self.bounds[0],
            room.taken,
            query.origin,
            query.destination,
            query.ready,
            query.latest - query.ready,
        )
        rows = [] if label < 0 else [((query.ready + int(room.labels[label, WORD]), 0, 0, 0), label)]
        return Found(rows, room.labels, layout.time_mask)

    def _front(self, query: Query, key: tuple[int, bool]) -> Found | None:
        """Search over three or four criteria."""
        arrays, layout = self.arrays, self.fitted[key].layout
        if self.fitted[key].prices is None:
            return None
        for row, weights in enumerate((arrays.minutes, arrays.cost, arrays.co2)):
            least(arrays.tables, weights, query.destination, self.bounds[row], self.bounds_on_board[row], *self.heap)
        state = np.zeros(4, np.int64)
        self._pass(query, key, state, EXACT, ENOUGH_LABELS)
        if state[END] == OVER_BUDGET:
            self._pass(query, key, state, ROUGH, ANY_NUMBER)
            self._pass(query, key, state, EXACT, ANY_NUMBER)
        if state[END] == RAN_OVER:
            return None
        room, count = self.fitted[key].room, state[JOURNEYS]
        minutes, cost, co2, risk = layout.unpacked(room.journeys[:count])
        values = zip((query.ready + minutes).tolist(), cost.tolist(), co2.tolist(), risk.tolist(), strict=True)
        rows = sorted(zip(values, room.journey_labels[:count].tolist(), strict=True))
        return Found(rows, room.labels, layout.time_mask)

    def _pass(self, query: Query, key: tuple[int, bool], state: np.ndarray, without: tuple, most_labels: int) -> None:
        """Search with the journeys already found; `without` are the lowest bits that labels are compared without."""
        layout, prices, room = self.fitted[key]
        longest = query.latest - query.ready
        shape = (layout.guards, layout.time_mask, layout.risk_shift, key[1], layout.keeping(*without))
        shifts = (longest, layout.most, layout.cost_shift, layout.co2_shift)
        while state[END] != RAN_OVER:
            packed_bounds(*self.bounds, *shifts, room.nodes[:, AT_LEAST])
            packed_bounds(*self.bounds_on_board[:, self.boarded], *shifts, room.ahead)
            search(
                self.arrays.tables, prices, room, state, query.origin, query.destination, query.ready, longest,
                most_labels, shape,
            )  # fmt: skip
            if state[END] in {DONE, OVER_BUDGET, RAN_OVER}:
                return
            room = self._enlarge(key, larger(room, state[END]))

    def _enlarge(self, key: tuple[int, bool], room: Room) -> Room:
        """Keep a larger room for the queries to come."""
        self.fitted[key] = self.fitted[key]._replace(room=room)
        return room
