"""The way of least cost from one point to another: over sea lanes, along rivers and rails, over land and ferries."""

import heapq
from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from landsea_core.planner.network.geography import Point


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


Cost = TypeVar("Cost", bound=_Ordered)
"""What a way costs so far: a number, or a tuple of which the first counts most. It never becomes less along a way."""


def find_quickest(
    start: Point, goal: Point, nothing: Cost, list_next: Callable[[Point, Cost], Iterable[tuple[Cost, Point]]]
) -> Cost | None:
    """Return the least cost from a point to another (E. W. Dijkstra, 1959); None where no way joins them.

    `nothing` is the cost at the start. `list_next` is given a point and the cost of the way to it, and names the points that
    follow, each behind the cost of the whole way to it.
    """
    done: set[Point] = set()
    waiting = [(nothing, start)]
    while waiting:
        so_far, point = heapq.heappop(waiting)
        if point == goal:
            return so_far
        if point not in done:
            done.add(point)
            for following in list_next(point, so_far):
                heapq.heappush(waiting, following)
    return None
