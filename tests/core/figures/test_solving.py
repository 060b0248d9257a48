"""Figures that only the solver joins, across sentences; and what lets off a figure that a check called wrong."""

import json
import time
from pathlib import Path

import pytest

from landsea_core.figures.statement import check_statement

LEFT_IN_PEACE = [
    json.loads(line)["text"]
    for line in (Path(__file__).resolve().parents[3] / "data/examples/figures/left_in_peace.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
"""Consistent paragraphs, most of them written to be misread by one relation."""
CONTRADICTED = [
    (
        "The tower has 36,000 square metres. Three quarters of the space, 24,000 square metres, have been let.",
        "24,000 square metres of 36,000 square metres is 66.7 %, said was 75 %",
    ),
    (
        "Of 900 applications 640 were approved. The other 360 are still being examined.",
        "640 applications + 360 applications make 1,000 applications, said was 900 applications",
    ),
    (
        "The lorry used to need 70 hours. Since the bridge was opened it needs 54 hours. Drivers save 26 hours on each trip.",
        "between 70 hours and 54 hours lies 16 hours, said was 26 hours",
    ),
    (
        "The crane lifts 30 boxes an hour. In an eight-hour shift it moves 300 boxes.",
        "30 boxes per hour over 8 hours make 240 boxes, said were 300 boxes",
    ),
    ("门票每张30元，周日售出2000张，收入8万元。", "2,000张 × 30元 make 6万元, said was 8万元"),
    (
        "三次拍卖的成交价分别为每公斤18元、20元和22元，平均21.5元。",
        "(18元 + 20元 + 22元) / 3 make 20.0元, said was 21.5元",
    ),
    (
        "Tàu nhanh chạy 9 giờ, tàu thường chạy 13 giờ, lâu hơn 6 giờ.",
        "between 9 and 13 hours lies 4 hours, said was 6 hours",
    ),
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


@pytest.mark.parametrize("text", LEFT_IN_PEACE, ids=lambda text: text[:60])
def test_what_was_written_to_be_misread_is_left_in_peace(text):
    assert check_statement(text).contradictions == ()


def test_a_chinese_product_is_told_once():
    found = check_statement("30辆货车，每辆装20吨，合计700吨。").contradictions
    assert [str(one.explanation) for one in found] == ["20吨 per 辆 over 30辆货车 make 600吨, said were 700吨"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Ba tàu bị phạt. Three ships were fined 100,000 dollars each.", "100,000 dollars"),
        ("Xuất khẩu đạt 12,1 tỷ USD. Exports in 2024 were 11.2 billion USD.", "11.2 billion USD"),
        ("Ba tàu bị phạt, mỗi tàu 100,000 dollars.", "100,000 dollars"),
        ("Ba tàu bị phạt, mỗi tàu 100.000 USD.", "100,000 USD"),
    ],
)
def test_numbers_are_spelled_as_in_the_language_of_their_own_sentence(text, amount):
    assert any(amount in mark.read_as for mark in check_statement(text).marks)


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


@pytest.mark.parametrize(
    ("text", "explanation"),
    [
        ("工程需要1800根管子，每根12米，总长24.6公里。", "1,800根 × 12米 make 21.6公里, said was 24.6公里"),
        (
            "Tourists get back 8 percent of what they spent. A visitor with receipts for 2,500 yuan received 250 yuan.",
            "250 yuan of 2,500 yuan is 10.0 %, said was 8 percent",
        ),
        (
            "The ministry set aside 600,000 dollars for training and had used 410,000 dollars by September. "
            "It has 290,000 dollars for the last quarter.",
            "600,000 dollars − 410,000 dollars make 190,000 dollars, said was 290,000 dollars",
        ),
    ],
)
def test_what_is_near_to_what_the_only_figures_make_is_explained(text, explanation):
    said = [str(one.explanation) for one in check_statement(text).contradictions]
    assert explanation in said


@pytest.mark.parametrize(
    "text",
    [
        "The guarantee is 120 percent of the duty. On a duty of 15,000 dollars it comes to 18,000 dollars.",
        "园区有企业250家，其中外资75家，外资企业出口占全区的40%。",
    ],
)
def test_a_percentage_of_something_else_is_let_off(text):
    assert check_statement(text).contradictions == ()
