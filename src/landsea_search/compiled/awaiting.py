"""Waiting for runs: labels that are ready at a stop, and the runs whose departure is awaited there.

Nobody boards before the last minute in which a run can be boarded (`closing`). Until then each label that is ready stands
in its stop's log, and of each line that comes by the next run is noted for the minute in which it closes.
"""

from landsea_search.compiled.loops import Array, compiled_loop, inlined_loop, int64
from landsea_search.compiled.room import Room
from landsea_search.compiled.room_columns import (
    END,
    LAST_JOURNEY,
    LOG,
    LOG_SPACE,
    LOGGED,
    MORE_WORDS,
    NEVER_AGAIN,
    NONE,
    RAN_OVER,
    WORDS,
)
from landsea_search.compiled.tables import END_RUN, LEAVES, Tables
from landsea_search.compiled.task import Work, count_stops
from landsea_search.compiled.word_lists import copy_words


@inlined_loop
def await_next_runs(work: Work, label: int, stop: int, word: int) -> None:
    """Note that a label is ready at a stop, and await the next run of each line that it may lead to anything by."""
    tables, room, task = work.tables, work.room, work.task
    _log_label(room, work.state, stop, word, label)
    boardings, guards, time_mask = tables.boardings, task.shape.guards, task.shape.time_mask
    minute = word & time_mask
    last_journey = room.nodes[count_stops(tables) + stop, LAST_JOURNEY]
    for place in range(tables.boardings_from[stop], tables.boardings_from[stop + 1]):
        least = room.least_ahead[place]
        if least < 0 or room.awaited_runs[place] != NONE:
            continue
        leaves, end_run = boardings[place, LEAVES], boardings[place, END_RUN]
        wanted = task.ready + minute - leaves
        run = find_next_run(tables.starts, room.next_runs, room.next_starts, place, end_run, wanted)
        if run == end_run:
            continue
        aboard = word - minute + work.prices.boardings[place]
        bound = aboard + least + tables.starts[run] - task.ready + leaves
        if aboard & guards:
            work.state[END] = RAN_OVER
        elif (bound & time_mask) <= task.longest and ((bound | guards) - last_journey) & guards != guards:
            await_run(tables, room, place, run, task.ready, task.longest)


@compiled_loop
def _log_label(room: Room, state: Array, stop: int, word: int, label: int) -> None:
    """Write down that a label became ready at a stop."""
    logs, words = room.ready_logs, room.words
    first, count = logs[stop, LOG], logs[stop, LOGGED]
    if count == logs[stop, LOG_SPACE]:
        space, new = max(4, 2 * count), state[WORDS]
        if new + 2 * space > words.shape[0]:
            state[END] = MORE_WORDS
            return
        copy_words(words, first, new, 2 * count)
        state[WORDS] = new + 2 * space
        logs[stop, LOG], logs[stop, LOG_SPACE] = new, space
        first = new
    words[first + 2 * count], words[first + 2 * count + 1] = word, label
    logs[stop, LOGGED] = count + 1


@compiled_loop
def find_next_run(starts: Array, next_runs: Array, next_starts: Array, place: int, end: int, wanted: int) -> int:
    """Return the first run of a boarding's line that starts at `wanted` or later; the next search goes on from there."""
    run = int64(next_runs[place])
    if next_starts[place] < wanted:
        while run < end and starts[run] < wanted:
            run += 1
        next_runs[place] = run
        next_starts[place] = starts[run] if run < end else NEVER_AGAIN
    return run


@compiled_loop
def await_run(tables: Tables, room: Room, place: int, run: int, ready: int, longest: int) -> None:
    """Note for a boarding that a run will be boarded there, in the last minute in which it can be."""
    minute = tables.starts[run] - ready + tables.boardings[place, LEAVES]
    if minute <= longest:
        room.awaited_runs[place] = run
        room.closing_too[place] = room.closing[minute]
        room.closing[minute] = place
