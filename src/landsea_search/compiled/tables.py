"""A network as arrays for the compiled loops, and the same with costs packed into words. No searching here.

A *node* is a stop twice: node `s` is "left a vehicle at s", node `stops + s` is "ready to board at s". A *step* leads
from the one to the other: changing at a stop, or a transfer to another one.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from landsea_search.compiled.packing import Layout
from landsea_search.spi import Network, Opening, RiskCurve

NEVER = np.int64(1) << 40  # more than any minute, cost or emission

# Columns of `Tables.boardings`: one row for each move that can be boarded, sorted by stop.
MOVE, LEAVES, FIRST_RUN, END_RUN, CURVE, CURVE_LAST, END_MOVE, LINE = range(8)
# Columns of `Tables.moves`.
ARRIVES, TO_STOP, FROM_STOP, FIRST_MOVE, MAY_BOARD = range(5)
# Columns of `Tables.steps` and `Tables.hauls`, sorted by where they begin.
FROM, TO, MINUTES, WINDOWS, END_WINDOWS, RISK, ROW = range(7)


class Tables(NamedTuple):
    """A network in arrays; `*_from[s]` to `*_from[s + 1]` are the rows that begin at stop s, `*_into` those that end."""

    starts: np.ndarray  # minute at which each run starts, line by line
    boardings: np.ndarray
    boardings_from: np.ndarray
    moves: np.ndarray  # `TO_STOP` is -1 where nobody may leave
    moves_into: np.ndarray
    moves_into_order: np.ndarray
    steps: np.ndarray
    steps_from: np.ndarray
    steps_into: np.ndarray
    steps_into_order: np.ndarray
    hauls: np.ndarray
    hauls_from: np.ndarray
    hauls_into: np.ndarray
    hauls_into_order: np.ndarray
    windows: np.ndarray  # opens, closes
    curves: np.ndarray


class Weights(NamedTuple):
    """One criterion of every edge of a network: what has been paid before and after each move of a line, and so on."""

    before: np.ndarray
    after: np.ndarray
    boarding: np.ndarray  # by move
    steps: np.ndarray
    hauls: np.ndarray


class Prices(NamedTuple):
    """Costs, CO2e and fixed risks as words."""

    moves: np.ndarray
    boardings: np.ndarray
    steps: np.ndarray
    hauls: np.ndarray


class Arrays(NamedTuple):
    """A network's tables with its three criteria apart."""

    tables: Tables
    minutes: Weights
    cost: Weights
    co2: Weights
    longest_line: int  # minutes

    def prices(self, layout: Layout) -> Prices | None:
        """Return the criteria as words; None when something alone is too much for a field."""
        place = self.tables.boardings[:, MOVE]
        pairs = [
            (self.cost.after - self.cost.before, self.co2.after - self.co2.before),
            (self.cost.boarding[place], self.co2.boarding[place]),
            (self.cost.steps, self.co2.steps),
            (self.cost.hauls, self.co2.hauls),
        ]
        risk = self.tables.hauls[:, RISK].astype(np.int64)
        risks = [int(values.max(initial=0)) for values in (risk, self.tables.curves)]
        if any(int(column.max(initial=0)) > layout.most for pair in pairs for column in pair):
            return None
        if layout.risk_bits and max(risks) >> layout.risk_bits:
            return None
        moves, boardings, steps, hauls = (layout.packed(*pair) for pair in pairs)
        if layout.risk_bits:
            hauls = hauls + (risk << layout.risk_shift)
        return Prices(moves, boardings, steps, hauls)


def arrays_of(network: Network) -> Arrays:
    """Return the network's arrays."""
    lines, stops = network.lines, len(network.stops)
    moves = [move for line in lines for move in line.moves]
    first_move = np.cumsum([0, *(len(line.moves) for line in lines)])
    first_run = np.cumsum([0, *(len(line.starts) for line in lines)])
    line_of = np.repeat(np.arange(len(lines)), np.diff(first_move))
    windows = _Windows()
    curves, curve_first, curve_last = _curves(network.curves)

    def column(value: Callable, rows: Sequence = moves) -> np.ndarray:
        return np.array([value(row) for row in rows], dtype=np.int64)

    table = np.zeros((len(moves), 5), np.int32)
    table[:, ARRIVES] = column(lambda move: move.arrives)
    table[:, TO_STOP] = column(lambda move: move.destination if move.alighting else -1)
    table[:, FROM_STOP] = column(lambda move: move.origin)
    table[:, FIRST_MOVE] = first_move[line_of]
    table[:, MAY_BOARD] = column(lambda move: move.boarding is not None)

    boarded = np.flatnonzero(table[:, MAY_BOARD])
    boarded = boarded[np.argsort(table[boarded, FROM_STOP], kind="stable")]
    where = [moves[place].boarding for place in boarded]
    curve = column(lambda boarding: -1 if boarding.curve is None else boarding.curve, where)
    boardings = np.zeros((len(boarded), 8), np.int32)
    boardings[:, MOVE] = boarded
    boardings[:, LEAVES] = column(lambda move: move.departs)[boarded] - column(lambda boarding: boarding.cut_off, where)
    boardings[:, LINE] = line_of[boarded]
    boardings[:, FIRST_RUN], boardings[:, END_RUN] = first_run[line_of[boarded]], first_run[line_of[boarded] + 1]
    boardings[:, CURVE], boardings[:, CURVE_LAST] = curve_first[curve], curve_last[curve]
    boardings[:, END_MOVE] = first_move[line_of[boarded] + 1]

    changes = [(s, s, stop.interchange, stop.opening, -1) for s, stop in enumerate(network.stops)]
    changes = [change for change in changes if change[2] is not None]
    ways = [(row.origin, row.destination, row.minutes, row.opening, n) for n, row in enumerate(network.transfers)]
    steps = _edges(changes + ways, windows, [0] * (len(changes) + len(ways)))
    hauls = _edges(
        [(row.origin, row.destination, row.minutes, row.opening, n) for n, row in enumerate(network.haulages)],
        windows,
        [row.risk for row in network.haulages],
    )
    tables = Tables(
        starts=np.array([start for line in lines for start in line.starts], np.int32),
        boardings=boardings,
        boardings_from=_firsts(table[boarded, FROM_STOP], stops),
        moves=table,
        **_into("moves", table[:, TO_STOP], stops),
        steps=steps,
        steps_from=_firsts(steps[:, FROM], stops),
        **_into("steps", steps[:, TO], stops),
        hauls=hauls,
        hauls_from=_firsts(hauls[:, FROM], stops),
        **_into("hauls", hauls[:, TO], stops),
        windows=np.array(windows.rows, np.int32).reshape(-1, 2),
        curves=curves,
    )

    def weights(of_move: Callable, of_row: Callable, of_boarding: Callable) -> Weights:
        before, after = of_move(moves)
        return Weights(
            before=before,
            after=after,
            boarding=column(lambda move: of_boarding(move.boarding) if move.boarding else NEVER),
            steps=column(lambda row: 0 if row < 0 else of_row(network.transfers[row]), steps[:, ROW]),
            hauls=column(lambda row: of_row(network.haulages[row]), hauls[:, ROW]),
        )

    def added(of: Callable) -> Callable:
        return lambda rows: (np.cumsum(column(of, rows)) - column(of, rows), np.cumsum(column(of, rows)))

    minutes = weights(
        lambda rows: (column(lambda move: move.departs, rows), column(lambda move: move.arrives, rows)),
        lambda row: row.minutes,
        lambda boarding: boarding.cut_off,
    )
    return Arrays(
        tables=tables,
        minutes=minutes._replace(steps=steps[:, MINUTES].astype(np.int64)),
        cost=weights(added(lambda move: move.cost), lambda row: row.cost, lambda boarding: boarding.cost),
        co2=weights(added(lambda move: move.co2), lambda row: row.co2, lambda boarding: boarding.co2),
        longest_line=int(table[:, ARRIVES].max(initial=0)),
    )


class _Windows:
    """Openings one after another; rows without one have an empty range."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, int]] = []
        self.known: dict[Opening, tuple[int, int]] = {}

    def place(self, opening: Opening | None) -> tuple[int, int]:
        """Return first and end row; (-1, -1) without opening."""
        if opening is None:
            return -1, -1
        if opening not in self.known:
            first = len(self.rows)
            self.rows += opening.windows
            self.known[opening] = (first, len(self.rows))
        return self.known[opening]


def _curves(curves: tuple[RiskCurve, ...]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return all values one after another, and first place and length less one by curve; the last is "no risk"."""
    values = [*(curve.values for curve in curves), (0,)]
    lengths = np.array([len(value) for value in values])
    return np.array([v for value in values for v in value], np.int32), np.cumsum(lengths) - lengths, lengths - 1


def _edges(rows: list[tuple], windows: _Windows, risks: list[int]) -> np.ndarray:
    """Return steps or hauls sorted by where they begin."""
    table = [
        (a, b, minutes, *windows.place(opening), risk, n)
        for (a, b, minutes, opening, n), risk in zip(rows, risks, strict=True)
    ]
    return np.array(sorted(table), np.int32).reshape(-1, 7)


def _firsts(stop_of_row: np.ndarray, stops: int) -> np.ndarray:
    """Return, for rows sorted by stop, where each stop's rows begin."""
    return np.searchsorted(stop_of_row, np.arange(stops + 1)).astype(np.int32)


def _into(name: str, stop_of_row: np.ndarray, stops: int) -> dict[str, np.ndarray]:
    """Return the rows by the stop they end at."""
    order = np.argsort(stop_of_row, kind="stable").astype(np.int32)
    return {f"{name}_into": _firsts(stop_of_row[order], stops), f"{name}_into_order": order}
