"""A journey with all that people ask about it: times with their spread, cost, emissions, how sure it is to hold."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from landsea_core.planner.network.building import ServiceStretch
from landsea_core.planner.network.costs import Cost, CostsAndEmissions
from landsea_core.planner.network.days import moment_of
from landsea_core.planner.network.journeys import Vehicle, measure_risk_of_missing, sum_risk
from landsea_core.planner.network.model import HAUL, Corridor, Hours, Service
from landsea_core.planner.network.platforms import Operation
from landsea_core.planner.network.spreads import Spreads
from landsea_core.planner.network.validity import is_assumed
from landsea_core.planner.network.waits import find_usual_wait, has_unknown_days

WAITING_AT_BEST = 0.25
"""The share of waiting between vehicles that remains when an operator couples them well: assumed."""
NINE_OF_TEN = 1.2816
"""The 90 % quantile of the standard normal distribution."""


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
        return moment_of(self.vehicle.depart).date()

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


def make_itinerary(
    corridor: Corridor, figures: CostsAndEmissions, ridden: tuple[Vehicle, ...], latest: int | None = None
) -> Itinerary:
    """Return the itinerary of a chain of vehicles; `latest` is the minute it must have arrived at, if any."""
    spreads = Spreads(corridor)
    ridden = add_unloading_at_door(corridor, ridden)
    legs = tuple(_make_leg(corridor, figures, spreads, one) for one in ridden)
    depart, arrive = ridden[0].depart, ridden[-1].arrive + _sum_minutes_after(ridden[-1])
    hours = _spread_hours(legs, (arrive - depart) / 60, _list_unknown_waits(corridor, legs))
    arrive = depart + round(60 * hours.typical)
    made = math.exp(-sum_risk(ridden) / 100)
    kept = 1.0 if latest is None else _find_chance_within(hours, (latest - depart) / 60)
    co2e = sum(leg.co2e_kg for leg in legs)
    return Itinerary(legs, depart, arrive, hours, sum_costs(leg.cost for leg in legs), co2e, made * kept)


def add_unloading_at_door(corridor: Corridor, ridden: tuple[Vehicle, ...]) -> tuple[Vehicle, ...]:
    """Return the vehicles with unloading at the door after a lorry's way.

    A ship's or a train's way ends at a terminal, a lorry's at a door, which opens in working hours. Local haulage from a
    terminal is no lorry's way; where the question is from door to door, what follows a vehicle is known already.
    """
    last = next((one for one in reversed(ridden) if one.meaning.service.kind != HAUL), ridden[-1])
    service = last.meaning.service
    if ridden[-1].after or service.mode != "road" or service.kind == HAUL:
        return ridden
    row = next(row for row in corridor.handling if (row.mode, row.at) == ("road", "leave"))
    unloading = Operation("unload", ridden[-1].destination, row.hours, row.fact)
    return (*ridden[:-1], replace(ridden[-1], after=(unloading,)))


def _sum_minutes_after(last: Vehicle) -> int:
    return round(60 * sum(operation.hours.typical for operation in last.after))


def _make_leg(corridor: Corridor, figures: CostsAndEmissions, spreads: Spreads, one: Vehicle) -> Leg:
    service = one.meaning.service
    if isinstance(one.meaning, ServiceStretch):
        km = sum(one.meaning.km[one.first - one.meaning.first : one.last - one.meaning.first])
        hours = spreads.spread_hours(service, (one.arrive - one.depart) / 60)
    else:
        km = service.km
        hours = add_hours_up(
            [spreads.spread_hours(service, spreads.plan_hours(service)), *(done.hours for done in one.on_way)]
        )
    price, known = figures.price(service.id), figures.known_cost_usd(service.id, km / service.km if service.km else 0)
    cost = Cost(*known, prices=(price,)) if known and price else Cost(None, None, (service.id,))
    return Leg(one, service, hours, km, cost, figures.co2e_kg(service.mode, km))


def _list_unknown_waits(corridor: Corridor, legs: tuple[Leg, ...]) -> list[tuple[float, float]]:
    """Return, for each vehicle after the first whose days are not known, the hours of waiting that `slack` does not
    hold: usual, and how many more nine of ten need.
    """
    found = []
    for leg in legs[1:]:
        one = leg.vehicle
        if one.slack is not None and has_unknown_days(leg.service):
            usual, ninth = find_usual_wait(corridor, leg.service, one.origin, one.destination)
            if usual > one.slack / 60:
                found.append((usual - one.slack / 60, ninth - usual))
    return found


def _spread_hours(legs: tuple[Leg, ...], total: float, unknown: list[tuple[float, float]]) -> Hours:
    """Return the spread of the whole journey, of which `total` hours are the usual length but for `unknown` waits.

    Best case: all vehicles and operations at their best, and a quarter of the waiting. Ninth of ten: independent delays
    and unknown waits add by the root of their squares; each connection that may be missed adds its probability times
    the wait for the next departure.
    """
    parts = [leg.hours for leg in legs] + [operation.hours for operation in _list_operations(legs)]
    done = add_hours_up(parts)
    waiting = max(0.0, total - done.typical)
    late = sum(
        (1 - math.exp(-measure_risk_of_missing(leg.vehicle) / 100)) * (leg.vehicle.headway or 0) / 60
        for leg in legs[1:]
    )
    low = min(total, done.low + WAITING_AT_BEST * waiting)
    usual = total + sum(more for more, _ in unknown)
    excess = math.hypot(done.p90 - done.typical, *(more for _, more in unknown))
    return Hours(low, usual, usual + excess + late)


def _list_operations(legs: tuple[Leg, ...]) -> Iterable[Operation]:
    """What is done between the first departure and the arrival: what precedes the first vehicle is not counted."""
    for place, leg in enumerate(legs):
        if place:
            yield from leg.vehicle.before
    yield from legs[-1].vehicle.after


def add_hours_up(parts: list[Hours]) -> Hours:
    """Return the hours of parts one after another; their delays are independent and add by the root of their squares."""
    typical = sum(part.typical for part in parts)
    excess = math.sqrt(sum((part.p90 - part.typical) ** 2 for part in parts))
    return Hours(sum(part.low for part in parts), typical, typical + excess)


def _find_chance_within(hours: Hours, budget: float) -> float:
    """Return the probability that a journey takes at most `budget` hours, taking its length as lognormal."""
    if budget <= 0:
        return 0.0
    if hours.p90 <= hours.typical:
        return 1.0 if hours.typical <= budget else 0.0
    sigma = math.log(hours.p90 / hours.typical) / NINE_OF_TEN
    return 0.5 * (1 + math.erf(math.log(budget / hours.typical) / sigma / math.sqrt(2)))


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
    clearances = [done for done in _list_operations(one.legs) if done.what in {"customs", "quarantine"}]
    return one.hours.typical + extra + sum(done.hours.p90 - done.hours.typical for done in clearances)


def are_same_way(one: Itinerary, other: Itinerary) -> bool:
    """Say whether two itineraries use the same vehicles at the same times."""
    return [_name_leg(leg) for leg in one.legs] == [_name_leg(leg) for leg in other.legs]


def _name_leg(leg: Leg) -> tuple[str, int, int]:
    return (leg.service.id, leg.vehicle.depart, leg.vehicle.arrive)


__all__ = [
    "Itinerary",
    "Leg",
    "are_same_way",
    "make_itinerary",
    "sum_hours_at_worst_borders",
]
