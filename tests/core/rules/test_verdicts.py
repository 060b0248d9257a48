"""What the gate says with the measures on file: a table with sources, and the four questions that traders ask first."""

import csv
from datetime import date
from pathlib import Path

import pytest

from landsea_core.rules import Shipment, ask_gate, describe_verdict

ROWS = list(csv.DictReader(Path(__file__).with_name("verdicts.csv").open(encoding="utf-8")))


def ask(book, hs, origin, destination, mode, day, transit=""):
    shipment = Shipment(hs, origin, destination, tuple(transit.split()), mode)
    return describe_verdict(ask_gate(book, shipment, date.fromisoformat(day)))


def named(answer, key):
    return {one["measure"] for one in answer[key]}


def words(answer, key):
    return " ".join(f"{one['legal_act']} {one['title']}" for one in answer[key])


def test_there_are_sixty_and_each_has_a_source():
    assert len(ROWS) >= 60
    assert all(row["source"] for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join([*list(row.values())[:6]]))
def test_the_verdict_and_the_measure_that_makes_it(book, row):
    answer = ask(book, row["hs"], row["origin"], row["destination"], row["mode"], row["on"], row["transit"])
    assert answer["verdict"] == row["verdict"]
    part = {"forbidden": "forbids", "unknown": "unknown"}.get(row["verdict"], "requires")
    assert row["by"] in named(answer, part)


def test_malaysian_fresh_durian_may_not_go_by_rail_through_thailand_and_laos(book):
    answer = ask(book, "081060", "MY", "CN", "rail", "2026-08-01", "TH LA")
    assert answer["verdict"] == "forbidden"
    assert named(answer, "forbids") == {"M013"}


def test_thai_durian_may_go_the_same_way_with_its_papers(book):
    answer = ask(book, "081060", "TH", "CN", "rail", "2026-08-01", "LA")
    assert answer["verdict"] == "allowed_with"
    assert {"M010", "M011", "M045"} <= named(answer, "requires")


@pytest.mark.parametrize(
    ("day", "required", "not_required"),
    [
        ("2026-01-25", "15/2018", "46/2026"),
        ("2026-01-28", "46/2026", "15/2018"),
        ("2026-02-04", "15/2018", "46/2026"),
        ("2026-04-15", "15/2018", "46/2026"),
        ("2026-04-16", "15/2018", "46/2026"),
    ],
)
def test_decree_46_stops_requiring_while_it_is_suspended(book, day, required, not_required):
    answer = ask(book, "190230", "CN", "VN", "road", day)
    assert required in words(answer, "requires")
    assert not_required not in words(answer, "requires")


def test_decree_46_stays_suspended_without_an_end(book):
    answer = ask(book, "190230", "CN", "VN", "road", "2026-08-01")
    assert "M089" in named(answer, "requires")
    assert "M088" not in named(answer, "requires")


@pytest.mark.parametrize(("day", "code"), [("2026-05-31", "M001"), ("2026-06-01", "M002")])
def test_registration_changes_decree_on_the_first_of_june(book, day, code):
    answer = ask(book, "110814", "LA", "CN", "rail", day)
    assert named(answer, "requires") & {"M001", "M002"} == {code}


def test_controls_of_october_2025_sleep_until_november_2026(book):
    asleep = ask(book, "850760", "CN", "TH", "sea", "2026-11-10")
    awake = ask(book, "850760", "CN", "TH", "sea", "2026-11-11")
    assert "M074" not in named(asleep, "requires")
    assert "M074" in named(asleep, "set_aside")
    assert "M074" in named(awake, "requires")


def test_every_entry_says_where_it_is_from(book):
    answer = ask(book, "081060", "TH", "CN", "rail", "2026-08-01", "LA")
    for one in [*answer["requires"], *answer["eases"], *answer["set_aside"]]:
        assert one["source"] and one["grade"]
        assert bool(one["checked"]) == (one["grade"] != "general_knowledge")


@pytest.mark.parametrize(
    ("origin", "destination", "before", "from_then"),
    [
        ("VN", "CN", "2021-12-31", "2022-01-01"),
        ("MY", "CN", "2022-03-17", "2022-03-18"),
        ("CN", "ID", "2023-01-01", "2023-01-02"),
        ("PH", "TH", "2023-06-01", "2023-06-02"),
    ],
)
def test_rcep_counts_for_each_party_from_its_own_day(book, origin, destination, before, from_then):
    offered = [
        any("RCEP" in one["legal_act"] for one in ask(book, "610910", origin, destination, "sea", day)["eases"])
        for day in (before, from_then)
    ]
    assert offered == [False, True]


@pytest.mark.parametrize(("origin", "destination"), [("TL", "CN"), ("CN", "TL"), ("MM", "TH")])
def test_no_rcep_is_offered_to_those_for_whom_it_is_not_found(book, origin, destination):
    eases = ask(book, "610910", origin, destination, "sea", "2026-07-01")["eases"]
    assert not any("RCEP" in one["legal_act"] for one in eases)


@pytest.mark.parametrize(
    ("origin", "destination", "offered"),
    [("TH", "VN", True), ("ID", "SG", True), ("CN", "VN", False), ("TL", "ID", False)],
)
def test_the_certificate_of_asean_is_offered_between_its_members_only(book, origin, destination, offered):
    eases = ask(book, "610910", origin, destination, "sea", "2026-07-01")["eases"]
    assert any("ASEAN Trade in Goods" in one["legal_act"] for one in eases) is offered


@pytest.mark.parametrize(("day", "law"), [("2025-12-31", "06/2007/QH12"), ("2026-01-01", "69/2025/QH15")])
def test_chemicals_into_viet_nam_change_law_with_the_year_2026(book, day, law):
    answer = ask(book, "290311", "CN", "VN", "road", day)
    assert [one for one in ("06/2007/QH12", "69/2025/QH15") if one in words(answer, "requires")] == [law]
