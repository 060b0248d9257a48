"""Boarding together, compiled: labels that are ready await runs, and board one in the last minute in which that is possible.

The first run of a line that a label can board is the best for it but for the slack: later ones are boarded while the risk
still falls. All who board a run are looked at together. They arrive together, so one that is no better than another in cost,
CO2e and risk can be left out: what it could do, the other can do as well. Those that stay are offered to one stop after the
other, so that what belongs to a stop is read once for all of them.
"""

import numpy as np
from numba import njit

from landsea_search.compiled.foresight import Foresight
from landsea_search.compiled.front import no_worse
from landsea_search.compiled.labels import END, LABELS, WORDS, arrived, dropped, offer
from landsea_search.compiled.packing import Shape
from landsea_search.compiled.room import (
    BY_JOURNEY,
    DONE,
    LOG,
    LOG_SPACE,
    LOGGED,
    MORE_WORDS,
    OVER_BUDGET,
    RAN_OVER,
    Room,
)
from landsea_search.compiled.tables import (
    ARRIVES,
    CURVE,
    CURVE_LAST,
    END_MOVE,
    END_RUN,
    FIRST_RUN,
    FROM_STOP,
    LEAVES,
    MOVE,
    TO_STOP,
    Prices,
    Tables,
)

NEVER_AGAIN = (1 << 31) - 1
NONE = -1


@njit(cache=True, nogil=True, forceinline=True)
def wait(tables: Tables, prices: Prices, room: Room, state, label, stop, word, ready, longest, shape: Shape):
    """Note that a label is ready at a stop, and await the next run of each line that comes by, if it may lead to anything."""
    _log(room, state, stop, word, label)
    boardings, guards, time_mask = tables.boardings, shape.guards, shape.time_mask
    minute = word & time_mask
    by_journey = room.nodes[tables.boardings_from.shape[0] - 1 + stop, BY_JOURNEY]
    for place in range(tables.boardings_from[stop], tables.boardings_from[stop + 1]):
        at_least = room.ahead[place]
        if at_least < 0 or room.expected[place] != NONE:
            continue
        leaves, end_run = boardings[place, LEAVES], boardings[place, END_RUN]
        run = next_run(tables.starts, room.cursors, room.next_starts, place, end_run, ready + minute - leaves)
        if run == end_run:
            continue
        aboard = word - minute + prices.boardings[place]
        bound = aboard + at_least + tables.starts[run] - ready + leaves
        if aboard & guards:
            state[END] = RAN_OVER
        elif (bound & time_mask) <= longest and ((bound | guards) - by_journey) & guards != guards:
            _await(tables, room, place, run, ready, longest)


@njit(cache=True, nogil=True)
def _log(room: Room, state, stop, word, label):
    """Write down that a label became ready at a stop."""
    logs, words = room.logs, room.words
    first, count = logs[stop, LOG], logs[stop, LOGGED]
    if count == logs[stop, LOG_SPACE]:
        space, new = max(4, 2 * count), state[WORDS]
        if new + 2 * space > words.shape[0]:
            state[END] = MORE_WORDS
            return
        words[new : new + 2 * count] = words[first : first + 2 * count]
        state[WORDS] = new + 2 * space
        logs[stop, LOG], logs[stop, LOG_SPACE] = new, space
        first = new
    words[first + 2 * count], words[first + 2 * count + 1] = word, label
    logs[stop, LOGGED] = count + 1


@njit(cache=True, nogil=True)
def next_run(starts, cursors, next_starts, place, end, wanted):
    """Return the first run that starts at `wanted` or later, and go on from there the next time."""
    run = cursors[place]
    if next_starts[place] < wanted:
        while run < end and starts[run] < wanted:
            run += 1
        cursors[place] = run
        next_starts[place] = starts[run] if run < end else NEVER_AGAIN
    return run


@njit(cache=True, nogil=True)
def _await(tables: Tables, room: Room, place, run, ready, longest):
    """Note for a boarding that a run will be boarded there, in its last minute."""
    minute = tables.starts[run] - ready + tables.boardings[place, LEAVES]
    if minute <= longest:
        room.expected[place] = run
        room.following[place] = room.departures[minute]
        room.departures[minute] = place


@njit(cache=True, nogil=True)
def _put(words, paid_words, riders, count, word, paid, label, guards):
    """Put one who boards among the sorted ones, and leave out those that it is as good as; returns how many there are."""
    place = np.int64(0)
    while place < count and words[place] < word:
        place += 1
    # From here on, each is put where the one before was, while those that are left out make room.
    kept, last, last_paid, last_rider = place, word, paid, label
    while place < count:
        other, other_paid, other_rider = words[place], paid_words[place], riders[place]
        place += 1
        if ((other | guards) - word) & guards != guards:
            words[kept], paid_words[kept], riders[kept] = last, last_paid, last_rider
            kept += 1
            last, last_paid, last_rider = other, other_paid, other_rider
    words[kept], paid_words[kept], riders[kept] = last, last_paid, last_rider
    return kept + 1


@njit(cache=True, nogil=True, forceinline=True)
def _gather(tables: Tables, prices: Prices, room: Room, state, place, run, ready, longest, shape: Shape):
    """Find who boards a run: all who are ready and did not board the run before at the lowest risk; returns how many.

    The label with the number 0 is at the origin, boards without risk, and so no later run than its first.
    """
    boardings, words = tables.boardings, room.words
    guards, time_mask = shape.guards, shape.time_mask
    stop, leaves = tables.moves[boardings[place, MOVE], FROM_STOP], boardings[place, LEAVES]
    curve, last = boardings[place, CURVE], boardings[place, CURVE_LAST]
    until = last if shape.with_risk else np.int32(0)
    by_journey = room.nodes[tables.boardings_from.shape[0] - 1 + stop, BY_JOURNEY]
    when = tables.starts[run] - ready + leaves
    before = np.int64(-NEVER_AGAIN)
    if run > boardings[place, FIRST_RUN]:
        before = np.int64(tables.starts[run - 1] - ready + leaves)
    price, at_least, count = prices.boardings[place], room.ahead[place] + when, 0
    first, entry = room.logs[stop, LOG], room.logs[stop, LOG] + 2 * (room.logs[stop, LOGGED] - 1)
    while entry >= first:
        word, label = words[entry], words[entry + 1]
        minute = word & time_mask
        if minute + until <= before:
            break
        entry -= 2
        paid = word - minute + price
        if label > 0 and shape.with_risk:
            paid += np.int64(tables.curves[curve + min(when - minute, last)]) << shape.risk_shift
        elif minute <= before:
            continue
        if paid & guards:
            state[END] = RAN_OVER
            return 0
        bound = paid + at_least
        if (bound & time_mask) > longest or ((bound | guards) - by_journey) & guards == guards:
            continue
        if no_worse(room.compared, 0, count, paid, guards) < 0:
            count = _put(room.compared, room.paid, room.riders, count, paid & shape.keep, paid, label, guards)
    return count


@njit(cache=True, nogil=True, forceinline=True)
def close(
    tables: Tables,
    prices: Prices,
    room: Room,
    foresight: Foresight,
    state,
    place,
    ready,
    destination,
    longest,
    shape: Shape,
):
    """Let all board the run that is awaited at a boarding, and offer them to every stop down the line."""
    boardings, moves, starts = tables.boardings, tables.moves, tables.starts
    run, boarded, leaves = room.expected[place], boardings[place, MOVE], boardings[place, LEAVES]
    room.expected[place] = NONE
    count, start = _gather(tables, prices, room, state, place, run, ready, longest, shape), starts[run] - ready
    for move in range(boarded, boardings[place, END_MOVE]):
        then, there, price = start + moves[move, ARRIVES], moves[move, TO_STOP], prices.moves[move]
        if then > longest:
            break
        for rider in range(count):
            paid = room.paid[rider] + price
            room.paid[rider] = paid
            label, word = room.riders[rider], paid + then
            if there == destination:
                arrived(room, foresight, state, word, label, run, boarded, move, shape)
            elif there >= 0 and not dropped(room.nodes, there, word, longest, shape):
                offer(room, foresight, state, word, then, there, label, run, boarded, move, shape)
    # Who is ready only now, or has not had the slack for the lowest risk, boards the next run too.
    stop, after = moves[boarded, FROM_STOP], run + 1
    newest = room.words[room.logs[stop, LOG] + 2 * (room.logs[stop, LOGGED] - 1)] & shape.time_mask
    until = boardings[place, CURVE_LAST] if shape.with_risk else np.int32(0)
    if after < boardings[place, END_RUN] and newest + until > start + leaves:
        _await(tables, room, place, after, ready, longest)


@njit(cache=True, nogil=True, forceinline=True)
def close_all(
    tables: Tables,
    prices: Prices,
    room: Room,
    foresight: Foresight,
    state,
    minute,
    ready,
    destination,
    longest,
    budget,
    shape: Shape,
):
    """Close all runs that are awaited in a minute, as long as the budget lasts."""
    while room.departures[minute] != NONE and state[END] == DONE:
        place = room.departures[minute]
        room.departures[minute] = room.following[place]
        close(tables, prices, room, foresight, state, place, ready, destination, longest, shape)
        if state[LABELS] > budget and state[END] == DONE:
            state[END] = OVER_BUDGET
