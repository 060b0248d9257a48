"""Every move of every run by its departure, for scans over time, and the first of them: when each node can be reached.

A *passage of a run* is one move of one run. Passages are numbered by departure, the latest first.
"""

from typing import NamedTuple

import numpy as np

from landsea_search.compiled.borrowing import borrow_arrays
from landsea_search.compiled.loops import Array, compiled_loop
from landsea_search.compiled.tables import (
    ARRIVES,
    END_MOVE,
    END_RUN,
    FIRST_MOVE,
    FIRST_RUN,
    FROM_STOP,
    MAY_BOARD,
    MINUTES,
    MOVE,
    TO,
    TO_STOP,
    NetworkArrays,
    Tables,
)
from landsea_search.compiled.task import count_stops
from landsea_search.lookahead.foresight import BEGIN, END


class Timetable(NamedTuple):
    """All passages of a network."""

    runs: Array  # by number: the run
    moves: Array  # by number: the move
    departs: Array  # by number: minute since the network's own zero
    arrives: Array
    to_stops: Array  # by number: where it leads, -1 where nobody may leave
    first_move: Array  # by run: the first move of its line
    length: Array  # by run: how many moves it has; 0 where nobody may board it


def make_timetable(arrays: NetworkArrays) -> Timetable:
    """Return the timetable of a network."""
    tables = arrays.tables
    first, length = _find_moves_of_runs(tables)
    base = np.cumsum(length) - length - first
    runs = np.repeat(np.arange(len(length), dtype=np.int32), length)
    moves = np.arange(len(runs)) - base[runs]
    departs = tables.starts[runs] + arrays.minutes.before[moves]
    order = np.argsort(-departs, kind="stable")
    runs, moves = runs[order], moves[order].astype(np.int32)
    arrives, to_stops = tables.starts[runs] + tables.moves[moves, ARRIVES], tables.moves[moves, TO_STOP]
    return Timetable(runs, moves, departs[order].astype(np.int32), arrives, to_stops, first, length)


def _find_moves_of_runs(tables: Tables) -> tuple[Array, Array]:
    """Return, by run, the first move of its line and how many there are; 0 where nobody may board it."""
    first = np.zeros(len(tables.starts), np.int64)
    length = np.zeros(len(tables.starts), np.int64)
    _, places = np.unique(tables.boardings[:, FIRST_RUN], return_index=True)
    for row in tables.boardings[places].tolist():
        runs = slice(row[FIRST_RUN], row[END_RUN])
        first[runs] = tables.moves[row[MOVE], FIRST_MOVE]
        length[runs] = row[END_MOVE] - first[row[FIRST_RUN]]
    return first, length


@compiled_loop
def fill_reached(
    tables: Tables,
    timetable: Timetable,
    window: Array,
    boarded: Array,
    reached: Array,
    origin: int,
    ready: int,
    longest: int,
) -> None:
    """Fill `reached` with the first minute at which cargo can be at each node, later ones than `longest` as `longest` + 1."""
    tables, timetable = borrow_arrays(tables), borrow_arrays(timetable)
    window, boarded, reached = borrow_arrays((window, boarded, reached))
    steps, steps_from, moves = tables.steps, tables.steps_from, tables.moves
    stops = count_stops(tables)
    reached[:] = longest + 1
    boarded[:] = False
    for step in range(steps_from[origin], steps_from[origin + 1]):
        there = stops + steps[step, TO]
        reached[there] = min(reached[there], steps[step, MINUTES])
    reached[stops + origin] = 0
    for number in range(window[END] - 1, window[BEGIN] - 1, -1):
        run, move = timetable.runs[number], timetable.moves[number]
        if not boarded[run]:
            departs = timetable.departs[number] - ready
            if not moves[move, MAY_BOARD] or reached[stops + moves[move, FROM_STOP]] > departs:
                continue
            boarded[run] = True
        stop, arrives = timetable.to_stops[number], timetable.arrives[number] - ready
        if stop >= 0 and arrives < reached[stop]:
            reached[stop] = arrives
            for step in range(steps_from[stop], steps_from[stop + 1]):
                there = stops + steps[step, TO]
                reached[there] = min(reached[there], arrives + steps[step, MINUTES])
