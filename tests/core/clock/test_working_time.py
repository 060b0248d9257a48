"""Office hours as stretches of time, open offices, reminders."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsea_core.clock import (
    COUNTRIES,
    add_working_time,
    compute_deadline,
    find_next_opening,
    find_open_state,
    get_calendar,
    measure_working_time,
    pause_deadline,
    schedule_reminders,
)

SINGAPORE = ZoneInfo("Asia/Singapore")
SG = get_calendar("SG")  # 08:30 to 18:00, no break
LA = get_calendar("LA")  # 08:00 to 12:00 and 13:00 to 16:00

starts = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
lengths = st.timedeltas(timedelta(), timedelta(hours=200))


def sg(text):
    return datetime.fromisoformat(text).replace(tzinfo=SINGAPORE)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-03-13T10:00", 2, "2026-03-13T12:00"),
        ("2026-03-13T17:00", 1, "2026-03-13T18:00"),
        ("2026-03-13T17:00", 2, "2026-03-16T09:30"),
        ("2026-03-13T23:00", 1, "2026-03-16T09:30"),
        ("2026-03-14T12:00", 0, "2026-03-14T12:00"),
        ("2026-05-29T17:00", 2, "2026-06-02T09:30"),
    ],
)
def test_adding_office_hours(start, hours, end):
    assert add_working_time(SG, sg(start), timedelta(hours=hours)) == sg(end)


def test_office_hours_between_skip_nights_breaks_and_days_off():
    friday, monday = datetime(2026, 3, 13, 4, tzinfo=UTC), datetime(2026, 3, 16, 7, tzinfo=UTC)
    assert measure_working_time(LA, friday, monday) == timedelta(hours=4 + 5)
    assert measure_working_time(LA, monday, friday) == -timedelta(hours=9)


def test_a_change_of_clocks_costs_or_gives_the_hour():
    calendar = get_calendar("SG", tz="America/New_York", weekend=[], hours="00:00-24:00")
    zone = ZoneInfo("America/New_York")
    spring = datetime(2026, 3, 8, tzinfo=zone), datetime(2026, 3, 9, tzinfo=zone)
    autumn = datetime(2026, 11, 1, tzinfo=zone), datetime(2026, 11, 2, tzinfo=zone)
    assert measure_working_time(calendar, *spring) == timedelta(hours=23)
    assert measure_working_time(calendar, *autumn) == timedelta(hours=25)


@given(st.sampled_from(COUNTRIES), starts, lengths, lengths)
def test_working_time_is_additive(country, start, one, other):
    calendar = get_calendar(country)
    middle = add_working_time(calendar, start, one)
    assert add_working_time(calendar, middle, other) == add_working_time(calendar, start, one + other)
    assert measure_working_time(calendar, start, middle) == one


@given(st.sampled_from(COUNTRIES), st.lists(starts, min_size=3, max_size=3))
def test_working_time_between_adds_up_over_any_point(country, points):
    calendar, (a, b, c) = get_calendar(country), points
    whole = measure_working_time(calendar, a, c)
    assert whole == measure_working_time(calendar, a, b) + measure_working_time(calendar, b, c)


@pytest.mark.parametrize(
    ("at", "is_open_then", "change", "reason", "name"),
    [
        ("2026-03-13T10:00", True, "2026-03-13T18:00", "open", ""),
        ("2026-03-13T18:00", False, "2026-03-16T08:30", "outside_hours", ""),
        ("2026-03-13T08:29", False, "2026-03-13T08:30", "outside_hours", ""),
        ("2026-03-14T12:00", False, "2026-03-16T08:30", "weekend", ""),
        ("2026-04-03T12:00", False, "2026-04-06T08:30", "holiday", "Good Friday"),
    ],
)
def test_open_or_not(at, is_open_then, change, reason, name):
    state = find_open_state(SG, sg(at))
    assert (state.open, state.reason, state.name) == (is_open_then, reason, name)
    assert (state.until if is_open_then else state.opens_next) == sg(change)
    assert (state.opens_next if is_open_then else state.until) is None


def test_an_office_that_never_closes_at_midnight_is_open_through_it():
    post = get_calendar("SG", weekend=[], hours={**{day: "00:00-24:00" for day in range(6)}, 6: "00:00-12:00"})
    assert find_open_state(post, sg("2026-03-13T23:59")).until == sg("2026-03-15T12:00")


def test_lunch_is_closed():
    state = find_open_state(LA, datetime(2026, 3, 13, 5, 30, tzinfo=UTC))
    assert not state.open and state.opens_next.hour == 13


@given(st.sampled_from(COUNTRIES), starts)
def test_the_next_opening_is_open(country, at):
    calendar = get_calendar(country)
    opens = find_next_opening(calendar, at)
    assert find_open_state(calendar, opens).open and opens >= at
    assert (opens == at) == find_open_state(calendar, at).open


def test_reminders_of_hours_come_at_once_at_night():
    due = compute_deadline(SG, sg("2026-03-13T22:00"), hours=10)
    assert [reminder.at for reminder in schedule_reminders(due, LA)] == [sg("2026-03-14T03:00"), sg("2026-03-14T06:00")]


def test_reminders_of_days_come_in_the_recipients_hours():
    due = compute_deadline(SG, sg("2026-03-13T18:00"), days=2)
    assert [r.at for r in schedule_reminders(due)] == [sg("2026-03-17T08:30"), sg("2026-03-17T14:12")]
    in_hours = [reminder.at for reminder in schedule_reminders(due, LA)]
    assert all(find_open_state(LA, at).open for at in in_hours)


def test_time_in_which_the_clock_stood_is_no_part_of_the_shares():
    due = compute_deadline(SG, sg("2026-03-13T18:00"), days=2)
    stood = (sg("2026-03-17T10:00"), sg("2026-03-19T10:00"))
    assert [r.at for r in schedule_reminders(pause_deadline(due, *stood), pauses=[stood])] == [
        sg("2026-03-17T08:30"),
        sg("2026-03-19T14:12"),
    ]
    urgent = compute_deadline(SG, sg("2026-03-13T22:00"), hours=10)
    stood = (sg("2026-03-13T23:00"), sg("2026-03-14T23:00"))
    assert [r.at for r in schedule_reminders(pause_deadline(urgent, *stood), pauses=[stood])] == [
        sg("2026-03-15T03:00"),
        sg("2026-03-15T06:00"),
    ]


def test_two_reminders_that_would_come_together_are_one():
    away_until_tuesday = get_calendar("SG", closing_days=[sg("2026-03-16T00:00").date()])
    due = compute_deadline(SG, sg("2026-03-13T18:00"), days=2)
    assert [reminder.share for reminder in schedule_reminders(due, away_until_tuesday)] == [0.5, 0.8]
    away_until_friday = get_calendar("SG", closing_days=[sg(f"2026-03-{day}T00:00").date() for day in range(16, 20)])
    longer = compute_deadline(SG, sg("2026-03-13T18:00"), days=5)
    assert [(r.share, r.at) for r in schedule_reminders(longer, away_until_friday)] == [(0.8, sg("2026-03-20T08:30"))]


@given(st.sampled_from(COUNTRIES), st.sampled_from(COUNTRIES), starts, st.integers(1, 30))
def test_no_reminder_outside_the_recipients_hours_or_after_the_end(desk, recipient, start, days):
    due, theirs = compute_deadline(get_calendar(desk), start, days=days), get_calendar(recipient)
    found = schedule_reminders(due, theirs)
    assert all(find_open_state(theirs, reminder.at).open and due.start < reminder.at < due.due for reminder in found)
    assert [reminder.share for reminder in found] == sorted(reminder.share for reminder in found)
    assert len(schedule_reminders(due)) == 2


@pytest.mark.parametrize("act", [lambda at: find_open_state(SG, at), lambda at: find_next_opening(SG, at)])
def test_times_without_a_zone_are_refused(act):
    with pytest.raises(ValueError, match="which zone"):
        act(datetime(2026, 3, 13))


def test_working_time_is_not_taken_away():
    with pytest.raises(ValueError, match="not taken away"):
        add_working_time(SG, sg("2026-03-13T10:00"), -timedelta(hours=1))
