"""What runs on the diagram's lines: departures a week laid along the stops, what is assumed, where nothing goes."""

from datetime import date
from pathlib import Path

import pytest

from landsea_core.planner.diagram.layout import Layout, Stop, Stretch, read_layout
from landsea_core.planner.diagram.traffic import Ways, count_departures, find_closed_stops, measure_traffic
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.place_rows import Closure
from landsea_core.planner.network.provenance import Provenance

REFERENCE = Path(__file__).parents[3] / "data" / "reference"
FACT = Provenance("a test", "reported", "2026-11-25", "", "")


@pytest.fixture(scope="module")
def corridor():
    return load_corridor(REFERENCE)


@pytest.fixture(scope="module")
def layout():
    return read_layout(REFERENCE / "diagram")


def closure(places=(), services=(), modes=("road",)):
    return Closure("X", "closed", tuple(places), tuple(services), modes, date(2026, 1, 1), None, "shut", FACT)


def rail(*ends):
    return "rail", frozenset(ends)


def road(*ends):
    return "road", frozenset(ends)


def test_every_line_that_is_drawn_is_served(corridor, layout):
    traffic = measure_traffic(layout, corridor, ())
    assert not [key for key, one in traffic.items() if not one.served]


def test_a_service_is_laid_over_all_stops_between_its_calls(corridor, layout):
    """From Chongqing to Qinzhou by Guiyang and Nanning: the fewest stops."""
    ways = Ways(layout)
    assert ways.find("rail", "CNCKG", "CNQZC") == ["CNCKG", "CNKWE", "CNNNG", "CNQZC"]
    assert ways.find("rail", "CNCKG", "PHMLC") == []
    assert measure_traffic(layout, corridor, (), ways)[rail("CNCKG", "CNKWE")].departures > 7


def test_departures_a_week(corridor):
    one = next(iter(corridor.services.values()))
    for days, count in (("daily", 7), ("on call", 0), (("mon", "thu"), 2), (0.5, 0.5)):
        replaced = type(one)(**{name: getattr(one, name) for name in one.__slots__} | {"days": days})
        assert count_departures(replaced) == count


def test_a_border_that_is_closed_to_lorries_is_open_to_trains(corridor, layout):
    shut = [closure(["CNMHN", "LABOT"])]
    traffic = measure_traffic(layout, corridor, shut)
    assert traffic[road("CNMHN", "LABOT")].stands_still
    assert not traffic[rail("CNMHN", "LABOT")].stands_still
    assert set(find_closed_stops(layout, corridor, shut)) == {"CNMHN", "LABOT"}


def test_a_service_that_stops_leaves_the_others_running(corridor, layout):
    open_now = measure_traffic(layout, corridor, ())[rail("CNHUC", "CNLUC")]
    one = next(iter(open_now.services))
    less = measure_traffic(layout, corridor, [closure(services=[one], modes=())])[rail("CNHUC", "CNLUC")]
    assert not less.stands_still
    assert less.departures < open_now.departures
    none = measure_traffic(layout, corridor, [closure(services=open_now.services, modes=())])
    assert none[rail("CNHUC", "CNLUC")].stands_still


def test_what_nobody_serves_does_not_stand_still(corridor):
    alone = Layout(
        {"CNLXC": Stop("CNLXC", 0, 0), "PHMLC": Stop("PHMLC", 0, 1)},
        (Stretch("rail", "CNLXC", "PHMLC"),),
        frozenset(),
    )
    one = measure_traffic(alone, corridor, ())[rail("CNLXC", "PHMLC")]
    assert not one.served and not one.stands_still


def test_nothing_goes_by_way_of_a_third_country_over_land(layout):
    ways = Ways(layout)
    assert ways.find("road", "CNNNG", "CNQZC") == []  # not by Hanoi, along the coast
    assert ways.find("road", "CNLUC", "VNHAN") == []
    for mode, origin, destination in (
        ("rail", "CNCKG", "CNZHA"),
        ("rail", "CNKMG", "LAVTE"),
    ):
        way = ways.find(mode, origin, destination)
        assert way and {code[:2] for code in way} == {origin[:2], destination[:2]}


def test_ships_to_singapore_go_past_no_jakarta(layout):
    assert "IDJKT" not in Ways(layout).find("sea", "VNHPC", "SGSGC")
