"""Calling the compiled loops for a query, with room enough, and reading journeys back from labels."""

from time import thread_time
from typing import NamedTuple

import numpy as np

from landsea_search.choosing import MOST_PLAIN_LABELS
from landsea_search.compiled.bounds import heap_room, least
from landsea_search.compiled.earliest import earliest_arrival
from landsea_search.compiled.foresight import CAPS
from landsea_search.compiled.labels import (
    COLUMNS,
    END,
    JOURNEYS,
    LABELS,
    SETTLED,
    WITH_JOURNEYS,
    WITH_LABELS,
    WORDS,
)
from landsea_search.compiled.legs import LegReader
from landsea_search.compiled.lookout import Lookout, Spread, no_foresight
from landsea_search.compiled.packing import Layout
from landsea_search.compiled.passes import (
    EXACT,
    ON_KNOWN_LINES,
    ROUGH,
    Ground,
    Half,
    Manner,
    search_by_halves,
    search_in,
    spread_of,
)
from landsea_search.compiled.room import OVER_BUDGET, RAN_OVER, Room, larger, room_for
from landsea_search.compiled.search import UNBOUNDED
from landsea_search.compiled.tables import Arrays, Prices, arrays_of
from landsea_search.reference import ReferencePlanner
from landsea_search.spi import Criteria, Journey, Network, Query, TooManyLabels, Values

MOST_LABELS = 1 << 25
"""So many labels a query may take, if nothing else is said: with what belongs to them 1.5 to 2.5 GB."""
KEPT_LABELS = 1 << 23
"""Room for more labels than this is given back after the query that needed it."""
# A search that needs more labels than this begins anew with a rough one.
ENOUGH_LABELS = 30_000
# When the search along known lines took more labels than this, the exact search gets rows of what lies ahead (`foresight`),
# which take about as long to make as a million labels: it would have taken a million and more.
MANY_LABELS = 45_000
# That is no more than a sign. An exact search without rows is given up after so many, and rows are made.
TOO_MANY_LABELS = 1_000_000


class Fitted(NamedTuple):
    """What is kept for all queries whose window and criteria need the same layout of words."""

    layout: Layout
    prices: Prices | None
    room: Room
    lookout: Lookout | None
    late_room: Room | None = None  # of the late half of a search (`passes`)


class Effort(NamedTuple):
    """What the last query over several criteria took: labels made, labels settled, comparisons, bytes written to, and the
    milliseconds of processor by stage; the early and the late half are searched at the same time (`passes`).
    """

    labels: int
    settled: int
    with_labels: int
    with_journeys: int
    bytes: int
    stages: dict[str, float]


class Found(NamedTuple):
    """The front of one query: values with the label that each journey ended with, and the labels."""

    rows: list[tuple[Values, int]]
    labels: np.ndarray
    words: np.ndarray
    time_mask: int
    late_room: Room | None = None  # labels below 0 are its own: -2 is its first

    def chain(self, label: int) -> tuple[np.ndarray, np.ndarray, int]:
        """Return a label as `LegReader.legs` takes it, with the labels among which it is."""
        if label < 0:
            return self.late_room.labels, self.late_room.label_words, -2 - label
        return self.labels, self.words, label


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
            Journey(*values, legs=self.legs.legs(*found.chain(label), query.ready, found.time_mask))
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
        layout, _, room, *_ = self.fitted[key]
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
        begun = thread_time()
        for row, weights in enumerate((arrays.minutes, arrays.cost, arrays.co2)):
            least(arrays.tables, weights, query.destination, self.bounds[row], self.bounds_on_board[row], *self.heap)
        state = np.zeros(COLUMNS, np.int64)
        halves, stages = (), {"bounds": thread_time() - begun}
        try:
            stages["first"] = self._pass(query, key, state, EXACT._replace(budget=ENOUGH_LABELS))
            if state[END] == OVER_BUDGET:
                stages["rough"] = self._pass(query, key, state, ROUGH)
                before = state[LABELS]
                stages["on known lines"] = self._pass(query, key, state, ON_KNOWN_LINES)
                spread, able = spread_of(self.fitted[key].room, layout, state, before), self.fitted[key].lookout.able
                if not able or state[LABELS] - before <= MANY_LABELS:
                    budget = TOO_MANY_LABELS if able else UNBOUNDED
                    stages["exact"] = self._pass(query, key, state, EXACT._replace(budget=budget))
                if state[END] == OVER_BUDGET or "exact" not in stages:
                    halves = self.by_halves(query, key, state, spread)
                    for name, half in zip(("early", "late"), halves, strict=True):
                        stages |= {f"rows, {name}": half.rows_s, f"exact, {name}": half.search_s}
        except TooManyLabels:
            self._give_back(key)
            raise
        self.effort = _effort(state, halves, stages)
        if state[END] == RAN_OVER:
            self._give_back(key)
            return None
        room, count = self.fitted[key].room, state[JOURNEYS]
        minutes, cost, co2, risk = layout.unpacked(room.journeys[:count])
        values = zip((query.ready + minutes).tolist(), cost.tolist(), co2.tolist(), risk.tolist(), strict=True)
        rows = sorted(zip(values, room.journey_labels[:count].tolist(), strict=True))
        self._give_back(key)
        return Found(rows, room.labels, room.label_words, layout.time_mask, halves[1].room if halves else None)

    def _pass(self, query: Query, key: tuple[int, bool], state: np.ndarray, manner: Manner) -> float:
        """Search with the journeys already found, in one thread; returns the seconds of processor that it took."""
        begun = thread_time()
        room, ground = self.fitted[key].room, self._ground(key)
        room = search_in(ground, query, room, state, self.no_foresight, manner, self.most_labels)
        self._enlarge(key, room)
        return thread_time() - begun

    def _ground(self, key: tuple[int, bool]) -> Ground:
        layout, prices, *_ = self.fitted[key]
        return Ground(self.arrays.tables, prices, layout, self.bounds, self.bounds_on_board)

    def by_halves(self, query: Query, key: tuple[int, bool], state: np.ndarray, spread: Spread) -> tuple[Half, Half]:
        """Search exactly with rows of what lies ahead; returns the early and the late half."""
        _, _, room, lookout, late_room = self.fitted[key]
        late_room = late_room or room_for(self.arrays.tables, self.stops, len(room.queue) - 1)
        halves = search_by_halves(self._ground(key), query, room, state, lookout, late_room, self.most_labels, spread)
        self.fitted[key] = self.fitted[key]._replace(room=halves[0].room, late_room=halves[1].room)
        return halves

    def _give_back(self, key: tuple[int, bool]) -> None:
        """Keep no more room than most queries need."""
        room, late_room = self.fitted[key].room, self.fitted[key].late_room
        if len(room.labels) > KEPT_LABELS:
            self._enlarge(key, room_for(self.arrays.tables, self.stops, len(room.queue) - 1))
        if late_room and len(late_room.labels) > KEPT_LABELS:
            self.fitted[key] = self.fitted[key]._replace(late_room=None)

    def _enlarge(self, key: tuple[int, bool], room: Room) -> Room:
        """Keep a larger room for the queries to come."""
        self.fitted[key] = self.fitted[key]._replace(room=room)
        return room


def _effort(state: np.ndarray, halves: tuple[Half, ...], stages: dict[str, float]) -> Effort:
    """Count what a search took; of arrays, only what was written to."""
    room = 32 * state[LABELS] + 8 * state[WORDS] + 12 * state[JOURNEYS]
    rows = [half.foresight for half in halves]
    ahead = sum(int((made.left_able < CAPS).sum()) * made.left_rows[0].nbytes for made in rows)
    counts = (int(state[column]) for column in (LABELS, SETTLED, WITH_LABELS, WITH_JOURNEYS))
    return Effort(*counts, int(room + 2 * ahead), {name: 1000 * seconds for name, seconds in stages.items()})
