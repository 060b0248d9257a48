"""What the loops of a search are given: one query, and everything it is searched with."""

from typing import Any, NamedTuple

from landsea_search.compiled.loops import Array, inlined_loop, int64
from landsea_search.compiled.packing import Shape
from landsea_search.compiled.room import Room
from landsea_search.compiled.tables import Prices, Tables


class Task(NamedTuple):
    """One query. Labels have their times in minutes after `ready`, up to `longest`; the network has its own minutes."""

    origin: int
    destination: int
    ready: int
    longest: int
    shape: Shape


class Work(NamedTuple):
    """Everything that the search of one query needs; `outlook` is what `landsea_search.compiled.outlook` says."""

    tables: Tables
    prices: Prices
    room: Room
    outlook: Any
    state: Array  # columns in `room`
    task: Task


@inlined_loop
def count_stops(tables: Tables) -> int:
    """Return how many stops there are: the node "ready at stop s" has the number `stops + s`."""
    return int64(tables.boardings_from.shape[0] - 1)
