"""Codes of goods by name, in the language of whoever reads a page."""

import pytest

from landsea_core.text.default_reader import find_goods_name, find_known_name_of_goods, find_name_of_goods
from landsea_core.text.goods.names import GoodsNames
from landsea_core.text.lexicon import Lexicon


@pytest.mark.parametrize(
    ("language", "name"), [("en", "durian"), ("zh-hans", "榴莲"), ("vi", "sầu riêng"), ("lo", "ທຸລຽນ")]
)
def test_a_code_is_called_by_the_name_in_the_language_of_the_page(language, name):
    assert find_goods_name("081060", language).split(", ")[0] == name


@pytest.mark.parametrize("code", ["", "08", "0810", "999999", "durian"])
def test_what_is_no_code_of_six_digits_has_no_name(code):
    assert find_goods_name(code, "en") == ""


def test_a_code_of_many_goods_names_three_and_says_that_there_are_more():
    names = find_goods_name("081090", "en").split(", ")
    assert len(names) == 4
    assert names[-1] == "…"


def test_more_goods_are_said_also_where_they_have_no_name_in_the_language():
    """Four kinds stand under 210690, three of them with a Khmer name: a case about another is not called by those three."""
    assert find_goods_name("210690", "km").endswith(", …")


def test_what_has_no_name_in_a_language_is_called_in_english_and_a_family_names_nothing():
    rows = [
        {"id": "1", "hs6": "010101", "names": {"en": ["zing"]}},
        {"id": "2", "hs6": "010102", "names": {"en": ["zings"]}, "broad": True},
    ]
    words = {"kind": "good", "value": "010101", "lang": "lo", "name": "zing", "terms": [["ຊິງ", 1.0]]}
    names = GoodsNames(Lexicon([("", words)]), rows)
    assert [names.find_names("010101", language) for language in ("lo", "vi")] == ["ຊິງ", "zing"]
    assert names.find_names("010102", "en") == ""


@pytest.mark.parametrize(
    ("code", "words", "language", "name"),
    [
        ("071410", "ມັນຕົ້ນແຫ້ງ", "zh-hans", "木薯干"),
        ("071410", "Cassava Chips", "lo", "ມັນຕົ້ນແຫ້ງ"),
        ("081060", "monthong durian", "th", "ทุเรียน"),
        ("081060", "金枕榴莲", "vi", "sầu riêng"),
    ],
)
def test_goods_that_somebody_named_keep_that_name_in_the_language_of_the_reader(code, words, language, name):
    assert find_name_of_goods(code, words, language) == name


def test_goods_called_by_words_we_do_not_know_have_all_names_of_their_code():
    assert find_name_of_goods("071410", "white roots", "en") == find_goods_name("071410", "en")
    assert find_known_name_of_goods("071410", "white roots") == find_known_name_of_goods("", "durian") == ""
    assert find_known_name_of_goods("081060", "ທຸລຽນ") == "durian"


def test_an_english_name_does_not_stand_among_those_of_the_language():
    """As "durian pulp" did on Chinese and Lao pages, where durian and its flesh have names."""
    rows = [
        {"id": "1", "hs6": "010101", "names": {"en": ["zing"], "lo": ["ຊິງ"]}},
        {"id": "2", "hs6": "010101", "names": {"en": ["zing pulp"]}},
    ]
    names = GoodsNames(Lexicon([]), rows)
    assert [names.find_names("010101", language) for language in ("lo", "vi")] == ["ຊິງ", "zing, zing pulp"]
