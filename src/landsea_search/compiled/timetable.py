"""Every move of every run by its departure, for scans over time, and the first of them: when each node can be reached."""

from typing import NamedTuple

import numpy as np
from numba import njit

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
    Arrays,
    Tables,
)
from landsea_search.compiled.unowned import unowned

# Places of a window: number of its first passage, number after its last, and (in `foresight`) whether there are rows, and the
# first of the latest arrivals that are asked for and the one after the last.
BEGIN, END, IN_USE, FIRST_CAP, END_CAP = range(5)


class Timetable(NamedTuple):
    """A *passage of a run* is one move of one run; they are numbered by departure, the latest first."""

    runs: np.ndarray  # by number: the run
    moves: np.ndarray  # by number: the move
    departs: np.ndarray  # by number: minute since the network's own zero
    arrives: np.ndarray
    to_stops: np.ndarray  # by number: where it leads, -1 where nobody may leave
    first_move: np.ndarray  # by run: the first move of its line
    length: np.ndarray  # by run: how many moves it has; 0 where nobody may board it


def timetable_of(arrays: Arrays) -> Timetable:
    """Return the timetable of a network."""
    tables = arrays.tables
    first, length = _moves_of_runs(tables)
    base = np.cumsum(length) - length - first
    runs = np.repeat(np.arange(len(length), dtype=np.int32), length)
    moves = np.arange(len(runs)) - base[runs]
    departs = tables.starts[runs] + arrays.minutes.before[moves]
    order = np.argsort(-departs, kind="stable")
    runs, moves = runs[order], moves[order].astype(np.int32)
    arrives, to_stops = tables.starts[runs] + tables.moves[moves, ARRIVES], tables.moves[moves, TO_STOP]
    return Timetable(runs, moves, departs[order].astype(np.int32), arrives, to_stops, first, length)


def _moves_of_runs(tables: Tables) -> tuple[np.ndarray, np.ndarray]:
    """Return, by run, the first move of its line and how many there are; 0 where nobody may board it."""
    first = np.zeros(len(tables.starts), np.int64)
    length = np.zeros(len(tables.starts), np.int64)
    _, places = np.unique(tables.boardings[:, FIRST_RUN], return_index=True)
    for row in tables.boardings[places].tolist():
        runs = slice(row[FIRST_RUN], row[END_RUN])
        first[runs] = tables.moves[row[MOVE], FIRST_MOVE]
        length[runs] = row[END_MOVE] - first[row[FIRST_RUN]]
    return first, length


@njit(cache=True, nogil=True)
def reach(tables: Tables, timetable: Timetable, window, boarded, reached, origin, ready, longest):
    """Fill `reached` with the first minute at which cargo can be at each node, later ones than `longest` as `longest` + 1."""
    tables, timetable = unowned(tables), unowned(timetable)
    window, boarded, reached = unowned((window, boarded, reached))
    steps, steps_from, moves = tables.steps, tables.steps_from, tables.moves
    stops = steps_from.shape[0] - 1
    reached[:] = longest + 1
    boarded[:] = False
    for step in range(steps_from[origin], steps_from[origin + 1]):
        there = stops + steps[step, TO]
        reached[there] = min(reached[there], steps[step, MINUTES])
    reached[stops + origin] = 0
    for number in range(window[END] - 1, window[BEGIN] - 1, -1):
        run, move = timetable.runs[number], timetable.moves[number]
        if not boarded[run]:
            if (
                not moves[move, MAY_BOARD]
                or reached[stops + moves[move, FROM_STOP]] > timetable.departs[number] - ready
            ):
                continue
            boarded[run] = True
        stop, arrives = timetable.to_stops[number], timetable.arrives[number] - ready
        if stop >= 0 and arrives < reached[stop]:
            reached[stop] = arrives
            for step in range(steps_from[stop], steps_from[stop + 1]):
                there = stops + steps[step, TO]
                reached[there] = min(reached[there], arrives + steps[step, MINUTES])
