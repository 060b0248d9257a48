"""The two figures of a contradiction on one scale."""

import json
from pathlib import Path

import pytest

from landsea_core.figures.facts import Fact, check_facts
from landsea_core.figures.facts.sides import find_sides, place_on_scale

FILE = Path(__file__).parents[3] / "data" / "reference" / "printed_figures.jsonl"


@pytest.fixture(scope="module")
def found():
    rows = map(json.loads, FILE.read_text(encoding="utf-8").splitlines())
    facts = [
        Fact(
            id=row["fact"],
            group=row["group"],
            subject=row["subject"],
            metric=row["metric"],
            value=row["value"],
            date=row["said_on"],
            source=row["source"],
            grade=row["grade"],
        )
        for row in rows
    ]
    return {(one.rule, "+".join(one.ids)): one for one in check_facts(facts)}


@pytest.mark.parametrize(
    ("key", "values", "computed"),
    [
        (("route", "F060+F061"), (52, 149), (False, False)),
        (("two_readings", "F071"), (72, 60), (False, False)),
        (("two_readings", "F016"), (518, 523), (False, False)),
        (("two_readings", "F046"), (-50, -12.5), (False, False)),
        (("growth", "F113"), (24.2, 30.3), (False, True)),
        (("same_figure", "F013+F014"), (9.2e9, 6.989e9), (False, False)),
        (("best_case", "F052+F061"), (5, 55.2), (False, False)),
        (("above_capacity", "F091"), (89e6, 95.5e6), (False, False)),
    ],
)
def test_both_sides_are_read_in_one_unit(found, key, values, computed):
    sides = find_sides(found[key])
    assert tuple(one.value for one in sides) == pytest.approx(values)
    assert tuple(one.is_computed for one in sides) == computed


def test_a_rule_that_compares_no_two_numbers_has_no_sides(found):
    assert find_sides(found["bound_as_average", "F053"]) is None


@pytest.mark.parametrize(
    ("key", "places"),
    [
        (("route", "F060+F061"), (104.7, 300.0, 0.0)),
        (("two_readings", "F016"), (100.0, 200.0, None)),
        (("two_readings", "F046"), (0.0, 225.0, 300.0)),
    ],
    ids=["from zero", "close to each other", "below zero"],
)
def test_both_stand_on_one_scale(found, key, places):
    assert place_on_scale(find_sides(found[key]), 300) == pytest.approx(places)
