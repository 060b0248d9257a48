"""Marking found words: which pieces are found, and that they add up to the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsea_core.text import split_into_words
from landsea_core.text.marking import mark_words


def found(text, looked_for):
    return [piece.words for piece in mark_words(text, split_into_words(looked_for)) if piece.found]


@pytest.mark.parametrize(
    ("text", "looked_for", "expected"),
    [
        ("Our Durian waits", "durian", ["Durian"]),
        ("Xe sầu riêng bị kẹt", "sau rieng", ["sầu", "riêng"]),
        ("三天榴莲车在口岸", "榴莲", ["榴莲"]),
        ("queueing for days", "queue", ["queueing"]),
        ("nothing here", "durian", []),
        ("", "durian", []),
        ("durian", "", []),
    ],
)
def test_words_found(text, looked_for, expected):
    assert found(text, looked_for) == expected


def test_a_long_text_is_shown_around_the_first_word_found():
    text = "word " * 500 + "durian " + "more " * 500
    pieces = mark_words(text, ["durian"], around=50)
    shown = "".join(piece.words for piece in pieces)
    assert "durian" in shown and len(shown) < 130
    assert shown.startswith("…") and shown.endswith("…")


@given(st.text(max_size=200), st.text(max_size=20))
@settings(max_examples=60, deadline=None)
def test_any_text_is_cut_into_its_own_characters(text, looked_for):
    shown = "".join(piece.words for piece in mark_words(text, split_into_words(looked_for), around=10_000))
    assert set(shown) <= set(text) | {"…", " "}
