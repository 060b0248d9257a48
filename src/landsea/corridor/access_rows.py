"""The reads for a page about one place or service: its rows as they stand, what trips and others say of it."""

from dataclasses import dataclass

from landsea.corridor.access_editing import list_rows
from landsea.corridor.access_figures import count_trips
from landsea.corridor.kept_network import find_network
from landsea.corridor.network_files import find_reference_folder
from landsea_core.planner.network.changes import Row
from landsea_core.planner.network.model import Service
from landsea_core.planner.network.performance import LegFigure, SeparateSamples
from landsea_core.planner.network.place_names import list_places_inside
from landsea_core.planner.network.told_journeys import FILES, ToldJourney, read_told_journeys


@dataclass(frozen=True)
class Measured:
    """What logged trips come to at a place: hours at the border post, and hours of stretches that begin or end there."""

    border: SeparateSamples | None
    legs: list[LegFigure]


def list_procedures(code: str) -> list[Row]:
    """Return the procedures of a place as rows, retired ones last."""
    return sorted((row for row in list_rows("procedures") if row["place"] == code), key=_last_if_retired)


def list_prices(service: str) -> list[Row]:
    """Return the prices of a service as rows, the youngest first, retired ones last."""
    found = sorted((row for row in list_rows("prices") if service in row["services"]), key=lambda row: row["until"])
    return sorted(reversed(found), key=_last_if_retired)


def _last_if_retired(row: Row) -> bool:
    return bool(row.get("retired"))


def list_measured_at(code: str) -> Measured:
    """Return what trips come to at a place; figures of fewer than five are hidden."""
    kept = count_trips().overall
    return Measured(
        kept.by_mode[""].borders.get(code), [one for one in kept.legs if code in (one.origin, one.destination)]
    )


def find_measured_on(service: Service) -> LegFigure | None:
    """Return what trips that went all the way of a service come to; None where nobody logged one."""
    return count_trips().overall.leg(service.calls[0].place, service.calls[-1].place, service.mode)


def list_said_of(service: Service) -> list[ToldJourney]:
    """Return what others told of journeys between the cities of a service's ends by its mode, the shortest first."""
    origins, destinations = (_around(service.calls[end].place) for end in (0, -1))
    journeys = (one for name in FILES for one in read_told_journeys(find_reference_folder() / "network" / name))
    found = [
        one
        for one in journeys
        if one.origin in origins and one.destination in destinations and one.modes == {service.mode}
    ]
    return sorted(found, key=lambda one: (one.low, one.high, one.id))


def list_said_at(code: str) -> list[ToldJourney]:
    """Return what others told of journeys that begin or end at a place itself, the shortest first."""
    found = [
        one
        for name in FILES
        for one in read_told_journeys(find_reference_folder() / "network" / name)
        if code in (one.origin, one.destination)
    ]
    return sorted(found, key=lambda one: (one.origin, one.destination, one.low))


def _around(code: str) -> frozenset[str]:
    known = find_network()
    city = known.places[code].within or code
    return frozenset({code, city, *list_places_inside(known, city)})
