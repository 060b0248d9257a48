"""The lines that the journeys found so far ride. Compiled.

A front of thousands of journeys is made of the rides of some hundred lines out of many thousands. A search along known lines
alone (`passes.search_in`) puts their rides together anew, and later or earlier runs of them.
"""

import numpy as np
from numba import njit

from landsea_search.compiled.labels import JOURNEYS
from landsea_search.compiled.room import BEFORE, BOARDED, RUN, Room
from landsea_search.compiled.tables import FIRST_MOVE, MOVE, Tables


def ridden_lines(tables: Tables, room: Room, state: np.ndarray) -> np.ndarray:
    """Return for each move whether it is the first of a line that a journey rides, as far as its labels are in this room."""
    ridden = np.zeros(len(tables.moves), np.bool_)
    _note_lines(tables.moves, room.labels, room.journey_labels[: state[JOURNEYS]], ridden)
    return ridden


def without_boarding(tables: Tables, ridden: np.ndarray) -> np.ndarray:
    """Return for each boarding whether it is of another line than these."""
    return ~ridden[tables.moves[tables.boardings[:, MOVE], FIRST_MOVE]]


@njit(cache=True, nogil=True)
def _note_lines(moves, labels, journey_labels, ridden):
    """Go back from the last label of each journey, as far as no other journey came from there."""
    seen = np.zeros(labels.shape[0], np.bool_)
    for last in journey_labels:
        label = last
        while label > 0 and not seen[label]:
            seen[label] = True
            if labels[label, RUN] >= 0:
                ridden[moves[labels[label, BOARDED], FIRST_MOVE]] = True
            label = labels[label, BEFORE]
