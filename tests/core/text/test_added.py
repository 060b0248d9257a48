"""Words that coordinators add: what is refused, what wins over the files, and that the reader takes them in."""

import pytest

from landsea_core.text import default_reader
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.default_reader import (
    get_default_reader,
    get_reader_of_files,
    prepare_reader,
    read_matters,
    renew_words,
    use_added_words,
)
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.added_words import (
    AddedTerm,
    AddedWords,
    FoldedExample,
    count_term_in_examples,
    find_fault_of_term,
    make_rows_of_terms,
)
from landsea_core.text.lexicon.entries import read_entries
from landsea_core.text.reader import Reader

RAIL = AddedTerm("matter", "rail", "en", "iron snake", 1.5, topic="transport_border")


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({}, ""),
        ({"kind": "priors"}, "kind"),
        ({"lang": "fr"}, "lang"),
        ({"weight": 2.1}, "weight"),
        ({"weight": -1.1}, "weight"),
        ({"keep": "perishable"}, "keep"),
        ({"kind": "good", "keep": "perishable"}, ""),
        ({"kind": "good", "keep": "brittle"}, "keep"),
        ({"term": "x" * 81}, "long"),
        ({"term": "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 80}, "long"),
        ({"term": " ... "}, "letters"),
        ({"term": "iron + ?"}, "letters"),
        ({"term": "ab"}, "short"),
        ({"term": "车", "lang": "zh"}, "short"),
        ({"term": "车皮", "lang": "zh"}, ""),
        ({"term": "<price> + snake"}, ""),
        ({"term": "<prize> + snake"}, "class"),
    ],
)
def test_each_fault_of_a_term_has_its_code(changed, fault):
    assert find_fault_of_term(AddedTerm(**{**vars(RAIL), **changed}), {"price"}) == fault


def test_added_terms_are_rows_that_the_lexicon_reads():
    rows = make_rows_of_terms([RAIL, AddedTerm("matter", "rail", "en", "no weight", 0.0, topic="transport_border")])

    assert rows == [
        {
            "kind": "matter",
            "value": "rail",
            "lang": "en",
            "terms": [["iron snake", 1.5]],
            "topic": "transport_border",
            "source": "added by a coordinator",
        }
    ]
    assert [entry.term for entry in read_entries(rows[0], "here")] == ["iron snake"]


def test_an_added_term_wins_over_that_of_the_files_and_zero_takes_it_out():
    files = Lexicon.load(find_default_data_folder() / "lexicon")
    one, two = [entry for entry in files.list_entries("matter") if entry.value == "rail" and entry.lang == "en"][:2]
    added = [
        AddedTerm("matter", "rail", "en", one.term.upper(), -0.5, topic=one.topic),
        AddedTerm("matter", "rail", "en", two.term, 0.0, topic=two.topic),
    ]
    lexicon = Lexicon.load(find_default_data_folder() / "lexicon", AddedWords("7", tuple(added)))

    weights = {entry.term: entry.weight for entry in lexicon.list_entries("matter") if entry.value == "rail"}
    assert (one.term not in weights, weights[one.term.upper()], two.term not in weights) == (True, -0.5, True)
    assert lexicon.version == f"{files.version}+7"


def test_a_reader_without_a_model_hears_an_added_word():
    text = "The iron snake did not come."

    assert "rail" not in [guess.value for guess in Reader(find_default_data_folder()).read_matters(text)[:1]]
    found = Reader(find_default_data_folder(), added=AddedWords("1", (RAIL,))).read_matters(text)[0]
    assert (found.value, found.words) == ("rail", ("iron snake",))


def test_this_process_takes_in_what_was_added_and_lets_it_go():
    before = get_default_reader()
    try:
        use_added_words(lambda: AddedWords("1", (RAIL,)))
        renew_words()
        once = get_default_reader()
        renew_words()
        assert get_default_reader() is once is not before
        assert get_reader_of_files() is before
        assert "iron snake" in read_matters("The iron snake did not come.")[0].words
    finally:
        use_added_words(None)
    assert get_default_reader().lexicon.version == before.lexicon.version


def test_a_word_is_looked_for_in_the_labelled_examples():
    examples = [
        {"text": "The iron snake is late.", "matter": "rail"},
        {"text": "Iron snakes are no snakes.", "matter": "visa"},
        {"text": "An iron snake for sale.", "matter": "visa", "alt_matter": []},
    ]
    assert count_term_in_examples(RAIL, map(FoldedExample.from_row, examples), "matter") == (2, 1)


def test_a_reader_that_was_loading_when_words_were_added_is_not_kept_for_them(monkeypatch):
    """Loading takes a while: what was begun before stands for what was known before, and not for what is known now."""

    def loaded_while_words_are_added(*given):
        monkeypatch.setattr(default_reader, "Reader", Reader)
        use_added_words(lambda: AddedWords("1", (RAIL,)))
        renew_words()
        return Reader(*given)

    default_reader.use_embedder(None)
    monkeypatch.setattr(default_reader, "Reader", loaded_while_words_are_added)
    try:
        get_default_reader()
        assert get_default_reader().lexicon.version.endswith("+1")
    finally:
        use_added_words(None)


def test_what_was_prepared_stands_ready_when_the_words_come(monkeypatch):
    asked_for = []

    class Counted(Reader):
        def __init__(self, folder, embedder, added):
            asked_for.append(added.version)
            super().__init__(folder, embedder, added)

    monkeypatch.setattr(default_reader, "Reader", Counted)
    default_reader._make_reader.cache_clear()
    added = AddedWords("1", (RAIL,))
    try:
        assert read_matters("The iron snake stands")[0].value != "rail"
        prepare_reader(added)
        assert asked_for == ["", "1"]
        use_added_words(lambda: added)
        renew_words()
        assert read_matters("The iron snake stands")[0].value == "rail"
        assert asked_for == ["", "1"]
    finally:
        use_added_words(None)
        default_reader._make_reader.cache_clear()
