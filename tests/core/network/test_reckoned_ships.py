"""A direct ship that is on no record stands beside what is, and the plan says so; where one is on record, none is made."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.place_names import find_end
from landsea_core.planner.network.planning import Plan, plan
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.ranking import choose_badges, is_on_no_record, rank_by_sure_arrival
from landsea_core.planner.network.reckoned_ships import add_ship
from landsea_core.planner.network.sea_lanes import measure_sea_km
from landsea_core.planner.network.searching import PlanningContext

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")
PLANNING = PlanningContext(CORRIDOR)
READY = datetime(2027, 1, 11, tzinfo=UTC)


def ask(origin: str, destination: str) -> Plan:
    return plan(PLANNING, PlanQuestion(origin, destination, READY, Cargo(), frozenset({"sea"})))


def test_a_ship_on_no_record_is_shown_beside_what_is_and_said():
    """Jakarta - Yangpu goes by Qinzhou on record, and takes a change of ships."""
    answer = ask("Jakarta", "Yangpu")
    assert [str(one)[:19] for one in answer.hauled] == ["No direct ship from"]
    reckoned = [one for one in answer.itineraries if is_on_no_record(one)]
    assert reckoned and len(reckoned) < len(answer.itineraries)
    assert is_on_no_record(max(answer.itineraries, key=rank_by_sure_arrival))
    badges = choose_badges(answer.itineraries)
    assert not any(is_on_no_record(answer.itineraries[number]) for number in badges)


def test_a_town_at_a_harbour_is_reached_by_ship():
    """Nothing on record calls at Bitung, and no lorry drives there from another island."""
    assert [leg.service.mode for leg in ask("Davao", "Bitung").itineraries[0].legs] == ["sea"]


@pytest.mark.parametrize(
    ("origin", "destination", "modes"),
    [
        ("Qinzhou", "Singapore", {"sea"}),  # on record
        ("Jakarta", "Yangpu", {"sea", "rail"}),  # other ways are asked for too
        ("Vientiane", "Singapore", {"sea"}),  # no sea there
        ("Chongqing", "Singapore", {"sea"}),  # a terminal that UN/LOCODE names, a thousand kilometres inland
    ],
)
def test_no_ship_is_made_without_need(origin, destination, modes):
    ends = find_end(CORRIDOR, origin), find_end(CORRIDOR, destination)
    assert add_ship(CORRIDOR, *ends, modes) == (CORRIDOR, ())


def test_the_way_by_sea_goes_around_the_peninsula():
    """Laem Chabang - Ranong is 400 km over land and five times that by Singapore."""
    start, end = CORRIDOR.places["THLCH"], CORRIDOR.places["THRNG"]
    assert measure_sea_km(start, end) > 2000


@pytest.mark.parametrize(
    ("origin", "destination", "least", "most"),
    [("Kuala Kedah", "Langkawi", 1, 4), ("Don Sak", "Ko Samui", 1, 4), ("Merak", "Bakauheni", 1, 4)],
)
def test_a_ferry_over_a_strait_takes_hours(origin: str, destination: str, least: float, most: float) -> None:
    """One and a half hours are published for the first two, two to three for the last; the lanes of large ships go around."""
    quickest = min(ask(origin, destination).itineraries, key=lambda one: one.hours.typical)
    assert is_on_no_record(quickest) and least < quickest.hours.typical < most
    assert {leg.service.mode for leg in quickest.legs} == {"sea"}


@pytest.mark.parametrize(
    ("origin", "destination", "told"), [("Can Gio", "Vung Tau", 0.5), ("Ketapang", "Gilimanuk", 0.75)]
)
def test_a_short_ferry_is_boarded_shortly(origin: str, destination: str, told: float) -> None:
    """Half an hour across a bay, three quarters across a strait, from landing to landing and not from a container port."""
    answer = ask(origin, destination)
    quickest = min(answer.itineraries, key=lambda one: one.hours.typical)
    called = [call.place for leg in quickest.legs for call in leg.service.calls]
    assert called == [answer.origin.place.code, answer.destination.place.code]
    assert quickest.hours.low <= told <= quickest.hours.p90 < 3
