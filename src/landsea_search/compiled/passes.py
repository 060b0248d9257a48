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

from landsea_search.compiled.bounds import packed_bounds
from landsea_search.compiled.foresight import LATE, LINES, Foresight
from landsea_search.compiled.front import add_journey, no_worse
from landsea_search.compiled.labels import (
    COLUMNS,
    END,
    JOURNEYS,
    LABELS,
    SETTLED,
    WITH_JOURNEYS,
    WITH_LABELS,
    WORDS,
)
from landsea_search.compiled.lines import CAPS_OF_LINE
from landsea_search.compiled.lookout import Lookout, Spread
from landsea_search.compiled.packing import Layout
from landsea_search.compiled.ridden import ridden_lines, without_boarding
from landsea_search.compiled.room import (
    AT_LEAST,
    DONE,
    MORE_JOURNEYS,
    MORE_LABELS,
    OVER_BUDGET,
    RAN_OVER,
    Room,
    larger,
)
from landsea_search.compiled.search import UNBOUNDED, search
from landsea_search.compiled.tables import MOVE, Prices, Tables
from landsea_search.spi import Query, TooManyLabels


class Manner(NamedTuple):
    """How a search is done: the lowest bits that labels are compared without, whether only along the lines that journeys found
    before ride, and the number of new labels after which it is given up.
    """

    without: tuple[int, int, int, int] = (0, 0, 0, 0)
    on_known_lines: bool = False
    budget: int = UNBOUNDED


EXACT = Manner()
# Labels are compared without the lowest bits of time, cost, CO2e and risk, so few are kept. All that is found are real
# journeys, and with them the exact search drops most labels at once.
ROUGH = Manner((9, 4, 4, 4))
# Finds three to ten times as many journeys as the rough search, for a tenth to a half of its time: a front is made of the
# rides of few lines, and the rough search has found most of these. Exact, but for all other lines.
ON_KNOWN_LINES = Manner(on_known_lines=True, budget=1_000_000)
# What each half does before its exact search, with rows: to find lines that the rough search missed.
WIDER = Manner((10, 3, 3, 3))
# Two halves take about as long when they divide at the minute by which such a part of the labels on known lines was made.
DIVIDE = 0.8
NOT_THERE = -1  # as a bound: nothing leads from here to the destination
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
    ground: Ground,
    query: Query,
    room: Room,
    state: np.ndarray,
    foresight: Foresight,
    manner: Manner,
    most: int,
    searches: int = 1,
    ridden: np.ndarray | bool = False,
) -> Room:
    """Search with the journeys already found; returns the room, which may have grown.

    `ridden` are known lines beside those of journeys whose labels are in this room, as `ridden_lines` has them. Raises
    TooManyLabels when more are needed than each of so many `searches` can have of `most` labels.
    """
    tables, layout, longest = ground.tables, ground.layout, query.latest - query.ready
    shape = layout.shape(manner.without)
    others = without_boarding(tables, ridden_lines(tables, room, state) | ridden) if manner.on_known_lines else None
    shifts = (longest, layout.most, layout.cost_shift, layout.co2_shift)
    while state[END] != RAN_OVER:
        packed_bounds(*ground.bounds, *shifts, room.nodes[:, AT_LEAST])
        packed_bounds(*ground.bounds_on_board[:, tables.boardings[:, MOVE]], *shifts, room.ahead)
        if others is not None:
            room.ahead[others] = NOT_THERE
        search(
            tables,
            ground.prices,
            room,
            foresight,
            state,
            query.origin,
            query.destination,
            query.ready,
            longest,
            manner.budget,
            shape,
        )
        if state[END] in {DONE, OVER_BUDGET, RAN_OVER}:
            break
        if state[END] == MORE_LABELS and 2 * searches * len(room.labels) > most:
            raise TooManyLabels(most)
        room = larger(room, state[END])
    return room


def spread_of(room: Room, layout: Layout, state: np.ndarray, before: int) -> Spread:
    """Return how journeys lie in time, and where to divide by the labels made since there were `before` of them."""
    minutes = room.label_words[before : state[LABELS]] & layout.time_mask
    divide = int(np.quantile(minutes, DIVIDE)) if len(minutes) else 0
    return Spread(room.journeys[: state[JOURNEYS]].copy(), divide)


def search_by_halves(
    ground: Ground,
    query: Query,
    room: Room,
    state: np.ndarray,
    lookout: Lookout,
    late_room: Room,
    most: int,
    spread: Spread,
) -> tuple[Half, Half]:
    """Search exactly in two threads; `state` and the early half's room come to hold the front, late labels as -2 - label.

    Raises TooManyLabels when a half needs more than half of `most`.
    """
    count, late_state = state[JOURNEYS], np.zeros(COLUMNS, np.int64)
    while len(late_room.journeys) < count:
        late_room = larger(late_room, MORE_JOURNEYS)
    late_room.journeys[:count], late_room.journey_labels[:count] = room.journeys[:count], INHERITED
    late_state[JOURNEYS], late_state[END] = count, state[END]
    ridden = ridden_lines(ground.tables, room, state)
    lookout.prepare()

    def half(lines: tuple[int, int], room: Room, state: np.ndarray) -> Half:
        begun = thread_time()
        foresight = lookout.foresight(query, spread, *lines)
        made = thread_time()
        asked = replace(query, latest=query.ready + int(foresight.caps[lines[1] * CAPS_OF_LINE - 1]))
        for manner in (WIDER, ON_KNOWN_LINES, EXACT):
            room = search_in(ground, asked, room, state, foresight, manner, most, searches=2, ridden=ridden)
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
