"""Where sources contradict each other, a plan holds what all of them said, and is no surer of its time than they are."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.contradictions import widen_by_contradictions
from landsea_core.planner.network.days import count_minute
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.journey_hours import find_chance_within
from landsea_core.planner.network.place_rows import Hours
from landsea_core.planner.network.planning import Plan
from landsea_core.planner.network.questions import PlanQuestion

READY = datetime(2027, 1, 11, tzinfo=UTC)
ROAD = frozenset({"road"})
TOLD = [SimpleNamespace(modes=ROAD, doors=False, low=low, high=high) for low, high in ((5, 6), (40, 48))]
MADE = 0.9
"""The probability that connections are made."""


def a_plan(hours, latest):
    """A way by lorry of so many hours, with a latest arrival or none."""
    legs = (SimpleNamespace(service=SimpleNamespace(mode="road", kind="truck")),)
    kept = 1.0 if latest is None else find_chance_within(hours, (latest - READY) / timedelta(hours=1))
    one = Itinerary(legs, count_minute(READY), count_minute(READY), hours, None, 0.0, MADE * kept)
    question = PlanQuestion("a", "b", READY, Cargo(), ROAD, latest)
    return Plan(question, None, None, (one,), 0, (), {})


def test_hours_reach_as_far_as_sources_said():
    [one] = widen_by_contradictions(a_plan(Hours(8, 10, 12), None), TOLD).itineraries
    assert one.hours == Hours(5, 10, 48) and one.on_time == MADE


def test_sources_that_agree_change_nothing():
    plan = a_plan(Hours(8, 10, 12), None)
    assert widen_by_contradictions(plan, TOLD[:1]) is plan
    elsewhere = [replace_modes(one) for one in TOLD]
    assert widen_by_contradictions(plan, elsewhere).itineraries == plan.itineraries


def replace_modes(told):
    """The same, told of ships."""
    return SimpleNamespace(**vars(told) | {"modes": frozenset({"sea"})})


def test_a_latest_arrival_is_kept_less_surely_with_wider_hours():
    plan = a_plan(Hours(8, 10, 12), READY + timedelta(hours=14))
    [before], [after] = plan.itineraries, widen_by_contradictions(plan, TOLD).itineraries
    assert before.on_time > 0.8
    assert after.on_time == pytest.approx(MADE * find_chance_within(Hours(5, 10, 48), 14))
    assert after.on_time < 0.6


def test_what_could_never_arrive_in_time_stays_so():
    late = a_plan(Hours(8, 10, 12), READY - timedelta(hours=1))
    [after] = widen_by_contradictions(late, TOLD).itineraries
    assert after.on_time == 0
