"""The memory a search works in, kept between queries and doubled where one needs more. No searching here."""

from typing import NamedTuple

import numpy as np

from landsea_search.compiled.loops import Array
from landsea_search.compiled.room_columns import COLUMNS, MORE_LABELS, MORE_WORDS
from landsea_search.compiled.tables import FIRST_RUN, Tables


class Room(NamedTuple):
    """Arrays that a search writes."""

    nodes: Array
    first_runs: Array  # by move: the first run of its line that somebody is on before it (earliest arrival alone)
    least_ahead: Array  # by boarding: what the destination takes at least, once on board
    next_runs: Array  # by boarding: the first run not yet gone
    next_starts: Array  # by boarding: when that run starts
    closing: Array  # by minute after readiness: the last boarding put there, of those whose run closes then
    closing_too: Array  # by boarding: the one put there before it
    awaited_runs: Array  # by boarding: the run whose departure is awaited, or none
    ready_logs: Array
    rider_keys: Array  # of those who board one run: words to compare by, sorted
    rider_words: Array  # their words, without time
    rider_labels: Array
    queue: Array  # by minute after readiness: the last label put there
    labels: Array
    label_words: Array
    words: Array  # by node, in blocks: words of labels that may still beat others; by stop, what `ready_logs` says
    journeys: Array
    journey_labels: Array


def make_room(
    tables: Tables, minutes: int, labels: int = 1 << 23, words: int = 1 << 24, journeys: int = 1 << 16
) -> Room:
    """Return room for searches over `minutes` minutes; memory that a search never reaches is never taken."""
    stops, boardings = len(tables.boardings_from) - 1, len(tables.boardings)
    return Room(
        nodes=np.empty((2 * stops, 8), np.int64),
        first_runs=np.empty(len(tables.moves), np.int64),
        least_ahead=np.empty(boardings, np.int64),
        next_runs=tables.boardings[:, FIRST_RUN].copy(),
        next_starts=np.empty(boardings, np.int32),
        closing=np.empty(minutes + 1, np.int32),
        closing_too=np.empty(boardings, np.int32),
        awaited_runs=np.empty(boardings, np.int32),
        ready_logs=np.empty((stops, 3), np.int64),
        rider_keys=np.empty(labels, np.int64),
        rider_words=np.empty(labels, np.int64),
        rider_labels=np.empty(labels, np.int64),
        queue=np.empty(minutes + 1, np.int32),
        labels=np.empty((labels, 6), np.int32),
        label_words=np.empty(labels, np.int64),
        words=np.empty(words, np.int64),
        journeys=np.empty(journeys, np.int64),
        journey_labels=np.empty(journeys, np.int32),
    )


def enlarge_room(room: Room, lacking: int = MORE_LABELS) -> Room:
    """Return the room with twice the space of what a search was lacking; what was found so far is taken along."""
    if lacking == MORE_LABELS:
        return room._replace(
            labels=_double(room.labels),
            label_words=_double(room.label_words),
            rider_keys=np.empty(2 * len(room.labels), np.int64),
            rider_words=np.empty(2 * len(room.labels), np.int64),
            rider_labels=np.empty(2 * len(room.labels), np.int64),
        )
    if lacking == MORE_WORDS:
        return room._replace(words=_double(room.words))
    return room._replace(journeys=_double(room.journeys), journey_labels=_double(room.journey_labels))


def make_state() -> Array:
    """Return the state of a query for which nothing was searched yet."""
    return np.zeros(COLUMNS, np.int64)


def _double(array: Array) -> Array:
    """Return a copy with as much room again behind it."""
    new = np.empty((2 * len(array), *array.shape[1:]), array.dtype)
    new[: len(array)] = array
    return new
