"""Where somebody looked: what a look covers, how long it counts, what a verdict makes of it, and what the matrix counts."""

import json
from datetime import date
from itertools import chain

import pytest

from landsea_core.rules import Book, Shipment, ask_gate, say_answer
from landsea_core.rules.coverage import Coverage
from landsea_core.rules.coverage_matrix import describe_cell, make_matrix, summarise_matrix
from landsea_core.rules.coverage_rows import FIELDS, FILE, read_coverage, read_look
from landsea_core.rules.coverage_text import write_matrix
from landsea_core.rules.goods_groups import GROUPS, GROUPS_IN_WORDS, find_group, list_groups

from .making import measure

DAY = date(2026, 12, 1)
PHONE = Shipment("851713", "VN", "CN", ("LA",), "road")
DOOR = measure("G", "admits", hs=["85"], kind="licence_permit")


def look(**changed):
    row = {
        "country": "CN",
        "direction": "import",
        "kinds": ["ban_suspension", "licence_permit", "conformity_labelling"],
        "goods": ["machines_electronics"],
        "hs": [],
        "partners": [],
        "extent": "full",
        "looked_on": "2026-11-29",
        "by": "Landsea editors",
        "sources": ["https://authority.example/list"],
        "searched": [],
        "not_found": "",
    }
    return read_look(row | changed)


STOPS = ["ban_suspension", "licence_permit"]
ALL_LOOKED_AT = (
    look(),
    look(country="VN", direction="export", kinds=STOPS),
    look(country="LA", direction="transit", kinds=STOPS, goods=["all"]),
)


def missing(*looks, shipment=PHONE, day=DAY):
    return ask_gate(Book([DOOR], Coverage(looks)), shipment, day).not_looked_at


def test_goods_may_pass_only_where_all_that_can_stop_them_was_looked_at():
    answer = ask_gate(Book([DOOR], Coverage(ALL_LOOKED_AT)), PHONE, DAY)
    assert answer.not_looked_at == ()
    assert str(say_answer(answer)).startswith("These goods may pass")
    less = ask_gate(Book([DOOR], Coverage(ALL_LOOKED_AT[:2])), PHONE, DAY)
    assert less.not_looked_at == ("passing_through",)
    assert str(say_answer(less)).startswith("These goods may come in, with what is listed below.")
    least = ask_gate(Book([DOOR], Coverage(ALL_LOOKED_AT[1:])), PHONE, DAY)
    assert str(say_answer(least)).startswith("No rule known to us stops these goods.")


def test_goods_that_a_market_names_may_pass_only_where_their_leaving_and_passing_was_looked_at():
    named = measure("P", "admits", hs=["8517"], origin=["VN"])
    ways = {
        (): ("leaving_origin", "passing_through"),
        ALL_LOOKED_AT[1:2]: ("passing_through",),
        ALL_LOOKED_AT[2:]: ("leaving_origin",),
        ALL_LOOKED_AT[1:]: (),
    }
    for looks, open_ways in ways.items():
        answer = ask_gate(Book([named], Coverage(looks)), PHONE, DAY)
        assert answer.not_looked_at == open_ways
        assert str(say_answer(answer)).startswith("These goods may come in" if open_ways else "These goods may pass")


def test_a_book_in_which_nobody_looked_says_so_of_every_kind():
    assert missing() == (*STOPS, "conformity_labelling", "leaving_origin", "passing_through")
    assert missing(ALL_LOOKED_AT[0]) == ("leaving_origin", "passing_through")


@pytest.mark.parametrize(
    "changed",
    [
        {"extent": "news"},
        {"country": "TH"},
        {"direction": "export"},
        {"goods": ["vehicles"]},
        {"hs": ["8516"]},
        {"partners": ["TH", "LA"]},
        {"looked_on": "2025-11-01"},
    ],
)
def test_a_look_elsewhere_for_news_only_or_long_ago_does_not_count(changed):
    assert missing(look(**changed), *ALL_LOOKED_AT[1:]) == (*STOPS, "conformity_labelling")


def test_a_narrow_look_counts_for_what_it_covers():
    narrow = look(hs=["8517"], partners=["VN"])
    assert missing(narrow, *ALL_LOOKED_AT[1:]) == ()
    assert missing(narrow, *ALL_LOOKED_AT[1:], shipment=Shipment("85", "VN", "CN", (), "road")) != ()


def test_every_chapter_lies_in_exactly_one_group():
    chapters = sorted(chain.from_iterable(GROUPS.values()))
    assert chapters == sorted({f"{number:02}" for number in range(1, 98)} - {"77"})
    assert set(GROUPS) == set(GROUPS_IN_WORDS)
    assert find_group("081060") == "plants_fruit_vegetables" and find_group("99") == ""
    assert list_groups(("0810", "8703")) == ("plants_fruit_vegetables", "vehicles")
    assert list_groups(()) == tuple(GROUPS)


def test_a_cell_counts_its_rules_and_names_its_looks():
    rules = [
        measure("A", "forbids", hs=["8517"], in_force="2024-05-01"),
        measure("B", "forbids", hs=["84", "87"], announced="2025-06", in_force="2027-01-01"),
        measure("C", hs=[], country="VN", kind="tax_fee"),
    ]
    news = look(extent="news", looked_on="2026-11-30", sources=[], searched=["used goods"], not_found="Nothing newer.")
    book = Book(rules, Coverage([look(), news]))
    found = {(one.country, one.direction, str(one.kind), one.group): one for one in make_matrix(book, DAY, ["CN"])}
    cell = found["CN", "import", "ban_suspension", "machines_electronics"]
    assert (cell.rules, cell.working, cell.newest) == (2, 1, "2027-01-01")
    told = describe_cell(cell, DAY)
    assert told["looked_at"] and (told["looked_on"], told["news_on"]) == ("2026-11-29", "2026-11-30")
    assert told["not_found"] == "Nothing newer." and told["sources"] == ["https://authority.example/list"]
    vehicles = found["CN", "import", "ban_suspension", "vehicles"]
    assert vehicles.rules == 1 and not vehicles.is_looked_at(DAY)
    assert len(found) == 3 * 17 * len(GROUPS)
    assert not any(key[0] == "VN" for key in found)


@pytest.mark.parametrize("narrowed", [{"hs": ["8517"]}, {"partners": ["VN"]}])
def test_a_look_at_a_part_of_a_cell_leaves_the_cell_not_looked_through(narrowed):
    cells = make_matrix(Book([], Coverage([look(**narrowed)])), DAY, ["CN"])
    assert not any(cell.is_looked_at(DAY) for cell in cells)
    assert [describe_cell(cell, DAY)["news_on"] for cell in cells if cell.news] == ["2026-11-29"] * 3


@pytest.mark.parametrize("changed", [{"hs": ["8517"]}, {"partners": ["VN"]}])
def test_a_look_at_some_goods_or_partners_is_not_counted_for_the_whole_cell(changed):
    cells = make_matrix(Book([], Coverage([look(kinds=["ban_suspension"], **changed)])), DAY, ["CN"])
    (cell,) = [one for one in cells if one.part]
    told = describe_cell(cell, DAY)
    assert (told["looked_at"], told["in_part"], told["looked_on"]) == (False, True, "")
    summary = summarise_matrix(cells, DAY)[0]
    assert (summary["looked_at"], summary["in_part"], summary["for_news_only"]) == (0, 1, 0)
    assert "~" in write_matrix(cells, DAY).partition("ban_suspension")[2].splitlines()[0]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"country": "XX"}, "'country'"),
        ({"kinds": ["bans"]}, "'kinds'"),
        ({"kinds": []}, "'kinds'"),
        ({"goods": ["fruit"]}, "'goods'"),
        ({"looked_on": "soon"}, "Invalid isoformat"),
        ({"by": " "}, "'by' is empty"),
        ({"sources": []}, "'sources'"),
        ({"extent": "news", "sources": []}, "'searched'"),
        ({"sources": ["the list"]}, "https://"),
        ({"hs": ["0810"]}, "'hs' holds '0810'"),
        ({"more": 1}, "not known: ['more']"),
    ],
)
def test_a_row_that_means_nothing_is_refused_with_what_to_do(changed, says):
    with pytest.raises(ValueError, match="(?s).") as refused:
        look(**changed)
    assert says in str(refused.value)


def test_a_broken_line_is_named(tmp_path):
    assert not list(read_coverage(tmp_path))
    (tmp_path / FILE).write_text(json.dumps(dict.fromkeys(FIELDS, "")) + "\n")
    with pytest.raises(ValueError, match=f"{FILE}:1: "):
        read_coverage(tmp_path)


def test_every_look_of_the_file_says_who_looked_and_at_what(book):
    assert all(one.by and (one.sources or one.searched) for one in book.coverage)
