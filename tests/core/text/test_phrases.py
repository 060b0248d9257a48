"""Finding phrases: word boundaries by script, tone marks, stars, joined parts and classes."""

import pytest

from landsea_core.text.evidence import keep_longest
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon.phrase_index import PhraseIndex


def found(phrases, text, **more):
    index = PhraseIndex([(phrase, lang, phrase) for phrase, lang in phrases], more.get("classes"))
    return [hit.payload for hit in index.find(PreparedText(text), more.get("languages", frozenset()))]


@pytest.mark.parametrize(
    ("phrase", "lang", "text", "hit"),
    [
        ("rice", "en", "our rice waits", True),
        ("rice", "en", "the price is low", False),
        ("rice", "en", "rices", False),
        ("queue*", "en", "queueing", True),
        ("*", "en", "anything", False),
        ("form e", "en", "the Form  E", False),
        ("CO", "en", "our CO was refused", True),
        ("CO", "en", "our co was refused", False),
        ("海关", "zh", "越南海关说", True),
        ("茶", "zh", "茶水费", False),
        ("ขาย", "th", "ชายแดน", False),
        ("กา", "th", "กาแฟ", False),
        ("ด่าน", "th", "ติดอยู่หน้าด่านมาสามวัน", True),
        ("ດ່ານ", "lo", "ຢູ່ດ່ານບໍ່ຫານ", True),
    ],
)
def test_boundaries(phrase, lang, text, hit):
    assert bool(found([(phrase, lang)], text)) is hit


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("nhãn tươi bị trả", True),
        ("nhan tuoi bi tra", True),
        ("nhân viên bị giữ", False),
        ("nhẫn vàng", False),
    ],
)
def test_tone_marks_tell_words_apart_unless_nobody_types_them(text, hit):
    assert bool(found([("nhãn", "vi")], text)) is hit


def test_both_ways_to_place_a_vietnamese_tone_are_one_word():
    assert found([("hoà giải", "vi")], "xin hòa giải giúp") == ["hoà giải"]


def test_joined_parts_stand_near_each_other_in_any_order():
    phrase = [("visa + driver", "en")]
    assert found(phrase, "the driver has no visa") == ["visa + driver"]
    assert found(phrase, "visa" + " word" * 60 + " driver") == []


def test_parts_of_a_joined_phrase_do_not_share_letters():
    assert found([("refund + refund", "en")], "a refund") == []
    assert found([("export + exporter", "en")], "an exporter") == []


def test_a_class_stands_for_its_words_in_every_language():
    classes = {"refuse": [("refuse*", "en"), ("不认", "zh"), ("từ chối", "vi")]}
    phrase = [("form e + <refuse>", "")]
    for text in ("they refused Form E", "海关不认form e", "họ từ chối form e"):
        assert found(phrase, text, classes=classes) == ["form e + <refuse>"]
    assert found(phrase, "they accepted Form E", classes=classes) == []


def test_short_words_of_another_language_are_not_looked_for():
    assert found([("in", "vi")], "stuck in Mohan", languages=frozenset({"en"})) == []
    assert found([("in", "vi")], "stuck in Mohan", languages=frozenset({"vi"})) == ["in"]
    assert found([("cap", "ms")], "cap tidak jelas", languages=frozenset({"id"})) == ["cap"]


def test_the_longest_phrase_hides_shorter_ones_inside_it():
    index = PhraseIndex([(phrase, "en", phrase) for phrase in ("tax", "tax refund", "refund")])
    hits = keep_longest(index.find(PreparedText("tax refund and tax")))
    assert [hit.payload for hit in hits] == ["tax refund", "tax"]


@pytest.mark.parametrize("phrase", ["rice", "visa + driver", "海关", "*"])
@pytest.mark.parametrize(
    "text", ["Our RICE waits.", "The driver has no visa", "a driver", "越南海關說", "", "anything"]
)
def test_where_no_phrase_may_stand_none_is_found(phrase, text):
    index = PhraseIndex([(phrase, "en", phrase)])
    assert index.may_find(PreparedText(text).folded) or not index.find(PreparedText(text))
