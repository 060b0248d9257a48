"""A direct flight that is on no record stands beside what is, and the plan says so; where one is on record, none is made."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.hauls_to_served import is_reckoned
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.place_names import find_place
from landsea_core.planner.network.planning import Plan, plan
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.ranking import choose_badges, is_on_no_record, rank_by_sure_arrival
from landsea_core.planner.network.reckoned_flights import add_flight
from landsea_core.planner.network.searching import PlanningContext

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")
PLANNING = PlanningContext(CORRIDOR)
READY = datetime(2027, 1, 11, tzinfo=UTC)


def ask(origin: str, destination: str, *modes: str) -> Plan:
    return plan(PLANNING, PlanQuestion(origin, destination, READY, Cargo(kg=500), frozenset(modes)))


def test_a_flight_on_no_record_is_shown_and_said():
    answer = ask("Hefei", "Mandalay", "air")
    assert [str(one)[:21] for one in answer.hauled] == ["No direct flight from"]
    reckoned = [one for one in answer.itineraries if any(is_reckoned(leg.service) for leg in one.legs)]
    assert reckoned and min(one.hours.typical for one in reckoned) < 5
    assert len(reckoned) < len(answer.itineraries)


def test_a_flight_on_no_record_is_best_in_nothing_and_comes_last():
    ways = ask("Hefei", "Mandalay", "air").itineraries
    assert [is_on_no_record(one) for one in sorted(ways, key=rank_by_sure_arrival)][-1]
    badges = choose_badges(ways)
    assert badges and not any(is_on_no_record(ways[number]) for number in badges)


@pytest.mark.parametrize(
    ("origin", "destination", "modes"),
    [
        ("Chongqing", "Hanoi", {"air"}),  # on record
        ("Hefei", "Mandalay", {"air", "rail"}),  # other ways are asked for too
        ("Shenzhen", "Hong Kong", {"air"}),  # nobody flies so short a way
    ],
)
def test_no_flight_is_made_without_need(origin, destination, modes):
    ends = find_place(CORRIDOR, origin), find_place(CORRIDOR, destination)
    assert add_flight(CORRIDOR, *ends, modes) == (CORRIDOR, ())


def test_its_clock_is_that_of_each_end():
    """Hefei is an hour and a half ahead of Mandalay."""
    joined, _said = add_flight(CORRIDOR, find_place(CORRIDOR, "Hefei"), find_place(CORRIDOR, "Mandalay"), {"air"})
    [flight] = [one for one in joined.services.values() if is_reckoned(one)]
    assert flight.hours == 4.0
    assert (flight.calls[0].depart, flight.calls[1].arrive) == ("12:00", "14:30")


def test_a_flight_between_own_airports_is_found_though_a_lorry_from_a_farther_one_arrives_first():
    """Ho Chi Minh City - Dien Bien Phu: the morning's flight to Hanoi and a night on the road are there earlier."""
    answer = ask("Ho Chi Minh City", "Dien Bien Phu", "air")
    quickest = min(answer.itineraries, key=lambda one: one.hours.typical)
    assert is_on_no_record(quickest) and quickest.hours.typical < 3
    assert any(not is_on_no_record(one) for one in answer.itineraries)
