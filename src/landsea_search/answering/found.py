"""What a search found and what it took."""

from typing import NamedTuple

import numpy as np

from landsea_search.answering.stages import Stages
from landsea_search.compiled.legs import LegReader
from landsea_search.compiled.loops import Array
from landsea_search.compiled.room import Room
from landsea_search.compiled.room_columns import JOURNEYS, LABELS, SETTLED, WITH_JOURNEYS, WITH_LABELS, WORDS
from landsea_search.journey import Journey, Values
from landsea_search.query import Query


class Effort(NamedTuple):
    """What a query over several criteria took: labels made, labels settled, comparisons, bytes written to, and the
    milliseconds of processor by stage; the early and the late half are searched at the same time.
    """

    labels: int
    settled: int
    with_labels: int
    with_journeys: int
    bytes: int
    stages: dict[str, float]


class Found(NamedTuple):
    """The front of one query: values with the label that each journey ended with, and the labels."""

    rows: list[tuple[Values, int]]
    labels: Array
    words: Array
    time_mask: int
    late_room: Room | None = None  # labels below 0 are its own: -2 is its first

    def read_journeys(self, reader: LegReader, query: Query) -> list[Journey]:
        """Return the journeys with their legs, sorted by values."""
        return [
            Journey(*values, legs=reader.read_legs(*self._find_chain(label), query.ready, self.time_mask))
            for values, label in self.rows
        ]

    def _find_chain(self, label: int) -> tuple[Array, Array, int]:
        """Return the labels among which a label is, their words, and its number there."""
        if label < 0:
            assert self.late_room is not None
            return self.late_room.labels, self.late_room.label_words, -2 - label
        return self.labels, self.words, label


def find_at_once(query: Query) -> Found | None:
    """Return what needs no search: being there already, or too late; None for all else."""
    if query.ready <= query.latest and query.origin != query.destination:
        return None
    rows: list[tuple[Values, int]] = [((query.ready, 0, 0, 0), 0)] if query.ready <= query.latest else []
    return Found(rows, np.empty((0, 6), np.int32), np.empty(0, np.int64), 0)


def read_front(stages: Stages) -> Found:
    """Return what stages that have run have found, sorted by values."""
    layout, room, count = stages.fitted.layout, stages.fitted.room, stages.state[JOURNEYS]
    minutes, cost, co2, risk = layout.unpack(room.journeys[:count])
    arrivals = (stages.query.ready + minutes).tolist()
    values = zip(arrivals, cost.tolist(), co2.tolist(), risk.tolist(), strict=True)
    rows = sorted(zip(values, room.journey_labels[:count].tolist(), strict=True))
    return Found(rows, room.labels, room.label_words, layout.time_mask, stages.late_room)


def count_effort(stages: Stages) -> Effort:
    """Count what stages that have run have taken; of arrays, only what was written to."""
    state = stages.state
    room = 32 * state[LABELS] + 8 * state[WORDS] + 12 * state[JOURNEYS]
    return Effort(
        labels=int(state[LABELS]),
        settled=int(state[SETTLED]),
        with_labels=int(state[WITH_LABELS]),
        with_journeys=int(state[WITH_JOURNEYS]),
        bytes=int(room) + stages.bytes_of_rows,
        stages={name: 1000 * seconds for name, seconds in stages.seconds.items()},
    )
