"""Where nothing on record calls at an end of a journey: hauls by lorry to the nearest places that are served.

Their kilometres are reckoned from the map, so a plan says that they are. Only ends are joined, never places on the way.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from landsea_core.planner.network.geography import great_circle_km
from landsea_core.planner.network.model import HAUL, LINE, TRUCK, Call, Corridor, Service
from landsea_core.planner.network.place_names import JourneyEnd
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.provenance import Provenance
from landsea_core.sentences import Named, Sentence

FARTHEST_KM = 700
"""No haul is longer, by the map."""
FARTHEST_KM_AMONG_ISLANDS = 100
ISLANDS = {"ID", "PH"}
"""Countries of many islands: no row says on which one a place lies, and a longer haul may go through the sea."""
ROADS_OVER_MAP = 1.3
"""So many times the great circle is a road: assumed."""
KM_AN_HOUR = 45
_KEPT: list[tuple[dict[str, Service], dict[str, set[str]]]] = []


def join_ends(
    corridor: Corridor, ends: Iterable[JourneyEnd], modes: Iterable[str]
) -> tuple[Corridor, tuple[Sentence, ...]]:
    """Return the corridor with hauls from ends that nothing serves to the nearest served place of each mode, and what to say.

    The corridor itself, and nothing to say, where all ends are served or nothing near them is.
    """
    served = _list_served(corridor)
    made: dict[str, Service] = {}
    said = []
    for end in ends:
        if any(end.codes & codes for codes in served.values()) or _is_hauled(corridor, end):
            continue
        hauls = _make_hauls(corridor, end.place, modes, served)
        made |= {one.id: one for one in hauls}
        if hauls:
            said.append(_say_hauled(end.place, [(corridor.places[one.calls[1].place], one.km) for one in hauls]))
    return (replace(corridor, services={**corridor.services, **made}), tuple(said)) if made else (corridor, ())


def is_reckoned(service: Service) -> bool:
    """Whether a service is such a haul, which is on no record."""
    return service.id.startswith(_PREFIX)


_PREFIX = "haul~"


def _say_hauled(place: NetworkPlace, near: Sequence[tuple[NetworkPlace, float]]) -> Sentence:
    """Say it with the places' names in every language that they have."""

    def listed(language: str) -> str:
        return ", ".join(f"{other.names.get(language, other.name)} ({km:.0f} km)" for other, km in near)

    known = {language for other, _km in near for language in other.names}
    return Sentence(
        "No service on record calls at %(place)s. Planned with a haul by lorry from or to the nearest served place, "
        "reckoned from the map: %(near)s.",
        place=Named(place.name, place.names),
        near=Named(listed("en"), {language: listed(language) for language in known}),
    )


def _list_served(corridor: Corridor) -> dict[str, set[str]]:
    """Return the places that lines and lorries on call touch, by mode; those of the last network asked about are kept."""
    kept = _KEPT[0] if _KEPT else None  # another thread may keep another network meanwhile
    if kept is None or kept[0] is not corridor.services:
        found: dict[str, set[str]] = defaultdict(set)
        for service in corridor.services.values():
            if service.kind in {LINE, TRUCK} and not service.not_offered:
                found[service.mode] |= {call.place for call in service.calls}
        kept = (corridor.services, found)
        _KEPT[:] = [kept]
    return kept[1]


def _is_hauled(corridor: Corridor, end: JourneyEnd) -> bool:
    """Say whether a haul or a border hop on record calls at an end, as at a post between two countries."""
    return any(call.place in end.codes for service in corridor.services.values() for call in service.calls)


def _make_hauls(
    corridor: Corridor, place: NetworkPlace, modes: Iterable[str], served: dict[str, set[str]]
) -> list[Service]:
    nearest: dict[str, float] = {}
    for mode in sorted(modes):
        near = [
            (great_circle_km(place, corridor.places[code]), code)
            for code in served.get(mode, ())
            if corridor.places[code].country == place.country and not corridor.places[code].retired
        ]
        farthest = FARTHEST_KM_AMONG_ISLANDS if place.country in ISLANDS else FARTHEST_KM
        km, code = min(near, default=(farthest + 1, ""))
        if km <= farthest:
            nearest[code] = max(1.0, km * ROADS_OVER_MAP)
    return [_make_haul(place, corridor.places[code], km) for code, km in nearest.items()]


def _make_haul(place: NetworkPlace, other: NetworkPlace, km: float) -> Service:
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
