"""Traditional Chinese characters are read as simplified ones, wherever something is read from a text."""

import pytest

from landsea_core.text import read_goods, read_text
from landsea_core.text.data_files import LexiconFault
from landsea_core.text.letters.other_spellings import make_table, simplify_characters


@pytest.mark.parametrize(
    ("typed", "as_one_for_one"),
    [("冷凍雞肉", "冷冻鸡肉"), ("陸海新通道", "陆海新通道"), ("", ""), ("ດ ด a", "ດ ด a"), ("ลำใย", "ลำไย")],
)
def test_each_character_stands_for_one(typed, as_one_for_one):
    assert simplify_characters(typed) == as_one_for_one
    assert simplify_characters(simplify_characters(typed)) == as_one_for_one


def test_goods_in_traditional_characters_are_those_in_simplified_ones():
    assert read_goods("冷凍雞肉")[0].value == read_goods("冷冻鸡肉")[0].value == "020714"
    assert read_goods("筆記型電腦")[0].value[:4] == "8471"


def test_a_letter_in_traditional_characters_says_the_same_and_is_shown_as_it_was_typed():
    typed = read_text("我們的榴蓮卡在友誼關三天了,海關說植物檢疫證書不對,水果快爛了")
    plain = read_text("我们的榴莲卡在友谊关三天了,海关说植物检疫证书不对,水果快烂了")
    for part in ("topics", "places", "goods", "countries"):
        assert [guess.value for guess in getattr(typed, part)] == [guess.value for guess in getattr(plain, part)], part
    assert typed.goods[0].words == ("榴蓮",)


@pytest.mark.parametrize(("typed", "country"), [("寮國海關扣了我的貨", "LA"), ("汶萊海關扣了我的貨", "BN")])
def test_countries_are_read_by_the_names_that_pages_in_traditional_characters_give_them(typed, country):
    assert read_text(typed).countries[0].value == country


@pytest.mark.parametrize(("typed", "usual"), [("ลำใยอบแห้ง", "ลำไยอบแห้ง"), ("ໝາກໃໝ", "ໝາກໄໝ"), ("ຫລວງນ້ຳທາ", "ຫຼວງນ້ຳທາ")])
def test_letters_of_thai_and_lao_that_sound_alike_are_read_as_one(typed, usual):
    one, other = read_text(typed), read_text(usual)
    assert [guess.value for guess in one.goods] == [guess.value for guess in other.goods]
    assert [guess.value for guess in one.places] == [guess.value for guess in other.places]


def test_a_dried_longan_with_the_other_vowel_is_one():
    assert read_goods("ลำใยอบแห้งทั้งเปลือก")[0].value[:4] == "0813"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([{"typed": "億萬", "value": "亿"}], "one character for each"),
        ([{"typed": "億", "value": "亿"}, {"typed": "億", "value": "万"}], "stands twice"),
        ([{"typed": "億", "value": "亿"}, {"typed": "亿", "value": "万"}], "last spelling"),
    ],
)
def test_a_table_of_characters_that_cannot_be_used_is_named(rows, says):
    with pytest.raises(LexiconFault, match=says):
        make_table(rows)
