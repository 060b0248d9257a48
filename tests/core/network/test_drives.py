"""What one lorry drives is one step: road links stand together while nothing is done to the cargo between them."""

from datetime import UTC, datetime
from itertools import chain, pairwise
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.drives import group_into_drives, sum_drive_cost, sum_drive_hours
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.model import HAUL, TRUCK
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.searching import PlanningContext

PLANNING = PlanningContext(load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference"))
READY = datetime(2026, 12, 1, 8, tzinfo=UTC)


@pytest.fixture(scope="module", params=[("CNCKG", "SGSIN"), ("LAPKC", "CNCKG"), ("VNSGN", "CNCTU")], ids="-".join)
def ways(request):
    """All itineraries between two cities that lorries, trains and ships serve."""
    return plan(PLANNING, PlanQuestion(*request.param, READY, Cargo(teu=1)), most=99).itineraries


def test_nothing_is_lost_and_the_order_stays(ways):
    for one in ways:
        assert tuple(chain(*group_into_drives(one.legs))) == one.legs


def test_only_road_links_stand_together(ways):
    together = [drive for one in ways for drive in group_into_drives(one.legs) if len(drive) > 1]
    assert together
    for leg in chain(*together):
        assert (leg.service.mode, leg.service.kind) in {("road", TRUCK), ("road", HAUL)}


def test_a_lorry_goes_on_where_nothing_is_done_and_stops_where_something_is(ways):
    """No two drives follow each other that one lorry could do; within one nobody waits and nothing is touched."""
    for one in ways:
        for drive in group_into_drives(one.legs):
            for leg, following in pairwise(drive):
                assert leg.vehicle.arrive == following.vehicle.depart
                assert not (leg.vehicle.after or following.vehicle.before)
        for drive, following in pairwise(group_into_drives(one.legs)):
            ends = (drive[-1], following[0])
            on_call = all(leg.service.mode == "road" and leg.service.kind in {TRUCK, HAUL} for leg in ends)
            waits = ends[0].vehicle.arrive < ends[1].vehicle.depart
            assert not on_call or waits or ends[1].vehicle.before


def test_the_sums_are_those_of_the_links(ways):
    for drive in chain(*(group_into_drives(one.legs) for one in ways)):
        hours = sum_drive_hours(drive)
        assert hours.typical == pytest.approx(sum(leg.hours.typical for leg in drive))
        assert max(leg.hours.p90 for leg in drive) <= hours.p90 <= sum(leg.hours.p90 for leg in drive) + 1e-9
        assert set(sum_drive_cost(drive).unknown) == {leg.service.id for leg in drive if leg.cost.low is None}
