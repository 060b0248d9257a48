"""Which journeys show what a change of the network does: along the changed service, between the countries it joins, then
others that are typical of the corridor."""

from collections.abc import Iterator
from dataclasses import dataclass

from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.model import HOP, Corridor, Service
from landsea_core.planner.network.place_rows import NetworkPlace

CENTRES = {
    "CN": "CNCKG",
    "VN": "VNHAN",
    "LA": "LAVTE",
    "TH": "THBKC",
    "MM": "MMMDL",
    "KH": "KHPNH",
    "MY": "MYKUL",
    "SG": "SGSGC",
    "ID": "IDJKT",
    "PH": "PHMLC",
    "BN": "BNBWN",
    "TL": "TLDLC",
    "HK": "HKHKC",
}
"""Where journeys of a country begin and end."""

TYPICAL = (
    ("CNNNG", "VNHAN"),
    ("CNKMG", "LAVTE"),
    ("CNCKG", "VNHPC"),
    ("THBKC", "CNNNG"),
    ("CNCKG", "SGSGC"),
    ("CNKMG", "VNHAN"),
    ("THBKC", "CNKMG"),
    ("CNCKG", "MYKUL"),
    ("CNKMG", "MMMDL"),
    ("VNSGN", "KHPNH"),
    ("THBKC", "MYKUL"),
    ("CNCKG", "IDJKT"),
)
"""Journeys that are often asked for in the corridor."""

SHOWN = 3


@dataclass(frozen=True, slots=True)
class TouchedRows:
    """What a change is about: codes of places, ids of services; of a procedure its id with the place.

    A through service holds the formalities of its own border stops, so passing a place is not yet being stopped there.
    """

    places: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    procedures: frozenset[str] = frozenset()

    def is_on_way(self, one: Itinerary) -> bool:
        """Say whether an itinerary goes by it."""
        if self.procedures:
            return any(operation.row in self.procedures for leg in one.legs for operation in leg.vehicle.operations)
        return any(leg.service.id in self.services or self.places & set(leg.called) for leg in one.legs)


def list_journeys(before: Corridor, after: Corridor, touched: TouchedRows) -> Iterator[tuple[str, str]]:
    """Yield ends of journeys, those most likely to go by what is changed first, none twice."""
    services = [one for one in {**before.services, **after.services}.values() if _is_near(one, touched)]
    named = [one for one in services if one.id in touched.services]
    places = {**before.places, **after.places}
    countries = [tuple(places[one.calls[end].place].country for end in (0, -1)) for one in (*named, *services)]
    across = [pair for pair in dict.fromkeys(countries) if pair[0] != pair[1]]
    wanted = [
        (_find_city(places, one.calls[0].place), _find_city(places, one.calls[-1].place)) for one in named[:SHOWN]
    ]
    hops = [one for one in services if one.kind == HOP][:SHOWN]
    wanted += [(one.calls[0].place, one.calls[-1].place) for one in hops]
    wanted += [(CENTRES[one], CENTRES[other]) for one, other in across if one in CENTRES and other in CENTRES]
    near = {places[code].country for code in touched.places if code in places} | {
        one for pair in across for one in pair
    }
    wanted += sorted(TYPICAL, key=lambda pair: -sum(code[:2] in near for code in pair))
    known = after.places
    yield from (pair for pair in dict.fromkeys(wanted) if pair[0] != pair[1] and set(pair) <= set(known))


def _is_near(service: Service, touched: TouchedRows) -> bool:
    """Say whether a service is changed, or joins a changed place with what lies over the border or farther away."""
    if service.id in touched.services:
        return True
    called = {call.place for call in service.calls}
    return service.kind == HOP and bool(called & touched.places)


def _find_city(places: dict[str, NetworkPlace], code: str) -> str:
    return places[code].within or code
