"""The memory a search works in, kept between queries and doubled where one needs more. No searching here."""

from typing import NamedTuple

import numpy as np

from landsea_search.compiled.tables import FIRST_RUN, Tables

# Columns of `Room.nodes`, one row a node: what the destination takes at least from here (-1: too far), the last
# journey and the last label that dominated something here, and where the node's words are.
AT_LEAST, BY_JOURNEY, BY_LABEL, FIRST, COUNT, SPACE = range(6)
# Columns of `Room.labels`: its node, next label of the same minute, label before, and how it came here: a run and the moves
# it was boarded before and left after, or run -1 and a step, or run -2 and a haulage.
NODE, NEXT, BEFORE, RUN, BOARDED, LEFT = range(6)
BY_STEP, BY_HAUL = -1, -2
# Columns of `Room.logs`, one row a stop: where in `Room.words` the labels that became ready there are, one after another as a
# word and a number each, how many, and for how many there is space.
LOG, LOGGED, LOG_SPACE = range(3)
# Results of a search.
DONE, MORE_LABELS, MORE_WORDS, MORE_JOURNEYS, RAN_OVER, OVER_BUDGET = range(6)


class Room(NamedTuple):
    """Arrays that a search writes."""

    nodes: np.ndarray
    taken: np.ndarray  # by move: the first run of its line that somebody is on before it (earliest arrival alone)
    ahead: np.ndarray  # by boarding: what the destination takes at least, once on board
    cursors: np.ndarray  # by boarding: the first run not yet gone
    next_starts: np.ndarray  # by boarding: when that run starts
    departures: np.ndarray  # by minute after readiness: the last boarding put there
    following: np.ndarray  # by boarding: the one put there before it
    expected: np.ndarray  # by boarding: the run whose departure is awaited, or none
    logs: np.ndarray
    compared: np.ndarray  # of those who board one run: words to compare by, sorted
    paid: np.ndarray  # their words, without time
    riders: np.ndarray  # their labels
    queue: np.ndarray  # by minute after readiness: the last label put there
    labels: np.ndarray
    label_words: np.ndarray
    words: np.ndarray  # by node, in blocks: words of labels that may still dominate; by stop, what `logs` says
    journeys: np.ndarray
    journey_labels: np.ndarray


def room_for(
    tables: Tables, stops: int, minutes: int, labels: int = 1 << 23, words: int = 1 << 24, journeys: int = 1 << 16
) -> Room:
    """Return room for searches over `minutes` minutes; memory that a search never reaches is never taken."""
    return Room(
        nodes=np.empty((2 * stops, 8), np.int64),
        taken=np.empty(len(tables.moves), np.int64),
        ahead=np.empty(len(tables.boardings), np.int64),
        cursors=tables.boardings[:, FIRST_RUN].copy(),
        next_starts=np.empty(len(tables.boardings), np.int32),
        departures=np.empty(minutes + 1, np.int32),
        following=np.empty(len(tables.boardings), np.int32),
        expected=np.empty(len(tables.boardings), np.int32),
        logs=np.empty((stops, 3), np.int64),
        compared=np.empty(labels, np.int64),
        paid=np.empty(labels, np.int64),
        riders=np.empty(labels, np.int64),
        queue=np.empty(minutes + 1, np.int32),
        labels=np.empty((labels, 6), np.int32),
        label_words=np.empty(labels, np.int64),
        words=np.empty(words, np.int64),
        journeys=np.empty(journeys, np.int64),
        journey_labels=np.empty(journeys, np.int32),
    )


def larger(room: Room, lacking: int = MORE_LABELS) -> Room:
    """Return the room with twice the space of what a search was lacking; what was found so far is taken along."""
    if lacking == MORE_LABELS:
        return room._replace(
            labels=_doubled(room.labels),
            label_words=_doubled(room.label_words),
            compared=np.empty(2 * len(room.labels), np.int64),
            paid=np.empty(2 * len(room.labels), np.int64),
            riders=np.empty(2 * len(room.labels), np.int64),
        )
    if lacking == MORE_WORDS:
        return room._replace(words=_doubled(room.words))
    return room._replace(journeys=_doubled(room.journeys), journey_labels=_doubled(room.journey_labels))


def _doubled(array: np.ndarray) -> np.ndarray:
    """A copy with as much room again behind it."""
    new = np.empty((2 * len(array), *array.shape[1:]), array.dtype)
    new[: len(array)] = array
    return new
