"""The search over arrival alone, compiled: each node is settled once, at its earliest minute."""

from numba import njit

from landsea_core.planner.compiled.room import BEFORE, BOARDED, BY_HAUL, BY_STEP, LEFT, NEXT, NODE, RUN, WORD, Room
from landsea_core.planner.compiled.search import begins
from landsea_core.planner.compiled.tables import (
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


@njit(cache=True, nogil=True)
def _reach(labels, queue, used, earliest, node, minute, before, run, boarded, left):
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
    labels[used, WORD] = minute
    queue[minute] = used
    return used + 1


@njit(cache=True, nogil=True)
def earliest_arrival(tables: Tables, room: Room, earliest, taken, origin, destination, ready, longest):
    """Return the label that reaches the destination first, -1 when none does within `longest` minutes.

    `earliest` (by node) and `taken` (by move: the first run of its line that somebody is on before that move) are
    room. `room` must hold as many labels as there are ways to reach a node; their words are minutes after `ready`.
    """
    stops = tables.boardings_from.shape[0] - 1
    labels, queue = room.labels, room.queue
    earliest[:] = longest + 1
    taken[:] = tables.starts.shape[0]
    queue[: longest + 1] = -1
    earliest[stops + origin] = 0
    labels[0, BEFORE] = -1
    used = 1
    labels[0, NODE], labels[0, NEXT] = stops + origin, -1
    labels[0, WORD] = 0
    queue[0] = 0
    # The consignment may also leave the origin by a transfer, as if it had left a vehicle there.
    used = _steps(tables, labels, queue, used, earliest, 0, origin, 0, ready, destination, longest)
    for minute in range(longest + 1):
        for _ in range(2):
            label = queue[minute]
            queue[minute] = -1
            while label >= 0:
                node, following = labels[label, NODE], labels[label, NEXT]
                if earliest[node] < minute:
                    label = following
                    continue
                if node == destination:
                    return label
                if node < stops:
                    used = _steps(
                        tables, labels, queue, used, earliest, label, node, minute, ready, destination, longest
                    )
                else:
                    used = _vehicles(
                        tables,
                        labels,
                        queue,
                        used,
                        earliest,
                        taken,
                        label,
                        node - stops,
                        minute,
                        ready,
                        destination,
                        longest,
                    )
                label = following
    return -1


@njit(cache=True, nogil=True)
def _steps(tables, labels, queue, used, earliest, label, stop, minute, ready, destination, longest):
    """Change here or make a transfer."""
    stops = tables.boardings_from.shape[0] - 1
    for step in range(tables.steps_from[stop], tables.steps_from[stop + 1]):
        row = tables.steps[step]
        begin = begins(tables.windows, row[WINDOWS], row[END_WINDOWS], ready + minute) - ready
        then = begin + row[MINUTES]
        if begin >= 0 and then < earliest[destination]:
            node = destination if row[TO] == destination else stops + row[TO]
            used = _reach(labels, queue, used, earliest, node, then, label, BY_STEP, step, 0)
    return used


@njit(cache=True, nogil=True)
def _vehicles(tables, labels, queue, used, earliest, taken, label, stop, minute, ready, destination, longest):
    """Board the next run of each line, unless somebody is on it or an earlier one already; take each haulage."""
    for place in range(tables.boardings_from[stop], tables.boardings_from[stop + 1]):
        row = tables.boardings[place]
        wanted = ready + minute - row[LEAVES]
        low, high = row[FIRST_RUN], row[END_RUN]
        while low < high:
            middle = (low + high) >> 1
            if tables.starts[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        if low == row[END_RUN]:
            continue
        start = tables.starts[low] - ready
        for move in range(row[MOVE], row[END_MOVE]):
            then = start + tables.moves[move, ARRIVES]
            if taken[move] <= low or then >= earliest[destination]:
                break
            taken[move] = low
            if tables.moves[move, TO_STOP] >= 0:
                used = _reach(
                    labels, queue, used, earliest, tables.moves[move, TO_STOP], then, label, low, row[MOVE], move
                )
    for haul in range(tables.hauls_from[stop], tables.hauls_from[stop + 1]):
        row = tables.hauls[haul]
        begin = begins(tables.windows, row[WINDOWS], row[END_WINDOWS], ready + minute) - ready
        then = begin + row[MINUTES]
        if begin >= 0 and then < earliest[destination]:
            used = _reach(labels, queue, used, earliest, row[TO], then, label, BY_HAUL, haul, begin)
    return used
