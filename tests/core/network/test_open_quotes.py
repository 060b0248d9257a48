"""An open quotation mark swallows the rest of a file: the line where it opens is named, whatever csv's limit is."""

import csv
from datetime import date
from pathlib import Path

import pytest

from landsea_core.planner.network import gtfs_reading, milestones, schedules
from landsea_core.planner.network.load import load_corridor

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")


@pytest.fixture(params=[131_072, 1_000_000_000], ids=["csv's own limit", "raised"])
def limit(request):
    """The longest cell that csv reads: one number for the whole process, which libraries raise when they are loaded."""
    before = csv.field_size_limit(request.param)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("limit")
def test_in_a_file_of_trips():
    line = "b,CNNNG,departed,2026-10-01T08:00+08:00\n"
    kind, reading = milestones.read_milestones(CORRIDOR, f'trip,place,what,at\n{line}"{line}{line}')
    assert kind == "csv" and str(reading.faults[-1]).startswith("Line 3 cannot be read as CSV")


@pytest.mark.usefixtures("limit")
def test_in_a_timetable():
    text = ",".join(schedules.COLUMNS) + '\n"X1,CNNNG\n'
    found = schedules.read_timetable_csv(CORRIDOR, text, "calls.csv", date(2026, 11, 26))
    assert "calls.csv:2 is no CSV" in str(found.faults[-1])


@pytest.mark.usefixtures("limit")
def test_in_a_feed(tmp_path):
    (tmp_path / "stops.txt").write_text('stop_id,stop_name,stop_lat,stop_lon\n"A,Nanning,22.8,108.3\n')
    faults = [str(fault) for fault in gtfs_reading.read_feed(tmp_path).faults]
    assert any("stops.txt:2 is no CSV" in fault for fault in faults)
