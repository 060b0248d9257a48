"""Where the hours of a way go, which way is best in what: reckoned on the real network."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.plan_text import write_chance
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.ranking import choose_badges, is_partly_assumed, rank_by_sure_arrival
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.spans import RIDE, STAND, UNKNOWN_WAIT, WORK, round_to_sum, split_hours

READY = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def ways():
    corridor = load_corridor(Path(__file__).parents[3] / "data" / "reference")
    asked = PlanQuestion("CNCKG", "SGSIN", READY, Cargo(teu=1))
    return plan(PlanningContext(corridor), asked).itineraries


def test_the_hours_of_every_way_add_up(ways):
    assert len(ways) > 2
    for one in ways:
        spans = split_hours(one)
        assert sum(span.hours for span in spans) == pytest.approx(one.hours.typical, abs=0.05)
        assert all(span.hours > 0 for span in spans)


def test_each_leg_is_ridden_once_and_stands_before_it_at_its_start(ways):
    for one in ways:
        spans = split_hours(one)
        assert [span.leg for span in spans if span.kind == RIDE] == list(range(len(one.legs)))
        for span in spans:
            if span.kind == STAND:
                assert span.place == one.legs[span.leg].vehicle.origin


def test_a_wait_for_unknown_days_is_a_span_of_its_own_and_the_last(ways):
    for one in ways:
        kinds = [span.kind for span in split_hours(one)]
        assert kinds.count(UNKNOWN_WAIT) <= 1
        assert UNKNOWN_WAIT not in kinds[:-1]


def test_work_names_what_is_done(ways):
    assert all(span.work and span.place for one in ways for span in split_hours(one) if span.kind == WORK)


def test_each_badge_is_given_once_to_the_best(ways):
    badges = choose_badges(ways)
    given = [badge for found in badges.values() for badge in found]
    assert len(given) == len(set(given)) and {"earliest", "greenest", "surest"} <= set(given)
    (earliest,) = [number for number, found in badges.items() if "earliest" in found]
    assert ways[earliest].arrive == min(one.arrive for one in ways)
    assert choose_badges(ways[:1]) == {}


def test_a_way_by_assumed_times_ranks_behind_one_as_quick_that_is_published(ways):
    for one in ways:
        assert rank_by_sure_arrival(one) >= one.depart + 60 * one.hours.p90
        if rank_by_sure_arrival(one) > one.depart + 60 * one.hours.p90 + 1:
            assert is_partly_assumed(one)


@pytest.mark.parametrize("has_assumed_days", [True, False])
def test_a_way_by_published_times_on_days_that_nobody_knows_is_partly_assumed(has_assumed_days):
    corridor = load_corridor(Path(__file__).parents[3] / "data" / "reference")
    service = next(one for one in corridor.services.values() if one.has_assumed_days is has_assumed_days)
    leg = SimpleNamespace(grade="published", service=service, vehicle=SimpleNamespace(operations=()))
    way = SimpleNamespace(legs=(leg,), on_time=1.0)
    assert is_partly_assumed(way) is has_assumed_days
    assert write_chance(way) == f"holds with probability 0.99{' (assumed)' if has_assumed_days else ''}"


def test_a_way_with_a_haul_reckoned_from_the_map_is_partly_assumed():
    """No voice says how surely it is on time without saying so: nobody is known to drive there."""
    corridor = load_corridor(Path(__file__).parents[3] / "data" / "reference")
    service = next(one for one in corridor.services.values() if not one.has_assumed_days)
    haul = replace(service, id="haul~CNNBO-CNSHA")
    leg = SimpleNamespace(grade="derived", service=haul, vehicle=SimpleNamespace(operations=()))
    assert write_chance(SimpleNamespace(legs=(leg,), on_time=0.9)) == "holds with probability 0.90 (assumed)"


@pytest.mark.parametrize(
    ("values", "whole"), [([1.4, 2.4, 3.4], [2, 2, 3]), ([0.5, 0.5], [1, 0]), ([2.0], [2]), ([], [])]
)
def test_whole_hours_come_to_their_sum(values, whole):
    assert round_to_sum(values) == whole
    assert sum(round_to_sum(values)) == round(sum(values))
