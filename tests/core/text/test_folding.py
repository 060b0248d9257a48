"""Folding, tokens and cleaning: what is equal, what stays, and that nothing hostile takes long or raises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsea_core.text import clean_text, fold_spelling, split_into_words
from landsea_core.text.letters.prepared_text import PreparedText, fold_as_read

ANY_TEXT = st.text(st.characters(), max_size=200)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Hữu Nghị", "huu nghi"),
        ("ĐỒNG ĐĂNG", "dong dang"),
        ("Ｆｏｒｍ　Ｅ", "form e"),
        ("qua\u0302\u0301n", "quan"),
        ("con\u200bta\u200diner", "container"),
        ("\u202eevil\u202c", "evil"),
        ("榴莲", "榴莲"),
        ("น้ำ", "น้ำ"),
        ("ນ້ຳ", "ນ້ຳ"),
        ("ទុរេន", "ទុរេន"),
        ("သီး", "သီး"),
        ("", ""),
    ],
)
def test_fold(typed, folded):
    assert fold_spelling(typed) == folded


def test_thai_and_lao_am_in_two_spellings_are_one_word():
    assert fold_spelling("น\u0e49\u0e4d\u0e32") == fold_spelling("น\u0e4d\u0e49\u0e32") == fold_spelling("น้ำ")
    assert fold_spelling("ນ\u0ec9\u0ecd\u0eb2") == fold_spelling("ນ\u0ecd\u0ec9\u0eb2") == fold_spelling("ນ້ຳ")


def test_marks_that_carry_vowels_stay():
    assert fold_spelling("ดี") != fold_spelling("ดา")
    assert fold_spelling("ບໍ່") != fold_spelling("ບ")


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text):
    assert fold_spelling(fold_spelling(text)) == fold_spelling(text)


@given(ANY_TEXT)
def test_tokens_are_folded_and_hold_a_letter_or_digit(text):
    for token in split_into_words(text):
        assert token == fold_spelling(token)
        assert any(map(str.isalnum, token))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trucks stuck at Hữu Nghị", ["trucks", "stuck", "at", "huu", "nghi"]),
        ("榴莲卡在友谊关", ["榴莲"]),
        ("ทุเรียนติดด่าน", ["ทุเรียน", "ด่าน"]),
        ("ລົດຕິດຢູ່ດ່ານ", ["ລົດ", "ດ່ານ"]),
        ("ឡានជាប់នៅច្រក", ["ច្រក"]),
        ("ကုန်ကားတွေ", ["တွေ"]),
        ("Bea cukai menahan udang", ["bea", "cukai", "menahan", "udang"]),
        ("Kastam tahan lori", ["kastam", "tahan", "lori"]),
        ("Nabubulok ang saging", ["nabubulok", "ang", "saging"]),
        ("xe 40 chiếc", ["xe", "40", "chiec"]),
    ],
)
def test_tokens_hold_the_words_of_ten_languages(text, expected):
    found = split_into_words(text)
    assert [word for word in expected if word not in found] == []


def test_lone_surrogates_vanish():
    assert split_into_words("kho\ud800 lạnh \udfff") == ["kho", "lanh"]


@pytest.mark.parametrize("unit", ["ก", "榴", "ກ", "က", "a", "\u200d", "\u0301", "\u202ex", "👩\u200d", "ក្រ"])
def test_two_hundred_thousand_of_one_character_are_read_as_few_words(unit):
    assert len(split_into_words(unit * 200_000)) < 200_000
    assert len(split_into_words(unit * 200_000, most=5)) <= 5


def test_cleaning_says_what_it_took_out():
    cleaned = clean_text("a\x00b\ud800c\u202ed\x07\r\ne\rf\tg")
    assert cleaned.text == "abcd\ne\nf\tg"
    assert dict(cleaned.removed) == {"nul": 1, "lone_surrogate": 1, "direction_override": 1, "control": 1}


def test_cleaning_keeps_joiners_that_languages_need():
    assert clean_text("က္\u200dက 👩\u200d🌾").text == "က္\u200dက 👩\u200d🌾"


@given(ANY_TEXT)
@settings(max_examples=200)
def test_cleaned_text_can_be_stored_and_needs_no_second_cleaning(text):
    cleaned = clean_text(text).text
    assert "\x00" not in cleaned
    cleaned.encode("utf-8")
    assert clean_text(cleaned).removed == ()


@settings(max_examples=200)
@given(ANY_TEXT)
def test_a_text_folded_alone_is_what_a_prepared_one_holds(text):
    assert fold_as_read(text) == PreparedText(text).folded
