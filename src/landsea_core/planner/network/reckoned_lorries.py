"""Where nothing on record goes between two places of one country and lorries may: one reckoned over the map, with ferries.

Lorries drive the length of Sumatra, cross to Java and go through the Philippines by ferries, on call and on no list. Where one
land mass, or several with ferries between them, holds both ends, a lorry is reckoned and said to be on no record.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from landsea_core.planner.network.gazetteer_files import read_gazetteer
from landsea_core.planner.network.geography import Point, measure_km
from landsea_core.planner.network.hauls_to_served import KM_AN_HOUR, ROAD, ROADS_OVER_MAP, make_haul
from landsea_core.planner.network.land_masses import find_land_mass_at, lie_on_one_land_mass
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.place_names import JourneyEnd
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.quickest_way import find_quickest
from landsea_core.sentences import Named, Sentence
from landsea_core.text.data_files import default_data_folder

ISLANDS = {"BN", "ID", "MY", "PH", "TL"}
"""Elsewhere roads on record lead to every city; what is closed there stays closed."""
STRETCHED_BEYOND_KM = 200
"""Over a longer way drivers rest, eat and sleep: what lies beyond takes `STRETCHES` as long."""
STRETCHES = {"ID": 1.7}
"""By country. Jakarta - Medan by car took 76 hours (andihendra.com, June 2018) and three days and nights
(papilukas.blogspot.com, January 2009) where 44 were reckoned, Jakarta - Padang and back by lorry with two drivers about a
week (mojok.co). Java is driven by what is on record, which needs no factor.
"""
STRETCH = 1.4
"""Elsewhere, as of lorries on record whose hours are from distance (spreads.jsonl)."""
FERRY_KM_AN_HOUR = 20
FERRY_WAIT_HOURS = 2
"""Driving on, waiting and driving off: assumed."""


class LorryWay(NamedTuple):
    """A lorry's way: hours, kilometres over land and sea, how many ferries."""

    hours: float
    km: float
    ferries: int


def add_lorry(
    corridor: Corridor, origin: JourneyEnd, destination: JourneyEnd, modes: Iterable[str]
) -> tuple[Corridor, tuple[Sentence, ...]]:
    """Return the corridor with a lorry reckoned from the origin to the destination, and what to say.

    The corridor itself, and nothing to say, where lorries are not asked for, the ends lie in two countries, roads on record
    lead to both, or no ferry joins them.
    """
    start, end = origin.place, destination.place
    if ROAD not in frozenset(modes) or start.country != end.country:
        return corridor, ()
    if start.country not in ISLANDS and lie_on_one_land_mass(start, end):
        return corridor, ()
    way = measure_lorry_way(start, end)
    if way is None:
        return corridor, ()
    lorry = replace(make_haul(start, end, way.km), hours=max(1.0, round(_stretch_hours(way, start.country), 1)))
    said = Sentence(
        "No lorry from %(origin)s to %(destination)s is on record. One is shown, its time reckoned from the map (%(km)s km, "
        "ferries on the way: %(ferries)s): ask a haulier.",
        origin=Named(start.name, start.names),
        destination=Named(end.name, end.names),
        km=f"{lorry.km:.0f}",
        ferries=way.ferries,
    )
    return replace(corridor, services={**corridor.services, lorry.id: lorry}), (said,)


def measure_lorry_way(start: NetworkPlace, end: NetworkPlace) -> LorryWay | None:
    """Return the quickest way of a lorry over land masses and ferries; None where none joins them."""
    goal = (end.lat, end.lon)
    crossings = [*_read_ferries(default_data_folder())]
    crossings += [(other, one) for one, other in crossings]

    def list_next(point: Point, so_far: LorryWay) -> Iterator[tuple[LorryWay, Point]]:
        here = find_land_mass_at(point)
        if here == find_land_mass_at(goal):
            yield _drive(so_far, point, goal), goal
        for landing, beyond in crossings:
            if here == find_land_mass_at(landing):
                yield _cross(_drive(so_far, point, landing), landing, beyond), beyond

    return find_quickest((start.lat, start.lon), goal, LorryWay(0.0, 0.0, 0), list_next)


def _stretch_hours(way: LorryWay, country: str) -> float:
    beyond = max(0.0, way.km - STRETCHED_BEYOND_KM) / KM_AN_HOUR
    return way.hours + beyond * (STRETCHES.get(country, STRETCH) - 1)


def _drive(way: LorryWay, start: Point, end: Point) -> LorryWay:
    km = measure_km(start, end) * ROADS_OVER_MAP
    return LorryWay(way.hours + km / KM_AN_HOUR, way.km + km, way.ferries)


def _cross(way: LorryWay, start: Point, end: Point) -> LorryWay:
    km = measure_km(start, end)
    return LorryWay(way.hours + km / FERRY_KM_AN_HOUR + FERRY_WAIT_HOURS, way.km + km, way.ferries + 1)


@lru_cache(maxsize=1)
def _read_ferries(folder: Path) -> tuple[tuple[Point, Point], ...]:
    rows = read_gazetteer(folder, "ferries.tsv")
    return tuple(((float(row[1]), float(row[2])), (float(row[3]), float(row[4]))) for row in rows)
