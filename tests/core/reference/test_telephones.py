"""Telephones of offices: numbers that exist, written as they are dialled, with hours that can be read."""

from collections import Counter
from pathlib import Path

import pytest

from landsea_core.reference import read_reference
from landsea_core.reference.telephones import Opening, number_fault, read_opening_hours

FOLDER = Path(__file__).parents[3] / "data" / "reference"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("office", "cn-nobody", "not in offices.jsonl"),
        ("number", "010-65194820", "neither E.164"),
        ("number", "0123", "neither E.164"),
        ("number", "+86 10 65194820", "must be written as E.164"),
        ("number", "+", "is not a number in E.164"),
        ("number", "+8610651948", "not a number that exists in CN"),
        ("number", "+85621315100", "not a number that exists in CN"),
        ("display", "12361", "other digits than 12360"),
        ("kind", "fax", "must be one of"),
        ("whose", "nobody", "must be one of"),
        ("hours", "always", "Write days as Mon or Mon-Fri"),
        ("hours", "Fri-Mon 09:00-12:00", "run forward within a week"),
        ("hours", "Mon-Fri", "have hours"),
        ("hours", "Mon 9-12", "Write hours as 08:00-12:00"),
        ("note", {"en": "Ask."}, "lacks zh"),
        ("said_on", "last year", "a year, a month or a day"),
        ("said_on", "2026-13", "a year, a month or a day"),
        ("source", "", "must be a text that is not empty"),
        ("grade", "sure", "must be one of"),
    ],
)
def test_a_wrong_field_is_found(files, field, value, words):
    files.rows["telephones"][0][field] = value
    assert words in files.sentence()


def test_the_same_number_twice_at_one_office_is_found(files):
    files.rows["telephones"].append(files.rows["telephones"][0])
    assert files.sentence() == "12360 is already on line 1 for cn-customs."


@pytest.mark.parametrize(
    ("number", "display", "country"),
    [
        ("+861065194820", "010-6519 4820", "CN"),
        ("+861065194820", "+86 10 6519 4820", "CN"),
        ("+85621315100", "021 315100", "LA"),
        ("+6563552000", "6355 2000", "SG"),
        ("+601300888500", "1-300-88-8500", "MY"),
        ("1164", "1164", "TH"),
    ],
)
def test_a_number_may_be_written_abroad_or_at_home(number, display, country):
    assert number_fault(number, display, {country}) == ""


def test_a_display_with_other_digits_is_found():
    assert "other digits" in number_fault("+861065194820", "010-6519 4821", {"CN"})


def test_a_mission_may_have_a_number_of_the_country_that_sends_it(files):
    """The fixture's mission in Viet Nam has one of China, and may have one of Viet Nam."""
    files.rows["telephones"][1] |= {"number": "+842438453736", "display": "+84 24 3845 3736"}
    assert files.check() == []


def test_hours_are_read_by_day():
    assert read_opening_hours("Mon-Thu 09:00-13:00 14:00-17:00; Fri 09:00-12:15") == (
        Opening(0, 3, ((540, 780), (840, 1020))),
        Opening(4, 4, ((540, 735),)),
    )
    assert read_opening_hours("24 h") == (Opening(0, 6, ((0, 1440),)),)
    assert read_opening_hours("") == ()


def test_this_checkout_names_the_telephones_that_were_promised():
    telephones = read_reference(FOLDER).telephones
    assert len({row.office for row in telephones}) >= 250
    assert {row.grade for row in telephones} <= {"published", "reported"}
    assert all(row.source and row.checked for row in telephones)
    assert Counter(row.whose for row in telephones)["own"] >= 100
