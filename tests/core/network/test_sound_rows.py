"""Rows in which something is impossible are passed over, one by one, whatever stands in them."""

from pathlib import Path

import pytest

from landsea_core.planner.network.row_files import read_all_rows
from landsea_core.planner.network.sound_rows import part_sound_rows

FILES = read_all_rows(Path(__file__).resolve().parents[3] / "data" / "reference")


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("services.jsonl", "checked", None),
        ("services.jsonl", "km", 10**400),
        ("services.jsonl", "mode", "balloon"),
        ("yardsticks.jsonl", "mode", []),
    ],
    ids=["no day", "a number of 400 digits", "no mode", "a list for a mode"],
)
def test_an_impossible_row_alone_is_passed_over(name: str, field: str, value: object) -> None:
    few = {one: rows if one == "places.jsonl" else rows[:2] for one, rows in FILES.items()}
    (line, first), second = few[name]
    sound, passed = part_sound_rows(few | {name: [(line, {**first, field: value}), second]})
    assert [one.kind for one in passed] == [name.removesuffix(".jsonl")]
    assert passed[0].faults and sound[name] == [second]
