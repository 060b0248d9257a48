"""A journey with all that people ask about it: times with their spread, cost, emissions, how sure it is to hold.

It is made in `itinerary_making`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from landsea_core.planner.network.costs import Cost
from landsea_core.planner.network.days import find_moment
from landsea_core.planner.network.journeys import Vehicle
from landsea_core.planner.network.model import Service
from landsea_core.planner.network.place_rows import Hours
from landsea_core.planner.network.platforms import Operation
from landsea_core.planner.network.validity import is_assumed


@dataclass(frozen=True, slots=True)
class Leg:
    """One vehicle of an itinerary; `hours` on board (of a border hop: formalities included), `km` on the way."""

    vehicle: Vehicle
    service: Service
    hours: Hours
    km: float
    cost: Cost
    co2e_kg: float

    @property
    def day(self) -> date:
        """The day on which it leaves."""
        return find_moment(self.vehicle.depart).date()

    @property
    def goes_on(self) -> bool:
        """Whether its timetable is known only for days before it leaves, and is assumed to go on."""
        return is_assumed(self.service, self.day)

    @property
    def grade(self) -> str:
        """How sure its time is."""
        return "assumed" if self.goes_on else self.service.fact.grade

    @property
    def called(self) -> list[str]:
        """The codes of the places it touches, in order."""
        one = self.vehicle
        if one.on_line:
            return [call.place for call in self.service.calls[one.first : one.last + 1]]
        return [one.origin, one.destination]


@dataclass(frozen=True, slots=True)
class Itinerary:
    """A chain of legs from the first departure to the arrival at the destination; minutes since 1970.

    `hours` are counted from the first departure, not from when the cargo was ready. `arrive`: when it usually arrives,
    with the waits for vehicles whose days are not known, so it may lie after the last leg's. `on_time`: the probability
    that every connection is made and, where a latest arrival was asked for, that it is kept.
    """

    legs: tuple[Leg, ...]
    depart: int
    arrive: int
    hours: Hours
    cost: Cost
    co2e_kg: float
    on_time: float

    @property
    def leavings(self) -> list[tuple[Service, date]]:
        """The services it goes by, each with the day on which it leaves."""
        return [(leg.service, leg.day) for leg in self.legs]

    @property
    def values(self) -> tuple[float, float, float, float]:
        """What itineraries are compared by here: arrival, cost in the search's sense, CO2e, probability to fail."""
        return (self.arrive, self.cost.high or 0, self.co2e_kg, 1 - self.on_time)


def list_operations_on_way(legs: tuple[Leg, ...]) -> Iterable[Operation]:
    """What is done between the first departure and the arrival: what precedes the first vehicle is not counted."""
    for place, leg in enumerate(legs):
        if place:
            yield from leg.vehicle.before
    yield from legs[-1].vehicle.after


def sum_costs(costs: Iterable[Cost]) -> Cost:
    """Return the sum of what is known, and the list of what is not: an unknown cost is never a zero."""
    costs = list(costs)
    known = [(cost.low, cost.high) for cost in costs if cost.low is not None and cost.high is not None]
    unknown = tuple(name for cost in costs for name in cost.unknown)
    prices = tuple(price for cost in costs for price in cost.prices)
    if not known:
        return Cost(None, None, unknown)
    return Cost(sum(low for low, _ in known), sum(high for _, high in known), unknown, prices)


def sum_hours_at_worst_borders(one: Itinerary) -> float:
    """Return the hours when every border hop and every clearance takes what nine of ten take: the sensitivity view."""
    extra = sum(leg.hours.p90 - leg.hours.typical for leg in one.legs if leg.service.kind == "hop")
    clearances = [done for done in list_operations_on_way(one.legs) if done.what in {"customs", "quarantine"}]
    return one.hours.typical + extra + sum(done.hours.p90 - done.hours.typical for done in clearances)


def are_same_way(one: Itinerary, other: Itinerary) -> bool:
    """Say whether two itineraries use the same vehicles at the same times."""
    return [_name_leg(leg) for leg in one.legs] == [_name_leg(leg) for leg in other.legs]


def _name_leg(leg: Leg) -> tuple[str, int, int]:
    return (leg.service.id, leg.vehicle.depart, leg.vehicle.arrive)
