"""A boat or train is reckoned along rivers and railways of one country where nothing on record goes, and the plan says so."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.inland_ways import measure_inland_way
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.place_names import find_end
from landsea_core.planner.network.planning import Plan, plan
from landsea_core.planner.network.questions import PlanFault, PlanQuestion
from landsea_core.planner.network.ranking import is_on_no_record
from landsea_core.planner.network.reckoned_inland import add_boat_or_train
from landsea_core.planner.network.searching import PlanningContext

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")
PLANNING = PlanningContext(CORRIDOR)
READY = datetime(2027, 1, 11, tzinfo=UTC)


def ask(origin: str, destination: str, mode: str) -> Plan:
    return plan(PLANNING, PlanQuestion(origin, destination, READY, Cargo(), frozenset({mode})))


@pytest.mark.parametrize(
    ("origin", "destination", "mode", "said"),
    [
        ("Mandalay", "Bagan", "river", "No boat from Mandalay to Bagan"),
        ("Ho Chi Minh City", "My Tho", "river", "No boat from Ho Chi Minh City to Mỹ Tho"),
        ("Mandalay", "Myitkyina", "rail", "No train from Mandalay to Myitkyina"),
    ],
)
def test_what_nothing_on_record_runs_along_is_reckoned_and_said(
    origin: str, destination: str, mode: str, said: str
) -> None:
    answer = ask(origin, destination, mode)
    assert any(is_on_no_record(one) for one in answer.itineraries)
    assert [str(one)[: len(said)] for one in answer.hauled] == [said]


@pytest.mark.parametrize(
    ("origin", "destination", "mode"),
    [("Huay Xai", "Luang Prabang", "river"), ("Yangon", "Mandalay", "rail"), ("Chongqing", "Wuhan", "river")],
)
def test_where_a_boat_or_train_on_record_goes_none_is_reckoned(origin: str, destination: str, mode: str) -> None:
    answer = ask(origin, destination, mode)
    assert not any(is_on_no_record(one) for one in answer.itineraries)


def test_trains_changed_by_a_detour_within_china_are_no_answer() -> None:
    """Xi'an - Ningbo, told of as 60 to 68 hours, was planned by Chongqing and Shanghai with 169."""
    answer = ask("Xi'an", "Ningbo", "rail")
    best = min(answer.itineraries, key=lambda one: one.hours.typical)
    assert is_on_no_record(best) and best.hours.low <= 60 and best.hours.p90 >= 68
    assert any("No train from Xi'an to Ningbo" in str(one) for one in answer.hauled)


def test_railways_of_china_join_all_its_stations_on_record():
    stations = [one for one in CORRIDOR.places.values() if one.kind == "rail_terminal" and one.country == "CN"]
    hub = find_end(CORRIDOR, "Zhengzhou").place
    assert len(stations) > 20
    assert [one.name for one in stations if measure_inland_way("rail", one, hub) is None] == []


@pytest.mark.parametrize(
    ("origin", "destination", "km"),
    [("Turpan", "Kashgar", 1446), ("Beijing", "Guangzhou", 2324), ("Zunyi", "Guiyang", 150)],
)
def test_a_railway_is_as_long_as_was_published(origin: str, destination: str, km: float) -> None:
    """A tenth of it off for where towns lie beside their stations."""
    way = measure_inland_way("rail", *(find_end(CORRIDOR, name).place for name in (origin, destination)))
    assert way and abs(way.km - km) < km / 10


def test_a_city_beside_the_railway_is_joined_by_its_station():
    """As though Lincang lay 66 km from its station."""
    city = replace(CORRIDOR.places["CNLNC"], lat=23.67, lon=99.47)
    moved = replace(CORRIDOR, places={**CORRIDOR.places, city.code: city})
    made, _said = add_boat_or_train(moved, find_end(moved, "Lincang"), find_end(moved, "Luoyang"), {"rail"})
    (line,) = [one for code, one in made.services.items() if code not in moved.services]
    assert line.calls[0].place == "CNLCG"


def test_a_new_railway_is_quicker_than_others():
    """Two goods trains were traced over the 430 km from Boten to Vientiane in seven hours."""
    answer = ask("Vientiane", "Boten", "rail")
    assert min(one.hours.typical for one in answer.itineraries) == pytest.approx(7.2, rel=0.25)


def test_no_boat_is_reckoned_over_a_border():
    """The post may be closed, and a measure may forbid the way: the map knows neither."""
    ends = find_end(CORRIDOR, "Luang Prabang"), find_end(CORRIDOR, "Chiang Saen")
    assert measure_inland_way("river", ends[0].place, ends[1].place)
    assert add_boat_or_train(CORRIDOR, *ends, {"river"}) == (CORRIDOR, ())


def test_where_no_railway_goes_no_train_is_reckoned():
    with pytest.raises(PlanFault):
        ask("Langkawi", "Kuching", "rail")


def test_a_boat_goes_quicker_downstream():
    ends = [find_end(CORRIDOR, name).place for name in ("Katha", "Mandalay")]
    down, up = (measure_inland_way("river", *both) for both in (ends, ends[::-1]))
    assert down and up and down.hours < up.hours and round(down.km) == round(up.km)


def test_a_boat_is_left_where_it_passes():
    """The boat on record from Luang Prabang lands at Houayxay; nobody goes there to come back to Pak Beng by lorry."""
    answer = ask("Luang Prabang", "Pak Beng", "river")
    assert {leg.service.mode for one in answer.itineraries for leg in one.legs} == {"river"}
    assert min(one.hours.low for one in answer.itineraries) <= 10


def test_a_boat_crosses_the_border_that_is_open_to_boats_alone() -> None:
    """Chau Doc - Phnom Penh, by the treaty of Viet Nam and Cambodia."""
    ends = (find_end(CORRIDOR, "Chau Doc"), find_end(CORRIDOR, "Phnom Penh"))
    made, said = add_boat_or_train(CORRIDOR, *ends, {"river"})
    assert said and len(made.services) == len(CORRIDOR.services) + 1
