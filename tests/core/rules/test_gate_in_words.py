"""The held questions asked in words: what is read to another code is counted as it is, and no wrong permission comes of it."""

from dataclasses import replace

import pytest
from bench.gate_in_words import AskedInWords, ask_all_in_words, list_restricting, write_counts, write_misses
from bench.gate_questions import read_questions

from landsea.rules.meant_goods import MeantGoods, ask_in_words, find_strictest, read_meant_goods
from landsea_core.rules import Book, Shipment, ask_gate
from landsea_core.text import Guess

from .making import measure
from .test_coverage import DAY

ROWS = read_questions()


@pytest.fixture(scope="module")
def in_words(book) -> list[AskedInWords]:
    """Every held question, asked in words."""
    return ask_all_in_words(book, ROWS)


def test_no_held_question_is_let_through_or_answered_milder_by_its_words(in_words):
    assert [one.row["number"] for one in in_words if one.is_wrong_permission] == []
    assert [(one.row["number"], one.words) for one in in_words if one.is_weaker] == []


def test_nearly_all_held_questions_are_read_and_keep_the_rules_of_their_code(in_words):
    assert sum(one.loses_rules for one in in_words) <= 1
    assert sum(not one.meant for one in in_words) <= 6


PISTOL = {
    "number": 1,
    "hs": "930200",
    "goods": "pistols",
    "origin": "VN",
    "destination": "CN",
    "transit": [],
    "mode": "road",
    "on": DAY.isoformat(),
    "says": "stopped",
}
BOOK = Book([measure("B", "forbids", hs=["9302"]), measure("P", "admits", hs=["8409"], origin=["VN"], requires=[])])


def read_to(*codes):
    """What asks the gate as if words were read to these codes."""

    def ask(book, _typed, shipment, day):
        return [MeantGoods(Guess(hs, 0.7), ask_gate(book, replace(shipment, hs=hs), day)) for hs in codes]

    return ask


@pytest.mark.parametrize(
    ("codes", "reached", "outcome", "is_weaker", "loses_rules"),
    [
        (["930200"], "same", "forbidden", False, False),
        (["840991"], "another", "not_looked_at", True, True),
        (["840991", "930200"], "which", "forbidden", False, False),
        (["840991", "271012"], "which_else", "unknown", True, True),
        ([], "none", "asked", False, False),
    ],
)
def test_where_words_lead_is_counted(codes, reached, outcome, is_weaker, loses_rules):
    [asked] = ask_all_in_words(BOOK, [PISTOL], read_to(*codes))
    assert (asked.reached, asked.outcome, asked.is_weaker, asked.loses_rules) == (
        reached,
        outcome,
        is_weaker,
        loses_rules,
    )
    assert asked.outcome_by_code == "forbidden" and list_restricting(asked.by_code) == {"B"}
    told = write_misses([asked])
    assert ("weaker" in told) == is_weaker and ("lost" in told) == loses_rules and ("none" in told) == (not codes)
    counts = dict(zip(*(line.split()[-8:] for line in write_counts([asked]).splitlines()[1:3]), strict=True))
    assert (
        counts[reached] == "1" and counts["weaker"] == str(int(is_weaker)) and counts["lost"] == str(int(loses_rules))
    )


def test_the_words_as_somebody_typed_them_are_asked_before_the_names_of_the_goods():
    typed = []

    def ask(_book, words, _shipment, _day):
        typed.append(words)
        return []

    ask_all_in_words(BOOK, [PISTOL, PISTOL | {"words": "ปืนพก"}], ask)
    assert typed == ["pistols", "ปืนพก"]


def test_words_that_mean_goods_with_different_verdicts_are_answered_for_each_and_the_strictest_is_found():
    book = Book(
        [measure("B", "forbids", hs=["081190"]), measure("P", "admits", hs=["081060"], origin=["VN"], requires=[])]
    )
    way = Shipment("", "VN", "CN", (), "road")
    meant = ask_in_words(book, "durian, frozen durian", way, DAY)
    assert {one.guess.value for one in meant} == {"081060", "081190"}
    assert find_strictest(meant).guess.value == "081190"
    assert len(ask_in_words(Book([]), "durian, frozen durian", way, DAY)) == 1


def test_the_state_that_words_name_counts_and_a_code_is_taken_as_it_is():
    used = measure("U", "forbids", hs=["8703"], conditions=["used"])
    [asked] = ask_in_words(Book([used]), "used cars", Shipment("", "VN", "CN", (), "road"), DAY)
    assert asked.verdict.shipment.condition == "used" and asked.verdict.answer == "forbidden"
    assert [one.value for one in read_meant_goods("๐๘๑๐.๖๐")] == ["081060"]
