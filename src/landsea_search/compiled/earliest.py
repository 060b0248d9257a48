"""The search over arrival alone, compiled: each node is settled once, at its earliest minute."""

from numba import njit

from landsea_search.compiled.openings import begins
from landsea_search.compiled.room import BEFORE, BOARDED, BY_HAUL, BY_STEP, LEFT, NEXT, NODE, RUN, Room
from landsea_search.compiled.tables import (
    ARRIVES,
    END_MOVE,
    END_RUN,
    END_WINDOWS,
    FIRST_RUN,
    LEAVES,
    MINUTES,
    MOVE,
    TO,
    TO_STOP,
    WINDOWS,
    Tables,
)
from landsea_search.compiled.unowned import unowned


@njit(cache=True, nogil=True)
def _reach(labels, label_words, queue, used, earliest, node, minute, before, run, boarded, left):
    """Note that a node is reached at a minute, if that is earlier than known; returns how many labels are in use."""
    if minute >= earliest[node]:
        return used
    earliest[node] = minute
    labels[used, NODE] = node
    labels[used, BEFORE] = before
    labels[used, RUN] = run
    labels[used, BOARDED] = boarded
    labels[used, LEFT] = left
    labels[used, NEXT] = queue[minute]
    label_words[used] = minute
    queue[minute] = used
    return used + 1


@njit(cache=True, nogil=True)
def earliest_arrival(tables: Tables, room: Room, earliest, taken, origin, destination, ready, longest):
    """Return the label that reaches the destination first, -1 when none does within `longest` minutes.

    `earliest` (by node) and `taken` (by move: the first run of its line that somebody is on before that move) are
    room. `room` must hold as many labels as there are ways to reach a node; their words are minutes after `ready`.
    """
    tables, room = unowned(tables), unowned(room)
    earliest, taken = unowned((earliest, taken))
    labels, label_words, queue = room.labels, room.label_words, room.queue
    stops = tables.boardings_from.shape[0] - 1
    earliest[:] = longest + 1
    taken[:] = tables.starts.shape[0]
    queue[: longest + 1] = -1
    earliest[stops + origin] = 0
    labels[0, BEFORE] = -1
    labels[0, NODE], labels[0, NEXT] = stops + origin, -1
    label_words[0] = 0
    queue[0] = 0
    # The consignment may also leave the origin by a transfer, as if it had left a vehicle there.
    used = _steps(tables, labels, label_words, queue, 1, earliest, 0, origin, 0, ready, destination)
    for minute in range(longest + 1):
        for _ in range(2):
            label = queue[minute]
            queue[minute] = -1
            while label >= 0:
                node, following = labels[label, NODE], labels[label, NEXT]
                if node == destination:
                    return label
                if earliest[node] < minute:
                    pass
                elif node < stops:
                    used = _steps(
                        tables, labels, label_words, queue, used, earliest, label, node, minute, ready, destination
                    )
                else:
                    stop = node - stops
                    used = _board(
                        tables,
                        labels,
                        label_words,
                        queue,
                        used,
                        earliest,
                        taken,
                        label,
                        stop,
                        minute,
                        ready,
                        destination,
                    )
                    used = _haul(
                        tables, labels, label_words, queue, used, earliest, label, stop, minute, ready, destination
                    )
                label = following
    return -1


@njit(cache=True, nogil=True)
def _steps(tables: Tables, labels, label_words, queue, used, earliest, label, stop, minute, ready, destination):
    """Change here or make a transfer."""
    steps, steps_from, windows = tables.steps, tables.steps_from, tables.windows
    stops = steps_from.shape[0] - 1
    for step in range(steps_from[stop], steps_from[stop + 1]):
        begin = begins(windows, steps[step, WINDOWS], steps[step, END_WINDOWS], ready + minute) - ready
        then = begin + steps[step, MINUTES]
        if begin >= 0 and then < earliest[destination]:
            there = steps[step, TO]
            node = there if there == destination else stops + there
            used = _reach(labels, label_words, queue, used, earliest, node, then, label, BY_STEP, step, 0)
    return used


@njit(cache=True, nogil=True)
def _board(tables: Tables, labels, label_words, queue, used, earliest, taken, label, stop, minute, ready, destination):
    """Board the next run of each line, unless somebody is on it or an earlier one already."""
    starts, moves, boardings, boardings_from = tables.starts, tables.moves, tables.boardings, tables.boardings_from
    for place in range(boardings_from[stop], boardings_from[stop + 1]):
        wanted = ready + minute - boardings[place, LEAVES]
        low, end = boardings[place, FIRST_RUN], boardings[place, END_RUN]
        high = end
        while low < high:
            middle = (low + high) >> 1
            if starts[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        if low == end:
            continue
        start, boarded = starts[low] - ready, boardings[place, MOVE]
        for move in range(boarded, boardings[place, END_MOVE]):
            then = start + moves[move, ARRIVES]
            if taken[move] <= low or then >= earliest[destination]:
                break
            taken[move] = low
            if moves[move, TO_STOP] >= 0:
                used = _reach(
                    labels, label_words, queue, used, earliest, moves[move, TO_STOP], then, label, low, boarded, move
                )
    return used


@njit(cache=True, nogil=True)
def _haul(tables: Tables, labels, label_words, queue, used, earliest, label, stop, minute, ready, destination):
    """Take each haulage that leaves from here."""
    hauls, hauls_from, windows = tables.hauls, tables.hauls_from, tables.windows
    for haul in range(hauls_from[stop], hauls_from[stop + 1]):
        begin = begins(windows, hauls[haul, WINDOWS], hauls[haul, END_WINDOWS], ready + minute) - ready
        then = begin + hauls[haul, MINUTES]
        if begin >= 0 and then < earliest[destination]:
            used = _reach(
                labels, label_words, queue, used, earliest, hauls[haul, TO], then, label, BY_HAUL, haul, begin
            )
    return used
