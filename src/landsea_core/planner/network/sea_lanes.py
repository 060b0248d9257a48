"""How far it is by sea between two places, by the lanes that ships keep to: around peninsulas and islands, not over them.

The lanes and harbours are `data/gazetteer`. They are read when a ship has to be reckoned (`reckoned_ships`), and not before.
"""

import heapq
import math
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from landsea_core.planner.network.geography import Point, measure_km
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.text.data_files import default_data_folder

AT_HARBOUR_KM = 30
"""So near to a harbour a town is served by its ships."""


def lies_at_harbour(place: NetworkPlace) -> bool:
    """Say whether a place lies at a harbour of the gazetteer."""
    own = (place.lat, place.lon)
    return any(measure_km(own, one) <= AT_HARBOUR_KM for one in _read_harbours(default_data_folder()))


def measure_sea_km(start: NetworkPlace, end: NetworkPlace) -> float:
    """Return the kilometres of the shortest way over the lanes, with those from either place to its nearest lane."""
    lanes = _read_lanes(default_data_folder())
    ends = ((start.lat, start.lon), (end.lat, end.lon))
    first, last = (min(lanes, key=lambda point: measure_km(own, point)) for own in ends)
    straight = measure_km(*ends)
    return max(straight, measure_km(ends[0], first) + _follow_lanes(lanes, first, last) + measure_km(last, ends[1]))


def _follow_lanes(lanes: dict[Point, dict[Point, float]], first: Point, last: Point) -> float:
    """Return the km of the shortest way (E. W. Dijkstra, 1959); all lanes hang together, so there is one."""
    nearest, waiting = {first: 0.0}, [(0.0, first)]
    while waiting:
        so_far, point = heapq.heappop(waiting)
        if point == last:
            break
        for following, km in lanes[point].items():
            if so_far + km < nearest.get(following, math.inf):
                nearest[following] = so_far + km
                heapq.heappush(waiting, (so_far + km, following))
    return nearest[last]


@lru_cache(maxsize=1)
def _read_lanes(folder: Path) -> dict[Point, dict[Point, float]]:
    found: dict[Point, dict[Point, float]] = defaultdict(dict)
    for line in _read_lines(folder / "gazetteer" / "sea_lanes.tsv"):
        lat, lon, other_lat, other_lon = map(float, line.split("\t"))
        one, other = (lat, lon), (other_lat, other_lon)
        found[one][other] = found[other][one] = measure_km(one, other)
    return dict(found)


@lru_cache(maxsize=1)
def _read_harbours(folder: Path) -> tuple[Point, ...]:
    rows = (line.split("\t") for line in _read_lines(folder / "gazetteer" / "harbours.tsv"))
    return tuple((float(lat), float(lon)) for _code, _name, lat, lon in rows)


def _read_lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
