"""Goods by a name that no glossary holds: the nearest known name, for a bare mention only, and said to be no name we know."""

from datetime import date

import numpy as np
import pytest

from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.goods.nearest import (
    GOODS_FILE,
    NO_NAME,
    NearestFault,
    NearestGoods,
)
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.reader import Reader
from landsea_core.text.suggestions import make_suggestion


class Letters:
    """An embedder for which texts are alike when they have the same letters."""

    name = "letters-1"
    dimensions = 26

    def embed(self, texts):
        """How often each letter stands in each text, at unit length."""
        rows = np.array([[text.count(chr(97 + letter)) + 0.01 for letter in range(26)] for text in texts], dtype=float)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


TODAY = date(2026, 11, 26)
NAMES = {"microscopes": "901180", "saxophones": "920590", "parachutes": "880400"}


@pytest.fixture
def learnt() -> NearestGoods:
    return NearestGoods.learn(Letters(), NAMES, {"en": list(NAMES)})


def vector(text: str) -> np.ndarray:
    return Letters().embed([text])[0]


def test_the_nearest_name_is_guessed_without_words_and_with_little_confidence(learnt):
    guess = learnt.guess(vector("scopes micro"), "en")
    assert (guess.value, guess.detail, guess.words) == ("901180", "microscopes", ())
    assert guess.confidence <= 0.5


def test_nothing_is_guessed_when_nothing_is_near(learnt):
    assert learnt.guess(vector("zzzz"), "en") is None


def test_what_was_saved_is_what_is_read_and_only_with_its_own_embedder(learnt, tmp_path):
    learnt.save(tmp_path / GOODS_FILE)
    again = NearestGoods.load(tmp_path / GOODS_FILE, "letters-1")
    assert again.guess(vector("scopes micro"), "xx") == learnt.guess(vector("scopes micro"), "xx")
    with pytest.raises(NearestFault, match="Run landsea train-goods"):
        NearestGoods.load(tmp_path / GOODS_FILE, "another-2")
    (tmp_path / GOODS_FILE).write_bytes(b"torn")
    with pytest.raises(NearestFault, match="holds no names of goods"):
        NearestGoods.load(tmp_path / GOODS_FILE, "letters-1")


@pytest.mark.parametrize("left", [0, 0.5], ids=["nothing of it", "half of it"])
def test_names_that_were_cut_off_are_refused_in_a_sentence(learnt, tmp_path, left):
    learnt.save(tmp_path / GOODS_FILE)
    whole = (tmp_path / GOODS_FILE).read_bytes()
    (tmp_path / GOODS_FILE).write_bytes(whole[: int(len(whole) * left)])
    with pytest.raises(NearestFault, match="Run landsea train-goods"):
        NearestGoods.load(tmp_path / GOODS_FILE, "letters-1")


class Asked:
    """Stands for the trained reader: every text is as near as can be to the first name."""

    def __init__(self, learnt):
        self.learnt = learnt
        self.chapters = {"--": 1.0}

    def embed_text(self, text):
        """The vector of the first name, before its centre was taken away."""
        return vector(self.learnt.names[0])

    def find_answers(self, text, filer_country=""):
        """The model says nothing of importance here."""
        nothing = dict.fromkeys(("topic", "matter", "authority", "where", "urgent"), {})
        return {**nothing, "scope": {"in": 1.0}, "chapter": self.chapters}


@pytest.fixture
def asking(learnt) -> Reader:
    made = Reader(find_default_data_folder())
    made.trained, made.nearest_goods = Asked(learnt), learnt
    return made


def test_a_mention_by_an_unknown_name_gets_the_nearest_and_the_row_says_that_we_know_no_such_name(asking, monkeypatch):
    monkeypatch.setattr(Reader, "versions", ("", ""))
    monkeypatch.setattr(Reader, "description", "")
    (goods,) = make_suggestion({"id": 1, "text": "grumblefrotz"}, asking, TODAY)["goods"]
    assert goods == {"hs": "901180", "name": "microscopes", "confidence": 0.5, "note": NO_NAME}
    (known,) = make_suggestion({"id": 2, "text": "durian"}, asking, TODAY)["goods"]
    assert "note" not in known


@pytest.mark.parametrize(
    "text",
    [
        "12 345",
        "visa refused",
        "grumblefrotz and nine other words that make of it a story",
        "by phone",
        "durian",
    ],
)
def test_nothing_is_guessed_for_what_is_no_bare_mention_of_unknown_goods(asking, text):
    assert asking._guess_unknown_goods(PreparedText(text)) == []


@pytest.mark.parametrize(
    ("chapters", "told"),
    [
        ({"61": 0.45, "--": 0.3, "62": 0.2, "42": 0.05}, ["61", "62"]),
        ({"--": 0.5, "61": 0.3, "62": 0.2}, []),
    ],
)
def test_two_chapters_are_told_of_a_filing_whose_goods_have_no_name_we_know(asking, chapters, told):
    asking.trained.chapters = chapters
    text = PreparedText("Our grumblefrotz has been kept by an officer for nine days and nobody says why")
    guesses = asking._guess_unknown_goods(text)
    assert [guess.value for guess in guesses] == told
    assert not any(guess.words for guess in guesses)


def test_without_vectors_nothing_is_guessed():
    assert Reader(find_default_data_folder()).read("grumblefrotz").goods == []
