"""What the search says of the network: how a service stands, and in which countries it and a closure are found."""

from datetime import date, timedelta

import pytest

from landsea.base.actors import SYSTEM
from landsea.base.findable import FINDABLE
from landsea.corridor import access
from landsea.corridor.actions.disrupt import Report, open_disruption

from .conftest import NOW

pytestmark = pytest.mark.django_db
IN_DECEMBER = NOW + timedelta(days=10)
LORRY = "D009"


def shown(code: str, key: str):
    """The line of one thing of a kind, in December."""
    [kind] = [one for one in FINDABLE if one.code == code]
    [line] = kind.show([key], IN_DECEMBER)
    return line


def test_what_closes_a_place_closes_it_for_all_that_calls_there():
    assert shown("services", LORRY).state == ("", "")
    report = Report("A landslide closed the road.", "customs, by telephone", date(2026, 12, 1), place="VNHNI")
    row = open_disruption(report, actor=SYSTEM, now=NOW)
    assert shown("services", LORRY).state[0] == "silent"
    closure = shown("disruptions", f"disruption-{row.pk}")
    assert closure.is_about("VN") and not closure.is_about("CN")


def test_a_service_is_found_in_each_country_that_it_calls_in():
    line = shown("services", LORRY)
    assert line.is_about("CN") and line.is_about("VN") and line.is_about("") and not line.is_about("LA")


def test_what_stops_a_service_is_found_and_shown_where_it_calls():
    """It names no place, and was said of none; the place itself is open."""
    report = Report("The line stands still.", "operator, by telephone", date(2026, 12, 1), service=LORRY)
    row = open_disruption(report, actor=SYSTEM, now=NOW)
    assert [one.says for one in access.list_closures_calling_at("VNHAN", IN_DECEMBER.date())] == [
        "The line stands still."
    ]
    assert access.list_closures_calling_at("LAVTE", IN_DECEMBER.date()) == []
    [kind] = [one for one in FINDABLE if one.code == "disruptions"]
    [text] = [one for one in kind.read_texts() if one.key == f"disruption-{row.pk}"]
    assert {"place:VNHAN", "country:VN", "country:CN"} <= text.marks
