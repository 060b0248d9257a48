"""What lies between told and planned hours: ships nobody can time a train for, both doors, lorries and their unloading."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.place_rows import Hours
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.spreads import Spreads
from landsea_core.planner.network.waits import find_usual_wait, has_unknown_days

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")
READY = datetime(2027, 1, 11, tzinfo=UTC)
SHIP = "S016"
"""Qinzhou - Manila, once a week, the day not known."""


def planned(question: PlanQuestion, **services: object) -> tuple[Itinerary, ...]:
    """Plan in a network in which some services are others."""
    planning = PlanningContext(replace(CORRIDOR, services={**CORRIDOR.services, **services}))
    return plan(planning, question, most=200).itineraries


def by_ship(found: tuple[Itinerary, ...], ship: str) -> Itinerary:
    """Return the quickest itinerary that changes onto a ship."""
    with_it = [one for one in found if ship in {leg.service.id for leg in one.legs[1:]}]
    return min(with_it, key=lambda one: one.hours.typical)


def test_a_train_is_not_timed_for_a_ship_whose_day_nobody_knows() -> None:
    """Half a week is the usual wait for a weekly ship; were its days known, the train could be taken just before."""
    question = PlanQuestion("CNTJC", "PHMNL", READY, Cargo(), frozenset({"rail", "sea"}))
    unknown = by_ship(planned(question), SHIP)
    known = by_ship(planned(question, **{SHIP: replace(CORRIDOR.services[SHIP], days=("wed",))}), SHIP)
    assert unknown.hours.typical > known.hours.typical + 24
    assert unknown.hours.p90 - unknown.hours.typical > known.hours.p90 - known.hours.typical
    assert unknown.arrive == unknown.depart + round(60 * unknown.hours.typical)


def test_any_ship_that_goes_there_ends_the_wait() -> None:
    """Several lines go from Qinzhou to Singapore, one to Manila: the wait is for the next of any."""
    alone, ninth = find_usual_wait(CORRIDOR, CORRIDOR.services[SHIP], "CNQZH", "PHMNL")
    among, _ = find_usual_wait(CORRIDOR, CORRIDOR.services["S003"], "CNQZH", "SGSIN")
    assert (alone, ninth) == pytest.approx((84, 151.2))
    assert among < alone / 3


def test_trains_and_known_days_are_taken_as_they_are() -> None:
    """Trains of several railways are sold as one; a ship with weekdays has a timetable."""
    ship = CORRIDOR.services[SHIP]
    assert has_unknown_days(ship)
    assert not has_unknown_days(replace(ship, mode="rail"))
    assert not has_unknown_days(replace(ship, days=("wed",)))
    assert not has_unknown_days(replace(ship, days="daily"))


def test_from_door_to_door_the_hauls_and_handling_count() -> None:
    """Between terminals a train takes its own time; from door to door it is fetched, handed in early and taken over."""
    ends = ("VNHAN", "VNSGN", READY, Cargo(), frozenset({"rail"}))
    terminals, doors = (
        min(planned(PlanQuestion(*ends, doors=doors)), key=lambda one: one.hours.typical) for doors in (False, True)
    )
    assert [leg.service.kind for leg in doors.legs] == ["haul", "line", "haul"]
    assert doors.hours.typical > terminals.hours.typical + 12


def test_a_door_in_a_city_without_hauls_opens_at_its_terminals() -> None:
    """Nothing calls at Bangkok itself: from a door there the way begins in the port, and loading there counts."""
    ends = ("THBKC", "LAVTE", READY, Cargo(), frozenset({"road"}))
    terminals, doors = (
        min(planned(PlanQuestion(*ends, doors=doors)), key=lambda one: one.hours.typical) for doors in (False, True)
    )
    assert doors.legs[0].vehicle.origin == "THBKK"
    assert doors.hours.typical > terminals.hours.typical


def test_lorries_within_china_may_have_two_drivers() -> None:
    """By two in turns a way takes less than its driving time is reckoned with, by one far more: their spread is wider."""
    spreads = Spreads(CORRIDOR)
    inside, elsewhere = spreads.find_spread(CORRIDOR.services["L301"]), spreads.find_spread(CORRIDOR.services["L220"])
    assert inside.country == "CN" and elsewhere.country == ""
    assert inside.p90 > elsewhere.p90
    assert spreads.find_spread(replace(CORRIDOR.services["L301"], kind="line")).country == ""


def test_a_lorry_unloads_at_a_door_in_working_hours() -> None:
    """A lorry's way ends with unloading, local haulage behind it or not; a train's ends at its terminal."""

    def quickest(origin: str, destination: str, mode: str):
        asked = PlanQuestion(origin, destination, READY, Cargo(), frozenset({mode}))
        return min(planned(asked), key=lambda one: one.hours.typical)

    lorry = quickest("KHPNH", "VNSGN", "road")
    (step,) = lorry.legs[-1].vehicle.after
    assert (step.what, step.place, step.hours) == ("unload", "VNSGN", Hours(0.5, 9, 23))
    assert lorry.hours.typical == pytest.approx(lorry.legs[-1].hours.typical + 9, abs=0.1)
    hauled = quickest("CNNPG", "VNHYN", "road")
    assert hauled.legs[-1].vehicle.after or hauled.legs[-1].service.kind == "haul"
    assert not quickest("CNWJY", "LAVTS", "rail").legs[-1].vehicle.after
