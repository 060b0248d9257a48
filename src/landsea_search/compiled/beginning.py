"""How a search begins: with the consignment at its origin, nothing known at any node, and no run looked up yet."""

from landsea_search.compiled.labels import write_label
from landsea_search.compiled.loops import int64, part_of_loop
from landsea_search.compiled.outlook import begin_outlook
from landsea_search.compiled.room_columns import (
    BY_STEP,
    COUNT,
    DONE,
    END,
    FIRST,
    LABELS,
    LAST_JOURNEY,
    LAST_LABEL,
    NEVER_AGAIN,
    NEXT,
    NONE,
    SPACE,
    WORDS,
    ZERO,
)
from landsea_search.compiled.tables import FIRST_RUN
from landsea_search.compiled.task import Work, count_stops

ALL_BITS = (1 << 63) - 1
SPACE_AT_FIRST = 8  # words at a node


@part_of_loop
def begin_search(work: Work) -> None:
    """Begin with one label, the consignment at the origin, and with the journeys already found."""
    tables, room, state, task = work.tables, work.room, work.state, work.task
    nodes, longest = room.nodes, task.longest
    nodes[:, LAST_JOURNEY] = ~task.shape.guards & ALL_BITS  # as bad as can be in everything, so it drops nothing
    nodes[:, LAST_LABEL] = ~task.shape.guards & ALL_BITS
    nodes[:, COUNT] = 0
    nodes[:, SPACE] = 0
    begin_outlook(work.outlook, room, state, task.shape)
    room.queue[: longest + 1] = NONE
    room.closing[: longest + 1] = NONE
    room.awaited_runs[:] = NONE
    room.ready_logs[:] = 0
    room.next_runs[:] = tables.boardings[:, FIRST_RUN]
    room.next_starts[:] = -NEVER_AGAIN  # not looked up yet
    origin = int64(count_stops(tables) + task.origin)
    if state[LABELS] == 0:
        write_label(room.labels, room.label_words, state, ZERO, origin, NONE, BY_STEP, NONE, ZERO)
    room.labels[0, NEXT] = NONE
    room.queue[0] = 0
    room.words[0] = 0
    nodes[origin, FIRST], nodes[origin, COUNT], nodes[origin, SPACE] = 0, 1, SPACE_AT_FIRST
    state[WORDS] = SPACE_AT_FIRST
    state[END] = DONE
