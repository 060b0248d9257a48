"""An index, or the senses, that one process made are read by the next, and made anew for other texts or by other code."""

import os
from pathlib import Path

import pytest

from landsea.search import kept_indexes
from landsea.search.kept_indexes import gather_senses, index_texts
from landsea_core.finding import SameWords, Text, WordIndex
from landsea_core.kept_files import keep_in_file, read_kept_file
from landsea_paths import find_var_folder

TEXTS = [Text("a", ["Mohan"], ["a gate"], frozenset({"place:CNMHN", "country:CN"})), Text("b", ["Boten"])]


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Return the number of indexes made, in a list; files lie in a folder of this test's own."""
    numbers = []
    monkeypatch.setenv("LANDSEA_VAR", str(tmp_path))
    assert find_var_folder() == tmp_path
    make = WordIndex.__init__
    monkeypatch.setattr(WordIndex, "__init__", lambda self, texts: numbers.append(1) or make(self, texts))
    return numbers


def test_the_same_texts_are_cut_once(made):
    first = index_texts("places", iter(TEXTS))
    again = index_texts("places", iter(TEXTS))
    assert len(made) == 1 and again is not first
    assert again._named.by_folded.keys() == first._named.by_folded.keys() == {"mohan", "boten"}


def test_the_order_of_names_makes_no_other_text(made):
    """Names from a set come in another order in each process, and one kind of things was cut at every start."""
    index_texts("places", [Text("a", ["Mohan", "Boten"], ["a gate", "a road"])])
    index_texts("places", [Text("a", ["Boten", "Mohan"], ["a road", "a gate"])])
    assert len(made) == 1


def test_other_texts_and_other_code_are_cut_anew(made, monkeypatch):
    index_texts("places", TEXTS)
    index_texts("places", [*TEXTS, Text("c", ["Dongxing"])])
    assert len(made) == 2
    monkeypatch.setattr(kept_indexes, "_digest_of_cutters", lambda: b"another")
    index_texts("places", [*TEXTS, Text("c", ["Dongxing"])])
    assert len(made) == 3


def test_senses_are_cut_once_in_whatever_order_the_words_come(made, monkeypatch):
    words = [("country:LA", "ລາວ"), ("country:LA", "Laos"), ("same:lorry", "truck")]
    first = gather_senses(words, ["the", "of"])
    assert first == SameWords.make(words, ["the", "of"])
    monkeypatch.setattr(SameWords, "make", lambda *_: pytest.fail("cut again"))
    assert gather_senses(reversed(words), ["of", "the"]) == first
    with pytest.raises(pytest.fail.Exception):
        gather_senses([*words, ("place:CNMHN", "Mohan")], ["the", "of"])


@pytest.mark.parametrize(
    "content",
    [
        b"\x80nothing",
        b"\x80\x05](K\x01K\x02u.",  # IndexError
        b"\x8e\xff\xff\xff\xff\xff\xff\xff\x7f",  # OverflowError
    ],
)
def test_a_broken_file_is_made_anew(made, tmp_path, content):
    index_texts("places", TEXTS)
    (tmp_path / "cache" / "words_of_places.pickle").write_bytes(content)
    assert index_texts("places", TEXTS)._named
    assert len(made) == 2


def test_two_that_write_at_once_write_two_parts_and_old_ones_are_taken_away(tmp_path, monkeypatch):
    """Two threads have one number of a process, and so have two containers that share `var`."""
    file, names = tmp_path / "words.pickle", []
    left = tmp_path / "words.17-0badcafe.part"
    left.write_bytes(b"half")
    os.utime(left, (1, 1))
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda part, to: names.append(part.name) or replace(part, to))
    for value in (1, 2):
        keep_in_file(file, "digest", value)
    assert len(set(names)) == 2
    assert [one.name for one in tmp_path.iterdir()] == ["words.pickle"]
    assert read_kept_file(file, "digest", int) == 2
