"""Cue words are data: how a term is matched, that the files fit the code, and what is said of rows that do not."""

import re

import pytest

from landsea_core.figures.cues.cue_words import CueWords
from landsea_core.figures.cues.fact_cues import make_fact_cues
from landsea_core.figures.cues.notation import rank_term, write_pattern, write_terms
from landsea_core.figures.cues.statement_cues import make_statement_cues
from landsea_core.text.data_files import LexiconFault
from landsea_core.text.default_lexicons import read_statement_lexicon
from landsea_core.text.lexicon import Lexicon


@pytest.mark.parametrize(
    ("term", "found", "not_found"),
    [
        ("compared with", "is compared with", "compared without"),
        ("increas*", "an increase", "decrease"),
        ("exceed …", "exceed", "exceed now: about"),
        ("比…的", "比去年的", "比这,去年的"),
        ("rate of #", "at a rate of ", "a rate of more"),
        ("减少", "同比减少了", "减轻"),
        ("->", "5 -> 7", "5 - 7"),
    ],
)
def test_how_a_term_is_matched(term, found, not_found):
    assert re.search(write_pattern(term), found)
    assert not re.search(write_pattern(term), not_found)


def test_many_terms_find_what_they_find_one_after_the_other():
    """The words of subjects, in a text of all of them with others before, behind and within."""
    rows = read_statement_lexicon().list_rows("statement_subject")
    terms = list(dict.fromkeys(term for row in rows for term, _weight in row["terms"]))
    longest_first = sorted(terms, key=len, reverse=True)
    one_by_one = re.compile("|".join(f"({write_pattern(term)})" for term in longest_first), re.IGNORECASE)
    ordered = sorted(terms, key=rank_term)
    at_once = re.compile(write_terms(ordered), re.IGNORECASE)
    written = [one for term in terms for one in (term, term.upper(), f"x{term}", f"{term}x", f"Of {term}, 5%")]
    text = " ".join(written) + "".join(written) + " \u017fea \u212aorea"
    expected = [(match.span(), longest_first[match.lastindex - 1].lower()) for match in one_by_one.finditer(text)]
    assert len(expected) > len(terms)
    assert [(match.span(), ordered[match.lastindex - 1].lower()) for match in at_once.finditer(text)] == expected


def test_a_gap_ends_with_its_clause():
    before_the_figure = write_pattern("exceed …") + "$"
    assert re.search(before_the_figure, "exceed the whole of last year's ")
    assert not re.search(before_the_figure, "exceed this, and the ")


def test_words_beside_a_term_keep_it_from_matching():
    pattern = write_pattern("by", ["followed"], ["rail*"])
    assert re.search(pattern, "rose by ")
    assert not re.search(pattern, "followed by ")
    assert not re.search(pattern, "moved by railway")
    assert not re.search(write_pattern("进口", ["出"]), "进出进口"[1:])


def rows(*rows):
    return Lexicon(("test", row) for row in rows)


def test_the_files_have_words_for_each_cue_and_for_no_other():
    make_statement_cues(read_statement_lexicon())
    make_fact_cues(read_statement_lexicon())


@pytest.mark.parametrize(
    ("kind", "make"), [("figure_cue", make_statement_cues), ("fact_cue", make_fact_cues)], ids=["statement", "facts"]
)
def test_rows_that_do_not_fit_are_named(kind, make):
    lexicon = read_statement_lexicon()
    others = [("test", row) for one in lexicon.list_kinds() if one != kind for row in lexicon.list_rows(one)]
    ours = [("test", row) for row in lexicon.list_rows(kind)]
    with pytest.raises(LexiconFault, match="'average' has no words"):
        make(Lexicon([*others, *(pair for pair in ours if pair[1]["value"] != "average")]))
    unknown = {"kind": kind, "value": "moonphase", "lang": "en", "terms": [["full", 1.0]]}
    with pytest.raises(LexiconFault, match="asks for the .* 'moonphase'"):
        make(Lexicon([*others, *ours, ("test", unknown)]))


def test_a_pattern_that_is_none_is_named():
    words = CueWords(rows({"kind": "figure_cue", "value": "up", "lang": "en", "patterns": ["(up"]}), "figure_cue")
    with pytest.raises(LexiconFault, match="'up' is no pattern"):
        words.compile(words.choose_any("up"), "up")
