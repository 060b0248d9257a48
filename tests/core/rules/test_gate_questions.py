"""The gate's questions with public sources: nothing is let through that a source says is stopped, licensed or registered."""

import pytest
from bench.gate_questions import RESTRICTED, ROOT, Asked, ask_all, read_outcome, read_questions

from landsea_core.rules import Book, MeasureKind, Shipment, ask_gate
from landsea_core.rules.coverage import Coverage, Look, LookExtent

from .making import measure
from .test_coverage import DAY

ROWS = read_questions()


@pytest.fixture(scope="module")
def asked(book) -> list[Asked]:
    """Every question with its answer."""
    return ask_all(book, ROWS)


def test_there_are_enough_and_each_says_what_it_is_from():
    asked = {(row["hs"], row["origin"], row["destination"], row.get("words", "")) for row in ROWS}
    assert len(ROWS) >= 250 and len(asked) == len(ROWS)
    assert all(row["source"] and row["drawn_on"] and row["acceptable"] and row["goods"] for row in ROWS)
    restricted = [row for row in ROWS if row["says"] in RESTRICTED]
    assert len(restricted) >= 200 and all(row["source"].startswith("http") for row in restricted)
    assert not any("may_pass" in row["acceptable"] for row in restricted)


def test_nothing_that_a_source_restricts_is_said_to_pass(asked):
    assert [one.row for one in asked if one.is_wrong_permission] == []
    assert [(one.row["number"], one.outcome) for one in asked if not one.is_accepted] == []


def test_at_least_half_of_the_ordinary_say_what_is_not_known(asked):
    ordinary = [one for one in asked if one.row["says"] == "ordinary"]
    saying = [one for one in ordinary if one.names_gaps or one.outcome == "unknown"]
    assert len(ordinary) >= 100 and 2 * len(saying) >= len(ordinary)


def test_the_book_itself_holds_most_of_what_the_sources_say(asked):
    restricted = [one for one in asked if one.row["says"] in RESTRICTED]
    assert sum(one.is_known for one in restricted) >= 0.8 * len(restricted)


def test_a_verdict_is_read_as_a_trader_reads_it():
    phone = Shipment("851713", "VN", "CN", (), "road")

    def read(*measures):
        return read_outcome(ask_gate(Book(measures), phone, DAY))

    assert read() == "unknown"
    assert read(measure("B", "forbids", hs=["8517"])) == "forbidden"
    door = measure("G", "admits", hs=["85"], kind="licence_permit", requires=[])
    assert read(door) == "not_looked_at"
    assert read(door, measure("L", hs=["8517"])) == "licensed"
    named = measure("P", "admits", hs=["8517"], origin=["VN"], requires=[])
    assert read(named) == "not_looked_at"
    stops = (MeasureKind.BAN_SUSPENSION, MeasureKind.LICENCE_PERMIT)
    left = Look(
        "VN", "export", stops, ("all",), LookExtent.FULL, DAY, "Landsea editors", sources=("https://a.example",)
    )
    assert read_outcome(ask_gate(Book([named], Coverage([left])), phone, DAY)) == "may_pass"


@pytest.mark.parametrize(
    ("hs", "origin", "destination", "code"),
    [
        ("330510", "TH", "PH", "M7407"),
        ("360500", "ID", "PH", "M7408"),
        ("690721", "CN", "PH", "M7409"),
        ("220421", "SG", "MM", "M7410"),
        ("530500", "PH", "CN", "M7405"),
    ],
)
def test_what_is_asked_of_these_goods_is_found_by_their_code_and_not_by_a_general_row(
    book, hs, origin, destination, code
):
    verdict = ask_gate(book, Shipment(hs, origin, destination, (), "sea"), DAY)
    named = {one.measure.code for one in verdict.requires if len(one.match.prefix) >= 4}
    assert code in named


@pytest.mark.parametrize("name", [f"gate_questions_fresh{which}_2026-12-03" for which in ("", "_b", "_c", "_d")])
def test_what_strangers_would_ask_is_let_pass_no_more_than_what_is_held(book, name):
    """169 questions by acts from knowledge, written down before they were asked, mended by what they showed; 20 from rules."""
    asked = ask_all(book, read_questions(ROOT / f"bench/data/{name}.jsonl"))
    assert [(one.row["number"], one.outcome) for one in asked if one.is_wrong_permission or not one.is_accepted] == []
    restricted = [one for one in asked if one.row["says"] in RESTRICTED]
    assert sum(one.is_known for one in restricted) >= 0.85 * len(restricted)
