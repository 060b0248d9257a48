"""The compiled search as a `Planner`: a network in arrays, asked with room that is kept between queries."""

import numpy as np

from landsea_search.answering.fitted import Fitted
from landsea_search.answering.found import Effort, Found, count_effort, find_at_once, read_front
from landsea_search.answering.stages import Stages
from landsea_search.compiled.earliest import find_earliest_arrival
from landsea_search.compiled.least_ahead import LeastAhead
from landsea_search.compiled.legs import LegReader
from landsea_search.compiled.room import enlarge_room
from landsea_search.compiled.table_building import build_arrays
from landsea_search.journey import Journey, Values
from landsea_search.network import Network
from landsea_search.plain.planner import MOST_PLAIN_LABELS, PlainPlanner
from landsea_search.query import Criteria, Query

MOST_LABELS = 1 << 25
"""So many labels a query may take, if nothing else is said: with what belongs to them 1.5 to 2.5 GB."""


class CompiledPlanner:
    """Searches one network; keeps its memory between queries, so it serves one thread at a time.

    A query that needs more than `most_labels` raises `TooManyLabels`; the next one is answered as if nothing had been.
    `effort` is what the last query over three or four criteria took.
    """

    def __init__(self, network: Network, most_labels: int = MOST_LABELS) -> None:
        self.network, self.most_labels = network, most_labels
        self.arrays = build_arrays(network)
        self.legs = LegReader(network, self.arrays.tables)
        self.least_ahead = LeastAhead(self.arrays, len(network.stops))
        self.earliest = np.empty(2 * len(network.stops), np.int64)
        self.fitted: dict[tuple[int, bool], Fitted] = {}
        self.effort: Effort | None = None

    def find_journeys(self, query: Query) -> list[Journey]:
        """Return the exact Pareto set, one journey for each vector of values, sorted by values; empty: no way."""
        found = self._find(query)
        return self._plain().find_journeys(query) if found is None else found.read_journeys(self.legs, query)

    def find_front(self, query: Query) -> list[Values]:
        """Return the values of the journeys alone, sorted."""
        found = self._find(query)
        return self._plain().find_front(query) if found is None else [values for values, _ in found.rows]

    def _plain(self) -> PlainPlanner:
        """Return the search that has no words to outgrow."""
        return PlainPlanner(self.network, min(self.most_labels, MOST_PLAIN_LABELS))

    def _find(self, query: Query) -> Found | None:
        """Search; None when something is too much for a word, so that the plain search must do it."""
        at_once = find_at_once(query)
        if at_once is not None:
            return at_once
        fitted = self.fit(query)
        return (
            self._find_earliest(query, fitted)
            if query.criteria == Criteria.ARRIVAL
            else self._find_front(query, fitted)
        )

    def fit(self, query: Query) -> Fitted:
        """Return what is kept for queries of this kind."""
        bits = (2 * (query.latest - query.ready)).bit_length()  # a label's time and a bound's must fit together
        key = (bits, query.criteria == Criteria.ARRIVAL_COST_CO2_RISK)
        if key not in self.fitted:
            self.fitted[key] = Fitted.fit(self.arrays, *key)
        return self.fitted[key]

    def _find_earliest(self, query: Query, fitted: Fitted) -> Found:
        """Search over arrival alone."""
        tables = self.arrays.tables
        most = len(tables.moves) + len(tables.steps) + len(tables.hauls) + 2
        while len(fitted.room.labels) < most:
            fitted.room = enlarge_room(fitted.room)
        room, longest = fitted.room, query.latest - query.ready
        label = find_earliest_arrival(
            tables, room, self.earliest, query.origin, query.destination, query.ready, longest
        )
        rows = [] if label < 0 else [((query.ready + int(room.label_words[label]), 0, 0, 0), label)]
        return Found(rows, room.labels, room.label_words, fitted.layout.time_mask)

    def _find_front(self, query: Query, fitted: Fitted) -> Found | None:
        """Search over three or four criteria."""
        if fitted.prices is None:
            return None
        stages = Stages(fitted, self.least_ahead, query, self.most_labels)
        try:
            is_whole = stages.run()
            self.effort = count_effort(stages)
            return read_front(stages) if is_whole else None
        finally:
            fitted.give_back()
