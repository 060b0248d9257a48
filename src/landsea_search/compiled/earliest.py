"""The search over arrival alone: each node is settled once, at the earliest minute at which cargo can be there."""

from landsea_search.compiled.borrowing import borrow_arrays
from landsea_search.compiled.earliest_ways import Reach, board_earliest_runs, make_steps, take_haulages_early
from landsea_search.compiled.loops import Array, compiled_loop, int64
from landsea_search.compiled.room import Room
from landsea_search.compiled.room_columns import BEFORE, NEXT, NODE, NONE, ZERO
from landsea_search.compiled.tables import Tables
from landsea_search.compiled.task import count_stops


@compiled_loop
def find_earliest_arrival(
    tables: Tables, room: Room, earliest: Array, origin: int, destination: int, ready: int, longest: int
) -> int:
    """Return the label that reaches the destination first, -1 when none does within `longest` minutes.

    `earliest` (by node) is room. `room` must hold as many labels as there are ways to reach a node; their words are
    minutes after `ready`.
    """
    tables, room = borrow_arrays(tables), borrow_arrays(room)
    labels, label_words, queue = room.labels, room.label_words, room.queue
    stops = count_stops(tables)
    earliest[:] = longest + 1
    room.first_runs[:] = tables.starts.shape[0]
    queue[: longest + 1] = NONE
    earliest[stops + origin] = 0
    labels[0, BEFORE], labels[0, NODE], labels[0, NEXT] = NONE, stops + origin, NONE
    label_words[0] = 0
    queue[0] = 0
    reach = Reach(
        tables, labels, label_words, queue, borrow_arrays((earliest,))[0], room.first_runs, destination, ready
    )
    # The consignment may also leave the origin by a transfer, as if it had left a vehicle there.
    used = make_steps(reach, int64(1), ZERO, int64(origin), ZERO)
    for minute in range(longest + 1):
        for _ in range(2):  # labels that left a vehicle may become ready in the same minute
            label = int64(queue[minute])
            queue[minute] = NONE
            while label >= 0:
                node, following = int64(labels[label, NODE]), int64(labels[label, NEXT])
                if node == destination:
                    return label
                if earliest[node] < minute:
                    pass
                elif node < stops:
                    used = make_steps(reach, used, label, node, minute)
                else:
                    used = board_earliest_runs(reach, used, label, node - stops, minute)
                    used = take_haulages_early(reach, used, label, node - stops, minute)
                label = following
    return NONE
