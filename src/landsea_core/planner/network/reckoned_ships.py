"""Where ships alone are asked for and none on record goes from one end to the other: a direct ship reckoned from the map.

Lines change their loops each season, coasters and ferries run on no list, and ships are chartered between any two ports. The
way over a third port, which takes a week, is then no answer by itself. What is reckoned stands beside it, is on no record, and
the plan says so. Its time from the sea lanes is that of the lines on record that are reckoned likewise.
"""

from collections.abc import Iterable
from dataclasses import replace

from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.hauls_to_served import SHIP_PREFIX, is_reckoned
from landsea_core.planner.network.land_masses import lie_on_one_land_mass
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.place_names import JourneyEnd
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.reckoned_lines import is_gone_directly, make_direct_line
from landsea_core.planner.network.sea_lanes import lies_at_harbour, measure_sea_km
from landsea_core.sentences import Named, Sentence

SEA = "sea"
SEA_PORT = "sea_port"
KM_AN_HOUR = 13.8 * 1.852
"""13.8 knots, as for the lines whose hours are from distance."""
HOURS_IN_PORT = 6
"""Least error on 20 told journeys that were planned so, of 0 to 36: mean of the logarithms 0.43, 0.46 without and with 12."""
IN_PORT_BEYOND_KM = 1000
"""On a shorter way less, for a ferry of an hour or two does not lie six hours (`bench/results/network-truth.md`)."""
FARTHEST_CROSSING_KM = 150
SHORT_CROSSING_KM = 30
"""So near to each other two places at harbours are joined by a ferry of their own, not from a large port beside one."""
CROSSING_OVER_MAP = 1.1
"""So many times the great circle a ferry goes: assumed."""
FARTHEST_COASTER_KM = 500
COASTER_OVER_MAP = 1.3
"""Between two islands of one country coasters go straighter than by the lanes of large ships: Cebu - Surigao and Cebu - Butuan,
told of with 11 and 10 hours, were reckoned with 19 each by the lanes."""
SLOWER_ABROAD, QUICKER_AT_HOME = 1.2, 0.8
"""Of 22 told journeys over a border half took more than 1.3 times what the lanes make them, for lines call on the way; of six
told ones of more than 150 km within one country, ferries and Pelni's liners, which lie in port for an hour, half took less than
0.85.
"""
WITHOUT_CALLS = 1 / 1.2
"""Of a ferry across a bay: times from distance are made 1.2 times as long for calls on the way (spreads.jsonl); it has none."""
SHORTEST_HOURS = 0.4
"""Of a ferry, mooring included; with the spread of reckoned times half an hour, as of the shortest that were told of."""
HAND_IN_HOURS = 24
CARRIES = dict.fromkeys(("container", "reefer", "bulk", "vehicles", "dangerous"))


def add_ship(
    corridor: Corridor, origin: JourneyEnd, destination: JourneyEnd, modes: Iterable[str]
) -> tuple[Corridor, tuple[Sentence, ...]]:
    """Return the corridor with a ship reckoned from the origin to the destination, and what to say.

    The corridor itself, and nothing to say, where other ways than ships are asked for, a ship on record goes there, or one
    end has no port near.
    """
    if frozenset(modes) != {SEA}:
        return corridor, ()
    starts, ends = (_find_ports(corridor, end) for end in (origin, destination))
    pairs = {(one, other) for one in starts for other in ends if one != other}
    if not pairs or is_gone_directly(corridor, SEA, pairs):
        return corridor, ()
    if _is_short_crossing(origin.place, destination.place):
        pairs = {(origin.place.code, destination.place.code)}
    ways = [
        (_measure_crossing(corridor.places[one], corridor.places[other]), one, other) for one, other in sorted(pairs)
    ]
    km, *codes = min(ways)
    start, end = (corridor.places[code] for code in codes)
    ship = _make_ship(corridor, start, end, km)
    said = Sentence(
        "No direct ship from %(origin)s to %(destination)s is on record. Beside what is, a direct or chartered ship is "
        "shown, its time reckoned from the map (%(km)s km): ask a shipping line or forwarder whether one sails.",
        origin=Named(start.name, start.names),
        destination=Named(end.name, end.names),
        km=f"{ship.km:.0f}",
    )
    return replace(corridor, services={**corridor.services, ship.id: ship}), (said,)


def _find_ports(corridor: Corridor, end: JourneyEnd) -> list[str]:
    """Return the ports of an end; where it has none, itself if it lies at a harbour, or those to which a haul was
    reckoned from it.
    """
    own = [code for code in sorted(end.codes) if _is_open_port(corridor.places[code])]
    if own:
        return own
    if lies_at_harbour(end.place):
        return [end.place.code]
    hauls = [one for one in corridor.services.values() if is_reckoned(one) and one.calls[0].place == end.place.code]
    return [one.calls[1].place for one in hauls if _is_open_port(corridor.places[one.calls[1].place])]


def _is_short_crossing(start: NetworkPlace, end: NetworkPlace) -> bool:
    """Say whether both places lie at harbours of one country, a short way over water apart. Over a border papers take time:
    Kawthaung - Ranong was told of as five hours.
    """
    near = start.country == end.country and measure_great_circle_km(start, end) <= SHORT_CROSSING_KM
    return near and all(lies_at_harbour(place) for place in (start, end))


def _measure_crossing(start: NetworkPlace, end: NetworkPlace) -> float:
    """Return the kilometres by sea: across a strait or bay as ferries go, else by the lanes of large ships."""
    straight = measure_great_circle_km(start, end)
    if _is_short_crossing(start, end):
        return straight * CROSSING_OVER_MAP
    if straight <= FARTHEST_CROSSING_KM and not lie_on_one_land_mass(start, end):
        return straight * CROSSING_OVER_MAP
    lanes = measure_sea_km(start, end)
    if start.country == end.country and straight <= FARTHEST_COASTER_KM and not lie_on_one_land_mass(start, end):
        return min(lanes, straight * COASTER_OVER_MAP)
    return lanes


def _is_open_port(place: NetworkPlace) -> bool:
    return place.kind == SEA_PORT and not place.retired


def _find_pace(start: NetworkPlace, end: NetworkPlace, km: float) -> float:
    """Return how many times the hours by the lanes a ship takes; a ferry over a strait just them, one across a bay less."""
    if _is_short_crossing(start, end):
        return WITHOUT_CALLS
    if km <= FARTHEST_CROSSING_KM:
        return 1.0
    return QUICKER_AT_HOME if start.country == end.country else SLOWER_ABROAD


def _make_ship(corridor: Corridor, start: NetworkPlace, end: NetworkPlace, km: float) -> Service:
    usual = km / KM_AN_HOUR + HOURS_IN_PORT * min(1.0, km / IN_PORT_BEYOND_KM)
    hours = max(SHORTEST_HOURS, round(usual * _find_pace(start, end, km), 1))
    named = (SHIP_PREFIX, SEA, "Ship")
    return make_direct_line(corridor, (start, end), named, (hours, km), (HAND_IN_HOURS, dict(CARRIES)), "by sea lanes")
