"""How far it is by sea between two places, by the lanes that ships keep to: around peninsulas and islands, not over them.

The lanes and harbours are `data/gazetteer`. They are read when a ship has to be reckoned (`reckoned_ships`), and not before.
"""

import math
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from landsea_core.planner.network.gazetteer_files import read_gazetteer
from landsea_core.planner.network.geography import Point, measure_km
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.quickest_way import find_quickest
from landsea_core.text.data_files import find_default_data_folder

AT_HARBOUR_KM = 30
"""So near to a harbour a town is served by its ships."""


def lies_at_harbour(place: NetworkPlace, within_km: float = AT_HARBOUR_KM) -> bool:
    """Say whether a place lies at a harbour of the gazetteer, or so near to one."""
    own = (place.lat, place.lon)
    return any(measure_km(own, one) <= within_km for one in _read_harbours(find_default_data_folder()))


def measure_sea_km(start: NetworkPlace, end: NetworkPlace) -> float:
    """Return the kilometres of the shortest way over the lanes, with those from either place to its nearest lane."""
    lanes = _read_lanes(find_default_data_folder())
    ends = ((start.lat, start.lon), (end.lat, end.lon))
    first, last = (min(lanes, key=lambda point: measure_km(own, point)) for own in ends)
    straight = measure_km(*ends)
    return max(straight, measure_km(ends[0], first) + _follow_lanes(lanes, first, last) + measure_km(last, ends[1]))


def _follow_lanes(lanes: dict[Point, dict[Point, float]], first: Point, last: Point) -> float:
    """Return the km of the shortest way; infinity where lanes do not hang together, which those on file do."""

    def list_next(point: Point, so_far: float) -> Iterator[tuple[float, Point]]:
        return ((so_far + km, following) for following, km in lanes[point].items())

    found = find_quickest(first, last, 0.0, list_next)
    return math.inf if found is None else found


@lru_cache(maxsize=1)
def _read_lanes(folder: Path) -> dict[Point, dict[Point, float]]:
    found: dict[Point, dict[Point, float]] = defaultdict(dict)
    for row in read_gazetteer(folder, "sea_lanes.tsv"):
        lat, lon, other_lat, other_lon = map(float, row)
        one, other = (lat, lon), (other_lat, other_lon)
        found[one][other] = found[other][one] = measure_km(one, other)
    return dict(found)


@lru_cache(maxsize=1)
def _read_harbours(folder: Path) -> tuple[Point, ...]:
    return tuple((float(lat), float(lon)) for _code, _name, lat, lon in read_gazetteer(folder, "harbours.tsv"))
