"""How long a boat on a river or a train takes between two places, by the lines of `data/gazetteer/inland_ways.tsv`.

Read when a boat or train has to be reckoned (`reckoned_inland`), and not before.
"""

import math
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from landsea_core.planner.network.gazetteer_files import read_gazetteer
from landsea_core.planner.network.geography import Point, measure_km
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.quickest_way import find_quickest
from landsea_core.text.data_files import find_default_data_folder

FARTHEST_KM = 25
"""So near to a line a place lies at it."""
BENDS = {"river": 1.3, "rail": 1.15}
"""So many times the great circles of a polyline is the way, where its row does not say how long it is: assumed of rivers; of
rails the mean of twelve railways of China whose length was published is 1.16.
"""
KM_AN_HOUR = {"river": (12.0, 8.5), "rail": (30.0, 30.0)}
"""In the order of a line's points, which for a river is downstream, and back, with stops and nights. Of rivers after the barges
on record (Yangtze 10.5 and 7.5, Xijiang 9.6 and 7.7, Phnom Penh - Cai Mep 8) and boats that were told of (Mandalay - Bagan 14
and 8, Long Bagun - Samarinda, by the map, 12 and 6, upstream Samarinda - Muara Pahu 11 and Luang Prabang - Pak Beng 13); of
rails after the trains of Viet Nam, Thailand, Malaysia, Cambodia and Java on record (24 to 43).
"""


class InlandWay(NamedTuple):
    """A way along rivers or rails: its hours and kilometres."""

    hours: float
    km: float


class _Line(NamedTuple):
    """A river or railway as a polyline; how many times its great circles it is."""

    points: list[Point]
    bends: float


_Graph = dict[Point, dict[Point, InlandWay]]


def measure_inland_way(mode: str, start: NetworkPlace, end: NetworkPlace) -> InlandWay | None:
    """Return the quickest way by `mode`, river or rail; None where a place lies at no line, or none joins them."""
    own, other = (start.lat, start.lon), (end.lat, end.lon)
    graph: _Graph = defaultdict(dict, {point: dict(nearby) for point, nearby in _read_graph(mode).items()})
    for one, following, bends in _list_segments(mode):
        on_way = [(share, point) for point in (own, other) if (share := _find_share(one, following, point)) is not None]
        ordered = [one, *(point for _share, point in sorted(on_way)), following]
        shares = [0.0, *(share for share, _point in sorted(on_way)), 1.0]
        whole = measure_km(one, following) * bends
        for number in range(len(ordered) - 1) if on_way else ():
            _join(graph, mode, (ordered[number], ordered[number + 1]), whole * (shares[number + 1] - shares[number]))

    def list_next(point: Point, so_far: InlandWay) -> Iterator[tuple[InlandWay, Point]]:
        for following, way in graph.get(point, {}).items():
            yield InlandWay(so_far.hours + way.hours, so_far.km + way.km), following

    return find_quickest(own, other, InlandWay(0.0, 0.0), list_next)


def _find_share(one: Point, other: Point, point: Point) -> float | None:
    """Return how much of a segment lies before the spot nearest to a point, between 0 and 1; None where it lies too far off."""
    narrow = math.cos(math.radians(point[0]))
    along = (other[0] - one[0], (other[1] - one[1]) * narrow)
    offset = (point[0] - one[0], (point[1] - one[1]) * narrow)
    share = (along[0] * offset[0] + along[1] * offset[1]) / (along[0] ** 2 + along[1] ** 2)
    share = min(1.0, max(0.0, share))
    nearest = (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))
    return share if measure_km(nearest, point) <= FARTHEST_KM else None


def _join(graph: _Graph, mode: str, ends: tuple[Point, Point], km: float) -> None:
    """Join two points of a line in both directions, unless a quicker way is known between them."""
    for (one, other), speed in zip((ends, ends[::-1]), KM_AN_HOUR[mode], strict=True):
        way = InlandWay(km / speed, km)
        graph[one][other] = min(way, graph[one].get(other, way))


@lru_cache(maxsize=2)
def _read_graph(mode: str) -> _Graph:
    graph: _Graph = defaultdict(dict)
    for one, other, bends in _list_segments(mode):
        _join(graph, mode, (one, other), measure_km(one, other) * bends)
    return graph


def _list_segments(mode: str) -> Iterator[tuple[Point, Point, float]]:
    for line in _read_lines(find_default_data_folder()).get(mode, ()):
        for one, other in pairwise(line.points):
            yield one, other, line.bends


@lru_cache(maxsize=1)
def _read_lines(folder: Path) -> dict[str, list[_Line]]:
    found: dict[str, list[_Line]] = defaultdict(list)
    for mode, _name, written, *published in read_gazetteer(folder, "inland_ways.tsv"):
        pairs = [point.split(",") for point in written.split()]
        points = [(float(lat), float(lon)) for lat, lon in pairs]
        straight = sum(measure_km(one, other) for one, other in pairwise(points))
        found[mode].append(_Line(points, float(published[0]) / straight if published else BENDS[mode]))
    return dict(found)
