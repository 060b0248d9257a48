"""Making the rows of one query after the other on a network: what is common to all, the room, and the scan."""

import numpy as np

from landsea_search.compiled.loops import Array
from landsea_search.compiled.packing import Layout
from landsea_search.compiled.tables import FROM_STOP, NetworkArrays, Prices
from landsea_search.lookahead.choosing_caps import choose_latest_arrivals, divide_in_classes
from landsea_search.lookahead.fares import make_fares
from landsea_search.lookahead.foresight import CAPS, CLASSES, COVERED, LINES, Foresight, Scan
from landsea_search.lookahead.making_rows import SPAN
from landsea_search.lookahead.scan import scan_back
from landsea_search.lookahead.timetable import fill_reached, make_timetable
from landsea_search.lookahead.wide_lines import CAPS_OF_LINE, LINE
from landsea_search.query import Query

JOURNEYS = 1 << 12
"""So many journeys are kept for each latest arrival; what is left out drops nothing."""


class Lookout:
    """Makes rows for one network and one layout; two threads may ask for other lines of one query at the same time."""

    def __init__(self, arrays: NetworkArrays, layout: Layout, prices: Prices) -> None:
        self._tables, self._layout = arrays.tables, layout
        self._timetable = make_timetable(arrays)
        self._fares = make_fares(arrays, layout, prices)
        stops = len(self._tables.boardings_from) - 1
        entries = np.bincount(self._tables.moves[self._timetable.moves, FROM_STOP], minlength=stops)
        self._first_entries = np.cumsum(entries) - entries
        self._most_ways = CLASSES * int(np.diff(self._tables.steps_from).max(initial=0))
        self._room: dict[tuple[str, int, int], Array] = {}

    def make_foresight(
        self, query: Query, journeys: Array, divide: int, first: int = 0, last: int = LINES
    ) -> Foresight:
        """Return the rows of a query, the lines from the first to before the last of them, for what is asked of these alone.

        `journeys` found so far, as words, choose the latest arrivals; the halves divide at `divide` minutes.
        """
        tables, timetable, longest = self._tables, self._timetable, query.latest - query.ready
        runs, nodes = len(tables.starts), 2 * len(self._first_entries)
        begin, end = np.searchsorted(-timetable.departs, (-query.latest, -query.ready + 1))
        window = np.array([begin, end, first * CAPS_OF_LINE, last * CAPS_OF_LINE], np.int64)
        reached, boarded = np.empty(nodes, np.int64), np.empty(runs, np.bool_)
        fill_reached(tables, timetable, window, boarded, reached, query.origin, query.ready, longest)
        passages = np.where(np.bincount(timetable.runs[begin:end], minlength=runs), timetable.length, 0)
        places = int(passages.sum())
        base = np.cumsum(passages) - passages - timetable.first_move
        arrivals, cost, co2, _ = self._layout.unpack(journeys)
        foresight = Foresight(
            window=window,
            base=base,
            places=(base[timetable.runs[begin:end]] + timetable.moves[begin:end]).astype(np.int32),
            caps=choose_latest_arrivals(arrivals, divide, longest),
            left_rows=self._keep_rows("left", places, first, last),
            left_able=np.empty(places, np.int8),
            fronts=np.empty((CAPS, JOURNEYS), np.int64),
            fronts_count=np.zeros(CAPS, np.int64),
            cost_class=divide_in_classes(cost),
            co2_class=divide_in_classes(co2),
            least_risk=np.empty((CAPS, COVERED, COVERED), np.int16),
            failing=np.zeros(nodes, np.int64),
        )
        scan = self._make_scan(int(end - begin), longest, first, last)
        scan_back(tables, self._fares, timetable, foresight, scan, reached, query.destination, query.ready)
        return foresight

    def _keep_rows(self, name: str, rows: int, first: int, last: int) -> Array:
        """Return room for rows, the same for the next query: taking it anew took a sixth of the time of a scan."""
        if len(self._room.get((name, first, last), ())) < rows:
            self._room[name, first, last] = _make_rows(rows, last - first)
        return self._room[name, first, last][:rows]

    def _make_scan(self, passages: int, longest: int, line: int, end: int) -> Scan:
        """Return what lines are made in; memory that is never reached is never taken."""
        entries, runs, stops = len(self._timetable.runs), len(self._tables.starts), len(self._first_entries)
        return Scan(
            lines=np.array([line, end]),
            first=self._first_entries,
            counts=np.empty(stops, np.int64),
            newest=np.empty((stops, (longest >> SPAN) + 1), np.int32),
            entries=np.empty((entries, 4), np.int32),
            ready_rows=self._keep_rows("ready", passages + 1, line, end),
            on_board=np.empty(runs, np.int32),
            aboard=self._keep_rows("aboard", runs, line, end),
            aboard_able=np.empty(runs, np.int32),
            left=_make_rows(1, end - line)[0],
            ways=np.empty((self._most_ways, 4), np.int64),
        )


def _make_rows(rows: int, lines: int) -> Array:
    """Return room for rows whose lines begin where those of the processor's memory do."""
    room = np.empty(rows * lines * LINE + LINE, np.int16)
    skipped = -room.ctypes.data % (2 * LINE) // 2
    return room[skipped : skipped + rows * lines * LINE].reshape(rows, lines, LINE)
