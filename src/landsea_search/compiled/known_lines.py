"""The lines that the journeys found so far ride, for a search along these alone.

A front of thousands of journeys is made of the rides of some hundred lines out of many thousands. A search along known lines
(`search_in`) puts their rides together anew, and later or earlier runs of them.
"""

import numpy as np

from landsea_search.compiled.loops import Array, compiled_loop
from landsea_search.compiled.room import Room
from landsea_search.compiled.room_columns import BEFORE, BOARDED, JOURNEYS, RUN
from landsea_search.compiled.tables import FIRST_MOVE, MOVE, Tables


def find_ridden_lines(tables: Tables, room: Room, state: Array) -> Array:
    """Return for each move whether it is the first of a line that a journey rides, as far as its labels are in this room."""
    ridden = np.zeros(len(tables.moves), np.bool_)
    _mark_lines(tables.moves, room.labels, room.journey_labels[: state[JOURNEYS]], ridden)
    return ridden


def find_other_boardings(tables: Tables, ridden: Array) -> Array:
    """Return for each boarding whether it is of another line than the ridden ones."""
    others: Array = ~ridden[tables.moves[tables.boardings[:, MOVE], FIRST_MOVE]]
    return others


@compiled_loop
def _mark_lines(moves: Array, labels: Array, journey_labels: Array, ridden: Array) -> None:
    """Go back from the last label of each journey, as far as no other journey came from there."""
    seen = np.zeros(labels.shape[0], np.bool_)
    for last in journey_labels:
        label = last
        while label > 0 and not seen[label]:
            seen[label] = True
            if labels[label, RUN] >= 0:
                ridden[moves[labels[label, BOARDED], FIRST_MOVE]] = True
            label = labels[label, BEFORE]
