"""Where flights alone are asked for and none on record goes from one end to the other: a direct flight reckoned from the map.

Airlines open and drop pairs of cities each season, and freighters are chartered between any two; no record holds them all.
The way over a third airport, which takes a day, is then no answer by itself. What is reckoned stands beside it, is on no
record, and the plan says so. The time from the map is that of the flights on record that are reckoned likewise.
"""

from collections.abc import Iterable
from dataclasses import replace

from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.hauls_to_served import FLIGHT_PREFIX, is_reckoned
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.place_names import JourneyEnd
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.reckoned_lines import is_gone_directly, make_direct_line
from landsea_core.sentences import Named, Sentence

AIR = frozenset({"air"})
AIRPORT = "airport"
SHORTEST_KM = 150
DETOUR = 1.05
"""So many times the great circle is flown."""
KM_AN_HOUR = 720
HOURS_ON_GROUND = 0.55
HAND_IN_HOURS = 6
CARRIES = {"container": False, "reefer": None, "bulk": None, "vehicles": None, "dangerous": None}


def add_flight(
    corridor: Corridor, origin: JourneyEnd, destination: JourneyEnd, modes: Iterable[str]
) -> tuple[Corridor, tuple[Sentence, ...]]:
    """Return the corridor with a flight reckoned from the origin to the destination, and what to say.

    The corridor itself, and nothing to say, where other ways than flights are asked for, a flight on record goes there, or
    one end has no airport near.
    """
    if frozenset(modes) != AIR:
        return corridor, ()
    starts, ends = (_find_airports(corridor, end) for end in (origin, destination))
    pairs = [(corridor.places[one], corridor.places[other]) for one in starts for other in ends]
    if not pairs or is_gone_directly(corridor, "air", {(one.code, other.code) for one, other in pairs}):
        return corridor, ()
    start, end = min(pairs, key=lambda pair: measure_great_circle_km(*pair))
    if measure_great_circle_km(start, end) < SHORTEST_KM:
        return corridor, ()
    flight = _make_flight(corridor, start, end)
    said = Sentence(
        "No direct flight from %(origin)s to %(destination)s is on record. Beside what is, a direct or chartered flight is "
        "shown, its time reckoned from the map (%(km)s km): ask an airline or forwarder whether one is flown.",
        origin=Named(start.name, start.names),
        destination=Named(end.name, end.names),
        km=f"{flight.km:.0f}",
    )
    return replace(corridor, services={**corridor.services, flight.id: flight}), (said,)


def _find_airports(corridor: Corridor, end: JourneyEnd) -> list[str]:
    """Return the airports of an end; where it has none, those to which a haul was reckoned from it."""
    own = [code for code in sorted(end.codes) if corridor.places[code].kind == AIRPORT]
    if own:
        return own
    hauls = [one for one in corridor.services.values() if is_reckoned(one) and one.calls[0].place == end.place.code]
    return [one.calls[1].place for one in hauls if corridor.places[one.calls[1].place].kind == AIRPORT]


def _make_flight(corridor: Corridor, start: NetworkPlace, end: NetworkPlace) -> Service:
    km = measure_great_circle_km(start, end) * DETOUR
    hours = round(km / KM_AN_HOUR + HOURS_ON_GROUND, 1)
    named, how = (FLIGHT_PREFIX, "air", "Flight"), f"great circle x {DETOUR}"
    return make_direct_line(corridor, (start, end), named, (hours, km), (HAND_IN_HOURS, dict(CARRIES)), how, "daily")
