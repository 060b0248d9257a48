"""Boarding, each label by itself: quicker than together where few labels share a run.

Together (`closing`) and alone give the same fronts. Alone is how a rough search boards, and one that is given up after few
labels.
"""

from landsea_search.compiled.awaiting import find_next_run
from landsea_search.compiled.loops import inlined_loop, int64
from landsea_search.compiled.offering import bring_label
from landsea_search.compiled.room_columns import END, LAST_JOURNEY, RAN_OVER
from landsea_search.compiled.tables import ARRIVES, CURVE, CURVE_LAST, END_MOVE, END_RUN, LEAVES, MOVE, TO_STOP
from landsea_search.compiled.task import Work, count_stops


@inlined_loop
def board_next_runs(work: Work, label: int, stop: int, word: int) -> None:
    """Board the next run of each line that comes by, and later ones while the risk still falls."""
    tables, room, shape = work.tables, work.room, work.task.shape
    boardings, starts, curves, guards = tables.boardings, tables.starts, tables.curves, shape.guards
    ready, longest, minute = work.task.ready, work.task.longest, word & shape.time_mask
    last_journey = room.nodes[count_stops(tables) + stop, LAST_JOURNEY]
    for place in range(tables.boardings_from[stop], tables.boardings_from[stop + 1]):
        least, leaves = room.least_ahead[place], boardings[place, LEAVES]
        if least < 0:
            continue
        wanted, end_run = ready + minute - leaves, boardings[place, END_RUN]
        run = find_next_run(starts, room.next_runs, room.next_starts, place, end_run, wanted)
        curve, last = boardings[place, CURVE], boardings[place, CURVE_LAST]
        while run < end_run:
            aboard = word - minute + work.prices.boardings[place]
            risk = lowest = curves[curve + last]
            if shape.with_risk and label > 0:
                risk = curves[curve + min(starts[run] - wanted, last)]
                aboard += int64(risk) << shape.risk_shift
            if aboard & guards:
                work.state[END] = RAN_OVER
                return
            bound = aboard + least + starts[run] - ready + leaves
            if (bound & shape.time_mask) > longest:
                break
            if ((bound | guards) - last_journey) & guards != guards:
                _ride_along(work, label, place, run, aboard)
            if risk == lowest:
                break
            run += 1


@inlined_loop
def _ride_along(work: Work, label: int, place: int, run: int, aboard: int) -> None:
    """Bring a label that has boarded a run to every stop down the line; `aboard` is its word without time."""
    tables, boardings = work.tables, work.tables.boardings
    start, boarded = tables.starts[run] - work.task.ready, int64(boardings[place, MOVE])
    for move in range(boarded, int64(boardings[place, END_MOVE])):
        aboard += work.prices.moves[move]
        then = start + tables.moves[move, ARRIVES]
        if then > work.task.longest:
            break
        there = int64(tables.moves[move, TO_STOP])
        bring_label(work, there, there, aboard + then, then, label, run, boarded, move)
