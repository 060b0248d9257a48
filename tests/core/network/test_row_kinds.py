"""Rows keep the form of the files, whatever a table made of the order of their keys."""

import json
from pathlib import Path

import pytest

from landsea_core.planner.network.row_files import read_all_rows, read_rows
from landsea_core.planner.network.row_kinds import EDITED, NAMED_BY, find_path, make_key, put_in_order
from landsea_core.planner.network.row_writing import write_files, write_rows

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
ROWS = {name.removesuffix(".jsonl"): [row for _, row in rows] for name, rows in read_all_rows(REFERENCE).items()}


def test_every_file_of_the_network_is_a_kind():
    """None is forgotten when rows are taken in or written out."""
    assert set(ROWS) == set(NAMED_BY) and set(EDITED) < set(NAMED_BY)


@pytest.mark.parametrize("kind", list(NAMED_BY))
def test_rows_are_written_as_they_were_read(kind):
    """Letter by letter, though their keys were shuffled on the way, inside and out."""
    shuffled = [json.loads(json.dumps(row, sort_keys=True)) for row in ROWS[kind]]
    assert write_rows(kind, shuffled) == (REFERENCE / find_path(kind)).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", list(NAMED_BY))
def test_a_key_names_one_row(kind):
    """So that a renewed file finds the row that it renews."""
    keys = [make_key(kind, row) for row in ROWS[kind]]
    assert len(set(keys)) == len(keys) and all(0 < len(key) <= 40 for key in keys)


def test_keys_that_nobody_knows_come_last():
    """And are not lost."""
    assert list(put_in_order("yardsticks", {"zeal": 1, "mode": "rail", "checked": "", "age": 2})) == [
        "mode",
        "checked",
        "age",
        "zeal",
    ]


def test_names_of_places_are_written_as_translations_letter_by_letter(tmp_path):
    """One file a language, as the repository has them, and read back as they were."""
    write_files(tmp_path, {"places": ROWS["places"]})
    there = sorted(path.relative_to(REFERENCE) for path in REFERENCE.glob("words/*/places.jsonl"))
    assert len(there) > 5 and there == sorted(path.relative_to(tmp_path) for path in tmp_path.glob("words/*/*"))
    assert all((tmp_path / path).read_bytes() == (REFERENCE / path).read_bytes() for path in there)
    assert [row for _, row in read_rows(tmp_path / "places.jsonl")] == ROWS["places"]


def test_files_lie_where_reference_files_do(tmp_path):
    """Places beside the folder of the network."""
    write_files(tmp_path, {"places": ROWS["places"], "prices": ROWS["prices"]})
    assert (tmp_path / "places.jsonl").is_file() and (tmp_path / "network" / "prices.jsonl").is_file()
