"""Contradictions in files of facts: each rule by a small file, rows without fault, the corridor's own facts."""

import json
from pathlib import Path

import pytest

from landsea_core.figures.facts import FactsFault, check_facts, read_facts

ROOT = Path(__file__).resolve().parents[3]
PRINTED = ROOT / "data/reference/printed_figures.jsonl"


def facts(*rows: tuple[str, str, str]):
    lines = [
        json.dumps({"id": f"R{at}", "subject": subject, "metric": metric, "value": value})
        for at, (subject, metric, value) in enumerate(rows, start=1)
    ]
    return read_facts(lines)


def found(*rows: tuple[str, str, str]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.rule, tuple(sorted(one.ids))) for one in check_facts(facts(*rows))]


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        ("same_figure", [("Port A", "TEU 2024", "500,000"), ("Port A", "TEU 2024", "620,000")]),
        ("same_figure", [("铁海联运班列", "标箱, 2025年", "142.5万"), ("铁海联运班列", "标箱, 2025年", "160万")]),
        ("growth", [("Port B", "TEU 2024", "500,000"), ("Port B", "TEU 2025", "600,000 (+35%)")]),
        ("growth", [("Trade C", "CNY bn, 2024 -> 2025", "4.0 -> 5.0 (+40%)")]),
        ("part_above_whole", [("Port D", "tonnes H1 2025", "700,000"), ("Port D", "tonnes 2025", "600,000")]),
        (
            "part_above_whole",
            [("China - ASEAN", "USD bn 2024", "982.3"), ("China - Vietnam", "USD bn 2024", "1,260.6")],
        ),
        ("part_above_whole", [("Zone E", "companies, end-2024 ; of which foreign", "200 ; 260")]),
        (
            "year_against_parts",
            [("Line F", "trains Q1 / Q2 / Q3 / Q4 2025", "100 / 120 / 110 / 130"), ("Line F", "trains 2025", "500")],
        ),
        ("sum", [("Port G", "exports / imports / total, CNY bn 2025", "30 / 20 / 55")]),
        ("sum", [("Gate H", "vehicles/day", "1,900 (570 export, 1,036 import)")]),
        ("shares", [("Port I", "rail share of volume 2025; road share; river share", "60%; 50%; 10%")]),
        ("a_day", [("Gate J", "trucks/day, average 2025", "900"), ("Gate J", "trucks 2025", "200,000")]),
        ("a_day", [("Gate K", "vehicles Jan 2026", "51,636 = 2,666/day")]),
        ("growth_of_parts", [("Line L", "TEU H1 2025", "18,870 (+283%)"), ("Line L", "TEU 2025", "37,000 (+86%)")]),
        ("rates", [("Port M", "count", "10,000 (Apr 2021-May 2022) ; 41,000 (Jan-Sep 2022)")]),
        ("leap", [("Routes N", "number of routes", "24 (Oct 2025) ; 44 (Jan 2026)")]),
        ("cumulative", [("Trucks O", "cumulative trips", "6,000 (Apr 2021) ; 5,000 (Sep 2021)")]),
        ("bound_as_average", [("Port P", "trains/day", "'up to 18' (Mar 2024) ; 'daily average 18' (Mar 2025)")]),
        ("promise", [("Train Q", "days claimed ; first train actual", "9 ; 14")]),
        ("two_readings", [("Canal R", "km", "134 (also 150)")]),
        ("two_readings", [("Ships S", "size", "1,740 or 1,400 TEU")]),
        ("two_readings", [("Trains T", "weekly trains before -> after", "5 -> 14 (Xinhua) ; 3 -> 14 (VNS)")]),
        ("two_readings", [("Price U", "saving claimed", "-20% (minister) ; -30% (operator)")]),
        ("route", [("Hanoi - Nanning train", "hours", "14"), ("Nanning - Haiphong train", "hours", "30")]),
        ("above_capacity", [("Canal V", "t/y", "95.5 Mt by 2035 vs capacity 89 Mt")]),
        (
            "best_case",
            [
                ("Mohan port clearance", "hours", "<5"),
                ("Train to Chongqing", "hours, dated trace: Mohan quarantine/customs ~2.3 d", "149"),
            ],
        ),
    ],
)
def test_each_rule_finds_its_kind(rule, rows):
    ids = tuple(f"R{at + 1}" for at in range(len(rows)))
    assert found(*rows) == [(rule, ids)]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("Port A", "TEU 2024", "500,000"),
            ("Port A", "TEU 2025", "600,000 (+20%)"),
            ("Port A", "TEU H1 2025", "280,000 (+18%)"),
        ],
        [("Port B", "exports / imports / total, CNY bn 2025", "30 / 20 / 50")],
        [
            ("Zone C", "investment, CNY bn 2025", "12.5"),
            ("Zone C", "investment, CNY bn 2025", "12.48"),
        ],  # one is rounded
        [
            ("Port D", "TEU 2024", "500,000"),
            ("Port D", "TEU 2025 target", "900,000"),
            ("Port D", "TEU 2025", "600,000"),
        ],
        [("Line E", "trains 2024", "100"), ("Line E", "trains 2025", "500")],
        [("Port F", "TEU Jan-Jun 2025", "1.2 million"), ("Port F", "TEU first half 2025", "1,200,000")],
        [("Visitors 2024", "persons", "250,000"), ("Visitors 2025", "persons", "350,000+ (+40%)")],
        [("Trade G", "CNY bn", "112.17 (2020) ; 132.65 (2025, +12.6%)")],  # the growth is on 2024
        [("Laos - China", "rail days vs sea days", "3-5 vs about 30")],
        [("Gate H", "vehicles Jan 2026", "51,636 = 1,666/day")],
        [("Hanoi - Nanning train", "hours", "14"), ("Hanoi - Nanning truck", "hours", "30")],
        [("Ports I", "ports / countries, 2022 ; 2023 ; 2024", "335/113 ; 393/119 ; 518/124")],
    ],
)
def test_what_fits_is_left_in_peace(rows):
    assert found(*rows) == []


def test_the_growth_says_what_it_would_start_from():
    one = check_facts(facts(("Trade", "CNY bn 2023 -> 2025 ; growth printed", "6.59 -> 8.59 ; '24.2%'")))[0]
    assert str(one.explanation) == (
        "Trade: from 6.59 bn yuan to 8.59 bn yuan is +30.3 %, not +24.2 %; +24.2 % would start from 6.92 bn yuan"
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "Line 1 is no JSON"),
        ('{"id": "A"}', "subject, metric, value"),
        ('["A"]', "id, subject, metric, value"),
        ('{"id":"A","subject":"B","metric":"TEU 2568","value":"5"}', "write 2025"),
        (
            '{"id":"A","subject":"B","metric":"m","value":"1"}\n{"id":"A","subject":"B","metric":"m","value":"1"}',
            "A again",
        ),
    ],
)
def test_a_bad_line_is_named_with_what_to_do(line, says):
    with pytest.raises(FactsFault, match=says):
        read_facts(line.splitlines())


def test_the_corridor_s_own_facts():
    """The rows of data/reference, in which people found 21 contradictions by hand (docs/decisions/contradictions.md)."""
    rows = [json.loads(line) for line in PRINTED.read_text().splitlines()]
    lines = [
        json.dumps({"id": row["fact"], **{key: row[key] for key in ("group", "subject", "metric", "value")}})
        for row in rows
    ]
    ids = {name for one in check_facts(read_facts(lines)) for name in one.ids}
    by_hand = (
        {"F001", "F003"},
        {"F013", "F014"},
        {"F016"},
        {"F019"},
        {"F026", "F027"},
        {"F033", "F034"},
        {"F025", "F058"},
        {"F041", "F042"},
        {"F043"},
        {"F046"},
        {"F049", "F050"},
        {"F052"},
        {"F053"},
        {"F060", "F061"},
        {"F069"},
        {"F072", "F073"},
        {"F075"},
        {"F086"},
        {"F091"},
        {"F113"},
    )
    assert [group for group in by_hand if not group <= ids] == []
    assert len(ids - set().union(*by_hand)) <= 2


def test_a_file_with_planted_contradictions_among_rows_that_fit():
    lines = Path(__file__).with_name("planted_facts.jsonl").read_text().splitlines()
    found = {frozenset(one.ids) for one in check_facts(read_facts(lines))}
    planted = (
        "P01 P02 P03",
        "P04",
        "P05 P06 P07 P08 P09",
        "P10 P11",
        "P12 P13",
        "P14",
        "P15",
        "P16 P17",
        "P18 P19",
        "P21",
        "P28 P30",
        "P33 P34",
        "P35 P36 P37",
        "P38",
        "P39 P40",
    )
    assert found == {frozenset(ids.split()) for ids in planted}


def test_a_value_may_be_a_number_and_other_keys_are_left_alone():
    lines = [
        '{"id": 1, "subject": "Port A", "metric": "TEU 2024", "value": 500000, "date": null, "note": "x"}',
        '{"id": 2, "subject": "Port A", "metric": "TEU 2024", "value": 0}',
    ]
    assert [one.ids for one in check_facts(read_facts(lines))] == [("1", "2")]
