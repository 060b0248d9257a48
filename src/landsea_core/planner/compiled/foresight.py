"""What lies ahead at best, departures as they are and waiting included: made by a scan, for queries that need many labels.

One scan over all passages of runs (`timetable`), the latest first, gives for cargo that leaves a vehicle there, and for each
of `CAPS` latest arrivals, the least cost, CO2e and risk with which it can be at the destination by then, and the least of
`JOINT` x CO2e + risk, as these two pull against each other most: who is clean and who is sure is seldom the same. The four
times `CAPS` numbers are a *row*; beside it stands the first of the latest arrivals by which it can be there at all.

Whatever is left out only makes a row lower, so it stays a bound: openings, cut-offs, slack but by `CLASSES` classes, and
what is above `MOST`. Networks with haulages have no rows: a haulage goes at any minute, so it is no passage of a run.
"""

from typing import NamedTuple

import numpy as np
from numba import njit

from landsea_core.planner.compiled.tables import (
    ARRIVES,
    FIRST_MOVE,
    FROM_STOP,
    MAY_BOARD,
    MINUTES,
    TO,
    TO_STOP,
    Tables,
)
from landsea_core.planner.compiled.timetable import BEGIN, END, Timetable
from landsea_core.planner.compiled.unowned import unowned

CAPS = 32
CLASSES = 4
JOINT = 8
MOST = 10_000  # three times as much still fits sixteen bits
NO_ROW = -1
# Fields of a row and of a price, and how long a row is.
COST, CO2, RISK, BOTH, FIELDS = range(5)
LENGTH = FIELDS * CAPS


class Foresight(NamedTuple):
    """Rows of one query and how they are found; `able` are the first caps by which it is possible, `CAPS`: never."""

    window: np.ndarray
    base: np.ndarray  # as in `Timetable`
    numbers: np.ndarray
    caps: np.ndarray  # latest arrivals in minutes after the query's readiness, rising; the last is the query's
    left: np.ndarray  # by passage of the window: row for cargo that leaves the vehicle after it
    left_rows: np.ndarray
    left_able: np.ndarray
    first: np.ndarray  # by stop: its first entry
    count: np.ndarray
    times: np.ndarray  # by entry, falling: minute of a departure
    entries: np.ndarray  # by entry: row for cargo that boards then or later, boarding paid but not its risk
    ready_rows: np.ndarray
    ready_able: np.ndarray
    slacks: np.ndarray  # by stop: where each class of slack begins
    risks: np.ndarray  # by stop and class of slack: the least risk, as a price
    fronts: np.ndarray  # by cap: journeys that arrive before all that counts for it, as words without their time
    fronts_count: np.ndarray
    failing: np.ndarray  # by node: the last cap at which no journey was as good


class Fares(NamedTuple):
    """Prices as rows have them, each number `CAPS` times, none above `MOST`."""

    moves: np.ndarray
    boardings: np.ndarray  # by move
    steps: np.ndarray


@njit(cache=True, nogil=True)
def _lower(row, other, price, risk):
    """Lower a row by another one that is reached for a price and a risk. One plain loop: wide registers take 32 at once."""
    for place in range(LENGTH):
        value = np.int16(other[place] + price[place] + risk[place])
        row[place] = value if value < row[place] else row[place]


@njit(cache=True, nogil=True)
def _pay(row, price):
    """Add a price to a row."""
    for place in range(LENGTH):
        value = np.int16(row[place] + price[place])
        row[place] = value if value < MOST else np.int16(MOST)


@njit(cache=True, nogil=True)
def _lower_by_ready(row, able, foresight: Foresight, stop, minute, price):
    """Lower a row by what is possible, for a price, for cargo ready at a stop at a minute.

    Returns the first cap by which the row is possible.
    """
    times, first = foresight.times, foresight.first[stop]
    low, high = first, first + foresight.count[stop]
    while low < high:
        middle = (low + high) >> 1
        if times[middle] >= minute:
            low = middle + 1
        else:
            high = middle
    place = low - 1
    for slack in range(CLASSES):
        then = minute + foresight.slacks[stop, slack]
        while place >= first and times[place] < then:
            place -= 1
        if place < first:
            break
        entry = foresight.entries[place]
        _lower(row, foresight.ready_rows[entry], price, foresight.risks[stop, slack])
        able = min(able, foresight.ready_able[entry])
    return able


@njit(cache=True, nogil=True)
def _cap_from(caps, minute):
    """Return the first cap that is not before a minute; `CAPS`: none."""
    cap = 0
    while cap < CAPS and caps[cap] < minute:
        cap += 1
    return cap


@njit(cache=True, nogil=True)
def _leave(row, tables: Tables, fares: Fares, foresight: Foresight, stop, minute, destination):
    """Make the row for cargo that leaves a vehicle at a stop at a minute; returns the first cap by which it is possible."""
    caps, steps = foresight.caps, tables.steps
    row[:] = MOST
    if stop == destination:
        able = _cap_from(caps, minute)
        for field in range(FIELDS):
            row[field * CAPS + able : (field + 1) * CAPS] = 0
        return able
    able = CAPS
    for step in range(tables.steps_from[stop], tables.steps_from[stop + 1]):
        there, then = steps[step, TO], minute + steps[step, MINUTES]
        if there == destination:
            cap = _cap_from(caps, then)
            for field in range(FIELDS):
                for place in range(field * CAPS + cap, (field + 1) * CAPS):
                    row[place] = min(row[place], fares.steps[step, place])
            able = min(able, cap)
        else:
            able = _lower_by_ready(row, able, foresight, there, then, fares.steps[step])
    return able


@njit(cache=True, nogil=True)
def _board(foresight: Foresight, entered, stop, departs, aboard, able, price, nothing):
    """Add what is possible for cargo that boards at a stop at a minute; returns how many rows are then in use."""
    first, count = foresight.first[stop], foresight.count[stop]
    new = foresight.ready_rows[entered]
    new[:] = aboard
    _pay(new, price)
    if count:
        entry = foresight.entries[first + count - 1]
        old, old_able = foresight.ready_rows[entry], foresight.ready_able[entry]
        _lower(new, old, nothing, nothing)
        different = np.int16(0)
        for place in range(LENGTH):
            different |= np.int16(new[place] ^ old[place])
        if different == 0 and able >= old_able:
            return entered
        able = min(able, old_able)
    foresight.ready_able[entered] = able
    foresight.times[first + count], foresight.entries[first + count] = departs, entered
    foresight.count[stop] = count + 1
    return entered + 1


@njit(cache=True, nogil=True)
def look_ahead(
    tables: Tables, fares: Fares, timetable: Timetable, foresight: Foresight, reached, on_board, aboard, aboard_able,
    destination, ready,
):  # fmt: skip
    """Make the rows of a query. `reached` is what `timetable.reach` found.

    `on_board` (by run), `aboard` and `aboard_able` are room: what is possible on board before the move looked at last.
    """
    tables, fares, timetable, foresight = unowned(tables), unowned(fares), unowned(timetable), unowned(foresight)
    reached, on_board, aboard, aboard_able = unowned((reached, on_board, aboard, aboard_able))
    left_rows, moves, longest = foresight.left_rows, tables.moves, foresight.caps[CAPS - 1]
    stops, begin = tables.steps_from.shape[0] - 1, foresight.window[BEGIN]
    foresight.count[:] = 0
    foresight.left[:] = NO_ROW
    on_board[:] = NO_ROW
    nothing = np.zeros(LENGTH, np.int16)
    written, entered, used, free = 0, 0, 0, NO_ROW
    for number in range(begin, foresight.window[END]):
        run, move = timetable.runs[number], timetable.moves[number]
        departs, stop = timetable.departs[number] - ready, moves[move, TO_STOP]
        arrives = tables.starts[run] - ready + moves[move, ARRIVES]
        if arrives > longest:
            continue
        place, able = on_board[run], CAPS
        if stop >= 0 and arrives >= reached[stop]:
            able = _leave(left_rows[written], tables, fares, foresight, stop, arrives, destination)
        if place == NO_ROW:
            if able == CAPS:
                continue
            if free == NO_ROW:
                place = used
                used += 1
            else:
                place = free
                free = aboard_able[place]
            on_board[run] = place
            aboard[place] = left_rows[written]
            aboard_able[place] = able
        elif able < CAPS:
            _lower(aboard[place], left_rows[written], nothing, nothing)
            aboard_able[place] = min(able, aboard_able[place])
        if able < CAPS:
            foresight.left_able[written] = able
            foresight.left[number - begin] = written
            written += 1
        _pay(aboard[place], fares.moves[move])
        here = moves[move, FROM_STOP]
        if moves[move, MAY_BOARD] and departs >= reached[stops + here]:
            able, price = aboard_able[place], fares.boardings[move]
            entered = _board(foresight, entered, here, departs, aboard[place], able, price, nothing)
        if move == moves[move, FIRST_MOVE]:
            aboard_able[place] = free
            free = place
            on_board[run] = NO_ROW
