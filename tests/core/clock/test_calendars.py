"""Days as offices keep them, by country, state and office; and rows of overrides that must not be taken."""

import json
from datetime import date

import pytest

from landsea_core.clock import (
    COUNTRIES,
    DayReason,
    DayStatus,
    OverrideError,
    format_hours,
    get_calendar,
    parse_hours,
    read_overrides,
)

ROW = {
    "country": "LA",
    "day": "2026-04-17",
    "working": False,
    "status": "official",
    "name": "Pi Mai",
    "source": "A notice",
    "grade": "published",
    "checked": "2026-03-30",
}


def lines(*rows):
    return {"LA.jsonl": [json.dumps(row) for row in rows]}


@pytest.mark.parametrize(
    ("country", "subdivision", "day", "expected"),
    [
        ("CN", "", "2026-02-14", (True, DayReason.MAKE_UP)),
        ("CN", "", "2026-02-20", (False, DayReason.HOLIDAY)),
        ("CN", "GX", "2026-04-20", (False, DayReason.HOLIDAY)),
        ("CN", "", "2026-04-20", (True, DayReason.WORKING)),
        ("VN", "", "2026-01-02", (False, DayReason.HOLIDAY)),
        ("VN", "", "2026-01-10", (True, DayReason.MAKE_UP)),
        ("VN", "", "2026-11-23", (True, DayReason.WORKING)),
        ("VN", "", "2026-11-24", (False, DayReason.HOLIDAY)),
        ("VN", "", "2026-11-28", (False, DayReason.WEEKEND)),
        ("MM", "", "2026-01-03", (False, DayReason.HOLIDAY)),
        ("MM", "", "2026-04-20", (True, DayReason.WORKING)),
        ("TH", "", "2026-01-10", (False, DayReason.WEEKEND)),
        ("TH", "", "2026-06-02", (True, DayReason.WORKING)),
        ("ID", "", "2026-12-24", (False, DayReason.HOLIDAY)),
        ("BN", "", "2026-02-14", (True, DayReason.WORKING)),
        ("BN", "", "2026-02-13", (False, DayReason.WEEKEND)),
        ("MY", "Kelantan", "2026-02-13", (False, DayReason.WEEKEND)),
        ("MY", "Kelantan", "2026-02-15", (True, DayReason.WORKING)),
        ("MY", "Johor", "2025-02-14", (True, DayReason.WORKING)),
        ("MY", "KL", "2026-02-02", (False, DayReason.HOLIDAY)),
        ("MY", "SBH", "2026-02-02", (True, DayReason.WORKING)),
        ("TL", "", "2025-12-24", (True, DayReason.SHORT_DAY)),
        ("LA", "", "2026-12-30", (True, DayReason.WORKING)),
    ],
)
def test_what_a_day_is(overrides, country, subdivision, day, expected):
    kind = get_calendar(country, subdivision, overrides=overrides).day(date.fromisoformat(day))
    working, why = expected
    assert (kind.working, kind.why) == (working, why)
    assert bool(kind.hours) is working


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_says_how_far_its_holidays_are_announced(country, overrides):
    assert overrides.announced[country].through >= 2026
    calendar = get_calendar(country, overrides=overrides)
    far = [kind for kind in calendar.year(2028).days if kind.why is DayReason.HOLIDAY]
    assert far and all(kind.predicted for kind in far)


def test_a_day_of_our_own_carries_its_source(overrides):
    kind = get_calendar("VN", overrides=overrides).day(date(2026, 1, 10))
    assert kind.source.startswith("Government decision") and kind.grade == "reported" and kind.checked


def test_hours_of_days_that_are_worked_out_of_turn(overrides):
    weekdays_differ = {0: "08:00-12:00", **{day: "09:00-17:00" for day in range(1, 5)}}
    calendar = get_calendar("CN", hours=weekdays_differ, overrides=overrides)
    assert format_hours(calendar.day(date(2026, 2, 14)).hours) == "08:00-12:00"
    assert format_hours(get_calendar("TL", overrides=overrides).day(date(2025, 12, 24)).hours) == "08:30-12:00"
    open_on_saturday = get_calendar("CN", hours={5: "10:00-11:00", 0: "08:00-12:00"}, overrides=overrides)
    assert format_hours(open_on_saturday.day(date(2026, 2, 14)).hours) == "10:00-11:00"


def test_an_office_has_its_own_weekend_zone_and_closing_days():
    calendar = get_calendar("TH", tz="Asia/Kuala_Lumpur", weekend=[6], closing_days=[date(2026, 3, 14)])
    assert calendar.day(date(2026, 3, 7)).working
    assert calendar.day(date(2026, 3, 14)).why is DayReason.CLOSING_DAY
    assert calendar.day(date(2026, 3, 15)).why is DayReason.WEEKEND
    assert calendar.label == "TH Asia/Kuala_Lumpur"


def test_equal_arguments_give_the_same_calendar():
    assert get_calendar("MY", "KL") is get_calendar("MY", "KL")
    assert get_calendar("MY", "KL") == get_calendar("MY", "MY-14") == get_calendar("MY", "Kuala Lumpur")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"country": "XX"}, "Give one of CN"),
        ({"country": "MY", "subdivision": "Kualla"}, "No state of Malaysia"),
        ({"country": "CN", "subdivision": "Guangxi"}, "ISO 3166-2"),
        ({"country": "CN", "tz": "Asia/Nowhere"}, "not a time zone"),
        ({"country": "CN", "tz": "../etc/passwd"}, "not a time zone"),
        ({"country": "CN", "hours": "9-17"}, "Write hours as"),
        ({"country": "CN", "hours": "17:00-09:00"}, "split those across midnight"),
        ({"country": "CN", "hours": "08:00-12:00 11:00-17:00"}, "run forward"),
        ({"country": "CN", "weekend": range(7)}, "at least one day"),
        ({"country": "CN", "hours": {7: "08:00-12:00"}}, "Weekdays are"),
    ],
)
def test_calendars_that_cannot_be(arguments, sentence):
    with pytest.raises(ValueError, match=sentence):
        get_calendar(**arguments)


@pytest.mark.parametrize("text", ["", "08:00-12:00", "00:00-24:00", "08:00-12:00 12:00-13:30 23:59-24:00"])
def test_hours_are_written_as_they_are_read(text):
    assert format_hours(parse_hours(text)) == text


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([ROW, {**ROW, "working": True}], "line 2: it contradicts another row for 2026-04-17"),
        ([ROW, ROW], "line 2: it repeats another row"),
        ([{**ROW, "source": ""}], "a source and a grade"),
        ([{**ROW, "grade": "sure"}], "a source and a grade"),
        ([{**ROW, "colour": "red"}], "unknown field colour"),
        ([{key: value for key, value in ROW.items() if key != "status"}], "status is missing"),
        ([{**ROW, "status": "rumoured"}], "rumoured"),
        ([{**ROW, "day": "2026-02-30"}], "day"),
        ([{**ROW, "hours": "08:00-12:00"}], "a day off has no hours"),
        ([{**ROW, "working": "no"}], "true or false"),
        ([{**ROW, "country": "XX"}], "No calendar"),
        ([{**ROW, "country": "MY", "subdivision": "Atlantis"}], "No state of Malaysia"),
        ([[]], "named fields"),
    ],
)
def test_rows_that_are_not_taken(rows, sentence):
    with pytest.raises(OverrideError, match=sentence) as refused:
        read_overrides(lines(*rows))
    assert str(refused.value).startswith("LA.jsonl, line")


def test_a_line_that_is_no_json_is_named():
    with pytest.raises(OverrideError, match="LA.jsonl, line 2"):
        read_overrides({"LA.jsonl": ["", "{"]})


def test_an_announcement_given_twice_is_refused():
    row = {"country": "LA", "announced_through": 2026, "source": "s", "grade": "reported", "checked": "2026-01-01"}
    with pytest.raises(OverrideError, match="two rows of announced years"):
        read_overrides(lines(row, row))


def test_a_predicted_day_moves_a_deadline_only_when_it_becomes_official_otherwise():
    predicted = read_overrides(lines({**ROW, "status": "predicted"}))
    kind = get_calendar("LA", overrides=predicted).day(date(2026, 4, 17))
    assert (kind.status, kind.working, kind.name) == (DayStatus.PREDICTED, False, "Pi Mai")


def test_a_subdivisions_row_comes_before_its_countrys():
    rows = [{**ROW, "country": "CN"}, {**ROW, "country": "CN", "subdivision": "GX", "working": True}]
    overrides = read_overrides(lines(*rows))
    assert not get_calendar("CN", overrides=overrides).day(date(2026, 4, 17)).working
    assert get_calendar("CN", "GX", overrides=overrides).day(date(2026, 4, 17)).working
