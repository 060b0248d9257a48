"""On which island or mainland a place lies, so that no lorry is sent through the sea.

Known by the nearest point of `data/gazetteer/land_masses.tsv`; islands that bridges join are one land mass there. Read when a
haul has to be reckoned (`hauls_to_served`), and not before.
"""

from functools import lru_cache
from pathlib import Path

from landsea_core.planner.network.gazetteer_files import read_gazetteer
from landsea_core.planner.network.geography import Point, measure_km
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.text.data_files import find_default_data_folder

MAINLAND = "Asia"
FARTHEST_KM = 60
"""A place farther from every point lies on the mainland, of which the file holds the coasts near islands alone."""
DEGREES = 1
"""Points so much farther north or south than a place are no nearer than `FARTHEST_KM`."""


def find_land_mass(place: NetworkPlace) -> str:
    """Return the name of the land mass that a place lies on: Langkawi lies on "Kuah", Kuala Kedah on "Asia"."""
    return find_land_mass_at((place.lat, place.lon))


def lie_on_one_land_mass(one: NetworkPlace, other: NetworkPlace) -> bool:
    """Say whether a lorry drives from one place to another without a ship."""
    return find_land_mass(one) == find_land_mass(other)


@lru_cache(maxsize=4096)
def find_land_mass_at(own: Point) -> str:
    """Return the name of the land mass of the point on record that is nearest."""
    known = _read_points(find_default_data_folder())
    near = [(measure_km(own, point), name) for point, name in known if abs(point[0] - own[0]) <= DEGREES]
    km, name = min(near, default=(FARTHEST_KM, MAINLAND))
    return name if km < FARTHEST_KM else MAINLAND


@lru_cache(maxsize=1)
def _read_points(folder: Path) -> tuple[tuple[Point, str], ...]:
    return tuple(((float(lat), float(lon)), name) for lat, lon, name in read_gazetteer(folder, "land_masses.tsv"))
