"""Rows over the files: what counts, what differs, what breaks, what becomes of journeys; no database."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.changes import (
    apply_overlay,
    find_new_faults,
    list_row_changes,
    overlay_rows,
    retire_row,
)
from landsea_core.planner.network.closings import Closings
from landsea_core.planner.network.corridor_from_rows import read_procedure
from landsea_core.planner.network.effects import find_changed_crossings, find_effects
from landsea_core.planner.network.incoming_timetables import find_missing_services, read_incoming_timetable
from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.place_names import find_place
from landsea_core.planner.network.row_checks import find_row_faults
from landsea_core.planner.network.row_facts import is_dated
from landsea_core.planner.network.row_files import read_all_rows
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.typical_journeys import CENTRES, TYPICAL, TouchedRows
from landsea_core.planner.network.unknown_place import UnknownPlace

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
CORRIDOR, FILES = load_corridor(REFERENCE), read_all_rows(REFERENCE)
READY = datetime(2026, 12, 1, 1, tzinfo=UTC)
DAY = date(2026, 11, 25)


def row(kind: str, key: str) -> dict:
    """A row of the files."""
    return next(one for _, one in FILES[f"{kind}.jsonl"] if key in (one.get("id"), one.get("code")))


def broken(overlay: dict) -> list[tuple[str, str]]:
    """The rows that an overlay breaks, with the key that is at fault."""
    return [(name, fault.key) for name, fault in find_new_faults(FILES, overlay_rows(FILES, overlay))]


def test_a_row_takes_the_place_of_the_file_s_and_the_rest_stays() -> None:
    """What is not touched is the same object; the digest tells the networks apart."""
    changed = {**row("procedures", "P002"), "hours": {"min": 1, "typical": 9, "p90": 24}}
    after = apply_overlay(CORRIDOR, {"procedures": {"P002": changed}}, "1")
    places = [one.id for one in CORRIDOR.procedures].index("P002")
    assert after.procedures[places].hours.typical == 9
    assert after.places is CORRIDOR.places and after.services is CORRIDOR.services
    assert after.digest != CORRIDOR.digest
    assert apply_overlay(CORRIDOR, {"procedures": {}}, "1") is CORRIDOR


def test_additions_on_file_take_the_place_of_rows(tmp_path) -> None:
    """Exported edits in the folder of additions count as they did over the files."""
    import json

    changed = {**row("procedures", "P002"), "note": "edited"}
    (tmp_path / "procedures.jsonl").write_text(json.dumps(changed) + "\n", encoding="utf-8")
    found = load_corridor(REFERENCE, additions=tmp_path)
    assert [one.fact.note for one in found.procedures if one.id == "P002"] == ["edited"]
    assert len(found.procedures) == len(CORRIDOR.procedures)
    assert [
        one["note"] for _, one in read_all_rows(REFERENCE, tmp_path)["procedures.jsonl"] if one["id"] == "P002"
    ] == ["edited"]


def test_a_retired_row_counts_for_nothing_and_stays() -> None:
    """A procedure and a price are left out, a service is offered no more, a place is not found by its name."""
    overlay = {
        kind: {key: retire_row(row(kind, key), DAY)}
        for kind, key in (("procedures", "P002"), ("prices", "C01"), ("services", "R043"), ("places", "LAVTS"))
    }
    after = apply_overlay(CORRIDOR, overlay, "1")
    assert all(one.id != "P002" for one in after.procedures) and all(one.id != "C01" for one in after.prices)
    assert "2026-11-25" in after.services["R043"].not_offered
    with pytest.raises(UnknownPlace):
        find_place(after, "万象南")
    assert find_place(after, "LAVTS").place.retired == "2026-11-25"


def test_a_difference_names_each_figure() -> None:
    """Inside hours and calls too; what was not there before, and what is not there any more."""
    before = row("services", "A001")
    call = {**before["calls"][1], "arrive": "22:45"}
    after = {**before, "calls": [before["calls"][0], call], "cut_off_hours": None, "until": "2027"}
    told = {one.key: (one.before, one.after) for one in list_row_changes(before, after)}
    assert set(told) == {"calls.2", "cut_off_hours", "until"}
    assert told["cut_off_hours"] == (6, None) and told["until"] == (None, "2027")
    assert [call["arrive"] for call in told["calls.2"]] == ["22:30", "22:45"]
    assert list_row_changes(before, before) == [] and len(list_row_changes(None, before)) > 10


@pytest.mark.parametrize(
    ("kind", "key", "change", "at_fault"),
    [
        ("procedures", "P002", {"hours": {"min": 5, "typical": 4, "p90": 9}}, ("P002", "hours")),
        ("procedures", "P002", {"hours": {"min": 1, "typical": 4, "p90": None}}, ("P002", "hours")),
        ("procedures", "P001", {"opens": "7 am"}, ("P001", "opens")),
        ("procedures", "P001", {"closes": ""}, ("P001", "closes")),
        ("procedures", "P002", {"grade": "sure"}, ("P002", "grade")),
        ("procedures", "P002", {"retired": "2026-11-25"}, ("B001", "calls")),
        ("services", "R043", {"hours": 2}, ("R043", "hours")),
        ("services", "R043", {"from": "2026-13"}, ("R043", "from")),
        ("services", "R043", {"from": "2027", "until": "2026-06"}, ("R043", "until")),
        ("prices", "C01", {"low": 9000}, ("C01", "low")),
        ("prices", "C01", {"currency": "XAU"}, ("C01", "currency")),
        ("prices", "C01", {"services": ["R999"]}, ("C01", "services")),
        ("places", "LAVTS", {"lat": 95}, ("LAVTS", "lat")),
        ("places", "LAVTS", {"tz": "Laos/South"}, ("LAVTS", "tz")),
        ("places", "LAVTS", {"within": "LAVTS"}, ("LAVTS", "within")),
        ("places", "VNHNI", {"retired": "2026-11-25"}, ("B001", "calls")),
    ],
)
def test_what_a_change_breaks_is_told_with_the_key(kind, key, change, at_fault) -> None:
    """Of the row itself, and of those that lean on it."""
    assert at_fault in broken({kind: {key: {**row(kind, key), **change}}})


def test_what_was_at_fault_before_stands_in_nobody_s_way() -> None:
    """Only new faults are told."""
    spoiled = overlay_rows(FILES, {"services": {"R043": {**row("services", "R043"), "hours": 1}}})
    after = overlay_rows(spoiled, {"procedures": {"P002": {**row("procedures", "P002"), "note": "seen"}}})
    assert find_new_faults(spoiled, after) == []


def test_days_that_are_none_are_told() -> None:
    """A year, a month or a day; nothing else."""
    assert all(map(is_dated, ("2026", "2026-11", "2026-11-25")))
    assert not any(map(is_dated, ("", "26", "2026-13", "2026-02-30", "soon", "2026-1")))


def test_a_row_of_another_shape_is_one_fault() -> None:
    """No exception for what somebody wrote by hand."""
    assert [fault.key for fault in find_row_faults("services.jsonl", {"id": "X"}, {})] == [""]


def test_typical_journeys_have_ends_on_record() -> None:
    """Codes in the tables are codes of places."""
    assert {code for pair in TYPICAL for code in pair} | set(CENTRES.values()) <= set(CORRIDOR.places)


def test_journeys_show_what_a_longer_queue_does() -> None:
    """Over the border itself the hours grow; a journey that does not stop there stays."""
    changed = {**row("procedures", "P002"), "hours": {"min": 6, "typical": 40, "p90": 90}}
    after = apply_overlay(CORRIDOR, {"procedures": {"P002": changed}}, "1")
    touched = TouchedRows(frozenset({"VNHNI"}), procedures=frozenset({"P002"}))
    first, *others = find_effects(PlanningContext(CORRIDOR), PlanningContext(after), touched, READY, Cargo(teu=1))
    assert (first.origin.code, first.destination.code) == ("CNYYG", "VNHNI")
    assert first.by_it[0] != first.by_it[1] and not first.is_the_same
    assert others and all(one.is_the_same for one in others)


def test_a_queue_is_shown_at_the_border_itself() -> None:
    """Both ways over it, and nowhere else; without a change there is nothing to show."""
    changed = {**row("procedures", "P002"), "hours": {"min": 6, "typical": 40, "p90": 90}}
    after = apply_overlay(CORRIDOR, {"procedures": {"P002": changed}}, "1")
    touched = TouchedRows(frozenset({"VNHNI"}), procedures=frozenset({"P002"}))
    found = find_changed_crossings(CORRIDOR, after, touched, DAY, Cargo(teu=1))
    assert {(one.origin.code, one.destination.code) for one in found} == {("CNYYG", "VNHNI"), ("VNHNI", "CNYYG")}
    assert all(one.after.typical - one.before.typical == 36 for one in found)
    assert find_changed_crossings(CORRIDOR, CORRIDOR, touched, DAY, Cargo(teu=1)) == []


def test_gate_hours_hold_from_their_day_to_their_end() -> None:
    """New hours begin on their day; before it the old ones hold."""
    old = read_procedure({**row("procedures", "P001"), "opens": "08:00", "closes": "12:00", "until": "2026-12-02"})
    new = replace(old, id="P001b", opens="06:00", closes="20:00", since="2026-12-02", until="")
    rows = tuple(one for one in CORRIDOR.procedures if one.id not in {"P001", "P003"})
    closings = Closings(replace(CORRIDOR, procedures=(*rows, old, new)))
    opening = closings.find_opening("VNHNI", "CNYYG", date(2026, 12, 1), 2)
    lengths = [end - begin for begin, end in opening.windows][1:3]
    assert lengths == [4 * 60, 14 * 60]


def test_what_a_file_does_not_say_stays_and_what_it_lacks_is_known() -> None:
    """A train's operator is not in a CSV; a service of the same file that is gone is named."""
    head = "id,mode,name,days,place,arrive,arrive_day,depart,depart_day\n"
    text = head + "R043,rail,,mon,CNTJC,,0,19:00,0\nR043,rail,,mon,LAVTS,20:00,4,,0\n"
    found = read_incoming_timetable(CORRIDOR, FILES, "a.csv", text.encode(), DAY)
    known = row("services", "R043")
    assert found.faults == []
    [brought] = found.services
    assert (brought["operator"], brought["name"], brought["carries"]) == (
        known["operator"],
        known["name"],
        known["carries"],
    )
    assert (brought["days"], brought["source"]) == (["mon"], "a.csv")
    other = {**brought, "id": "N9"}
    assert [one["id"] for one in find_missing_services(overlay_rows(FILES, {"services": {"N9": other}}), found)] == [
        "N9"
    ]
