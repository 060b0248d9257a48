"""People by coach, train, ferry and boat: reckoned from the map, apart from goods, and learnt from what travellers told."""

from pathlib import Path

import pytest

from landsea_core.planner.network.compared_journeys import ContextsByClosures, compare_with_plan
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.passenger_ways import PASSENGER_MODES, plan_passengers
from landsea_core.planner.network.scatter import PEOPLE
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.told_journeys import PEOPLES_FILE, read_told_journeys
from landsea_core.planner.network.truth_tables import count_journeys

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
CORRIDOR = load_corridor(REFERENCE)
TOLD = list(read_told_journeys(REFERENCE / "network" / PEOPLES_FILE))


def hours(origin: str, destination: str, mode: str) -> float:
    found = plan_passengers(CORRIDOR, origin, destination, mode)
    assert found is not None
    return found.hours.typical


def test_what_travellers_told_lies_within_in_eight_of_ten() -> None:
    """All rows are of people, and go by one mode that is reckoned."""
    assert all(one.people and one.modes < set(PASSENGER_MODES) for one in TOLD)
    plannings = ContextsByClosures(PlanningContext(CORRIDOR))
    judged = count_journeys([compare_with_plan(plannings, one) for one in TOLD])
    assert judged.inside >= 0.8 * judged.journeys and judged.near >= 0.55 * judged.journeys
    assert judged.width is not None and judged.width <= 2.2


def test_a_coach_over_a_border_clears_no_customs() -> None:
    """Hanoi - Vientiane was told of as 22 to 26 hours; goods take three times as long."""
    assert 15 < hours("Hanoi", "Vientiane", "road") < 30
    assert hours("Hanoi", "Vientiane", "road") > hours("Hanoi", "Vinh", "road") * 2


def test_boats_lie_by_the_bank_at_night_in_laos_alone() -> None:
    assert hours("Huay Xai", "Luang Prabang", "river") > 24
    assert hours("Siem Reap", "Phnom Penh", "river") < 9


def test_no_train_leaves_its_island_and_no_ferry_lands_inland() -> None:
    assert plan_passengers(CORRIDOR, "Jakarta", "Medan", "rail") is None
    assert plan_passengers(CORRIDOR, "Hanoi", "Vientiane", "sea") is None
    assert plan_passengers(CORRIDOR, "Hanoi", "Vientiane", "air") is None
    assert hours("Jakarta", "Medan", "road") > 30


@pytest.mark.parametrize("mode", PASSENGER_MODES)
def test_the_reach_of_each_mode_was_learnt(mode: str) -> None:
    assert any((row.kind.mode, row.kind.stop) == (mode, PEOPLE) for row in CORRIDOR.scatter)
