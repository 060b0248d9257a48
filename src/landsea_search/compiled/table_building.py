"""Making a network's arrays (`tables`). No searching here."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from landsea_search.compiled import edges
from landsea_search.compiled.loops import Array
from landsea_search.compiled.tables import (
    ARRIVES,
    CURVE,
    CURVE_LAST,
    END_MOVE,
    END_RUN,
    FIRST_MOVE,
    FIRST_RUN,
    FROM,
    FROM_STOP,
    LEAVES,
    LINE,
    MAY_BOARD,
    MINUTES,
    MOVE,
    NEVER,
    ROW,
    TO,
    TO_STOP,
    NetworkArrays,
    Tables,
    Weights,
)
from landsea_search.network import Boarding, Haulage, Move, Network, Transfer


def build_arrays(network: Network) -> NetworkArrays:
    """Return the network's arrays."""
    moves = [move for line in network.lines for move in line.moves]
    tables = _build_tables(network, moves)

    def weigh(
        before: Array, after: Array, price_row: Callable[[Any], int], price: Callable[[Boarding], int]
    ) -> Weights:
        return Weights(
            before=before,
            after=after,
            boarding=_column(price(move.boarding) if move.boarding else NEVER for move in moves),
            steps=_column(0 if row < 0 else price_row(network.transfers[row]) for row in tables.steps[:, ROW]),
            hauls=_column(price_row(network.haulages[row]) for row in tables.hauls[:, ROW]),
        )

    def add_up(price_row: Callable[[Move | Haulage | Transfer], int], price: Callable[[Boarding], int]) -> Weights:
        each = _column(price_row(move) for move in moves)
        return weigh(np.cumsum(each) - each, np.cumsum(each), price_row, price)

    minutes = weigh(
        _column(move.departs for move in moves),
        _column(move.arrives for move in moves),
        lambda row: row.minutes,
        lambda boarding: boarding.cut_off,
    )
    return NetworkArrays(
        tables=tables,
        minutes=minutes._replace(steps=tables.steps[:, MINUTES].astype(np.int64)),
        cost=add_up(lambda row: row.cost, lambda boarding: boarding.cost),
        co2=add_up(lambda row: row.co2, lambda boarding: boarding.co2),
    )


def _build_tables(network: Network, moves: list[Move]) -> Tables:
    """Return all rows of a network, sorted by where they begin."""
    stops, windows = len(network.stops), edges.WindowRows()
    curves, curve_first, curve_last = edges.join_curves(network.curves)
    table, line_of_move = _build_moves(network, moves)
    boardings = _build_boardings(network, moves, table, line_of_move)
    curve = boardings[:, CURVE].copy()
    boardings[:, CURVE], boardings[:, CURVE_LAST] = curve_first[curve], curve_last[curve]
    changes: list[edges.Edge] = [
        (number, number, stop.interchange, stop.opening, -1)
        for number, stop in enumerate(network.stops)
        if stop.interchange is not None
    ]
    steps = edges.sort_edges(
        changes + _edges(network.transfers), windows, [0] * (len(changes) + len(network.transfers))
    )
    hauls = edges.sort_edges(_edges(network.haulages), windows, [row.risk for row in network.haulages])
    return Tables(
        starts=np.array([start for line in network.lines for start in line.starts], np.int32),
        boardings=boardings,
        boardings_from=edges.find_firsts(table[boardings[:, MOVE], FROM_STOP], stops),
        moves=table,
        **edges.order_by_end("moves", table[:, TO_STOP], stops),
        steps=steps,
        steps_from=edges.find_firsts(steps[:, FROM], stops),
        **edges.order_by_end("steps", steps[:, TO], stops),
        hauls=hauls,
        hauls_from=edges.find_firsts(hauls[:, FROM], stops),
        **edges.order_by_end("hauls", hauls[:, TO], stops),
        windows=windows.make_table(),
        curves=curves,
    )


def _edges(rows: Sequence[Haulage | Transfer]) -> list[edges.Edge]:
    return [(row.origin, row.destination, row.minutes, row.opening, number) for number, row in enumerate(rows)]


def _build_moves(network: Network, moves: list[Move]) -> tuple[Array, Array]:
    """Return the table of moves, line by line, and by move the number of its line."""
    lengths = np.array([len(line.moves) for line in network.lines], np.int64)
    line_of_move = np.repeat(np.arange(len(lengths)), lengths)
    table = np.zeros((len(moves), 5), np.int32)
    table[:, ARRIVES] = _column(move.arrives for move in moves)
    table[:, TO_STOP] = _column(move.destination if move.alighting else -1 for move in moves)
    table[:, FROM_STOP] = _column(move.origin for move in moves)
    table[:, FIRST_MOVE] = (np.cumsum(lengths) - lengths)[line_of_move]
    table[:, MAY_BOARD] = _column(move.boarding is not None for move in moves)
    return table, line_of_move


def _build_boardings(network: Network, moves: list[Move], table: Array, line_of_move: Array) -> Array:
    """Return the table of boardings by stop; the column of curves holds the number of the curve, -1 for none."""
    first_run = np.cumsum([0, *(len(line.starts) for line in network.lines)])
    boarded = np.flatnonzero(table[:, MAY_BOARD])
    boarded = boarded[np.argsort(table[boarded, FROM_STOP], kind="stable")]
    pairs = [(move, boarding) for move in map(moves.__getitem__, boarded) if (boarding := move.boarding) is not None]
    line = line_of_move[boarded]
    boardings = np.zeros((len(boarded), 8), np.int32)
    boardings[:, MOVE] = boarded
    boardings[:, LEAVES] = _column(move.departs - boarding.cut_off for move, boarding in pairs)
    boardings[:, LINE] = line
    boardings[:, FIRST_RUN], boardings[:, END_RUN] = first_run[line], first_run[line + 1]
    boardings[:, CURVE] = _column(-1 if boarding.curve is None else boarding.curve for _, boarding in pairs)
    boardings[:, END_MOVE] = table[boarded, FIRST_MOVE] + np.array([len(one.moves) for one in network.lines], int)[line]
    return boardings


def _column(values: Iterable[Any]) -> Array:
    return np.array(list(values), dtype=np.int64)
