"""An index that one process made is read by the next, and made anew for other texts or by other code."""

import pytest

from landsea.base import paths
from landsea.search import kept_indexes
from landsea.search.kept_indexes import index_texts
from landsea_core.finding import Text, WordIndex

TEXTS = [Text("a", ["Mohan"], ["a gate"], frozenset({"place:CNMHN", "country:CN"})), Text("b", ["Boten"])]


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Return the number of indexes made, in a list; files lie in a folder of this test's own."""
    numbers = []
    monkeypatch.setenv("LANDSEA_VAR", str(tmp_path))
    assert paths.var_folder() == tmp_path
    make = WordIndex.__init__
    monkeypatch.setattr(WordIndex, "__init__", lambda self, texts: numbers.append(1) or make(self, texts))
    return numbers


def test_the_same_texts_are_cut_once(made):
    first = index_texts("places", iter(TEXTS))
    again = index_texts("places", iter(TEXTS))
    assert len(made) == 1 and again is not first
    assert again._named.keys() == first._named.keys() == {"mohan", "boten"}


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


def test_a_broken_file_is_made_anew(made, tmp_path):
    index_texts("places", TEXTS)
    (tmp_path / "cache" / "words_of_places.pickle").write_bytes(b"\x80nothing")
    assert index_texts("places", TEXTS)._named
    assert len(made) == 2
