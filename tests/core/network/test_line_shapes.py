"""What of a line is kept between questions is reckoned again when the line, a place or its spread is another."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from landsea_core.planner.network.days import list_departures, list_starts
from landsea_core.planner.network.line_shapes import find_line_shape
from landsea_core.planner.network.load import load_corridor

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")
DAY = date(2027, 1, 11)


def test_a_line_is_reckoned_once_and_tells_each_day_alike():
    line = CORRIDOR.services["R040"]
    shape = find_line_shape(CORRIDOR, line, 1.0, DAY)
    assert find_line_shape(CORRIDOR, line, 1.0, date(2027, 3, 1)) is shape
    assert sum(shape.km) == pytest.approx(line.km)
    assert shape.calls[-1][0] - shape.calls[0][1] == pytest.approx(60 * line.hours, abs=60)


def test_another_spread_stretches_the_way():
    line = CORRIDOR.services["R040"]
    usual, longer = (find_line_shape(CORRIDOR, line, scale, DAY) for scale in (1.0, 1.5))
    assert longer.calls[-1][0] - longer.calls[0][1] > usual.calls[-1][0] - usual.calls[0][1]


def test_a_place_that_was_moved_is_seen():
    line = CORRIDOR.services["R040"]
    before = find_line_shape(CORRIDOR, line, 1.0, DAY)
    moved = replace(CORRIDOR.places["CNMHR"], lat=24.0)
    after = find_line_shape(replace(CORRIDOR, places={**CORRIDOR.places, "CNMHR": moved}), line, 1.0, DAY)
    assert after.km != before.km and after.calls == before.calls


def test_an_edited_line_is_another():
    line = CORRIDOR.services["R040"]
    assert sum(find_line_shape(CORRIDOR, replace(line, km=line.km * 2), 1.0, DAY).km) == pytest.approx(2 * line.km)


@pytest.mark.parametrize("name", ["R040", "R001", "S005", "A046"])
def test_starts_are_the_minutes_of_departures(name):
    line = CORRIDOR.services[name]
    days = list_departures(line, DAY, date(2027, 3, 1))
    assert list_starts(line, DAY, date(2027, 3, 1)) == tuple(sorted({start for _day, start in days}))
