"""Where boats alone or trains alone are asked for and nothing on record goes: one reckoned along the river or railway.

Boats for goods ply most large rivers of the region on no list, and railways carry goods where no timetable says so. Only
within one country: at a border a train waits, changes its gauge or may not pass. Boats cross the one river border that is
open to all by treaty. What is reckoned is on no record, and the plan says so.
"""

from collections.abc import Iterable
from dataclasses import replace

from landsea_core.planner.network.hauls_to_served import BOAT_PREFIX, TRAIN_PREFIX
from landsea_core.planner.network.inland_ways import InlandWay, measure_inland_way
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.place_names import JourneyEnd
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.reckoned_lines import make_direct_line
from landsea_core.sentences import Named, Sentence

RIVER, RAIL = "river", "rail"
RAIL_TERMINAL = "rail_terminal"
NAMED = {RIVER: (BOAT_PREFIX, RIVER, "Boat"), RAIL: (TRAIN_PREFIX, RAIL, "Train")}
HAND_IN_HOURS = 12
OPEN_RIVERS = {frozenset({"KH", "VN"})}
"""Countries whose boats may pass freely: the Mekong and its branches, by the treaty of 17 December 2009 (Mekong River
Commission, mrcmekong.org, of that day), 78,000 vessels since 2011 (en.vietnamplus.vn 240689).
"""
HOURS_AT_RIVER_BORDER = 6
"""Assumed."""
RAIL_KM_AN_HOUR_IN = {"CN": 38.0, "LA": 65.0}
"""By country, where it is not that of `inland_ways`; times from distance are made 1.15 times as long (spreads.jsonl), so 33 and
57 in the end. Of 38 told goods trains within China of 177 to 4,500 km half went 30 km an hour or less from their first station
to the last, however far; of the 14 told between stations that no train on record joins, block trains and expresses mostly, half
went 36 or more. Two traced ones went the new railway of Laos, 430 km, at 58 and 63.
"""
CARRIES = dict.fromkeys(("container", "reefer", "bulk", "vehicles", "dangerous"))


def add_boat_or_train(
    corridor: Corridor, origin: JourneyEnd, destination: JourneyEnd, modes: Iterable[str]
) -> tuple[Corridor, tuple[Sentence, ...]]:
    """Return the corridor with a boat or train reckoned from the origin to the destination, and what to say.

    The corridor itself, and nothing to say, where other ways are asked for, the ends lie in two countries between which no
    river is open, or no river or railway of the gazetteer joins them.
    """
    mode = next((one for one in (RIVER, RAIL) if frozenset(modes) == {one}), "")
    abroad = origin.place.country != destination.place.country
    open_way = not abroad or (mode == RIVER and {origin.place.country, destination.place.country} in OPEN_RIVERS)
    found = _find_way(corridor, mode, origin, destination) if mode and open_way else None
    if found is None:
        return corridor, ()
    start, end, way = found
    hands = (HAND_IN_HOURS, dict(CARRIES))
    speed = RAIL_KM_AN_HOUR_IN.get(start.country) if mode == RAIL else None
    hours = way.km / speed if speed else way.hours + HOURS_AT_RIVER_BORDER * abroad
    measured = (max(1.0, round(hours, 1)), way.km)
    line = make_direct_line(corridor, (start, end), NAMED[mode], measured, hands, f"along the {mode}", "daily")
    return replace(corridor, services={**corridor.services, line.id: line}), (_say_reckoned(origin, destination, line),)


def _find_way(
    corridor: Corridor, mode: str, origin: JourneyEnd, destination: JourneyEnd
) -> tuple[NetworkPlace, NetworkPlace, InlandWay] | None:
    """Return the way between the ends themselves; of trains, where a city lies at no railway, between terminals of it."""
    for start in _list_spots(corridor, mode, origin):
        for end in _list_spots(corridor, mode, destination):
            if way := measure_inland_way(mode, start, end):
                return start, end, way
    return None


def _list_spots(corridor: Corridor, mode: str, end: JourneyEnd) -> list[NetworkPlace]:
    places = [corridor.places[code] for code in sorted(end.codes) if code in corridor.places] if mode == RAIL else []
    return [end.place, *(one for one in places if one.kind == RAIL_TERMINAL and not one.retired)]


def _say_reckoned(origin: JourneyEnd, destination: JourneyEnd, line: Service) -> Sentence:
    start, end = origin.place, destination.place
    ends = {"origin": Named(start.name, start.names), "destination": Named(end.name, end.names), "km": f"{line.km:.0f}"}
    if line.mode == RIVER:
        return Sentence(
            "No boat from %(origin)s to %(destination)s is on record. A boat is shown, its time reckoned along the river "
            "(%(km)s km): ask a shipper or forwarder there whether one goes.",
            **ends,
        )
    return Sentence(
        "No train from %(origin)s to %(destination)s is on record. A train is shown, its time reckoned along the railway "
        "(%(km)s km): ask the railway or a forwarder whether one carries goods.",
        **ends,
    )
