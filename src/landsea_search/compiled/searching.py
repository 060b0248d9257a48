"""One search with room that grows, in a manner: exact or rough, along all lines or known ones, with a budget of labels."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from landsea_search.compiled.known_lines import find_other_boardings, find_ridden_lines
from landsea_search.compiled.least_ahead import LeastAhead
from landsea_search.compiled.loops import Array
from landsea_search.compiled.packing import Layout
from landsea_search.compiled.room import Room, enlarge_room
from landsea_search.compiled.room_columns import DONE, END, LEAST_AHEAD, MORE_LABELS, OVER_BUDGET, RAN_OVER
from landsea_search.compiled.search import UNBOUNDED, complete_front
from landsea_search.compiled.tables import Prices, Tables
from landsea_search.compiled.task import Task
from landsea_search.planner import TooManyLabels
from landsea_search.query import Query

SearchLoop: TypeAlias = Callable[[Tables, Prices, Room, Array, Task, int], None]


class Manner(NamedTuple):
    """How a search is done.

    `without`: the lowest bits of time, cost, CO2e and risk that labels are compared without. `on_known_lines`: only along
    the lines that journeys found before ride. `budget`: the number of new labels after which it is given up.
    """

    without: tuple[int, int, int, int] = (0, 0, 0, 0)
    on_known_lines: bool = False
    budget: int = UNBOUNDED


EXACT = Manner()
# Few labels are kept when they are compared without their lowest bits. All journeys found are real ones, and with them the
# exact search drops most labels at once.
ROUGH = Manner((9, 4, 4, 4))
# Finds three to ten times as many journeys as the rough search, for a tenth to a half of its time: a front is made of the
# rides of few lines, and the rough search has found most of these. Exact, but for all other lines.
ON_KNOWN_LINES = Manner(on_known_lines=True, budget=1_000_000)
NOT_THERE = -1  # as a bound: nothing leads from here to the destination


class Ground(NamedTuple):
    """What the searches of a query have in common; `least_ahead` has the bounds for its destination."""

    tables: Tables
    prices: Prices
    layout: Layout
    least_ahead: LeastAhead


def search_in(
    ground: Ground,
    query: Query,
    room: Room,
    state: Array,
    manner: Manner,
    most: int,
    *,
    searches: int = 1,
    loop: SearchLoop = complete_front,
    also_ridden: Array | bool = False,
) -> Room:
    """Search with the journeys already found; returns the room, which may have grown.

    `also_ridden` are known lines beside those of journeys whose labels are in this room, as `find_ridden_lines` has them.
    Raises TooManyLabels when more are needed than each of so many `searches` can have of `most` labels.
    """
    tables, layout, longest = ground.tables, ground.layout, query.latest - query.ready
    task = Task(query.origin, query.destination, query.ready, longest, layout.make_shape(manner.without))
    others = None
    if manner.on_known_lines:
        others = find_other_boardings(tables, find_ridden_lines(tables, room, state) | also_ridden)
    while state[END] != RAN_OVER:
        ground.least_ahead.pack(layout, longest, room.nodes[:, LEAST_AHEAD], room.least_ahead)
        if others is not None:
            room.least_ahead[others] = NOT_THERE
        loop(tables, ground.prices, room, state, task, manner.budget)
        if state[END] in {DONE, OVER_BUDGET, RAN_OVER}:
            break
        if state[END] == MORE_LABELS and 2 * searches * len(room.labels) > most:
            raise TooManyLabels(most)
        room = enlarge_room(room, int(state[END]))
    return room
