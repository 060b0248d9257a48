"""The search over three or four criteria, compiled: labels in the order of their minutes, pruned by what lies ahead.

A label is a word (`packing`) at a node (`tables`): at "left a vehicle at s" its time is the arrival, at "ready at s"
the readiness, in minutes after the query's. For each minute, in order:

1. Labels that left a vehicle become ready: here after the interchange, elsewhere after a transfer.
2. Labels that are ready take haulages, and await the next run of each line that comes by.
3. Runs that close are boarded by all who are ready (`boarding`), and those are offered to every stop down the line. In a
   rough search, and in one that is given up after few labels, there are few labels for each run, so each boards by itself
   as soon as it is ready (`onward.board`).

An offer is dropped when a label known at the node is no worse (see `reference` for why that is exact), or when its
word plus the least that lies ahead is no better than a journey already found. Both are asked again when its minute
comes. Most offers are dropped by the word that dropped the last one at the same node, which is tried first.
A move takes at least a minute, so what is settled in one minute cannot depend on what boards in it.
"""

from numba import njit

from landsea_search.compiled.boarding import NEVER_AGAIN, NONE, close_all, wait
from landsea_search.compiled.foresight import NO_RISK, Foresight
from landsea_search.compiled.hope import note_journey
from landsea_search.compiled.labels import END, JOURNEYS, LABELS, WORDS, new_label, settles
from landsea_search.compiled.onward import board, change, haul_away
from landsea_search.compiled.packing import Shape
from landsea_search.compiled.room import (
    BY_JOURNEY,
    BY_LABEL,
    BY_STEP,
    COUNT,
    DONE,
    FIRST,
    NEXT,
    NODE,
    OVER_BUDGET,
    SPACE,
    Room,
)
from landsea_search.compiled.tables import FIRST_RUN, Prices, Tables
from landsea_search.compiled.timetable import IN_USE
from landsea_search.compiled.unowned import unowned

ALL_BITS = (1 << 63) - 1
EVERY_BIT = -1
FEW_LABELS = 1 << 16  # in an exact search that is given up after fewer, each label boards by itself
UNBOUNDED = 1 << 40  # a budget that no search comes near


@njit(cache=True, nogil=True)
def _begin(tables: Tables, room: Room, foresight: Foresight, state, origin, longest, shape: Shape):
    """Begin with one label, the consignment at the origin, and with the journeys already found."""
    nodes, queue, guards = room.nodes, room.queue, shape.guards
    stops = tables.boardings_from.shape[0] - 1
    nodes[:, BY_JOURNEY] = ~guards & ALL_BITS  # as bad as can be in everything, so it drops nothing
    nodes[:, BY_LABEL] = ~guards & ALL_BITS
    nodes[:, COUNT] = 0
    foresight.failing[:] = 0
    foresight.fronts_count[:] = 0
    foresight.least_risk[:] = NO_RISK
    if foresight.window[IN_USE]:
        for place in range(state[JOURNEYS]):
            note_journey(foresight, room.journeys[place], shape)
    nodes[:, SPACE] = 0
    queue[: longest + 1] = -1
    room.departures[: longest + 1] = NONE
    room.expected[:] = NONE
    room.logs[:] = 0
    room.cursors[:] = tables.boardings[:, FIRST_RUN]
    room.next_starts[:] = -NEVER_AGAIN  # not looked up yet
    if state[LABELS] == 0:
        new_label(room.labels, room.label_words, state, 0, stops + origin, -1, BY_STEP, -1, 0)
    room.labels[0, NEXT] = -1
    queue[0] = 0
    room.words[0] = 0
    nodes[stops + origin, FIRST] = 0
    nodes[stops + origin, COUNT] = 1
    nodes[stops + origin, SPACE] = 8
    state[WORDS] = 8


@njit(cache=True, nogil=True)
def search(
    tables: Tables,
    prices: Prices,
    room: Room,
    foresight: Foresight,
    state,
    origin,
    destination,
    ready,
    longest,
    budget,
    shape: Shape,
):
    """Add to `room.journeys` what is missing of the front; `state[END]` says whether it is whole or what was lacking.

    `state` is 0 for the first search of a query; searches after it keep labels and journeys and add to them. `budget`
    is the number of new labels after which to give up. `room.nodes[:, AT_LEAST]` and `room.ahead` hold the bounds.
    Label 0 is the consignment at the origin: it boards without risk.
    """
    tables, prices, room, foresight = unowned(tables), unowned(prices), unowned(room), unowned(foresight)
    state = unowned((state,))[0]
    queue, labels, label_words = room.queue, room.labels, room.label_words
    stops = tables.boardings_from.shape[0] - 1
    together = shape.keep == EVERY_BIT and budget > FEW_LABELS
    budget += state[LABELS]
    _begin(tables, room, foresight, state, origin, longest, shape)
    state[END] = DONE
    change(tables, prices, room, foresight, state, 0, origin, 0, ready, destination, longest, shape)
    for minute in range(longest + 1):
        for _ in range(2):
            label = queue[minute]
            queue[minute] = -1
            node, word, following = labels[label, NODE], label_words[label], labels[label, NEXT]
            while label >= 0:
                # Read ahead, so that the next label comes out of memory while this one is worked on.
                next_node, next_word = labels[following, NODE], label_words[following]
                next_following = labels[following, NEXT]
                if not settles(room, foresight, state, label, node, word, shape):
                    pass
                elif node < stops:
                    change(
                        tables, prices, room, foresight, state, label, node, word, ready, destination, longest, shape
                    )
                else:
                    stop = node - stops
                    if together:
                        wait(tables, prices, room, state, label, stop, word, ready, longest, shape)
                    else:
                        board(
                            tables,
                            prices,
                            room,
                            foresight,
                            state,
                            label,
                            stop,
                            word,
                            ready,
                            destination,
                            longest,
                            shape,
                        )
                    haul_away(
                        tables, prices, room, foresight, state, label, stop, word, ready, destination, longest, shape
                    )
                if state[LABELS] > budget:
                    state[END] = OVER_BUDGET
                if state[END] != DONE:
                    return
                label, node, word, following = following, next_node, next_word, next_following
        close_all(tables, prices, room, foresight, state, minute, ready, destination, longest, budget, shape)
        if state[END] != DONE:
            return
