"""The search over three or four criteria, compiled: labels in the order of their minutes, pruned by what lies ahead.

A label is a word (`packing`) at a node (`tables`): at "left a vehicle at s" its time is the arrival, at "ready at s"
the readiness, in minutes after the query's. For each minute, in order:

1. Labels that left a vehicle become ready: here after the interchange, elsewhere after a transfer.
2. Labels that are ready take haulages, and board the next run of each line that comes by. No later run of the line is
   better but for its slack, so later ones are boarded only while the risk still falls. Whoever boards is offered to
   every stop down the line.

An offer is dropped when a label known at the node is no worse (see `reference` for why that is exact), or when its
word plus the least that lies ahead is no better than a journey already found. Both are asked again when its minute
comes. Most offers are dropped by the word that dropped the last one at the same node, which is tried first.
A move takes at least a minute, so what is settled in one minute cannot depend on what boards in it.
"""

import numpy as np
from numba import njit

from landsea_core.planner.compiled.labels import END, LABELS, WORDS, arrived, dropped, new_label, offer, settles
from landsea_core.planner.compiled.room import (
    BY_HAUL,
    BY_JOURNEY,
    BY_LABEL,
    BY_STEP,
    COUNT,
    DONE,
    FIRST,
    NEXT,
    NODE,
    OVER_BUDGET,
    RAN_OVER,
    SPACE,
    WORD,
    Room,
)
from landsea_core.planner.compiled.tables import (
    ARRIVES,
    CURVE,
    CURVE_LAST,
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
    Prices,
    Tables,
)

ALL_BITS = (1 << 63) - 1


@njit(cache=True, nogil=True)
def begins(windows, first, end, minute):
    """Return the first minute from `minute` on at which work may begin; -1: never again. Rows first..end are sorted."""
    if first < 0:
        return minute
    for row in range(first, end):
        if minute < windows[row, 1]:
            return max(minute, windows[row, 0])
    return -1


@njit(cache=True, nogil=True)
def _steps(
    steps, steps_from, windows, prices, nodes, words, queue, labels, journeys, journey_labels, state,
    label, stop, word, ready, destination, longest, layout,
):  # fmt: skip
    """After a vehicle was left, or at the very beginning (label 0): change here or make a transfer."""
    guards, time_mask, _, _, _ = layout
    stops = steps_from.shape[0] - 1
    minute = word & time_mask
    for step in range(steps_from[stop], steps_from[stop + 1]):
        there = steps[step, TO]
        begin = begins(windows, steps[step, WINDOWS], steps[step, END_WINDOWS], ready + minute) - ready
        then = begin + steps[step, MINUTES]
        if begin < 0 or then > longest or (there == stop and label == 0):
            continue
        after = word - minute + then + prices[step]
        if there == destination:
            arrived(labels, journeys, journey_labels, state, after, label, BY_STEP, step, 0, guards)
        elif not dropped(nodes, stops + there, after, longest, guards, time_mask):
            offer(
                nodes,
                words,
                queue,
                labels,
                journeys,
                state,
                after,
                then,
                stops + there,
                label,
                BY_STEP,
                step,
                0,
                layout,
            )


@njit(cache=True, nogil=True)
def _next_run(starts, cursors, place, end, wanted):
    """Return the first run that starts at `wanted` or later, and go on from there the next time."""
    run = cursors[place]
    while run < end and starts[run] < wanted:
        run += 1
    cursors[place] = run
    return run


@njit(cache=True, nogil=True)
def _board(
    starts, boardings, boardings_from, moves, curves, boarding_prices, move_prices, cursors, on_board,
    nodes, words, queue, labels, journeys, journey_labels, state,
    label, stop, word, minute, ready, destination, longest, layout,
):  # fmt: skip
    """Board the next run of each line that comes by, and later ones while the risk still falls.

    Whoever boards is offered to every stop down the line.
    """
    guards, time_mask, risk_shift, with_risk, _ = layout
    by_journey = nodes[boardings_from.shape[0] - 1 + stop, BY_JOURNEY]
    for place in range(boardings_from[stop], boardings_from[stop + 1]):
        boarded, end = boardings[place, MOVE], boardings[place, END_MOVE]
        at_least, leaves = on_board[boarded], boardings[place, LEAVES]
        if at_least < 0:
            continue
        wanted = ready + minute - leaves
        end_run = boardings[place, END_RUN]
        run = _next_run(starts, cursors, place, end_run, wanted)
        curve, last = boardings[place, CURVE], boardings[place, CURVE_LAST]
        while run < end_run:
            start = starts[run] - ready
            aboard = word - minute + boarding_prices[place]
            risk = lowest = curves[curve + last]
            if with_risk and label > 0:
                risk = curves[curve + min(starts[run] - wanted, last)]
                aboard += np.int64(risk) << risk_shift
            if aboard & guards:
                state[END] = RAN_OVER
                return
            bound = aboard + at_least + start + leaves
            if (bound & time_mask) > longest:
                break
            if ((bound | guards) - by_journey) & guards != guards:
                for move in range(boarded, end):
                    aboard += move_prices[move]
                    then = start + moves[move, ARRIVES]
                    if then > longest:
                        break
                    there = moves[move, TO_STOP]
                    if there == destination:
                        arrived(
                            labels, journeys, journey_labels, state, aboard + then, label, run, boarded, move, guards
                        )
                    elif there >= 0 and not dropped(nodes, there, aboard + then, longest, guards, time_mask):
                        offer(
                            nodes, words, queue, labels, journeys, state, aboard + then, then, there,
                            label, run, boarded, move, layout,
                        )  # fmt: skip
            if risk == lowest:
                break
            run += 1


@njit(cache=True, nogil=True)
def _haul(
    hauls, hauls_from, windows, prices, nodes, words, queue, labels, journeys, journey_labels, state,
    label, stop, word, ready, destination, longest, layout,
):  # fmt: skip
    """Take each haulage that leaves from here."""
    guards, time_mask, _, _, _ = layout
    minute = word & time_mask
    for haul in range(hauls_from[stop], hauls_from[stop + 1]):
        there = hauls[haul, TO]
        begin = begins(windows, hauls[haul, WINDOWS], hauls[haul, END_WINDOWS], ready + minute) - ready
        then = begin + hauls[haul, MINUTES]
        if begin < 0 or then > longest:
            continue
        after = word - minute + then + prices[haul]
        if there == destination:
            arrived(labels, journeys, journey_labels, state, after, label, BY_HAUL, haul, begin, guards)
        elif not dropped(nodes, there, after, longest, guards, time_mask):
            offer(nodes, words, queue, labels, journeys, state, after, then, there, label, BY_HAUL, haul, begin, layout)


@njit(cache=True, nogil=True)
def search(tables: Tables, prices: Prices, room: Room, state, origin, destination, ready, longest, budget, layout):
    """Add to `room.journeys` what is missing of the front; `state[END]` says whether it is whole or what was lacking.

    `state` is 0 for the first search of a query; searches after it keep labels and journeys and add to them. `budget`
    is the number of new labels after which to give up. `room.nodes[:, AT_LEAST]` and `room.on_board` hold the bounds.
    `layout` is (guards, time mask, shift of the risk, whether risk counts, the bits by which labels of one node are
    compared: all of them for an exact front). Label 0 is the consignment at the origin: it boards without risk.
    """
    # Taken out of their tuples once: each access would count references in the inner loops.
    starts, boardings, boardings_from = tables.starts, tables.boardings, tables.boardings_from
    moves, curves, windows = tables.moves, tables.curves, tables.windows
    steps, steps_from, hauls, hauls_from = tables.steps, tables.steps_from, tables.hauls, tables.hauls_from
    move_prices, boarding_prices, step_prices, haul_prices = prices.moves, prices.boardings, prices.steps, prices.hauls
    nodes, on_board, cursors, queue = room.nodes, room.on_board, room.cursors, room.queue
    labels, words, journeys, journey_labels = room.labels, room.words, room.journeys, room.journey_labels

    guards = layout[0]
    stops = boardings_from.shape[0] - 1
    nodes[:, BY_JOURNEY] = ~guards & ALL_BITS  # as bad as can be in everything, so it drops nothing
    nodes[:, BY_LABEL] = ~guards & ALL_BITS
    nodes[:, COUNT] = 0
    nodes[:, SPACE] = 0
    queue[: longest + 1] = -1
    cursors[:] = boardings[:, FIRST_RUN]
    if state[LABELS] == 0:
        new_label(labels, state, 0, stops + origin, -1, BY_STEP, -1, 0)
    budget += state[LABELS]
    labels[0, NEXT] = -1
    queue[0] = 0
    words[0] = 0
    nodes[stops + origin, FIRST] = 0
    nodes[stops + origin, COUNT] = 1
    nodes[stops + origin, SPACE] = 8
    state[WORDS] = 8
    state[END] = DONE
    _steps(
        steps, steps_from, windows, step_prices, nodes, words, queue, labels, journeys, journey_labels, state,
        0, origin, 0, ready, destination, longest, layout,
    )  # fmt: skip
    for minute in range(longest + 1):
        for _ in range(2):
            label = queue[minute]
            queue[minute] = -1
            while label >= 0:
                node, word, following = labels[label, NODE], labels[label, WORD], labels[label, NEXT]
                if not settles(nodes, words, journeys, state, node, word, layout):
                    pass
                elif node < stops:
                    _steps(
                        steps, steps_from, windows, step_prices, nodes, words, queue, labels, journeys,
                        journey_labels, state, label, node, word, ready, destination, longest, layout,
                    )  # fmt: skip
                else:
                    _board(
                        starts, boardings, boardings_from, moves, curves, boarding_prices, move_prices, cursors,
                        on_board, nodes, words, queue, labels, journeys, journey_labels, state,
                        label, node - stops, word, minute, ready, destination, longest, layout,
                    )  # fmt: skip
                    if hauls.shape[0] > 0:
                        _haul(
                            hauls, hauls_from, windows, haul_prices, nodes, words, queue, labels, journeys,
                            journey_labels, state, label, node - stops, word, ready, destination, longest, layout,
                        )  # fmt: skip
                if state[LABELS] > budget:
                    state[END] = OVER_BUDGET
                if state[END] != DONE:
                    return
                label = following
