"""Timetables from CSV and from DCSA Commercial Schedules."""

import json
from datetime import date
from pathlib import Path

import pytest

from landsea_core.planner.network.corridor_from_rows import read_service
from landsea_core.planner.network.dcsa import read_dcsa
from landsea_core.planner.network.gtfs_rows import describe_changes
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.schedules import read_timetable_csv

CORRIDOR = load_corridor(Path(__file__).resolve().parents[3] / "data" / "reference")
DAY = date(2026, 11, 25)
HEAD = "id,mode,name,days,place,arrive,arrive_day,depart,depart_day\n"
GOOD = HEAD + "N1,rail,New train,mon thu,CNTJC,,0,20:00,0\nN1,rail,New train,mon thu,Vientiane,20:00,2,,2\n"


def sailing(place: str, arrive: str, depart: str) -> dict:
    """A call of a ship."""
    told = [("ARRI", arrive), ("DEPA", depart)]
    stamps = [{"eventTypeCode": code, "eventClassifierCode": "PLN", "eventDateTime": at} for code, at in told if at]
    return {"location": {"UNLocationCode": place}, "timestamps": stamps}


def ships(*calls: dict) -> str:
    """A file of one service with one sailing."""
    schedules = [{"vesselName": "Demo", "transportCalls": list(calls)}]
    return json.dumps([{"carrierServiceName": "Demo loop", "carrierServiceCode": "DL1", "vesselSchedules": schedules}])


def test_a_csv_becomes_a_service() -> None:
    """Clock times stay those of the places; hours count over the zones."""
    found = read_timetable_csv(CORRIDOR, GOOD, "new.csv", DAY)
    assert found.faults == []
    one = read_service(found.rows[0])
    assert (one.days, one.hours, one.calls[1].place) == (("mon", "thu"), 49.0, "LAVTE")
    assert describe_changes(CORRIDOR, found.rows) == ["new: N1 New train (rail, CNTJC - LAVTE, 49 h)"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n", "new.csv:1 has no column"),
        (GOOD.replace("Vientiane", "Nowhere"), "new.csv:3 N1: No place is known"),
        (GOOD.replace("rail", "zeppelin"), "new.csv:2 N1: the mode 'zeppelin'"),
        (GOOD.replace("mon thu", "someday"), "days 'someday'"),
        (GOOD.replace("20:00,2,,2", "8 pm,2,,2"), "no clock time"),
        (GOOD.replace("20:00,2,,2", "18:00,0,,0"), "lies before"),
        (HEAD + "N1,rail,x,daily,CNTJC,,0,20:00,0\n", "fewer than two calls"),
    ],
)
def test_faults_of_a_csv_are_named(text: str, said: str) -> None:
    """With file and line, and nothing is taken."""
    found = read_timetable_csv(CORRIDOR, text, "new.csv", DAY)
    assert found.rows == [] and any(said in str(fault) for fault in found.faults)


def test_what_follows_from_a_faulty_line_is_no_fault_of_its_own() -> None:
    """A service whose line has a fault is not told besides that it calls too seldom."""
    text = GOOD.replace("Vientiane", "Nowhere") + "N2,rail,x,daily,CNTJC,,0,20:00,0\n"
    found = [str(fault) for fault in read_timetable_csv(CORRIDOR, text, "new.csv", DAY).faults]
    assert len(found) == 2 and "N1: No place is known" in found[0] and "N2: fewer than two calls" in found[1]


def test_vessel_schedules_become_a_service() -> None:
    """The weekday of the first departure, on the clocks of the ports."""
    text = ships(
        sailing("CNQZH", "", "2026-12-04T12:00:00Z"),
        sailing("SGSIN", "2026-12-10T12:00:00Z", ""),
    )
    found = read_dcsa(CORRIDOR, text, "loop.json", DAY)
    assert found.faults == []
    one = read_service(found.rows[0])
    assert (one.mode, one.days, one.hours, one.calls[0].depart) == ("sea", ("fri",), 144.0, "20:00")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{oops", "is no JSON"),
        ("3", "no list"),
        (ships(), "no sailing"),
        (ships(sailing("XXXXX", "", "2026-12-04T12:00:00Z")), "No place is known"),
        (ships(sailing("CNQZH", "", "soon"), sailing("SGSIN", "2026-12-10T12:00:00Z", "")), "cannot be read"),
        (
            ships(sailing("CNQZH", "", "2026-12-14T12:00:00Z"), sailing("SGSIN", "2026-12-10T12:00:00Z", "")),
            "lies before",
        ),
    ],
)
def test_faults_of_vessel_schedules_are_named(text: str, said: str) -> None:
    """With the service and the call."""
    found = read_dcsa(CORRIDOR, text, "loop.json", DAY)
    assert found.rows == [] and any(said in str(fault) for fault in found.faults)
