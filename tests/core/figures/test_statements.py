"""Statements in English and Chinese: the ones that fit are left in peace, the others are recomputed."""

import json
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsea_core.figures.observations import load_observations
from landsea_core.figures.quantities import find_quantities, normalize_statement
from landsea_core.figures.statement import check_statement, subjects
from landsea_core.figures.statement.common_sense import words_and_signs

ROOT = Path(__file__).resolve().parents[3]
STATEMENTS = [
    json.loads(line)
    for line in (ROOT / "data/examples/figures/statements.jsonl").read_text(encoding="utf-8").splitlines()
]
KNOWN_TO_BE_MISSED = (  # said in words that need more than the words around a figure
    "1 TEU costs 7,000 yuan, so 200 TEU cost 2 million yuan.",
    "Trade with Vietnam was 48.98 billion yuan, more than trade with all of ASEAN, 112.17 billion yuan.",
)
HELD = load_observations(ROOT / "data/reference")


def rules(text: str, held=()) -> list[str]:
    return [finding.rule for finding in check_statement(text, held).contradictions]


def test_there_are_enough_of_them_in_both_languages_and_of_both_kinds():
    for language in ("en", "zh"):
        fits = [row["fits"] for row in STATEMENTS if row["language"] == language]
        assert len(fits) >= 60
        assert 0.4 <= sum(fits) / len(fits) <= 0.6


@pytest.mark.parametrize("row", STATEMENTS, ids=lambda row: row["text"][:60])
def test_what_fits_is_silent_and_what_does_not_is_said(row):
    found = check_statement(row["text"], HELD).contradictions
    assert bool(found) != row["fits"], [str(finding.explanation) for finding in found]


@pytest.mark.parametrize("text", KNOWN_TO_BE_MISSED)
def test_what_is_known_to_be_missed_is_at_least_not_called_right(text):
    checked = check_statement(text)
    assert not checked.contradictions
    assert {finding.rule for finding in checked.understood} <= {"amount"}


def test_the_founding_article_s_growth_is_recomputed():
    checked = check_statement("from 6.59 to 8.59 bn yuan, up 24.2 %")
    assert [str(one.explanation) for one in checked.contradictions] == [
        "from 6.59 to 8.59 bn yuan is +30.3 %, not +24.2 %; +24.2 % would start from 6.92 bn yuan"
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Chongqing's trade with ASEAN reached 140 billion yuan in 2025.", ["held"]),
        ("2025年，重庆与东盟贸易额达1500亿元。", ["held"]),
        ("Chongqing's trade with ASEAN grew by 15.6% in 2025.", ["held"]),
        ("In 2025 600,000 Vietnamese tourists came to Chongqing.", ["held"]),
        ("2025年，重庆与东盟贸易额达1326.5亿元，同比增长12.6%。", []),
        ("Chongqing's exports to ASEAN reached 90 billion yuan in 2025.", []),  # a part of the trade held
        ("Chongqing's trade with ASEAN reached 140 billion yuan in 2023.", []),  # another year
    ],
)
def test_observations_held_are_compared_by_subject_unit_and_months(text, rule):
    assert rules(text, HELD) == rule


@pytest.mark.parametrize(
    ("text", "rule", "says"),
    [
        ("Trade in 2568 was 5 bn yuan.", "buddhist_year", "2025"),
        ("Growth was 12,600 %.", "very_large", "decimal point"),
        ("They carried 500.", "no_unit", "has no unit"),
        ("It is 24.2 % now.", "percentage_of_what", "growth or a share"),
        ("It is five times as much.", "compared_with_what", "compared with what"),
        ("We met in Chongqing.", "no_figure", "No figure"),
        ("", "empty", "nothing to check"),
        ("x" * 8_001, "too_long", "in parts"),
        ("5 " * 300, "too_many", "in parts"),
        ("four lines: A, " * 300, "too_many", "in parts"),  # a figure without a digit is one too
    ],
)
def test_what_was_not_understood_is_said_with_what_would_help(text, rule, says):
    found = {finding.rule: str(finding.explanation) for finding in check_statement(text).not_understood}
    assert says in found[rule]


@given(base=st.integers(1000, 99_999), growth=st.integers(-80, 300))
@settings(max_examples=150, deadline=None)
def test_a_growth_that_was_computed_always_fits_and_one_five_points_off_never(base, growth):
    result = round(base * (100 + growth) / 100)
    true = (result / base - 1) * 100
    word = "rose" if result >= base else "fell"
    right = f"Trade {word} from {base:,} TEU to {result:,} TEU, {'up' if true >= 0 else 'down'} {abs(true):.1f}%."
    wrong = f"Trade {word} from {base:,} TEU to {result:,} TEU, {'up' if true >= 0 else 'down'} {abs(true) + 5:.1f}%."
    assert not rules(right)
    assert rules(wrong)


@pytest.mark.parametrize("number", ["1" * 400, "9" * 8_000, "1," + ",".join(["000"] * 150), "from 5 to " + "7" * 400])
def test_a_number_of_hundreds_of_digits_is_no_figure(number):
    assert "no_figure" in {one.rule for one in check_statement(number).not_understood}
    assert not rules(f"Trade was {number} yuan.")


@pytest.mark.parametrize("ordinal", ["The " + "1" * 5_000 + "th train left", "第" + "1" * 5_000 + "列班列发车"])
def test_an_ordinal_of_thousands_of_digits_is_none(ordinal):
    assert not rules(f"{ordinal}. So far 430 trains have run.")


def test_wide_gaps_are_one_space_and_keep_the_end_of_a_line():
    assert normalize_statement("1" + " " * 7_000 + "x\u3000\u3000 y \n\n  z") == "1 x y\nz"


def test_a_year_before_a_fraction_is_no_whole_number_of_it():
    assert normalize_statement("In 2025 3/4 of it went by rail, 1/8 more; 5 3/4 days") == (
        "In 2025 3/4 of it went by rail, 1/8 more; 5.75 days"
    )


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("从3万多吨到5万吨", ["over", ""]),
        ("从3万吨到5万多吨", ["", "over"]),
        ("从3万多吨到5万多吨", ["over", "over"]),
    ],
)
def test_more_than_is_said_of_the_figure_behind_which_it_stands(text, bounds):
    assert [one.bound for one in find_quantities(text, [])] == bounds


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_text_whatever_makes_it_fall_over(text):
    check_statement(text, HELD)


@pytest.mark.parametrize(
    "text",
    [
        "Trade rose from 6.59 to 8.59 bn yuan, up 30.3 %. " * 60,
        "grew by 5 % to 100 million in 2024, " * 66,  # every figure of one sentence and of one year
        "5 " * 200,
        "1," * 4000,
        "1.234" * 1600,
        "1" + ".234" * 1999,
        "½" * 8000,
        "one " * 2000,
        "50 t, 60 t" + ". " * 3990,
        "50 t, 60 t, " + "A, B, C, D and E, " * 440,
        "two zzzzs " * 800,
        "two million " * 660,
        "valid for two years, " * 190,
        "(" * 8000,
        "从1到2" * 100,
    ],
)
def test_a_text_twice_as_long_takes_no_more_than_a_few_times_as_long(text):
    def took(text: str) -> float:
        start = process_time()
        check_statement(text, HELD)
        return process_time() - start

    took(text[:100])  # what is loaded once is loaded now
    assert took(text) < 8 * max(took(text[: len(text) // 2]), 0.05)


@pytest.mark.parametrize("before", ["", "万"])
def test_a_long_row_of_digits_is_looked_at_once_and_not_from_each_of_its_digits(before):
    """A pattern that may begin at any digit goes through the rest of the row from each: eight thousand took seven seconds."""

    def took(digits: int) -> float:
        start = process_time()
        check_statement(before + "1" * digits)
        return process_time() - start

    took(100)  # what is loaded once is loaded now
    assert took(7_900) < 8 * max(took(1_975), 0.05)


def test_nothing_of_what_was_typed_stays_in_memory():
    check_statement("Exports of Demo Fruit to China rose from 4 to 5 million tonnes in 2025, up 40 %.", HELD)
    assert subjects.find_subject.cache_info().currsize == 0


def test_what_a_figure_is_about_is_read_once_however_many_stand_beside_it(monkeypatch):
    """Pairs of figures are compared: reading both for each pair took minutes for a page of them."""
    asked, find_subject = [], subjects.find_subject
    monkeypatch.setattr(subjects, "find_subject", lambda words: asked.append(words) or find_subject(words))
    check_statement("5 million TEU in 2024 and 5 billion TEU in 2025, " * 20)
    assert 0 < len(asked) < 200


def test_what_flows_is_read_once_however_many_balances_stand_beside_it(monkeypatch):
    asked, find_subject = [], words_and_signs.find_subject
    monkeypatch.setattr(words_and_signs, "find_subject", lambda words: asked.append(words) or find_subject(words))
    check_statement("exports 5 bn, imports 9 bn, surplus 4 bn, " * 20)
    assert 0 < len(asked) < 200


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "In May 2025 the post cleared 1,200 lorries, in June 2025 1,500 lorries. Of these 900 carried fruit.",
            "named",
        ),
        ("In 2025 the post cleared 9,000 lorries; in March 2025 it cleared 800. Of these, 600 carried fruit.", "named"),
        ("2025年5月该口岸放行1200辆货车，2025年6月放行1500辆货车。其中900辆装水果。", "named"),
        ("The port handled 300,000 TEU in March 2026. Of these, 120,000 TEU were reefers.", "Mar 2026"),
    ],
)
def test_a_figure_that_is_some_of_several_is_given_the_period_of_none(text, last):
    said = [str(one.explanation) for one in check_statement(text).understood]
    assert last in said[-1]
    assert ("Jun" in said[-1] or "Mar" in said[-1]) == (last == "Mar 2026")


@pytest.mark.parametrize("text", ["Waiting rose from 9 hours to 7 hours.", "Prices fell from 9 to 12 dollars."])
def test_a_wrong_direction_has_no_english_words_in_places_that_no_translation_reaches(text):
    (found,) = check_statement(text).contradictions
    assert found.rule == "direction"
    assert found.explanation.values.keys() == {"base", "result"}
