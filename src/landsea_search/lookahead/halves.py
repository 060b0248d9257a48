"""One search in two halves by arrival, each in a thread of its own, with rows of what lies ahead.

With rows a label stays only for some latest arrival. The half of the early arrivals asks only for the latest arrivals before
those of the line `LATE`, and ends with the last of them; the other half asks only for the rest, so that labels which can but
arrive early are dropped at once. What arrives early is never beaten by what arrives late: so the early half finds its part of
the front by itself, and of what the late half finds, that stays which no early journey is as good as. Nothing is written by
one half and read by the other: the front does not depend on which is quicker.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from time import thread_time
from typing import NamedTuple

import numpy as np

from landsea_search.compiled.comparing import find_no_worse
from landsea_search.compiled.known_lines import find_ridden_lines
from landsea_search.compiled.loops import Array, compiled_loop
from landsea_search.compiled.packing import Layout
from landsea_search.compiled.room import Room, enlarge_room, make_state
from landsea_search.compiled.room_columns import (
    END,
    JOURNEYS,
    LABELS,
    MORE_JOURNEYS,
    SETTLED,
    WITH_JOURNEYS,
    WITH_LABELS,
    WORDS,
)
from landsea_search.compiled.searching import EXACT, ON_KNOWN_LINES, Ground, Manner, search_in
from landsea_search.compiled.tables import NetworkArrays, Prices
from landsea_search.compiled.word_lists import add_journey
from landsea_search.lookahead.completing_with_rows import complete_front_with_rows
from landsea_search.lookahead.foresight import CAPS, LATE, LINES, Foresight
from landsea_search.lookahead.lookout import Lookout
from landsea_search.lookahead.wide_lines import CAPS_OF_LINE
from landsea_search.query import Query

# What each half does before its exact search: to find lines that the rough search missed.
WIDER = Manner((10, 3, 3, 3))
# Two halves take about as long when they divide at the minute by which such a part of the labels on known lines was made.
DIVIDE = 0.8
INHERITED = -1  # the label of a journey that the late half was given


class Half(NamedTuple):
    """What one thread searched in, and the seconds of processor that rows and search took it."""

    room: Room
    foresight: Foresight
    rows_s: float
    search_s: float


class FoundByHalves(NamedTuple):
    """Both halves; the early one's room holds the front."""

    early: Half
    late: Half

    def count_bytes(self) -> int:
        """Return how many bytes the rows of both halves took, as far as they were written."""
        made = (self.early.foresight, self.late.foresight)
        return sum(2 * int((rows.left_able < CAPS).sum()) * int(rows.left_rows[0].nbytes) for rows in made)


class Halves:
    """Searches by halves on one network, for queries of one layout of words."""

    def __init__(self, arrays: NetworkArrays, layout: Layout, prices: Prices, late_room: Room) -> None:
        self.lookout = Lookout(arrays, layout, prices)
        self.late_room = late_room

    def search_both(
        self, ground: Ground, query: Query, room: Room, state: Array, most: int, journeys: Array, minutes: Array
    ) -> FoundByHalves:
        """Search exactly in two threads; `state` and the early half's room come to hold the front, late labels as -2 - label.

        `journeys` were known after the search on known lines, `minutes` are those of the labels that it made: they say
        where to divide. Raises TooManyLabels when a half needs more than half of `most`.
        """
        divide = int(np.quantile(minutes, DIVIDE)) if len(minutes) else 0
        late_state = self._hand_down(room, state)
        ridden = find_ridden_lines(ground.tables, room, state)

        def search_half(lines: tuple[int, int], room: Room, state: Array) -> Half:
            begun = thread_time()
            foresight = self.lookout.make_foresight(query, journeys, divide, *lines)
            made = thread_time()
            asked = replace(query, latest=query.ready + int(foresight.caps[lines[1] * CAPS_OF_LINE - 1]))
            loop = partial(complete_front_with_rows, foresight)
            for manner in (WIDER, ON_KNOWN_LINES, EXACT):
                room = search_in(ground, asked, room, state, manner, most, searches=2, loop=loop, also_ridden=ridden)
            return Half(room, foresight, made - begun, thread_time() - made)

        with ThreadPoolExecutor(1) as other:
            asked = other.submit(search_half, (LATE, LINES), self.late_room, late_state)
            early = search_half((0, LATE), room, state)
            late = asked.result()
        self.late_room = late.room
        return FoundByHalves(early._replace(room=_join(early.room, state, late.room, late_state, ground)), late)

    def _hand_down(self, room: Room, state: Array) -> Array:
        """Give the late half the journeys found so far; returns its state."""
        count, late_state = state[JOURNEYS], make_state()
        while len(self.late_room.journeys) < count:
            self.late_room = enlarge_room(self.late_room, MORE_JOURNEYS)
        self.late_room.journeys[:count], self.late_room.journey_labels[:count] = room.journeys[:count], INHERITED
        late_state[JOURNEYS], late_state[END] = count, state[END]
        return late_state


def _join(room: Room, state: Array, late_room: Room, late_state: Array, ground: Ground) -> Room:
    """Add what the late half found to the early half's room and state; returns the room, which may have grown."""
    while len(room.journeys) < state[JOURNEYS] + late_state[JOURNEYS]:
        room = enlarge_room(room, MORE_JOURNEYS)
    guards = ground.layout.guards
    add_late(
        room.journeys, room.journey_labels, state, late_room.journeys, late_room.journey_labels, late_state, guards
    )
    state[END] = max(state[END], late_state[END])
    for column in (LABELS, WORDS, SETTLED, WITH_LABELS, WITH_JOURNEYS):
        state[column] += late_state[column]
    return room


@compiled_loop
def add_late(
    words: Array, labels: Array, state: Array, late_words: Array, late_labels: Array, late_state: Array, guards: int
) -> None:
    """Add to journeys those that the late half found and none of them is as good as."""
    for place in range(late_state[JOURNEYS]):
        word, label = late_words[place], late_labels[place]
        if label != INHERITED and find_no_worse(words, 0, state[JOURNEYS], word, guards) < 0:
            state[JOURNEYS] = add_journey(words, labels, state[JOURNEYS], word, -2 - label, guards)
