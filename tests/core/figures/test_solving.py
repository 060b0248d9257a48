"""Figures that only the solver joins, across sentences; and what lets off a figure that a check called wrong."""

import time

import pytest

from landsea_core.figures.statement import check_statement

CONTRADICTED = [
    (
        "The cooperative sold 900 tonnes of tea at 2,000 dollars per tonne. Revenue came to 1.2 million dollars.",
        "2,000 dollars per tonne over 900 tonnes make 1.80 million dollars, said were 1.2 million dollars",
    ),
    (
        "All 30 delegates voted. Twenty were in favour, nine against and six abstained.",
        "20 delegates + 9 delegates + 6 delegates make 35 delegates, said was 30 delegates",
    ),
    (
        "The wagon has room for 60 tonnes. It left with 45 tonnes, so it was only half full.",
        "45 tonnes of 60 tonnes is 75.0 %, said was only half full",
    ),
    ("四艘货船各被罚款5万元，共计30万元。", "4艘 × 5万元 make 20万元, said was 30万元"),
    ("4月来客3万人次，5月4万人次，6月2万人次，6月游客最多。", "2万人次 is called larger than 4万人次"),
]


@pytest.mark.parametrize(("text", "explanation"), CONTRADICTED)
def test_what_cannot_follow_from_the_only_figures_around_is_explained(text, explanation):
    assert explanation in [str(one.explanation) for one in check_statement(text).contradictions]


@pytest.mark.parametrize(
    "text",
    [
        "The cooperative sold 900 tonnes of tea at 2,000 dollars per tonne. Revenue came to 1.8 million dollars.",
        "The cooperative sold 900 tonnes of tea at 2,000 dollars per tonne. Export duty came to 0.2 million dollars.",
        "All 30 delegates voted. Twenty were in favour, six against and four abstained.",
        "The wagon has room for 60 tonnes. It left with 30 tonnes, so it was only half full.",
        "四艘货船各被罚款5万元，共计20万元。",
        "4月来客3万人次，5月4万人次，6月2万人次，5月游客最多。",
        "The club had 200 members. Thirty joined and 20 left, so it now has 210.",
        "A levy of 2 percent applies to the amount above 10,000 dollars. On 60,000 dollars it comes to 1,000 dollars.",
    ],
)
def test_what_follows_or_is_told_on_another_base_is_left_in_peace(text):
    assert check_statement(text).contradictions == ()


@pytest.mark.parametrize(
    "repeated", ["All 9 of 20 each against 5 percent of it, ", "The barge is dearer than the lorry, ", "驳船比货车贵各"]
)
def test_the_solver_takes_no_long_time_over_a_hostile_text(repeated):
    check_statement("Trade was 8.59 bn yuan.")  # the words are read once
    text = (repeated * 8_000)[:8_000]
    begun = time.process_time()
    check_statement(text)
    assert time.process_time() - begun < 2


def test_a_word_that_nobody_glossed_is_shown_as_it_was_typed():
    """ "40 qxdollars" stood in the answer, where an English sentence followed a Vietnamese one."""
    text = "Ba tàu bị phạt, tổng cộng 600.000 đô la. Three ships were fined 40 dollars each, or 80 dollars."
    checked = check_statement(text)
    said = [str(one.explanation) for one in (*checked.understood, *checked.contradictions, *checked.not_understood)]
    assert any("40 dollars" in one for one in said)
    assert not any("qx" in one for one in (*said, *(mark.read_as for mark in checked.marks)))


def test_the_plural_of_what_a_rate_is_for_is_english():
    checked = check_statement("Four vessels carried 20 tonnes per lorry on 30 lorries, 700 tonnes in all.")
    assert [str(one.explanation) for one in checked.contradictions] == [
        "20 tonnes per lorry over 30 lorries make 600 tonnes, said were 700 tonnes"
    ]
