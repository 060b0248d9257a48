"""Calling the compiled loops for a query, with room enough, and reading journeys back from labels."""

from typing import NamedTuple

import numpy as np

from landsea_core.planner.compiled.bounds import heap_room, least, packed_bounds
from landsea_core.planner.compiled.earliest import earliest_arrival
from landsea_core.planner.compiled.foresight import LENGTH, Foresight
from landsea_core.planner.compiled.labels import (
    COLUMNS,
    END,
    JOURNEYS,
    LABELS,
    SETTLED,
    WITH_JOURNEYS,
    WITH_LABELS,
    WORDS,
)
from landsea_core.planner.compiled.legs import LegReader
from landsea_core.planner.compiled.lookout import Lookout, no_foresight
from landsea_core.planner.compiled.packing import Layout
from landsea_core.planner.compiled.room import (
    AT_LEAST,
    DONE,
    MORE_LABELS,
    OVER_BUDGET,
    RAN_OVER,
    Room,
    larger,
    room_for,
)
from landsea_core.planner.compiled.search import UNBOUNDED, search
from landsea_core.planner.compiled.tables import MOVE, Arrays, Prices, arrays_of
from landsea_core.planner.compiled.timetable import IN_USE
from landsea_core.planner.reference import ReferencePlanner
from landsea_core.planner.spi import Criteria, Journey, Network, Query, TooManyLabels, Values

MOST_LABELS = 1 << 25
"""So many labels a query may take, if nothing else is said: with what belongs to them 1.5 to 2.5 GB."""
MOST_PLAIN_LABELS = 1 << 21
"""So many where plain Python has to search, whose labels are objects and take many times the memory."""
KEPT_LABELS = 1 << 22
"""Room for more labels than this is given back after the query that needed it."""
# A search that needs more labels than this begins anew with a rough one: labels are compared without the lowest bits
# of time, cost, CO2e and risk, so few are kept. All it finds are real journeys, and with them the exact search drops
# most labels at once.
ENOUGH_LABELS = 30_000
# When that took more labels than this, the exact search gets rows of what lies ahead (`foresight`), which take about as
# long to make as a million labels.
MANY_LABELS = 300_000
ROUGH, EXACT = (9, 4, 4, 4), (0, 0, 0, 0)


class Fitted(NamedTuple):
    """What is kept for all queries whose window and criteria need the same layout of words."""

    layout: Layout
    prices: Prices | None
    room: Room
    lookout: Lookout | None


class Effort(NamedTuple):
    """What the last query over several criteria took: labels made, labels settled, comparisons, bytes written to."""

    labels: int
    settled: int
    with_labels: int
    with_journeys: int
    bytes: int


class Found(NamedTuple):
    """The front of one query: values with the label that each journey ended with, and the labels."""

    rows: list[tuple[Values, int]]
    labels: np.ndarray
    words: np.ndarray
    time_mask: int


class CompiledPlanner:
    """Searches one network; keeps its memory between queries, so it serves one thread at a time.

    A query that needs more than `most_labels` raises `TooManyLabels`; the next one is answered as if nothing had been.
    """

    def __init__(self, network: Network, most_labels: int = MOST_LABELS) -> None:
        self.network, self.most_labels = network, most_labels
        self.arrays: Arrays = arrays_of(network)
        self.stops = len(network.stops)
        self.legs = LegReader(network, self.arrays.tables)
        self.fitted: dict[tuple[int, bool], Fitted] = {}
        self.heap = heap_room(self.arrays.tables)
        self.boarded = self.arrays.tables.boardings[:, MOVE]
        self.no_foresight = no_foresight(self.stops)
        self.effort: Effort | None = None
        self.bounds = np.empty((3, 2 * self.stops), np.int64)
        self.bounds_on_board = np.empty((3, len(self.arrays.tables.moves)), np.int64)

    def journeys(self, query: Query) -> list[Journey]:
        """Return the exact Pareto set, one journey for each vector of values, sorted by values; empty: no way."""
        found = self._search(query)
        if found is None:
            return self._plain().journeys(query)
        return [
            Journey(*values, legs=self.legs.legs(found.labels, found.words, label, query.ready, found.time_mask))
            for values, label in found.rows
        ]

    def front(self, query: Query) -> list[Values]:
        """Return the values of the journeys alone, sorted."""
        found = self._search(query)
        if found is None:
            return self._plain().front(query)
        return [values for values, _ in found.rows]

    def _plain(self) -> ReferencePlanner:
        """Return the search that has no words to outgrow."""
        return ReferencePlanner(self.network, min(self.most_labels, MOST_PLAIN_LABELS))

    def _search(self, query: Query) -> Found | None:
        """Search; None when a label is too much for its word, so that plain Python must do it."""
        if query.ready > query.latest or query.origin == query.destination:
            rows = [((query.ready, 0, 0, 0), 0)] if query.ready <= query.latest else []
            return Found(rows, np.empty((0, 6), np.int32), np.empty(0, np.int64), 0)
        bits = (2 * (query.latest - query.ready)).bit_length()  # a label's time and a bound's must fit together
        key = (bits, query.criteria == Criteria.ARRIVAL_COST_CO2_RISK)
        if key not in self.fitted:
            layout = Layout.fitting((1 << bits) - 1, key[1])
            prices = self.arrays.prices(layout)
            room = room_for(self.arrays.tables, self.stops, 1 << bits)
            lookout = prices and Lookout(self.arrays, layout, prices)
            self.fitted[key] = Fitted(layout, prices, room, lookout)
        return self._earliest(query, key) if query.criteria == Criteria.ARRIVAL else self._front(query, key)

    def _earliest(self, query: Query, key: tuple[int, bool]) -> Found:
        """Search over arrival alone."""
        layout, _, room, _ = self.fitted[key]
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
        rows = [] if label < 0 else [((query.ready + int(room.label_words[label]), 0, 0, 0), label)]
        return Found(rows, room.labels, room.label_words, layout.time_mask)

    def _front(self, query: Query, key: tuple[int, bool]) -> Found | None:
        """Search over three or four criteria."""
        arrays, layout = self.arrays, self.fitted[key].layout
        if self.fitted[key].prices is None:
            return None
        for row, weights in enumerate((arrays.minutes, arrays.cost, arrays.co2)):
            least(arrays.tables, weights, query.destination, self.bounds[row], self.bounds_on_board[row], *self.heap)
        state = np.zeros(COLUMNS, np.int64)
        foresight = self.no_foresight
        self._pass(query, key, state, foresight, EXACT, ENOUGH_LABELS)
        if state[END] == OVER_BUDGET:
            before = state[LABELS]
            self._pass(query, key, state, foresight, ROUGH, UNBOUNDED)
            if state[LABELS] - before > MANY_LABELS and self.fitted[key].lookout.able:
                arrivals = self.fitted[key].room.journeys[: state[JOURNEYS]] & layout.time_mask
                foresight = self.fitted[key].lookout.foresight(query, arrivals)
            self._pass(query, key, state, foresight, EXACT, UNBOUNDED)
        self.effort = _effort(state, foresight)
        if state[END] == RAN_OVER:
            self._give_back(key)
            return None
        room, count = self.fitted[key].room, state[JOURNEYS]
        minutes, cost, co2, risk = layout.unpacked(room.journeys[:count])
        values = zip((query.ready + minutes).tolist(), cost.tolist(), co2.tolist(), risk.tolist(), strict=True)
        rows = sorted(zip(values, room.journey_labels[:count].tolist(), strict=True))
        self._give_back(key)
        return Found(rows, room.labels, room.label_words, layout.time_mask)

    def _pass(
        self, query: Query, key: tuple[int, bool], state: np.ndarray, foresight: Foresight, without: tuple, budget: int
    ) -> None:
        """Search with the journeys already found; `without` are the lowest bits that labels are compared without."""
        layout, prices, room, _ = self.fitted[key]
        longest = query.latest - query.ready
        shape = layout.shape(without)
        shifts = (longest, layout.most, layout.cost_shift, layout.co2_shift)
        while state[END] != RAN_OVER:
            packed_bounds(*self.bounds, *shifts, room.nodes[:, AT_LEAST])
            packed_bounds(*self.bounds_on_board[:, self.boarded], *shifts, room.ahead)
            search(
                self.arrays.tables, prices, room, foresight, state, query.origin, query.destination, query.ready, longest,
                budget, shape,
            )  # fmt: skip
            if state[END] in {DONE, OVER_BUDGET, RAN_OVER}:
                return
            if state[END] == MORE_LABELS and 2 * len(room.labels) > self.most_labels:
                self._give_back(key)
                raise TooManyLabels(self.most_labels)
            room = self._enlarge(key, larger(room, state[END]))

    def _give_back(self, key: tuple[int, bool]) -> None:
        """Keep no more room than most queries need."""
        room = self.fitted[key].room
        if len(room.labels) > KEPT_LABELS:
            self._enlarge(key, room_for(self.arrays.tables, self.stops, len(room.queue) - 1))

    def _enlarge(self, key: tuple[int, bool], room: Room) -> Room:
        """Keep a larger room for the queries to come."""
        self.fitted[key] = self.fitted[key]._replace(room=room)
        return room


def _effort(state: np.ndarray, foresight: Foresight) -> Effort:
    """Count what a search took; of arrays, only what was written to."""
    room = 32 * state[LABELS] + 8 * state[WORDS] + 12 * state[JOURNEYS]
    rows = int(foresight.left.max(initial=-1)) + 1, int(foresight.count.sum())
    ahead = sum(rows) * (2 * LENGTH + 8) if foresight.window[IN_USE] else 0
    return Effort(*(int(state[column]) for column in (LABELS, SETTLED, WITH_LABELS, WITH_JOURNEYS)), int(room + ahead))
