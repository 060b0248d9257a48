"""Boarding together: in the last minute in which a run can be boarded, all who are ready board it.

The first run of a line that a label can board is the best for it but for the slack: later ones are boarded while the risk
still falls. Those who board are offered to one stop after the other, so that what belongs to a stop is read once for all.
"""

import numpy as np

from landsea_search.compiled.awaiting import await_run
from landsea_search.compiled.loops import inlined_loop, int64, part_of_loop
from landsea_search.compiled.offering import bring_label
from landsea_search.compiled.riders import gather_riders
from landsea_search.compiled.room_columns import DONE, END, LABELS, LOG, LOGGED, NONE, OVER_BUDGET
from landsea_search.compiled.tables import ARRIVES, CURVE_LAST, END_MOVE, END_RUN, FROM_STOP, LEAVES, MOVE, TO_STOP
from landsea_search.compiled.task import Work


@part_of_loop
def close_runs(work: Work, minute: int, budget: int) -> None:
    """Close all runs that are awaited in a minute, as long as the budget of labels lasts."""
    room, state = work.room, work.state
    while room.closing[minute] != NONE and state[END] == DONE:
        place = room.closing[minute]
        room.closing[minute] = room.closing_too[place]
        _close_run(work, place)
        if state[LABELS] > budget and state[END] == DONE:
            state[END] = OVER_BUDGET


@inlined_loop
def _close_run(work: Work, place: int) -> None:
    """Let all board the run that is awaited at a boarding, and bring them to every stop down the line."""
    tables, room, task = work.tables, work.room, work.task
    boardings, moves, starts = tables.boardings, tables.moves, tables.starts
    run, boarded, leaves = (
        int64(room.awaited_runs[place]),
        int64(boardings[place, MOVE]),
        boardings[place, LEAVES],
    )
    room.awaited_runs[place] = NONE
    count, start = gather_riders(work, place, run), starts[run] - task.ready
    for move in range(boarded, int64(boardings[place, END_MOVE])):
        then, there, price = start + moves[move, ARRIVES], int64(moves[move, TO_STOP]), work.prices.moves[move]
        if then > task.longest:
            break
        for rider in range(count):
            paid = room.rider_words[rider] + price
            room.rider_words[rider] = paid
            bring_label(work, there, there, paid + then, then, room.rider_labels[rider], run, boarded, move)
    # Who is ready only now, or has not had the slack for the lowest risk, boards the next run too.
    stop, after = moves[boarded, FROM_STOP], run + 1
    log = room.ready_logs[stop, LOG] + 2 * (room.ready_logs[stop, LOGGED] - 1)
    newest = room.words[log] & task.shape.time_mask
    until = boardings[place, CURVE_LAST] if task.shape.with_risk else np.int32(0)
    if after < boardings[place, END_RUN] and newest + until > start + leaves:
        await_run(tables, room, place, after, task.ready, task.longest)
