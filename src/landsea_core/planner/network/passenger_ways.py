"""How long people are on the way by coach, train, ferry or boat: reckoned from the map by what travellers told.

People clear no customs, are not unloaded, and ride expresses that carry no goods, so no plan for goods says how long they
take. Speeds are those of the great circle, by country (`data/gazetteer/passenger_speeds.tsv`); how far such times are off
was learnt from `journeys_people.jsonl`. Nothing here is a timetable, nor says that anything runs.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from landsea_core.planner.network.gazetteer_files import read_gazetteer
from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.hauls_to_served import KM_AN_HOUR, ROADS_OVER_MAP
from landsea_core.planner.network.land_masses import lie_on_one_land_mass
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.place_names import find_ends
from landsea_core.planner.network.place_rows import Hours, NetworkPlace
from landsea_core.planner.network.reckoned_lorries import measure_lorry_way
from landsea_core.planner.network.scatter import ANY, PEOPLE, KindOfWay, find_reach, spread_by_reach
from landsea_core.planner.network.sea_lanes import lies_at_harbour
from landsea_core.text.data_files import find_default_data_folder

ROAD, RAIL, SEA, RIVER = PASSENGER_MODES = "road", "rail", "sea", "river"
BOARDING = {ROAD: 0.3, RAIL: 0.2, SEA: 0.3, RIVER: 0.3}
"""Hours beside riding."""
HOURS_AT_BORDER = {ROAD: 2.0, RAIL: 3.0, SEA: 0.0, RIVER: 1.0}
"""Passports, and the wait until a post opens. Those of ferries lie in the harbours, before and after."""
SLOW_SHIP_KM, SLOW_SHIP_KM_AN_HOUR = 300, 27
"""Over longer ways no fast ferry goes: Makassar - Surabaya 27, Jakarta - Surabaya 30, General Santos - Zamboanga 29 told."""
NIGHT_HOURS = 13
DAY_HOURS = {"LA": 11, "MM": 16}
"""Boats on the Mekong of Laos and the Irrawaddy lie by the bank at night: Huay Xai - Luang Prabang is two days. From Mandalay
to Bagan boats leave before dawn and arrive the same evening (genxdiary.wordpress.com 2017-03-01 and others).
"""
COAST_WITHIN_KM = 100
"""So far from a harbour of the gazetteer a landing may lie."""
FARTHEST_BOAT_KM = 600
UNLEARNT_REACH = 1.5


class PassengerWay(NamedTuple):
    """How long people take by a mode: hours with their spread, kilometres of the great circle."""

    mode: str
    hours: Hours
    km: float


def plan_passengers(corridor: Corridor, origin: str, destination: str, mode: str) -> PassengerWay | None:
    """Return how long people take from one named place to another by a mode; None where it does not join them.

    Raises UnknownPlace where a name is not known.
    """
    start, end = (one.place for one in find_ends(corridor, origin, destination))
    usual = _count_hours(mode, start, end) if mode in PASSENGER_MODES else None
    if usual is None:
        return None
    reach = find_reach(corridor.scatter, KindOfWay(mode, PEOPLE)) or UNLEARNT_REACH
    return PassengerWay(mode, spread_by_reach(usual, reach), measure_great_circle_km(start, end))


def _count_hours(mode: str, start: NetworkPlace, end: NetworkPlace) -> float | None:
    speed = _find_speed(mode, start, end)
    km = measure_great_circle_km(start, end)
    beside = BOARDING[mode] + HOURS_AT_BORDER[mode] * (start.country != end.country)
    if speed is None or not km or not _may_ride(mode, start, end):
        return None
    if mode == ROAD:
        return _ride_coach(start, end, speed, beside)
    if mode == SEA:
        return beside + min(km, SLOW_SHIP_KM) / speed + max(0.0, km - SLOW_SHIP_KM) / SLOW_SHIP_KM_AN_HOUR
    riding = km / speed
    if mode == RIVER:
        nights = int(riding / DAY_HOURS.get(start.country, riding + 1))
        return beside + riding + nights * NIGHT_HOURS
    return beside + riding


def _may_ride(mode: str, start: NetworkPlace, end: NetworkPlace) -> bool:
    """Say whether two places could be joined by a mode at all: no train leaves its land mass, no ferry lands far inland."""
    if mode == RAIL:
        return lie_on_one_land_mass(start, end)
    if mode == SEA:
        return all(lies_at_harbour(place, COAST_WITHIN_KM) for place in (start, end))
    return mode != RIVER or measure_great_circle_km(start, end) <= FARTHEST_BOAT_KM


def _ride_coach(start: NetworkPlace, end: NetworkPlace, speed: float, beside: float) -> float | None:
    """Return the hours of a coach, ferries on its way among them; None where no road or ferry leads."""
    way = measure_lorry_way(start, end)
    if way is None:
        return None
    ferries = way.hours - way.land_km / KM_AN_HOUR
    return beside + ferries + way.land_km / ROADS_OVER_MAP / speed


def _find_speed(mode: str, start: NetworkPlace, end: NetworkPlace) -> float | None:
    """Return the speed over a way of which each country has half; None where nothing goes by the mode in one of them."""
    known = _read_speeds(find_default_data_folder())
    found = [known.get((mode, place.country)) or known.get((mode, ANY)) for place in (start, end)]
    one, other = found
    return 2 * one * other / (one + other) if one and other else None


@lru_cache(maxsize=1)
def _read_speeds(folder: Path) -> dict[tuple[str, str], float]:
    return {
        (mode, country): float(speed) for mode, country, speed, _how in read_gazetteer(folder, "passenger_speeds.tsv")
    }
