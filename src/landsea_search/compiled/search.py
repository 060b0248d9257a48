"""The search over three or four criteria: labels in the order of their minutes, pruned by what lies ahead.

A label is a word (`packing`) at a node (`tables`): at "left a vehicle at s" its time is the arrival, at "ready at s"
the readiness, in minutes after the query's. For each minute, in order:

1. Labels that left a vehicle become ready: here after the interchange, elsewhere after a transfer (`going_on`).
2. Labels that are ready take haulages, and await the next run of each line that comes by (`awaiting`).
3. Runs that close are boarded by all who are ready, and those are brought to every stop down the line (`closing`).
   In a rough search, and in one that is given up after few labels, few labels share a run: there each boards by itself
   as soon as it is ready (`boarding_alone`).

An offer is dropped when a label known at the node is no worse (the plain search argues why that is exact), or when its
word plus the least that lies ahead is no better than a journey already found. Both are asked again when its minute
comes. A move takes at least a minute, so what is settled in one minute cannot depend on what boards in it.
"""

from landsea_search.compiled.awaiting import await_next_runs
from landsea_search.compiled.beginning import begin_search
from landsea_search.compiled.boarding_alone import board_next_runs
from landsea_search.compiled.borrowing import borrow_arrays
from landsea_search.compiled.closing import close_runs
from landsea_search.compiled.going_on import change_or_transfer, take_haulages
from landsea_search.compiled.loops import Array, compiled_loop, int64, part_of_loop
from landsea_search.compiled.offering import settle_label
from landsea_search.compiled.room import Room
from landsea_search.compiled.room_columns import DONE, END, LABELS, NEXT, NODE, OVER_BUDGET, ZERO
from landsea_search.compiled.tables import Prices, Tables
from landsea_search.compiled.task import Task, Work, count_stops

EVERY_BIT = -1
FEW_LABELS = 1 << 16  # in an exact search that is given up after fewer, each label boards by itself
UNBOUNDED = 1 << 40  # a budget that no search comes near


@compiled_loop
def complete_front(tables: Tables, prices: Prices, room: Room, state: Array, task: Task, budget: int) -> None:
    """Add to `room.journeys` what is missing of the front; `state[END]` says whether it is whole or what was lacking.

    `state` is 0 for the first search of a query; searches after it keep labels and journeys and add to them. `budget`
    is the number of new labels after which to give up. `room.nodes[:, LEAST_AHEAD]` and `room.least_ahead` hold the
    bounds. Label 0 is the consignment at the origin: it boards without risk.
    """
    tables, prices, room = borrow_arrays(tables), borrow_arrays(prices), borrow_arrays(room)
    go_through_minutes(Work(tables, prices, room, None, borrow_arrays((state,))[0], task), budget)


@part_of_loop
def go_through_minutes(work: Work, budget: int) -> None:
    """Go through all minutes of a query, as `complete_front` says, with whatever outlook the work has."""
    state, task = work.state, work.task
    together = task.shape.keep == EVERY_BIT and budget > FEW_LABELS
    budget += state[LABELS]
    begin_search(work)
    change_or_transfer(work, ZERO, int64(task.origin), ZERO)
    for minute in range(task.longest + 1):
        for _ in range(2):  # labels that left a vehicle may become ready in the same minute
            _settle_queue(work, minute, together, budget)
            if state[END] != DONE:
                return
        close_runs(work, minute, budget)
        if state[END] != DONE:
            return


@part_of_loop
def _settle_queue(work: Work, minute: int, together: bool, budget: int) -> None:
    """Settle the labels that wait for a minute, and let those that stay go on."""
    room, state, labels, label_words = work.room, work.state, work.room.labels, work.room.label_words
    stops = count_stops(work.tables)
    label = int64(room.queue[minute])
    room.queue[minute] = -1
    node, word, following = int64(labels[label, NODE]), label_words[label], int64(labels[label, NEXT])
    while label >= 0:
        # Read ahead, so that the next label comes out of memory while this one is worked on.
        next_node, next_word = int64(labels[following, NODE]), label_words[following]
        next_following = int64(labels[following, NEXT])
        if settle_label(room, work.outlook, state, label, node, word, work.task.shape):
            if node < stops:
                change_or_transfer(work, label, node, word)
            else:
                if together:
                    await_next_runs(work, label, node - stops, word)
                else:
                    board_next_runs(work, label, node - stops, word)
                take_haulages(work, label, node - stops, word)
        if state[LABELS] > budget:
            state[END] = OVER_BUDGET
        if state[END] != DONE:
            return
        label, node, word, following = following, next_node, next_word, next_following
