"""Traditional Chinese characters are read as simplified ones, wherever something is read from a text."""

import pytest

from landsea_core.text import read, read_goods
from landsea_core.text.traditional import simplified


@pytest.mark.parametrize(
    ("typed", "as_one_for_one"), [("冷凍雞肉", "冷冻鸡肉"), ("陸海新通道", "陆海新通道"), ("", ""), ("ດ ด a", "ດ ด a")]
)
def test_each_character_stands_for_one(typed, as_one_for_one):
    assert simplified(typed) == as_one_for_one
    assert simplified(simplified(typed)) == as_one_for_one


def test_goods_in_traditional_characters_are_those_in_simplified_ones():
    assert read_goods("冷凍雞肉")[0].value == read_goods("冷冻鸡肉")[0].value == "020714"
    assert read_goods("筆記型電腦")[0].value[:4] == "8471"


def test_a_letter_in_traditional_characters_says_the_same_and_is_shown_as_it_was_typed():
    typed = read("我們的榴蓮卡在友誼關三天了,海關說植物檢疫證書不對,水果快爛了")
    plain = read("我们的榴莲卡在友谊关三天了,海关说植物检疫证书不对,水果快烂了")
    for part in ("topics", "places", "goods", "countries"):
        assert [guess.value for guess in getattr(typed, part)] == [guess.value for guess in getattr(plain, part)], part
    assert typed.goods[0].words == ("榴蓮",)
