"""Beyond the days a timetable is known for, plans are answered on an assumption that is said, and not refused."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.changes import apply_overlay
from landsea_core.planner.network.days import find_first_day, find_last_day
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.plan_text import write_plan
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.questions import PlanFault, PlanQuestion
from landsea_core.planner.network.report import describe_plan
from landsea_core.planner.network.row_files import read_all_rows
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.validity import find_known_span, find_last_known_day

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
CORRIDOR = load_corridor(REFERENCE)
LINE = next(one for one in CORRIDOR.services.values() if one.kind == "line" and one.fact.checked.startswith("2026"))


def asked(year: int) -> PlanQuestion:
    """Chongqing to Singapore, ready on a day in March."""
    return PlanQuestion("CNCKG", "SGSIN", datetime(year, 3, 1, 8, tzinfo=UTC), Cargo())


def test_a_timetable_is_known_to_the_end_of_the_year_after_it_was_looked_up() -> None:
    """Unless its row says when it ends; whoever looks it up again moves that day on."""
    assert find_last_known_day(LINE) == date(2027, 12, 31)
    assert find_last_known_day(replace(LINE, fact=replace(LINE.fact, checked="2029-02-03"))) == date(2030, 12, 31)
    assert find_last_known_day(replace(LINE, until="2027-02")) == date(2027, 2, 28)
    assert CORRIDOR.span == (date(2026, 11, 1), date(2027, 12, 31))
    assert find_known_span([]) == (date.min, date.min)


def test_a_row_looked_up_again_moves_the_end_of_the_timetable() -> None:
    """The end is no constant: it follows from the rows."""
    row = next(row for _, row in read_all_rows(REFERENCE)["services.jsonl"] if row["id"] == LINE.id)
    renewed = apply_overlay(CORRIDOR, {"services": {LINE.id: row | {"checked": "2028-01-05"}}}, "1")
    assert renewed.span == (CORRIDOR.span[0], date(2029, 12, 31))


@pytest.mark.parametrize("year", [2028, 2031])
def test_years_beyond_are_planned_and_the_assumption_is_said(year: int) -> None:
    """With the timetable of 2026; each leg by a line is graded as assumed."""
    found = plan(PlanningContext(CORRIDOR), asked(year))
    assert "The timetable is known to 2027-12-31. The timetable of 2026 is assumed to go on" in str(found.assumed)
    data = describe_plan(CORRIDOR, found)
    assert data["timetable"]["assumed"] == str(found.assumed) and f"Assumed: {found.assumed}" in write_plan(
        CORRIDOR, found
    )
    lines = [leg for one in data["itineraries"] for leg in one["legs"] if leg["kind"] == "line"]
    assert lines and all(leg["assumed_to_go_on"] and leg["grade"] == "assumed" for leg in lines)


def test_within_the_timetable_nothing_is_assumed() -> None:
    """Neither of the plan nor of its legs."""
    found = plan(PlanningContext(CORRIDOR), asked(2027))
    data = describe_plan(CORRIDOR, found)
    assert found.assumed is None and data["timetable"]["assumed"] == ""
    lines = [leg for one in data["itineraries"] for leg in one["legs"] if leg["kind"] == "line"]
    assert lines and not any(leg["assumed_to_go_on"] for leg in lines)


def test_a_way_that_ends_in_the_next_year_says_which_of_it_is_assumed() -> None:
    """Ready on the last day: what leaves on it is known, what leaves afterwards is assumed."""
    found = plan(
        PlanningContext(CORRIDOR), PlanQuestion("CNCKG", "SGSIN", datetime(2027, 12, 30, 8, tzinfo=UTC), Cargo())
    )
    assert found.assumed is not None
    for one in found.itineraries:
        assert [leg.goes_on for leg in one.legs] == [
            leg.service.kind == "line" and leg.day > date(2027, 12, 31) for leg in one.legs
        ]


def test_before_the_timetable_nothing_can_be_said() -> None:
    """Days before the first rows were looked up stay refused."""
    with pytest.raises(PlanFault, match="lies outside the timetable"):
        plan(PlanningContext(CORRIDOR), asked(2026))


def test_years_months_and_days_begin_and_end() -> None:
    """As rows write them."""
    assert (find_first_day(""), find_last_day("")) == (date.min, date.max)
    assert (find_first_day("2028"), find_last_day("2028")) == (date(2028, 1, 1), date(2028, 12, 31))
    assert (find_first_day("2028-02"), find_last_day("2028-02")) == (date(2028, 2, 1), date(2028, 2, 29))
    assert (find_first_day("2028-02-05"), find_last_day("2028-02-05")) == (date(2028, 2, 5), date(2028, 2, 5))
