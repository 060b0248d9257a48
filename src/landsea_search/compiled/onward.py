"""The ways to go on from one label: changing, transfers, lines, haulages. Compiled; `search` says when each is taken.

They are compiled into the search's own loop (`forceinline`): handing over all tables at each call took a third of the time.
"""

import numpy as np
from numba import njit

from landsea_search.compiled.boarding import next_run
from landsea_search.compiled.foresight import Foresight
from landsea_search.compiled.labels import END, arrived, dropped, offer
from landsea_search.compiled.openings import begins
from landsea_search.compiled.packing import Shape
from landsea_search.compiled.room import BY_HAUL, BY_JOURNEY, BY_STEP, RAN_OVER, Room
from landsea_search.compiled.tables import (
    ARRIVES,
    CURVE,
    CURVE_LAST,
    END_MOVE,
    END_RUN,
    END_WINDOWS,
    LEAVES,
    MINUTES,
    MOVE,
    TO,
    TO_STOP,
    WINDOWS,
    Prices,
    Tables,
)


@njit(cache=True, nogil=True, forceinline=True)
def change(
    tables: Tables,
    prices: Prices,
    room: Room,
    foresight: Foresight,
    state,
    label,
    stop,
    word,
    ready,
    destination,
    longest,
    shape: Shape,
):
    """After a vehicle was left, or at the very beginning (label 0): change here or make a transfer."""
    steps, steps_from, windows = tables.steps, tables.steps_from, tables.windows
    nodes = room.nodes
    time_mask = shape.time_mask
    stops = steps_from.shape[0] - 1
    minute = word & time_mask
    for step in range(steps_from[stop], steps_from[stop + 1]):
        there = steps[step, TO]
        begin = begins(windows, steps[step, WINDOWS], steps[step, END_WINDOWS], ready + minute) - ready
        then = begin + steps[step, MINUTES]
        if begin < 0 or then > longest or (there == stop and label == 0):
            continue
        after = word - minute + then + prices.steps[step]
        if there == destination:
            arrived(room, foresight, state, after, label, BY_STEP, step, 0, shape)
        elif not dropped(nodes, stops + there, after, longest, shape):
            offer(room, foresight, state, after, then, stops + there, label, BY_STEP, step, 0, shape)


@njit(cache=True, nogil=True, forceinline=True)
def board(
    tables: Tables,
    prices: Prices,
    room: Room,
    foresight: Foresight,
    state,
    label,
    stop,
    word,
    ready,
    destination,
    longest,
    shape: Shape,
):
    """Board the next run of each line that comes by, and later ones while the risk still falls, each label by itself.

    Whoever boards is offered to every stop down the line. It is the same that `boarding` does for all labels together.
    """
    starts, boardings, boardings_from = tables.starts, tables.boardings, tables.boardings_from
    moves, curves, move_prices, boarding_prices = tables.moves, tables.curves, prices.moves, prices.boardings
    cursors, next_starts, ahead = room.cursors, room.next_starts, room.ahead
    nodes = room.nodes
    guards, time_mask, risk_shift, with_risk = shape.guards, shape.time_mask, shape.risk_shift, shape.with_risk
    minute = word & time_mask
    by_journey = nodes[boardings_from.shape[0] - 1 + stop, BY_JOURNEY]
    for place in range(boardings_from[stop], boardings_from[stop + 1]):
        boarded, end = boardings[place, MOVE], boardings[place, END_MOVE]
        at_least, leaves = ahead[place], boardings[place, LEAVES]
        if at_least < 0:
            continue
        wanted = ready + minute - leaves
        end_run = boardings[place, END_RUN]
        run = next_run(starts, cursors, next_starts, place, end_run, wanted)
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
                        arrived(room, foresight, state, aboard + then, label, run, boarded, move, shape)
                    elif there >= 0 and not dropped(nodes, there, aboard + then, longest, shape):
                        offer(room, foresight, state, aboard + then, then, there, label, run, boarded, move, shape)
            if risk == lowest:
                break
            run += 1


@njit(cache=True, nogil=True, forceinline=True)
def haul_away(
    tables: Tables,
    prices: Prices,
    room: Room,
    foresight: Foresight,
    state,
    label,
    stop,
    word,
    ready,
    destination,
    longest,
    shape: Shape,
):
    """Take each haulage that leaves from here."""
    hauls, hauls_from, windows = tables.hauls, tables.hauls_from, tables.windows
    nodes = room.nodes
    time_mask = shape.time_mask
    minute = word & time_mask
    for haul in range(hauls_from[stop], hauls_from[stop + 1]):
        there = hauls[haul, TO]
        begin = begins(windows, hauls[haul, WINDOWS], hauls[haul, END_WINDOWS], ready + minute) - ready
        then = begin + hauls[haul, MINUTES]
        if begin < 0 or then > longest:
            continue
        after = word - minute + then + prices.hauls[haul]
        if there == destination:
            arrived(room, foresight, state, after, label, BY_HAUL, haul, begin, shape)
        elif not dropped(nodes, there, after, longest, shape):
            offer(room, foresight, state, after, then, there, label, BY_HAUL, haul, begin, shape)
