"""Twins: one paragraph of each kind of relation and language that fits, and the same one with one slip in it."""

import json
from pathlib import Path

import pytest

from landsea_core.figures.statement import check_statement

FOLDER = Path(__file__).resolve().parents[3] / "data/examples/figures"
TWINS = [json.loads(line) for line in (FOLDER / "twins.jsonl").read_text(encoding="utf-8").splitlines()]


def _is_accused(text):
    return bool(check_statement(text).contradictions)


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin["fits"][:60])
def test_the_twin_that_fits_is_left_in_peace(twin):
    assert not _is_accused(twin["fits"])


@pytest.mark.parametrize("language", ["en", "zh", "vi"])
def test_of_the_twins_with_a_slip_nine_of_ten_are_found(language):
    slips = [twin["slips"] for twin in TWINS if twin["language"] == language]
    assert sum(_is_accused(text) for text in slips) * 10 >= 9 * len(slips)
