"""Values that a translation must keep are found in texts of six languages, with what they mean."""

import pytest

from landsea_core.translating.comparing import Fault, compare_values, find_fault
from landsea_core.translating.marks import Writing, mark_values, put_values_back
from landsea_core.translating.names import Name, Names
from landsea_core.translating.protected_values import find_values

NAMES = Names(
    [
        Name("mohan", {"en": ["Mohan"], "zh": ["磨憨"], "lo": ["ບໍ່ຫານ"], "vi": ["Ma Hàm"]}),
        Name("boten", {"en": ["Boten"], "zh": ["磨丁"], "lo": ["ບໍ່ເຕັນ"]}),
        Name("durian", {"en": ["durian"], "zh": ["榴莲"], "lo": ["ທຸລຽນ"], "vi": ["sầu riêng"]}),
        Name("sugar", {"en": ["sugar"], "vi": ["đường"]}),
    ]
)


@pytest.mark.parametrize(
    ("language", "text", "meanings"),
    [
        ("zh", "三辆车(云A12345)自2026年3月5日起等，3万公斤", ["3", "云A12345", "2026-03-05", "30000"]),
        ("zh", "HS 0810.60，电话 0871-1234567", ["0810.60", "0871-1234567"]),
        ("lo", "ລົດ ໓ ຄັນ, 5 ລ້ານກີບ", ["3", "5000000"]),
        ("vi", "Nghị định 15/2023/NĐ-CP, 2 triệu đồng, 14:30, 30 %", ["15/2023/NĐ-CP", "2000000", "14:30", "30%"]),
        ("vi", "trên đường, 1.500,5 kg sầu riêng", ["1500.5", "durian"]),
        ("en", "MSKU1234567 and case LS-2026-0012 on 05/03/2026", ["MSKU1234567", "LS-2026-0012", "2026-03-05"]),
    ],
)
def test_values_are_found_with_what_they_mean(language, text, meanings):
    assert [sorted(value.meanings)[0] for value in find_values(text, language, NAMES)] == meanings


@pytest.mark.parametrize("text", ["rice from Thaıland", "rice from THAİLAND"])
def test_a_letter_of_another_alphabet_makes_no_name(text):
    thailand = Names([Name("thailand", {"en": ["Thailand"]})])
    assert find_values(text, "en", thailand) == []
    assert find_values("rice from THAILAND", "en", thailand) != []


@pytest.mark.parametrize(
    ("answer", "comes_out"),
    [
        ("自[[4]]起，[[1]]辆载[[2]]的车在[[3]]等候。", "自2026-03-05起，3辆载榴莲的车在磨憨等候。"),
        ("自[[ 4 ]]起，[[໑]]辆载[[2]]的车在[[3]]等候。", "自2026-03-05起，3辆载榴莲的车在磨憨等候。"),
        ("[[1]]辆车在[[3]]等候", Fault.LOST),
        ("自[[4]]起，[[1]]辆载[[2]]的车在[[3]]等候[[1]]", Fault.DOUBLED),
        ("自[[4]]起，[[1]]辆载[[2]]的车在[[3]]等候5天", Fault.INVENTED),
        ("自[[4]]起，[[1]]辆载[[2]]的车在[[3]]等候[[5]]", Fault.LOST),
        ("<b>自[[4]]起</b>，[[1]]辆载[[2]]的车在[[3]]等候", Fault.MARKUP),
        ("[[1]] lorries of [[2]] wait at [[3]] since [[4]].", Fault.UNCHANGED),
        ("ລົດ [[1]] ຄັນ [[2]] ລໍຖ້າຢູ່ [[3]] [[4]] ແລ້ວນະ", Fault.OTHER_SCRIPT),
        ("", Fault.LOST),
    ],
)
def test_an_answer_of_a_program_is_shown_only_whole(answer, comes_out):
    marked = mark_values("3 lorries of durian wait at Mohan since 2026-03-05.", "en", NAMES)
    assert marked.text == "[[1]] lorries of [[2]] wait at [[3]] since [[4]]."
    assert put_values_back(marked, answer, "zh", NAMES, Writing()) == comes_out


def test_values_of_one_kind_keep_their_order():
    marked = mark_values("5 of 12 lorries went from Mohan to Boten.", "en", NAMES)
    assert put_values_back(marked, "[[2]]辆中的[[1]]辆从[[3]]去了[[4]]。", "zh", NAMES, Writing()) == Fault.REORDERED
    assert put_values_back(marked, "[[1]]/[[2]]辆从[[4]]去了[[3]]。", "zh", NAMES, Writing()) == Fault.REORDERED


def test_a_number_is_written_for_its_reader_and_a_year_is_not():
    marked = mark_values("Từ 2026 có 1.500 tấn và 2 triệu đồng.", "vi", NAMES)
    assert (
        put_values_back(marked, "自[[1]]年有[[2]]吨和[[3]]盾。", "zh", NAMES, Writing())
        == "自2026年有1,500吨和2,000,000盾。"
    )


def test_what_a_person_wrote_is_compared_by_meaning():
    original = "磨憨有3万公斤榴莲，2026年3月5日到"
    assert compare_values(original, "zh", "30,000 kg of durian at Mohan, since 2026-03-05", "en", NAMES) == ([], [])
    assert find_fault(original, "zh", "30,000 kg of durian at Mohan, since 2026-03-05", "en", NAMES) is None
    lost, _added = compare_values(original, "zh", "3,000 kg of durian at Boten, since 2026-03-06", "en", NAMES)
    assert [value.written for value in lost] == ["磨憨", "3万", "2026年3月5日"]


def test_each_value_is_used_once_in_a_text_with_thousands():
    lost, added = compare_values("5 5 1.500 " + "3 " * 4000, "en", "5 1500 7 " + "3 " * 4000, "vi", NAMES)
    assert [value.written for value in lost] == ["5"] and [value.written for value in added] == ["7"]
