"""One search with room that grows, and one in two halves by arrival, each half in a thread of its own.

With rows of what lies ahead (`foresight`) a label stays only for some latest arrival. The half of the early arrivals asks only
for the latest arrivals before those of the line `LATE`, and ends with the last of them; the other half asks only for the rest,
so that labels which can but arrive early are dropped at once. What arrives early is never dominated by what arrives late: so
the early half finds its part of the front by itself, and of what the late half finds, that stays which no early journey is as
good as. Nothing is written by one half and read by the other: the front does not depend on which is quicker.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from time import thread_time
from typing import NamedTuple

import numpy as np
from numba import njit

from landsea_core.planner.compiled.bounds import packed_bounds
from landsea_core.planner.compiled.foresight import LINES, Foresight
from landsea_core.planner.compiled.front import add_journey, no_worse
from landsea_core.planner.compiled.labels import (
    COLUMNS,
    END,
    JOURNEYS,
    LABELS,
    SETTLED,
    WITH_JOURNEYS,
    WITH_LABELS,
    WORDS,
)
from landsea_core.planner.compiled.lines import CAPS_OF_LINE
from landsea_core.planner.compiled.lookout import Lookout
from landsea_core.planner.compiled.packing import Layout
from landsea_core.planner.compiled.room import (
    AT_LEAST,
    DONE,
    MORE_JOURNEYS,
    MORE_LABELS,
    OVER_BUDGET,
    RAN_OVER,
    Room,
    larger,
)
from landsea_core.planner.compiled.search import UNBOUNDED, search
from landsea_core.planner.compiled.tables import MOVE, Prices, Tables
from landsea_core.planner.spi import Query, TooManyLabels

EXACT = (0, 0, 0, 0)
# The lowest bits that each half compares labels without in a search before its exact one. The rough search finds few of the
# front's journeys, and what it misses prunes nothing; with rows, this one finds some eight times as many. On networks without
# aeroplanes it spares three to five times the labels that it takes, with them as many as it takes.
FINER = (8, 2, 2, 2)
# The first line of rows that the late half asks for. Between latest arrivals lie about as many of the rough search's journeys;
# the last quarter of them is half of the work, as late journeys are found among all the labels that might arrive earlier.
LATE = 3
INHERITED = -1  # the label of a journey that the late half was given


class Ground(NamedTuple):
    """What the searches of a query have in common; the bounds are those of `bounds.least` for its destination."""

    tables: Tables
    prices: Prices
    layout: Layout
    bounds: np.ndarray
    bounds_on_board: np.ndarray


class Half(NamedTuple):
    """What one thread searched in, and the seconds of processor that rows and search took it."""

    room: Room
    foresight: Foresight
    rows_s: float
    search_s: float


def search_in(
    ground: Ground, query: Query, room: Room, state: np.ndarray, foresight: Foresight, without: tuple, budget: int, most: int,
    searches: int = 1,
) -> Room:  # fmt: skip
    """Search with the journeys already found; returns the room, which may have grown.

    `without` are the lowest bits that labels are compared without. Raises TooManyLabels when more are needed than each of so
    many `searches` can have of `most` labels.
    """
    tables, layout, longest = ground.tables, ground.layout, query.latest - query.ready
    shape = layout.shape(without)
    shifts = (longest, layout.most, layout.cost_shift, layout.co2_shift)
    while state[END] != RAN_OVER:
        packed_bounds(*ground.bounds, *shifts, room.nodes[:, AT_LEAST])
        packed_bounds(*ground.bounds_on_board[:, tables.boardings[:, MOVE]], *shifts, room.ahead)
        search(
            tables, ground.prices, room, foresight, state, query.origin, query.destination, query.ready, longest, budget, shape
        )  # fmt: skip
        if state[END] in {DONE, OVER_BUDGET, RAN_OVER}:
            break
        if state[END] == MORE_LABELS and 2 * searches * len(room.labels) > most:
            raise TooManyLabels(most)
        room = larger(room, state[END])
    return room


def search_by_halves(
    ground: Ground, query: Query, room: Room, state: np.ndarray, lookout: Lookout, late_room: Room, most: int,
    spread: np.ndarray,
) -> tuple[Half, Half]:  # fmt: skip
    """Search exactly in two threads; `state` and the early half's room come to hold the front, late labels as -2 - label.

    Between each two latest arrivals of the rows lie about as many of the journeys `spread`, which are words.
    Raises TooManyLabels when a half needs more than half of `most`.
    """
    count, late_state = state[JOURNEYS], np.zeros(COLUMNS, np.int64)
    while len(late_room.journeys) < count:
        late_room = larger(late_room, MORE_JOURNEYS)
    late_room.journeys[:count], late_room.journey_labels[:count] = room.journeys[:count], INHERITED
    late_state[JOURNEYS], late_state[END] = count, state[END]
    lookout.prepare()

    def half(lines: tuple[int, int], room: Room, state: np.ndarray) -> Half:
        begun = thread_time()
        foresight = lookout.foresight(query, spread, *lines)
        made = thread_time()
        asked = replace(query, latest=query.ready + int(foresight.caps[lines[1] * CAPS_OF_LINE - 1]))
        for without in (FINER, EXACT):
            room = search_in(ground, asked, room, state, foresight, without, UNBOUNDED, most, searches=2)
        return Half(room, foresight, made - begun, thread_time() - made)

    with ThreadPoolExecutor(1) as other:
        asked = other.submit(half, (LATE, LINES), late_room, late_state)
        early = half((0, LATE), room, state)
        late = asked.result()
    room, late_room = early.room, late.room
    while len(room.journeys) < state[JOURNEYS] + late_state[JOURNEYS]:
        room = larger(room, MORE_JOURNEYS)
    guards = ground.layout.guards
    add(room.journeys, room.journey_labels, state, late_room.journeys, late_room.journey_labels, late_state, guards)
    state[END] = max(state[END], late_state[END])
    for column in (LABELS, WORDS, SETTLED, WITH_LABELS, WITH_JOURNEYS):
        state[column] += late_state[column]
    return early._replace(room=room), late


@njit(cache=True, nogil=True)
def add(words, labels, state, late_words, late_labels, late_state, guards):
    """Add to journeys those that the late half found and none of them is as good as."""
    for place in range(late_state[JOURNEYS]):
        word, label = late_words[place], late_labels[place]
        if label != INHERITED and no_worse(words, 0, state[JOURNEYS], word, guards) < 0:
            state[JOURNEYS] = add_journey(words, labels, state[JOURNEYS], word, -2 - label, guards)
