"""Where nothing on record goes between two places and lorries may: one reckoned over the map, with ferries.

Lorries drive the length of Sumatra, cross to Java and go through the Philippines by ferries, on call and on no list. Where one
land mass, or several with ferries between them, holds both ends, a lorry is reckoned and said to be on no record. Over a border
that is done on an island alone, as on Borneo: on the mainland the posts on record say who may pass.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from landsea_core.planner.network.gazetteer_files import read_gazetteer
from landsea_core.planner.network.geography import Point, measure_great_circle_km, measure_km
from landsea_core.planner.network.hauls_to_served import KM_AN_HOUR, ROAD, ROADS_OVER_MAP, make_haul
from landsea_core.planner.network.land_masses import MAINLAND, find_land_mass, find_land_mass_at, lie_on_one_land_mass
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.place_names import JourneyEnd
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.quickest_way import find_quickest
from landsea_core.planner.network.sea_lanes import lies_at_harbour
from landsea_core.sentences import Named, Sentence
from landsea_core.text.data_files import find_default_data_folder

KM_AN_HOUR_IN = {"CN": 60.0, "ID": 36.0, "LA": 32.0, "MM": 33.0}
"""By country, where it is not `KM_AN_HOUR`: of told ways, the reckoned km by the hours, all stops in them. Lorries of China
with two drivers 47 to 73 (eleven told ones, the middle one 60: Guangzhou - Shenyang 67, Guangzhou - Urumqi 59, Hangzhou -
Guangzhou 62), with one driver 25 to 30 where a night is slept, else 50; coaches and cars there went 54 to 78. The hills of Laos
18 and 36, Myanmar 19 to 35 and once 66. Lorries of Indonesia, rests taken off (`STRETCHES`): of eight told ones half went 32 or
less; what cars and coaches did there is no lorry's pace.
"""
SULAWESI = "Makassar"
"""Land masses are called by their largest towns."""
ROADS_LONGER_ON = {SULAWESI: 1.8 / ROADS_OVER_MAP}
"""So many times longer than elsewhere are roads: round bays, hills and rivers. Gorontalo - Palu is 630 km
(cicalengka-chronicle.blogspot.com, June 2007), 2.2 times the great circle; elsewhere less: assumed. Not so on Borneo:
Pontianak - Brunei takes a coach 24 to 26 hours.
"""
PLATEAU = 78.0, 28.0, 98.5, 37.0
"""Longitudes and latitudes of the high plateau of Tibet and Qinghai."""
KM_AN_HOUR_ON_PLATEAU = 33.0
"""Golmud - Lhasa, 1,100 km: a loaded lorry 48 hours (csmonitor.com 26 January 1994), a car with two drivers 21 (xibeitechan.com
13410); three lorries came to Yanshiping, about half way, in 21 (cots.com.cn, travel note 17).
"""
HOURS_AT_BORDER = 4
"""Of a border between two countries on one island: assumed."""
CLOSED_WITHIN_KM = 60
"""So near to a post that is closed no lorry is reckoned, if it lies in a country at war."""
AT_WAR = {"MM"}
ACROSS_A_BAY_KM = 30
STRETCHED_BEYOND_KM = 200
"""Over a longer way drivers rest, eat and sleep: what lies beyond takes `STRETCHES` as long."""
STRETCHES = {"CN": 1.0, "ID": 2.1}
"""By country. Jakarta - Medan by car took 76 hours (andihendra.com, June 2018) and three days and nights
(papilukas.blogspot.com, January 2009), Jakarta - Padang and back by lorry with two drivers about a week (mojok.co), lorries
Medan - Jakarta five days, Bandar Lampung - Surabaya three to four and - Pekanbaru two, Palembang - Pekanbaru two. Java is
driven by what is on record, which needs no factor. In China two drivers take turns.
"""
STRETCH = 1.4
"""Elsewhere, as of lorries on record whose hours are from distance (spreads.jsonl)."""
FERRY_KM_AN_HOUR = 20
FERRY_WAIT_HOURS = 2
"""Driving on, waiting and driving off: assumed."""


class LorryWay(NamedTuple):
    """A lorry's way: hours, kilometres over land and sea, how many ferries, kilometres over land."""

    hours: float
    km: float
    ferries: int
    land_km: float


def add_lorry(
    corridor: Corridor, origin: JourneyEnd, destination: JourneyEnd, modes: Iterable[str]
) -> tuple[Corridor, tuple[Sentence, ...]]:
    """Return the corridor with a lorry reckoned from the origin to the destination, and what to say.

    The corridor itself, and nothing to say, where lorries are not asked for, the ends lie in two countries of the mainland or
    at a post that war has closed, or no ferry joins them.
    """
    start, end = origin.place, destination.place
    if ROAD not in frozenset(modes) or not _may_drive(corridor, start, end) or lie_across_a_bay(start, end):
        return corridor, ()
    measured = measure_lorry_way(start, end)
    if measured is None:
        return corridor, ()
    way = _lengthen(measured, start)
    lorry = replace(make_haul(start, end, way.km), hours=max(1.0, round(_count_hours(way, start, end), 1)))
    said = Sentence(
        "No lorry from %(origin)s to %(destination)s is on record. One is shown, its time reckoned from the map (%(km)s km, "
        "ferries on the way: %(ferries)s): ask a haulier.",
        origin=Named(start.name, start.names),
        destination=Named(end.name, end.names),
        km=f"{lorry.km:.0f}",
        ferries=way.ferries,
    )
    return replace(corridor, services={**corridor.services, lorry.id: lorry}), (said,)


def lie_across_a_bay(start: NetworkPlace, end: NetworkPlace) -> bool:
    """Say whether a ferry joins two harbours of one land mass that lie so near: the road goes round, how far no map here says.

    Can Gio - Vung Tau is 16 km over the water and over three hours by road.
    """
    near = measure_great_circle_km(start, end) <= ACROSS_A_BAY_KM and start.code != end.code
    return near and lie_on_one_land_mass(start, end) and all(lies_at_harbour(place) for place in (start, end))


def measure_lorry_way(start: NetworkPlace, end: NetworkPlace) -> LorryWay | None:
    """Return the quickest way of a lorry over land masses and ferries; None where none joins them."""
    goal = (end.lat, end.lon)
    crossings = [*_read_ferries(find_default_data_folder())]
    crossings += [(other, one) for one, other in crossings]

    def list_next(point: Point, so_far: LorryWay) -> Iterator[tuple[LorryWay, Point]]:
        here = find_land_mass_at(point)
        if here == find_land_mass_at(goal):
            yield _drive(so_far, point, goal), goal
        for landing, beyond in crossings:
            if here == find_land_mass_at(landing):
                yield _cross(_drive(so_far, point, landing), landing, beyond), beyond

    return find_quickest((start.lat, start.lon), goal, LorryWay(0.0, 0.0, 0, 0.0), list_next)


def _may_drive(corridor: Corridor, start: NetworkPlace, end: NetworkPlace) -> bool:
    if start.country != end.country:
        return MAINLAND != find_land_mass(start) == find_land_mass(end)
    shut = [corridor.places[code] for row in corridor.closures if row.kind == "closed" for code in row.places]
    risky = [one for one in shut if one.country in AT_WAR & {start.country}]
    return all(measure_great_circle_km(one, place) > CLOSED_WITHIN_KM for one in risky for place in (start, end))


def _lengthen(way: LorryWay, start: NetworkPlace) -> LorryWay:
    """Return a way with roads as long as they are on the land mass that it begins on."""
    more = way.land_km * (ROADS_LONGER_ON.get(find_land_mass(start), 1.0) - 1)
    return LorryWay(way.hours + more / KM_AN_HOUR, way.km + more, way.ferries, way.land_km + more)


def _count_hours(way: LorryWay, start: NetworkPlace, end: NetworkPlace) -> float:
    """Return the hours of a way as they are driven in the countries of its ends, with rests and the border."""
    slower = KM_AN_HOUR / _find_speed(start, end)
    driven = way.land_km / KM_AN_HOUR
    beyond = max(0.0, way.km - STRETCHED_BEYOND_KM) / KM_AN_HOUR
    rests = beyond * (_find_stretch(start, end) - 1)
    return way.hours - driven + (driven + rests) * slower + HOURS_AT_BORDER * (start.country != end.country)


def _find_stretch(start: NetworkPlace, end: NetworkPlace) -> float:
    """Return how many times as long a long way takes with its rests; over a border each country has half of it."""
    return sum(STRETCHES.get(place.country, STRETCH) for place in (start, end)) / 2


def _find_speed(start: NetworkPlace, end: NetworkPlace) -> float:
    """Return the kilometres an hour of a lorry, those of both ends in halves; slower by each that lies on the plateau."""
    usual = sum(KM_AN_HOUR_IN.get(place.country, KM_AN_HOUR) for place in (start, end)) / 2
    west, south, east, north = PLATEAU
    high = sum(west <= place.lon <= east and south <= place.lat <= north for place in (start, end))
    return min(usual, (high * KM_AN_HOUR_ON_PLATEAU + (2 - high) * usual) / 2)


def _drive(way: LorryWay, start: Point, end: Point) -> LorryWay:
    km = measure_km(start, end) * ROADS_OVER_MAP
    return LorryWay(way.hours + km / KM_AN_HOUR, way.km + km, way.ferries, way.land_km + km)


def _cross(way: LorryWay, start: Point, end: Point) -> LorryWay:
    km = measure_km(start, end)
    hours = way.hours + km / FERRY_KM_AN_HOUR + FERRY_WAIT_HOURS
    return LorryWay(hours, way.km + km, way.ferries + 1, way.land_km)


@lru_cache(maxsize=1)
def _read_ferries(folder: Path) -> tuple[tuple[Point, Point], ...]:
    rows = read_gazetteer(folder, "ferries.tsv")
    return tuple(((float(row[1]), float(row[2])), (float(row[3]), float(row[4]))) for row in rows)
