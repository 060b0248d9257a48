"""Making an itinerary of the vehicles that the search found: hours with their spread, cost, emissions, the chance to hold."""

import math
from dataclasses import replace

from landsea_core.planner.network.building import ServiceStretch
from landsea_core.planner.network.costs import Cost, CostsAndEmissions
from landsea_core.planner.network.itinerary import Itinerary, Leg, list_operations_on_way, sum_costs
from landsea_core.planner.network.journey_hours import WAITING_AT_BEST, add_hours_up, find_chance_within
from landsea_core.planner.network.journeys import Vehicle, measure_risk_of_missing, sum_risk
from landsea_core.planner.network.kinds_of_way import find_kind_of_way
from landsea_core.planner.network.model import HAUL, TRUCK, Corridor
from landsea_core.planner.network.place_rows import Hours
from landsea_core.planner.network.platforms import Operation
from landsea_core.planner.network.scatter import find_reach, spread_by_reach
from landsea_core.planner.network.spreads import Spreads
from landsea_core.planner.network.waits import find_usual_wait, has_unknown_days


def make_itinerary(
    corridor: Corridor, figures: CostsAndEmissions, ridden: tuple[Vehicle, ...], latest: int | None = None
) -> Itinerary:
    """Return the itinerary of a chain of vehicles; `latest` is the minute it must have arrived at, if any."""
    spreads = Spreads(corridor)
    ridden = add_unloading_at_door(corridor, spreads, ridden)
    legs = tuple(_make_leg(corridor, figures, spreads, one) for one in ridden)
    depart, arrive = ridden[0].depart, ridden[-1].arrive + _sum_minutes_after(ridden[-1])
    hours = _spread_hours(corridor, legs, (arrive - depart) / 60)
    arrive = depart + round(60 * hours.typical)
    made = math.exp(-sum_risk(ridden) / 100)
    kept = 1.0 if latest is None else find_chance_within(hours, (latest - depart) / 60)
    co2e = sum(leg.co2e_kg for leg in legs)
    return Itinerary(legs, depart, arrive, hours, sum_costs(leg.cost for leg in legs), co2e, made * kept)


def add_unloading_at_door(corridor: Corridor, spreads: Spreads, ridden: tuple[Vehicle, ...]) -> tuple[Vehicle, ...]:
    """Return the vehicles with unloading at the door after a lorry's way.

    A ship's or a train's way ends at a terminal, a lorry's at a door, which opens in working hours. Local haulage from a
    terminal is no lorry's way; where the question is from door to door, what follows a vehicle is known already. Where the
    pace of a country's own lorries is on record, it was told from start to arrival and holds all stops: nothing is added.
    """
    last = next((one for one in reversed(ridden) if one.meaning.service.kind != HAUL), ridden[-1])
    service = last.meaning.service
    if ridden[-1].after or service.mode != "road" or service.kind == HAUL or _keeps_told_pace(spreads, ridden):
        return ridden
    row = next(row for row in corridor.handling if (row.mode, row.at) == ("road", "leave"))
    unloading = Operation("unload", ridden[-1].destination, row.hours, row.fact)
    return (*ridden[:-1], replace(ridden[-1], after=(unloading,)))


def _keeps_told_pace(spreads: Spreads, ridden: tuple[Vehicle, ...]) -> bool:
    """Say whether lorries alone do all the way, each at the pace that is told of its country."""
    services = [one.meaning.service for one in ridden if one.meaning.service.kind != HAUL]
    return all(one.kind == TRUCK and spreads.find_spread(one).country for one in services)


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


def _spread_hours(corridor: Corridor, legs: tuple[Leg, ...], total: float) -> Hours:
    """Return the spread of the whole journey, of which `total` hours are the usual length but for unknown waits.

    By what told journeys of its kind taught; where trips have measured a vehicle on it, or nothing was learnt, by its parts.
    Each connection that may be missed adds its probability times the wait for the next departure to the ninth of ten.
    """
    unknown = _list_unknown_waits(corridor, legs)
    late = sum(
        (1 - math.exp(-measure_risk_of_missing(leg.vehicle) / 100)) * (leg.vehicle.headway or 0) / 60
        for leg in legs[1:]
    )
    reach = find_reach(corridor.scatter, find_kind_of_way(legs))
    if reach is None or any(leg.service.id in corridor.measured for leg in legs):
        return _add_parts_up(legs, total, unknown, late)
    return spread_by_reach(total + sum(more for more, _ in unknown), reach, late)


def _add_parts_up(legs: tuple[Leg, ...], total: float, unknown: list[tuple[float, float]], late: float) -> Hours:
    """Return the spread that the parts of a journey come to.

    Best case: all vehicles and operations at their best, and a quarter of the waiting. Ninth of ten: independent delays
    and unknown waits add by the root of their squares.
    """
    parts = [leg.hours for leg in legs] + [operation.hours for operation in list_operations_on_way(legs)]
    done = add_hours_up(parts)
    low = min(total, done.low + WAITING_AT_BEST * max(0.0, total - done.typical))
    usual = total + sum(more for more, _ in unknown)
    excess = math.hypot(done.p90 - done.typical, *(more for _, more in unknown))
    return Hours(low, usual, usual + excess + late)
