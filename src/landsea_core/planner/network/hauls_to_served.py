"""Where nothing on record calls at an end of a journey: hauls by lorry to the nearest places that are served.

Their kilometres are reckoned from the map, so a plan says that they are. Only ends are joined, never places on the way.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.land_masses import lie_on_one_land_mass
from landsea_core.planner.network.model import HAUL, LINE, TRUCK, Call, Corridor, Service
from landsea_core.planner.network.place_names import JourneyEnd
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.provenance import Provenance
from landsea_core.sentences import Named, Sentence

FARTHEST_KM = 1000
"""No haul is longer, by the map."""
ROADS_OVER_MAP = 1.3
"""So many times the great circle is a road: assumed."""
KM_AN_HOUR = 45
ROAD = "road"
OVER_LAND = frozenset({"rail", ROAD})
ONE_PIECE = {"CN", "KH", "LA", "MM", "TH"}
"""Countries in which lorries reach every city that is on record, but for what lies on an island."""
SOUTH_END_OF_LIAODONG, WEST_END_OF_LIAODONG = 38.5, 120.8
"""Degrees: what of China lies behind them is on a peninsula, a day from Shandong by lorry; the ferry there is on no record."""


class _Served(NamedTuple):
    """The places that lines and lorries on call touch, by mode; the places that hauls and border hops join with each."""

    served: dict[str, set[str]]
    hauled: dict[str, set[str]]


_KEPT: list[tuple[dict[str, Service], _Served]] = []


def join_ends(
    corridor: Corridor, ends: Iterable[JourneyEnd], modes: Iterable[str]
) -> tuple[Corridor, tuple[Sentence, ...]]:
    """Return the corridor with hauls from ends that nothing serves to the nearest served place of each mode, and what to say.

    An end counts as served where its own places are, or those to which a haul on record leads. Where ships or flights alone
    serve it, hauls lead to trains and lorries still. The corridor itself, and nothing to say, where all ends are served or
    nothing near them is. Who does not ask for lorries gets no haul from one end to the other, which would be the whole way.
    """
    network = _list_network(corridor)
    made: dict[str, Service] = {}
    said = []
    both = tuple(ends)
    for number, end in enumerate(both):
        wanted = _list_missing_modes(network, end, frozenset(modes))
        others = [code for other in both[:number] + both[number + 1 :] for code in _follow_hauls(network, other.codes)]
        barred = frozenset() if ROAD in modes else frozenset(others)
        hauls = _make_hauls(corridor, end.place, wanted, network.served, barred) if wanted else []
        made |= {one.id: one for one in hauls}
        if hauls:
            near = [(corridor.places[one.calls[1].place], one.km) for one in hauls]
            unserved = not any(end.codes & codes for codes in network.served.values())
            said.append(_say_hauled(end.place, near, unserved))
    return (replace(corridor, services={**corridor.services, **made}), tuple(said)) if made else (corridor, ())


def _list_missing_modes(network: _Served, end: JourneyEnd, modes: frozenset[str]) -> frozenset[str]:
    """Return the modes of a question to which hauls must be reckoned from an end; none where it is served."""
    reached = _follow_hauls(network, end.codes)
    found = {mode for mode in modes if reached & network.served.get(mode, frozenset())}
    if not found:
        return modes
    if found & OVER_LAND or end.place.country not in ONE_PIECE:
        return frozenset()
    return modes & OVER_LAND


def _follow_hauls(network: _Served, codes: frozenset[str]) -> frozenset[str]:
    """Return the places from which hauls and border hops on record lead to others, with all to which they lead."""
    reached, waiting = set(codes), list(codes)
    while waiting:
        for code in network.hauled.get(waiting.pop(), ()):
            if code not in reached:
                reached.add(code)
                waiting.append(code)
    return frozenset(reached)


def is_reckoned(service: Service) -> bool:
    """Whether a service is such a haul, or a line reckoned likewise (`reckoned_lines`): on no record."""
    return service.id.startswith((_PREFIX, *_LINES))


def is_line_on_no_record(service: Service) -> bool:
    """Whether a service is a reckoned flight, ship, boat or train: unlike a lorry that one hires, nobody may run it at all."""
    return service.id.startswith(_LINES)


_LINES = FLIGHT_PREFIX, SHIP_PREFIX, BOAT_PREFIX, TRAIN_PREFIX = "flight~", "ship~", "boat~", "train~"
_PREFIX = "haul~"


def _say_hauled(place: NetworkPlace, near: Sequence[tuple[NetworkPlace, float]], unserved: bool) -> Sentence:
    """Say it with the places' names in every language that they have; `unserved`: nothing at all calls there."""

    def listed(language: str) -> str:
        return ", ".join(f"{other.names.get(language, other.name)} ({km:.0f} km)" for other, km in near)

    known = {language for other, _km in near for language in other.names}
    named = Named(place.name, place.names)
    where = Named(listed("en"), {language: listed(language) for language in known})
    if unserved:
        return Sentence(
            "No service on record calls at %(place)s. Planned with a haul by lorry from or to the nearest served place, "
            "reckoned from the map: %(near)s.",
            place=named,
            near=where,
        )
    return Sentence(
        "Not every way of transport asked for is on record at %(place)s. Planned with a haul by lorry from or to the "
        "nearest served place, reckoned from the map: %(near)s.",
        place=named,
        near=where,
    )


def _list_network(corridor: Corridor) -> _Served:
    """Return what is served and hauled; those of the last network asked about are kept."""
    kept = _KEPT[0] if _KEPT else None  # another thread may keep another network meanwhile
    if kept is None or kept[0] is not corridor.services:
        served: dict[str, set[str]] = defaultdict(set)
        hauled: dict[str, set[str]] = defaultdict(set)
        for service in corridor.services.values():
            called = {call.place for call in service.calls}
            if service.kind not in {LINE, TRUCK}:
                for code in called:
                    hauled[code] |= called
            elif not service.not_offered:
                served[service.mode] |= called
        kept = (corridor.services, _Served(served, hauled))
        _KEPT[:] = [kept]
    return kept[1]


def _make_hauls(
    corridor: Corridor,
    place: NetworkPlace,
    modes: Iterable[str],
    served: dict[str, set[str]],
    barred: frozenset[str] = frozenset(),
) -> list[Service]:
    nearest: dict[str, float] = {}
    for mode in sorted(modes):
        near = [
            (measure_great_circle_km(place, corridor.places[code]), code)
            for code in served.get(mode, ())
            if corridor.places[code].country == place.country
            and not corridor.places[code].retired
            and not _lies_sea_between(place, corridor.places[code])
        ]
        km, code = min(near, default=(FARTHEST_KM + 1, ""))
        if km <= FARTHEST_KM and code not in barred:
            nearest[code] = max(1.0, km * ROADS_OVER_MAP)
    return [make_haul(place, corridor.places[code], km) for code, km in nearest.items()]


def _lies_sea_between(one: NetworkPlace, other: NetworkPlace) -> bool:
    """Say whether two places lie on two land masses, or the way over the map between them goes through the strait of Bohai."""
    if not lie_on_one_land_mass(one, other):
        return True
    south, north = sorted((one, other), key=lambda place: place.lat)
    is_on_liaodong = north.lat >= SOUTH_END_OF_LIAODONG and north.lon >= WEST_END_OF_LIAODONG
    return one.country == "CN" and south.lat < SOUTH_END_OF_LIAODONG and is_on_liaodong


def make_haul(place: NetworkPlace, other: NetworkPlace, km: float) -> Service:
    """Return a haul by lorry, on call, between two places, its hours reckoned from its kilometres on the road."""
    calls = tuple(Call(one.code, "", 0, "", 0, "derived") for one in (place, other))
    fact = Provenance("derived from distance on the map", "derived", "2026-11-29", f"great circle x {ROADS_OVER_MAP}")
    return Service(
        id=f"{_PREFIX}{place.code}-{other.code}",
        kind=HAUL,
        mode="road",
        operator="",
        name=f"Haul {place.name} - {other.name}",
        calls=calls,
        days="on call",
        hours=max(1.0, round(km / KM_AN_HOUR, 1)),
        km=round(km),
        carries={"container": True, "reefer": True, "bulk": None, "vehicles": None, "dangerous": None},
        cut_off_hours=None,
        capacity="",
        since="",
        until="",
        not_offered="",
        fact=fact,
    )
