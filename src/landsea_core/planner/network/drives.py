"""What one lorry drives: the road links of a way are pieces of the network, not stops of whoever drives them.

A way from Chongqing to Mohan is four links to the search and one lorry to its driver. Links stand together while nothing
is done to the cargo and nobody waits between them; a border, a gate, a timetable or another mode begins anew.
"""

from collections.abc import Iterable

from landsea_core.planner.network.costs import Cost
from landsea_core.planner.network.itinerary import Leg, sum_costs
from landsea_core.planner.network.journey_hours import add_hours_up
from landsea_core.planner.network.model import HAUL, TRUCK
from landsea_core.planner.network.place_rows import Hours

Drive = tuple[Leg, ...]
"""Legs that one vehicle does without a stop, in order: at least one."""


def group_into_drives(legs: Iterable[Leg]) -> tuple[Drive, ...]:
    """Return the legs of an itinerary in the same order, those of one lorry on call together, all others alone."""
    found: list[Drive] = []
    for leg in legs:
        if found and _goes_on(found[-1][-1], leg):
            found[-1] = (*found[-1], leg)
        else:
            found.append((leg,))
    return tuple(found)


def _goes_on(leg: Leg, following: Leg) -> bool:
    on_call = all(one.service.mode == "road" and one.service.kind in (TRUCK, HAUL) for one in (leg, following))
    touched = leg.vehicle.after or following.vehicle.before
    return on_call and not touched and leg.vehicle.arrive == following.vehicle.depart


def sum_drive_hours(drive: Drive) -> Hours:
    """Return the hours on board of a drive; what delays one link is taken as independent of the next."""
    return add_hours_up([leg.hours for leg in drive])


def sum_drive_cost(drive: Drive) -> Cost:
    """Return what is known of a drive's cost, with the links that have no price."""
    return sum_costs(leg.cost for leg in drive)
