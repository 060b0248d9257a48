"""Paragraphs in English, Chinese and Vietnamese: the consistent ones are left in peace, nearly every fault is found.

A set is checked when the first test asks for it, not when tests are gathered: all of them take a processor more than a minute.
"""

from functools import cache

import pytest
from bench.statement_paragraphs import ROOT, Judged, judge_all, read_paragraphs

from landsea_core.figures.observations import load_observations
from landsea_core.figures.statement import check_statement

ROWS = read_paragraphs()
SETS = list(dict.fromkeys(row["set"] for row in ROWS))


@cache
def judged(name: str) -> dict[str, Judged]:
    """Return the paragraphs of a set by their text, each with what was said of it."""
    rows = [row for row in ROWS if row["set"] == name]
    return {one.row["text"]: one for one in judge_all(rows, load_observations(ROOT / "data/reference"))}


@pytest.mark.parametrize("name", SETS)
def test_a_set_has_sixty_percent_that_are_consistent_in_three_languages(name):
    rows = [row for row in ROWS if row["set"] == name]
    assert sum(row["fits"] for row in rows) * 10 == len(rows) * 6
    assert {row["language"] for row in rows} == {"en", "zh", "vi"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_a_consistent_paragraph_is_left_in_peace(row):
    one = judged(row["set"])[row["text"]]
    assert not one.is_accused, one.said


@pytest.mark.parametrize("name", SETS)
def test_of_forty_faults_at_least_thirty_six_are_found(name):
    faulty = [one for one in judged(name).values() if not one.row["fits"]]
    assert len(faulty) == sum(row["set"] == name and not row["fits"] for row in ROWS)
    assert sum(not one.is_missed for one in faulty) * 40 >= 36 * len(faulty)


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "贸易额由 65.9 亿元增至 85.9 亿元，增长 24.2%。",
            {"65.9 亿元": "wrong", "85.9 亿元": "wrong", "24.2%": "wrong"},
        ),
        ("Xuất khẩu tăng từ 2,3 tỷ USD lên 3,2 tỷ USD.", {"2,3 tỷ USD": "fits", "3,2 tỷ USD": "fits"}),
        ("Trade  was 8.59 bn yuan.", {"8.59 bn yuan": "read"}),
    ],
)
def test_figures_are_marked_in_the_text_as_it_was_typed(text, verdicts):
    marks = check_statement(text).marks
    assert {text[mark.start : mark.end]: mark.verdict for mark in marks} == verdicts


def test_a_finding_quotes_the_sentence_as_it_was_typed():
    found = check_statement("Hàng đi nhanh. Xuất khẩu tăng từ 2,3 tỷ USD lên 3,2 tỷ USD, tức tăng 25%.").contradictions
    assert [one.text for one in found] == ["Xuất khẩu tăng từ 2,3 tỷ USD lên 3,2 tỷ USD, tức tăng 25%."]
    assert str(found[0].explanation).startswith("from 2.3 to 3.2 billion USD is +39.1 %, not +25 %")
