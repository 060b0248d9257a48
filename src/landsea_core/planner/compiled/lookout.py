"""Making the rows of `foresight` for one query: prices and risks in its numbers, its latest arrivals, its room, the scan."""

import numpy as np

from landsea_core.planner.compiled.foresight import (
    BOTH,
    CAPS,
    CLASSES,
    CO2,
    COST,
    FIELDS,
    JOINT,
    LENGTH,
    MOST,
    RISK,
    Fares,
    Foresight,
    look_ahead,
)
from landsea_core.planner.compiled.packing import Layout
from landsea_core.planner.compiled.tables import CURVE, CURVE_LAST, FROM_STOP, MOVE, Arrays, Prices
from landsea_core.planner.compiled.timetable import Timetable, reach, timetable_of
from landsea_core.planner.spi import Query

SLACKS = (0.15, 0.4, 1)
"""Where classes of slack end, as parts of the slack from which a risk is at its lowest: finer classes dropped no more."""
JOURNEYS = 1 << 12
"""So many journeys are kept for each latest arrival; what is left out drops nothing."""


class Lookout:
    """Makes rows for one network and one layout; what is common to all queries is made at the first that needs rows."""

    def __init__(self, arrays: Arrays, layout: Layout, prices: Prices) -> None:
        self.arrays, self.layout, self.prices = arrays, layout, prices
        self.timetable: Timetable | None = None

    @property
    def able(self) -> bool:
        """Say whether there can be rows: not where a haulage may go at any minute, nor where a row's numbers may run over the
        guard bits of a word, as in windows of half a year.
        """
        return not len(self.arrays.tables.hauls) and self.layout.most >= MOST

    def _prepare(self) -> None:
        tables = self.arrays.tables
        self.timetable = timetable_of(self.arrays)
        stops = len(tables.boardings_from) - 1
        boardings = np.zeros(len(tables.moves), np.int64)
        boardings[tables.boardings[:, MOVE]] = self.prices.boardings
        self.fares = Fares(*(fares(words, self.layout) for words in (self.prices.moves, boardings, self.prices.steps)))
        entries = np.bincount(tables.moves[self.timetable.moves, FROM_STOP], minlength=stops)
        self.first = np.cumsum(entries) - entries
        self.slacks, self.risks = _classes(self.arrays, self.layout)

    def foresight(self, query: Query, arrivals: np.ndarray) -> Foresight:
        """Return the rows of a query; `arrivals` are those of journeys already found, in minutes after its readiness."""
        if self.timetable is None:
            self._prepare()
        tables, timetable, longest = self.arrays.tables, self.timetable, query.latest - query.ready
        stops, runs = len(self.first), len(tables.starts)
        begin, end = np.searchsorted(-timetable.departs, (-query.latest, -query.ready + 1))
        window = np.array([begin, end, 1], np.int64)
        reached = np.empty(2 * stops, np.int64)
        reach(tables, timetable, window, np.empty(runs, np.bool_), reached, query.origin, query.ready, longest)
        passages, entries = int(end - begin), len(timetable.runs)
        foresight = Foresight(
            window=window,
            base=timetable.base,
            numbers=timetable.numbers,
            caps=latest_arrivals(arrivals, longest),
            left=np.empty(passages, np.int32),
            left_rows=np.empty((passages + 1, LENGTH), np.int16),
            left_able=np.empty(passages, np.int64),
            first=self.first,
            count=np.empty(stops, np.int64),
            times=np.empty(entries, np.int32),
            entries=np.empty(entries, np.int32),
            ready_rows=np.empty((passages + 1, LENGTH), np.int16),
            ready_able=np.empty(passages, np.int64),
            slacks=self.slacks,
            risks=self.risks,
            fronts=np.empty((CAPS, JOURNEYS), np.int64),
            fronts_count=np.zeros(CAPS, np.int64),
            failing=np.zeros(2 * stops, np.int64),
        )  # memory that is never reached is never taken
        look_ahead(
            tables, self.fares, timetable, foresight, reached, np.empty(runs, np.int32), np.empty((runs, LENGTH), np.int16),
            np.empty(runs, np.int64), query.destination, query.ready,
        )  # fmt: skip
        return foresight


def no_foresight(stops: int) -> Foresight:
    """Return what stands for rows where there are none."""
    by_stop = np.zeros(stops, np.int64)
    few, one, rows = np.zeros(3, np.int64), np.zeros(1, np.int32), np.empty((1, LENGTH), np.int16)
    return Foresight(
        window=few, base=few, numbers=one, caps=few, left=one, left_rows=rows, left_able=few, first=by_stop, count=by_stop,
        times=one, entries=one, ready_rows=rows, ready_able=few, slacks=np.empty((1, CLASSES), np.int32),
        risks=np.empty((1, CLASSES, LENGTH), np.int16), fronts=np.empty((1, 2), np.int64), fronts_count=few, failing=few,
    )  # fmt: skip


def fares(words: np.ndarray, layout: Layout) -> np.ndarray:
    """Return prices as rows have them."""
    _, cost, co2, risk = layout.unpacked(words)
    table = np.empty((len(words), FIELDS), np.int64)
    table[:, COST], table[:, CO2], table[:, RISK], table[:, BOTH] = cost, co2, risk, JOINT * co2 + risk
    return np.repeat(np.minimum(table, MOST).astype(np.int16), CAPS, axis=1)


def latest_arrivals(arrivals: np.ndarray, longest: int) -> np.ndarray:
    """Return `CAPS` latest arrivals, rising, between which about as many of the arrivals lie; the last is `longest`."""
    caps = np.full(CAPS, longest, np.int64)
    if len(arrivals):
        found = np.unique(np.quantile(arrivals, np.linspace(0, 1, CAPS), method="nearest"))[: CAPS - 1]
        caps[: len(found)] = found
    return caps


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
    return begins[:, :CLASSES].astype(np.int32), fares(words.ravel(), layout).reshape(stops, CLASSES, LENGTH)
