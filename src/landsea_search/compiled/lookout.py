"""Making the rows of `foresight` for one query: prices and risks in its numbers, its latest arrivals, its room, the scan."""

from typing import NamedTuple

import numpy as np

from landsea_search.compiled.foresight import (
    BOTH,
    CAPS,
    CLASSES,
    CO2,
    COST,
    COVERED,
    JOINT,
    LATE,
    LINES,
    RISK,
    Fares,
    Foresight,
    Scan,
)
from landsea_search.compiled.lines import CAPS_OF_LINE, FIELDS, LINE, MOST
from landsea_search.compiled.packing import Layout
from landsea_search.compiled.scan import SPAN, look_ahead
from landsea_search.compiled.tables import CURVE, CURVE_LAST, FROM_STOP, MOVE, Arrays, Prices
from landsea_search.compiled.timetable import Timetable, reach, timetable_of
from landsea_search.spi import Query

SLACKS = (0.15, 0.4, 1)
"""Where classes of slack end, as parts of the slack from which a risk is at its lowest: finer classes dropped no more."""
JOURNEYS = 1 << 12
"""So many journeys are kept for each latest arrival; what is left out drops nothing."""


class Spread(NamedTuple):
    """What the latest arrivals of rows are chosen by: journeys already found, as words, and where the two halves of a search
    divide, in minutes after the query's readiness.
    """

    journeys: np.ndarray
    divide: int


class Lookout:
    """Makes rows for one network and one layout; what is common to all queries is made at the first that needs rows."""

    def __init__(self, arrays: Arrays, layout: Layout, prices: Prices) -> None:
        self.arrays, self.layout, self.prices = arrays, layout, prices
        self.timetable: Timetable | None = None
        self.room: dict[tuple[str, int, int], np.ndarray] = {}

    @property
    def able(self) -> bool:
        """Say whether there can be rows: not where a haulage may go at any minute, nor where a row's numbers may run over the
        guard bits of a word, as in windows of half a year.
        """
        return not len(self.arrays.tables.hauls) and self.layout.most >= MOST

    def prepare(self) -> None:
        """Make what is common to all queries, if that is not done."""
        if self.timetable is not None:
            return
        tables = self.arrays.tables
        self.timetable = timetable_of(self.arrays)
        stops = len(tables.boardings_from) - 1
        boardings = np.zeros(len(tables.moves), np.int64)
        boardings[tables.boardings[:, MOVE]] = self.prices.boardings
        prices = (fares(words, self.layout) for words in (self.prices.moves, boardings, self.prices.steps))
        self.fares = Fares(*prices, *_classes(self.arrays, self.layout))
        entries = np.bincount(tables.moves[self.timetable.moves, FROM_STOP], minlength=stops)
        self.first = np.cumsum(entries) - entries
        self.ways = CLASSES * int(np.diff(tables.steps_from).max(initial=0))

    def foresight(self, query: Query, spread: Spread, first: int = 0, last: int = LINES) -> Foresight:
        """Return the rows of a query, the lines from the first to before the last of them, for what is asked of these alone.

        Once something was prepared, two threads may ask for other lines.
        """
        self.prepare()
        tables, timetable, longest = self.arrays.tables, self.timetable, query.latest - query.ready
        stops, runs = len(self.first), len(tables.starts)
        begin, end = np.searchsorted(-timetable.departs, (-query.latest, -query.ready + 1))
        window = np.array([begin, end, 1, first * CAPS_OF_LINE, last * CAPS_OF_LINE], np.int64)
        reached = np.empty(2 * stops, np.int64)
        reach(tables, timetable, window, np.empty(runs, np.bool_), reached, query.origin, query.ready, longest)
        passages = np.where(np.bincount(timetable.runs[begin:end], minlength=runs), timetable.length, 0)
        places = int(passages.sum())
        base = np.cumsum(passages) - passages - timetable.first_move
        arrivals, cost, co2, _ = self.layout.unpacked(spread.journeys)
        foresight = Foresight(
            window=window,
            base=base,
            places=(base[timetable.runs[begin:end]] + timetable.moves[begin:end]).astype(np.int32),
            caps=latest_arrivals(arrivals, spread.divide, longest),
            left_rows=self._kept("left", places, first, last),
            left_able=np.empty(places, np.int8),
            fronts=np.empty((CAPS, JOURNEYS), np.int64),
            fronts_count=np.zeros(CAPS, np.int64),
            cost_class=quantiles(cost),
            co2_class=quantiles(co2),
            least_risk=np.empty((CAPS, COVERED, COVERED), np.int16),
            failing=np.zeros(2 * stops, np.int64),
        )
        scan = self._scan(int(end - begin), longest, first, last)
        look_ahead(tables, self.fares, timetable, foresight, scan, reached, query.destination, query.ready)
        return foresight

    def _kept(self, name: str, rows: int, first: int, last: int) -> np.ndarray:
        """Return room for rows, the same for the next query: taking it anew took a sixth of the time of a scan."""
        if len(self.room.get((name, first, last), ())) < rows:
            self.room[name, first, last] = _lines(rows, last - first)
        return self.room[name, first, last][:rows]

    def _scan(self, passages: int, longest: int, line: int, end: int) -> Scan:
        """Return what lines are made in; memory that is never reached is never taken."""
        entries, runs, lines = len(self.timetable.runs), len(self.arrays.tables.starts), end - line
        return Scan(
            lines=np.array([line, end]),
            first=self.first,
            count=np.empty(len(self.first), np.int64),
            newest=np.empty((len(self.first), (longest >> SPAN) + 1), np.int32),
            entries=np.empty((entries, 4), np.int32),
            ready_rows=self._kept("ready", passages + 1, line, end),
            on_board=np.empty(runs, np.int32),
            aboard=self._kept("aboard", runs, line, end),
            aboard_able=np.empty(runs, np.int32),
            left=_lines(1, lines)[0],
            ways=np.empty((self.ways, 4), np.int64),
        )


def _lines(rows: int, lines: int) -> np.ndarray:
    """Return room for rows whose lines begin where those of the processor's memory do."""
    room = np.empty(rows * lines * LINE + LINE, np.int16)
    skipped = -room.ctypes.data % (2 * LINE) // 2
    return room[skipped : skipped + rows * lines * LINE].reshape(rows, lines, LINE)


def no_foresight(stops: int) -> Foresight:
    """Return what stands for rows where there are none."""
    few, one = np.zeros(5, np.int64), np.zeros(1, np.int32)
    return Foresight(
        window=few,
        base=few,
        places=one,
        caps=few,
        left_rows=_lines(1, LINES),
        left_able=np.zeros(1, np.int8),
        fronts=np.empty((1, 2), np.int64),
        fronts_count=few,
        cost_class=np.empty(1, np.int8),
        co2_class=np.empty(1, np.int8),
        least_risk=np.empty((1, 1, 1), np.int16),
        failing=few,
    )


def fares(words: np.ndarray, layout: Layout) -> np.ndarray:
    """Return prices as lines have them."""
    _, cost, co2, risk = layout.unpacked(words)
    table = np.empty((len(words), FIELDS), np.int64)
    table[:, COST], table[:, CO2], table[:, RISK], table[:, BOTH] = cost, co2, risk, JOINT * co2 + risk
    return np.tile(np.minimum(table, MOST).astype(np.int16), CAPS_OF_LINE)


def latest_arrivals(arrivals: np.ndarray, divide: int, longest: int) -> np.ndarray:
    """Return `CAPS` latest arrivals, rising: those of the early half go up to `divide`, those of the late one to `longest`.

    Between each two of a half lie about as many of the minutes at which journeys arrive.
    """
    caps, early = np.full(CAPS, longest, np.int64), LATE * CAPS_OF_LINE
    caps[:early] = divide
    for part, minutes in (
        (caps[: early - 1], arrivals[arrivals <= divide]),
        (caps[early:-1], arrivals[arrivals > divide]),
    ):
        if len(minutes):
            even = np.quantile(np.unique(minutes), np.linspace(0, 1, len(part) + 1), method="nearest")
            chosen = np.unique(even)[: len(part)]
            part[: len(chosen)] = chosen
    return caps


def quantiles(values: np.ndarray) -> np.ndarray:
    """Return the class of each number up to where the last begins: `COVERED` of them, with about as many values in each."""
    begins = (
        np.unique(np.quantile(values, np.linspace(0, 1, COVERED), method="nearest"))[: COVERED - 1]
        if len(values)
        else [0]
    )
    return np.cumsum(np.bincount(begins), dtype=np.int8)


def _classes(arrays: Arrays, layout: Layout) -> tuple[np.ndarray, np.ndarray]:
    """Return, by stop, where classes of slack begin and the least risk in each, over all that can be boarded there."""
    tables = arrays.tables
    stops = len(tables.boardings_from) - 1
    where = tables.moves[tables.boardings[:, MOVE], FROM_STOP]
    last = tables.boardings[:, CURVE_LAST]
    ends = np.zeros(stops, np.int64)
    np.maximum.at(ends, where, last)
    begins = np.zeros((stops, CLASSES + 1), np.int64)
    for place, part in enumerate(SLACKS, start=1):
        begins[:, place] = np.ceil(part * ends)
    begins[:, CLASSES] = ends + 1
    risks = np.full((stops, CLASSES), MOST if layout.risk_bits else 0, np.int64)
    for place in range(CLASSES if layout.risk_bits else 0):
        latest = np.minimum(np.maximum(begins[where, place + 1] - 1, 0), last)
        np.minimum.at(risks[:, place], where, tables.curves[tables.boardings[:, CURVE] + latest])
    words = np.minimum(risks, layout.most_risk_bound) << layout.risk_shift
    return begins[:, :CLASSES].astype(np.int32), fares(words.ravel(), layout).reshape(stops, CLASSES, LINE)
