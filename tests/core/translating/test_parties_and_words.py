"""Numbers in words, and names of persons and firms, that a translation must keep."""

from time import process_time

import pytest

from landsea_core.translating.comparing import compare_values
from landsea_core.translating.marks import Writing, mark_values, put_values_back
from landsea_core.translating.named_parties import find_parties
from landsea_core.translating.names import Name, Names
from landsea_core.translating.protected_values import ValueKind, find_values

NO_NAMES = Names([])


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "Three lorries wait.", "3"),
        ("vi", "Ba xe đang chờ.", "3"),
        ("th", "รถสามคันรออยู่", "3"),
        ("lo", "ລົດສາມຄັນລໍຖ້າ", "3"),
        ("id", "Tiga truk menunggu.", "3"),
        ("en", "Twenty-five tonnes are there.", "25"),
    ],
)
def test_a_number_in_words_with_its_unit_is_a_value(language, text, number):
    assert [sorted(value.meanings) for value in find_values(text, language, NO_NAMES)] == [[number]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("th", "ห้ามนำเข้า เราสามารถรอได้"),  # "five" and "three" stand in "prohibited" and "able"
        ("vi", "trái chín, năm ngoái"),
        ("en", "Neither of the two sides knows; one by one."),
        ("zh", "我们公司的司机"),
    ],
)
def test_what_only_looks_like_one_is_none(language, text):
    assert find_values(text, language, NO_NAMES) == []


def test_a_person_may_write_it_in_words_or_digits_but_not_another():
    original = "Three lorries wait."
    for said in ("Ba xe đang chờ.", "3 xe đang chờ."):
        assert compare_values(original, "en", said, "vi", NO_NAMES) == ([], [])
    lost, _added = compare_values(original, "en", "Bốn xe đang chờ.", "vi", NO_NAMES)
    assert [value.written for value in lost] == ["Three"]
    assert compare_values("3 lorries wait.", "en", "Ba xe đang chờ.", "vi", NO_NAMES) == ([], [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Somchai Jaidee of An Phat Logistics Co., Ltd waits.", ["Somchai Jaidee", "An Phat Logistics"]),
        ("Công ty TNHH An Phát gửi hàng cho ông Trần Văn Bình.", ["An Phát", "Trần Văn Bình"]),
        ("货主是昆明瑞丰贸易有限公司。", ["昆明瑞丰贸易"]),
        ("บริษัท ลำไยทอง จำกัด ส่งของ", ["ลำไยทอง"]),
    ],
)
def test_persons_and_firms_are_told_by_title_and_form(text, names):
    found = [value.written for value in find_values(text, "en", NO_NAMES) if value.kind == ValueKind.PARTY]
    assert found == names


def test_a_firm_is_written_as_it_is():
    original = "Công ty TNHH An Phát gửi hàng."
    assert compare_values(original, "vi", "An Phát 有限公司发货。", "zh", NO_NAMES) == ([], [])
    lost, _added = compare_values(original, "vi", "安发有限公司发货。", "zh", NO_NAMES)
    assert [value.written for value in lost] == ["An Phát"]


def test_a_program_gets_marks_for_them():
    marked = mark_values("Mr Somchai Jaidee has three lorries.", "en", NO_NAMES)
    assert marked.text == "Mr [[1]] has [[2]] lorries."
    said = put_values_back(marked, "[[1]]先生有[[2]]辆车在等候。", "zh", NO_NAMES, Writing())
    assert said == "Somchai Jaidee先生有3辆车在等候。"


@pytest.mark.parametrize(
    "text",
    ["Mr " + "A-" * 6_000, "A'" * 6_000, "บริษัท" * 1_000 + " " + "x" * 6_000, "ບໍລິສັດ" * 1_000 + " " + "x" * 5_000],
    ids=["hyphens", "apostrophes", "thai firms", "lao firms"],
)
def test_names_without_an_end_are_read_at_once(text):
    before = process_time()
    list(find_parties(text))
    assert process_time() - before < 1, "it took seconds, and a translation is compared several times"


def test_a_text_of_names_alone_is_compared_at_once():
    names = Names([Name("CNMHN", {"zh": ["磨憨"]})])
    before = process_time()
    lost, _added = compare_values("磨憨" * 6_000, "zh", "x", "vi", names)
    assert len(lost) == 6_000 and process_time() - before < 5, "it took a minute: each asked all others"
