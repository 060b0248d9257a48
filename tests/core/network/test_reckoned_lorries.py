"""A lorry is reckoned over islands and ferries where nothing on record goes, and the plan says so."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.place_names import find_end
from landsea_core.planner.network.planning import Plan, plan
from landsea_core.planner.network.questions import PlanFault, PlanQuestion
from landsea_core.planner.network.reckoned_lorries import add_lorry, measure_lorry_way
from landsea_core.planner.network.searching import PlanningContext

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")
PLANNING = PlanningContext(CORRIDOR)
READY = datetime(2027, 1, 11, tzinfo=UTC)


def ask(origin: str, destination: str) -> Plan:
    return plan(PLANNING, PlanQuestion(origin, destination, READY, Cargo(), frozenset({"road"})))


@pytest.mark.parametrize(
    ("origin", "destination", "ferries"),
    [
        ("Makassar", "Manado", 0),
        ("Jakarta", "Medan", 1),
        ("Manila", "Davao", 2),
        ("Manila", "Iloilo", 2),
        ("Haikou", "Guangzhou", 1),
        ("Denpasar", "Labuan Bajo", 3),
    ],
)
def test_a_lorry_is_reckoned_over_ferries_and_said(origin: str, destination: str, ferries: int) -> None:
    answer = ask(origin, destination)
    [said] = [str(one) for one in answer.hauled]
    assert said.startswith(f"No lorry from {origin} to {destination}") and f"ferries on the way: {ferries})" in said
    assert {leg.service.mode for one in answer.itineraries for leg in one.legs} == {"road"}


def test_roads_on_record_are_taken_where_there_are_some():
    assert not any(str(one).startswith("No lorry") for one in ask("Jakarta", "Surabaya").hauled)


@pytest.mark.parametrize(("origin", "destination"), [("Medan", "Penang"), ("Hanoi", "Vientiane"), ("Mandalay", "Muse")])
def test_no_lorry_is_reckoned_over_a_border_of_the_mainland_or_to_a_post_in_war(origin: str, destination: str) -> None:
    ends = find_end(CORRIDOR, origin), find_end(CORRIDOR, destination)
    assert add_lorry(CORRIDOR, *ends, {"road"}) == (CORRIDOR, ())


@pytest.mark.parametrize(
    ("origin", "destination", "hours"),
    [
        ("Kunming", "Dali", (4, 7)),
        ("Hanoi", "Vinh", (5, 10)),
        ("Kunming", "Ruili", (7, 14)),
        ("Dumai", "Padang", (12, 18)),
        ("Pontianak", "Bandar Seri Begawan", (24, 48)),
    ],
)
def test_no_lorry_goes_round_by_another_country(origin: str, destination: str, hours: tuple[float, float]) -> None:
    """Roads on record led from Hanoi to Vinh by Laos, in 113 hours; over Borneo none led to Brunei.

    Dumai - Padang was told of by coach, 12 hours: a lorry takes longer, up to half as long again. Pontianak - Brunei took a
    coach 24 to 26: up to twice the quicker (both assumed).
    """
    best = min(one.hours.typical for one in ask(origin, destination).itineraries)
    assert hours[0] < best < hours[1]


def test_roads_on_record_within_a_country_stay():
    assert not any(str(one).startswith("No lorry") for one in ask("Chongqing", "Chengdu").hauled)


@pytest.mark.parametrize(
    ("origin", "destination", "told"),
    [("Guangzhou", "Chengdu", 27), ("Beijing", "Changsha", 24), ("Kunming", "Beijing", 47)],
)
def test_one_lorry_drives_through_china_instead_of_several(origin: str, destination: str, told: float) -> None:
    """Drivers in turns told of a little over a day; by links on record, lorries changed at each city, it came to two."""
    best = min(one.hours.typical for one in ask(origin, destination).itineraries)
    assert abs(best / told - 1) < 0.25


def test_where_no_ferry_goes_no_lorry_is_reckoned():
    """No ferry on the list leads from Java to Papua."""
    places = [find_end(CORRIDOR, name).place for name in ("Jakarta", "Jayapura")]
    assert measure_lorry_way(*places) is None
    with pytest.raises(PlanFault):
        ask("Jakarta", "Jayapura")


def test_no_lorry_is_sent_far_round_by_a_served_place():
    """Nothing on record calls at Sangatta or Samarinda; the nearest that is served on Borneo lies a thousand kilometres off."""
    [said] = [str(one) for one in ask("Sangatta", "Samarinda").hauled]
    assert said.startswith("No lorry from Sangatta to Samarinda")


@pytest.mark.parametrize(
    ("origin", "destination", "told"),
    [("Medan", "Jakarta", 120), ("Bandar Lampung", "Pekanbaru", 48), ("Bandar Lampung", "Surabaya", 72)],
)
def test_a_long_way_is_driven_with_rests(origin: str, destination: str, told: float) -> None:
    """Lorry drivers told of five days, of 48 hours and of three to four days: within a quarter. Cars do it in 76 hours."""
    quickest = min(one.hours.typical for one in ask(origin, destination).itineraries)
    assert abs(quickest / told - 1) < 0.25


def test_a_lorry_takes_longer_than_the_car_that_was_told_of() -> None:
    """Denpasar - Labuan Bajo took a car a day and a half, with three ferries."""
    quickest = min(one.hours.typical for one in ask("Denpasar", "Labuan Bajo").itineraries)
    assert 36 < quickest < 54


@pytest.mark.parametrize(("origin", "destination"), [("Kunming", "Nanning"), ("Chongqing", "Kunming")])
def test_the_told_pace_of_chinas_lorries_holds_all_stops(origin: str, destination: str) -> None:
    """It was told from start to arrival; nine hours of unloading came on top where a link on record did all the way."""
    [first, *_] = sorted(ask(origin, destination).itineraries, key=lambda one: one.hours.typical)
    assert not first.legs[-1].vehicle.after


def test_a_lorry_over_a_border_waits_to_be_unloaded() -> None:
    [first, *_] = sorted(ask("Nanning", "Hanoi").itineraries, key=lambda one: one.hours.typical)
    assert [done.what for done in first.legs[-1].vehicle.after] == ["unload"]


def test_a_lorry_on_the_plateau_takes_longer() -> None:
    """Golmud - Lhasa was told of as 48 hours with a loaded lorry, 21 with a car."""
    [quickest] = sorted(one.hours.typical for one in ask("Golmud", "Lhasa").itineraries)[:1]
    assert 25 < quickest < 45


def test_no_lorry_is_reckoned_across_a_bay() -> None:
    """Can Gio and Vung Tau lie 16 km apart over the water, over three hours by road."""
    ends = (find_end(CORRIDOR, "Can Gio"), find_end(CORRIDOR, "Vung Tau"))
    assert add_lorry(CORRIDOR, *ends, {"road"}) == (CORRIDOR, ())
