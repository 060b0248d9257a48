"""Finding: what means the same in other languages, other forms of a word, a word misspelt; and what finds nothing."""

import gc
from weakref import ref

import pytest

from landsea_core.finding import Question, SameWords, Text, WordIndex, read_default_same_words, read_question
from landsea_core.finding.cutting import cut_text, fold_for_finding

WORDS = [
    ("good:081060:durian", "durian"),
    ("good:081060:durian", "榴莲"),
    ("good:081060:durian", "ទុរេន"),
    ("good:080450:mango", "mango"),
    ("good:080450:mangosteen", "mangosteen"),
    ("same:fair", "fair"),
    ("same:fair", "hội chợ"),
    ("country:LA", "Laos"),
    ("country:LA", "Lào"),
    ("place:VNLCI", "Lào Cai"),
]
SAME = SameWords.make(WORDS, ["the", "of"])
TEXTS = [
    Text("rule", ("Durian from Laos: certificates",), ("The lot is tested.",), frozenset({"hs:081060", "country:LA"})),
    Text("mango", ("Mango from Laos",), (), frozenset({"hs:080450", "country:LA"})),
    Text("expo", ("Trade fair Lao Cai - Hekou",), ("The fair of the border.",), frozenset({"place:VNLCI"})),
    Text("gate", ("Cửa khẩu Hữu Nghị", "Huu Nghi"), (), frozenset(), 0.1),
    Text("office", ("Customs office at the gate Huu Nghi (friendship)",)),
    Text("line", ("友谊关口岸",)),
]
INDEX = WordIndex(TEXTS)


def found(typed: str) -> list[str]:
    return [one.key for one in INDEX.find(read_question(typed, SAME, 12))]


@pytest.mark.parametrize("typed", ["durian", "榴莲", "ទុរេន", "DURIAN", "durrian", "the durian of"])
def test_goods_are_found_in_every_script_and_misspelt(typed):
    assert found(typed)[0] == "rule"


def test_goods_that_share_a_code_are_told_apart():
    assert found("mango")[0] == "mango"
    assert read_question("mangosteen", SAME, 12).units[0].others == frozenset()
    assert read_question("mango", SAME, 12).units[0].marks == {"hs~:080450"}


def test_other_forms_and_beginnings_of_a_word_count():
    assert found("certificate")[0] == "rule" and found("certif")[0] == "rule"


@pytest.mark.parametrize("typed", ["the", "the zebra", "zebra", "of the", "zebra fair quagga", ""])
def test_a_common_word_alone_is_no_hit(typed):
    assert found(typed) == []


@pytest.mark.parametrize(
    "typed", ["Circular 17 durian dossier certificates Laos wormwood", "quagga durian Laos zebra okapi"]
)
def test_words_that_no_text_holds_do_not_hide_the_nearest(typed):
    assert found(typed) == []
    assert [one.key for one in INDEX.find_or_nearest(read_question(typed, SAME, 12))][:1] == ["rule"]


@pytest.mark.parametrize("typed", ["the zebra", "zebra fair quagga", "okapi fair zebra quagga gnu", ""])
def test_nothing_is_near_to_one_word(typed):
    assert INDEX.find_or_nearest(read_question(typed, SAME, 12)) == []


def test_the_beginning_of_a_longer_word_counts_wherever_it_stands():
    assert found("certi Laos")[0] == "rule"


def test_a_place_stands_before_what_is_called_after_it():
    assert found("Hữu Nghị")[:2] == ["gate", "office"]


def test_the_longest_name_is_meant():
    assert found("hội chợ Lào Cai")[0] == "expo"
    assert [sorted(unit.marks) for unit in read_question("Lào Cai", SAME, 12).units] == [["place:VNLCI"]]


@pytest.mark.parametrize("name", ["--", "…。", "? ?", "—"])
def test_a_name_without_a_letter_is_no_word(name):
    same = SameWords.make([*WORDS, ("place:VNLCI", name)], [])
    assert same == SameWords.make(WORDS, [])
    assert [one.key for one in INDEX.find(read_question("Lào Cai", same, 12))][0] == "expo"
    assert INDEX.find(read_question(name, same, 12)) == []


def test_the_same_word_of_two_texts_is_held_once():
    assert cut_text("Durian of the border")[0] is cut_text("fresh durian")[1]
    assert cut_text("ด่าน durian")[-1] is cut_text("durian")[0]


def test_traditional_characters_are_read_as_simplified_ones():
    assert found("友誼關") == ["line"]
    assert cut_text("友誼關") == cut_text("友谊关")


def test_the_files_of_this_house_are_read():
    same = read_default_same_words()
    assert {"good:081060:durian"} == set(same.marks_of["ทุเรียน"]) and "the" in same.little
    assert read_question("the of", same, 12) == Question(())


def test_an_index_is_given_back_at_once_when_another_takes_its_place():
    gc.disable()
    try:
        index = WordIndex(TEXTS)
        index.find(read_question("durian from Laos", SAME, 12))
        given_back = ref(index)
        del index
        assert given_back() is None
    finally:
        gc.enable()


def test_a_little_word_of_another_language_is_no_act_of_the_philippines():
    """Vietnamese "ra" (out) asked for Republic Acts; their numbers find them without it."""
    marks = {
        mark
        for span in read_default_same_words().find_spans(fold_for_finding("xe ra vào cửa khẩu"))
        for mark in span.marks
    }
    assert "same:republic_act" not in marks


def test_marks_of_a_dictionary_and_of_whoever_typed_them_are_meant():
    same = SameWords.make([("good:071410:cassava", "木薯"), ("good:071410:cassava", "sắn"), ("same:port", "cảng")], [])
    index = WordIndex(
        [
            Text("cassava", ("Sắn lát khô vào Trung Quốc",)),
            Text("airport", ("Sân bay Tân Sơn Nhất",)),
            Text("fisheries", ("Cục Thủy sản",)),
            Text("unmarked", ("Bao cao san 2025",)),
        ]
    )

    def list_found(typed: str) -> list[str]:
        return [one.key for one in index.find(read_question(typed, same, 12))]

    assert list_found("木薯") == ["cassava", "unmarked"]
    assert list_found("sắn") == ["cassava", "unmarked"]
    assert set(list_found("sản")) == {"fisheries", "unmarked"}
    assert set(list_found("san")) == {"cassava", "airport", "fisheries", "unmarked"}
    assert list_found("sẵn")[:1] == ["unmarked"]


def test_letters_with_marks_where_none_were_typed_stand_after_those_without():
    same = SameWords.make([], [])
    index = WordIndex([Text("sale", ("Bán lẻ gạo",)), Text("ban", ("Rice: ban of exports",))])
    assert [one.key for one in index.find(read_question("ban", same, 12))] == ["ban", "sale"]


def test_a_word_typed_with_marks_means_what_is_spelt_so():
    same = SameWords.make([("good:080510:orange", "cam"), ("same:stop", "cấm")], [])
    senses = {typed: read_question(typed, same, 12).units[0].marks for typed in ("cấm", "cam", "cam tươi", "càm")}
    assert senses == {
        "cấm": {"same:stop"},
        "cam": {"hs:080510", "same:stop"},
        "cam tươi": {"hs:080510"},
        "càm": frozenset(),
    }
    assert read_question("hoà", SameWords.make([("same:peace", "hòa"), ("same:bloom", "hoa")], []), 12).units[
        0
    ].marks == {"same:peace"}


def test_whoever_types_marks_leaves_none_out():
    index = WordIndex(
        [Text("orange", ("Cam, quýt tươi",)), Text("opium", ("Thuốc phiện: cấm",)), Text("apple", ("Táo",))]
    )

    def list_found(typed: str) -> list[str]:
        return [one.key for one in index.find(read_question(typed, SameWords.make([], []), 12))]

    assert list_found("cam") == ["orange", "opium"]
    assert list_found("cam táo") == []
    assert [one.key for one in index.find_or_nearest(read_question("cam tươi", SameWords.make([], []), 12))] == [
        "orange"
    ]
