"""The reads for a page about one place or service: its rows as they stand, what trips and others say of it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from landsea.corridor.access_editing import rows_of
from landsea.corridor.access_trips import trip_facts, with_milestones
from landsea.corridor.kept_network import network_now
from landsea.corridor.models import EditedRow, Trip
from landsea.corridor.reading import reference
from landsea_core.planner.network.changes import Row
from landsea_core.planner.network.model import Service
from landsea_core.planner.network.naming import inside
from landsea_core.planner.network.performance import Apart, LegFigure, borders, legs
from landsea_core.planner.network.truth import FILES, Journey, told
from landsea_core.planner.network.voices import Sorted, by_standing


@dataclass(frozen=True)
class Measured:
    """What logged trips come to at a place: hours at the border post, and hours of stretches that begin or end there."""

    border: Apart | None
    legs: list[LegFigure]


def procedures_at(code: str) -> list[Row]:
    """Return the procedures of a place as rows, retired ones last."""
    return sorted((row for row in rows_of("procedures") if row["place"] == code), key=_last_if_retired)


def prices_of(service: str) -> list[Row]:
    """Return the prices of a service as rows, the youngest first, retired ones last."""
    found = sorted((row for row in rows_of("prices") if service in row["services"]), key=lambda row: row["until"])
    return sorted(reversed(found), key=_last_if_retired)


def _last_if_retired(row: Row) -> bool:
    return bool(row.get("retired"))


def edited_keys(kind: str, keys: list[str]) -> set[str]:
    """Return which rows editors have touched."""
    return set(EditedRow.objects.filter(kind=kind, key__in=keys).values_list("key", flat=True))


def measured_at(code: str) -> Measured:
    """Return what trips that touched a place come to there; figures of fewer than five are hidden."""
    trips = _sorted(Trip.objects.filter(milestones__place=code).distinct())
    stretches = [one for one in legs(network_now(), trips) if code in (one.origin, one.destination)]
    return Measured(borders(trips).get(code), stretches)


def measured_on(service: Service) -> LegFigure | None:
    """Return what trips that went all the way of a service come to; None where nobody logged one."""
    ends = (service.calls[0].place, service.calls[-1].place)
    rows = Trip.objects.filter(mode=service.mode, milestones__place=ends[0]).filter(milestones__place=ends[1])
    found = legs(network_now(), _sorted(rows.distinct()))
    return next((one for one in found if (one.origin, one.destination) == ends), None)


def _sorted(rows: QuerySet[Trip]) -> Sorted:
    return by_standing(network_now(), [trip_facts(row) for row in with_milestones(rows)])


def said_of(service: Service) -> list[Journey]:
    """Return what others told of journeys between the cities of a service's ends by its mode, the shortest first."""
    origins, destinations = (_around(service.calls[end].place) for end in (0, -1))
    journeys = (one for name in FILES for one in told(reference() / "network" / name))
    found = [
        one
        for one in journeys
        if one.origin in origins and one.destination in destinations and one.modes == {service.mode}
    ]
    return sorted(found, key=lambda one: (one.low, one.high, one.id))


def said_at(code: str) -> list[Journey]:
    """Return what others told of journeys that begin or end at a place itself, the shortest first."""
    found = [
        one for name in FILES for one in told(reference() / "network" / name) if code in (one.origin, one.destination)
    ]
    return sorted(found, key=lambda one: (one.origin, one.destination, one.low))


def _around(code: str) -> frozenset[str]:
    known = network_now()
    city = known.places[code].within or code
    return frozenset({code, city, *inside(known, city)})
