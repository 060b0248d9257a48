"""Times at which two sides, each with a calendar of its own, can speak: within the working hours of both, and why another
time is not.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from landsea_core.clock.calendar import Calendar
from landsea_core.clock.days import DayReason
from landsea_core.clock.working_time import find_open_state

STEP = timedelta(minutes=30)
DAYS_AHEAD = 28
"""Longer than any side is closed at a stretch."""


@dataclass(frozen=True)
class Hindrance:
    """Why somebody is not at work at a time: `outside_hours`, `weekend`, `holiday` (with its English `name`), `closing_day`."""

    reason: str
    name: str = ""


def find_common_times(
    one: Calendar, other: Calendar, after: datetime, *, length: timedelta, most: int = 12, a_day: int = 3
) -> list[datetime]:
    """Return the first times from `after` (aware) on at which both are at work for so long, on the clock of `one`; at most
    `a_day` on a day of that clock, spread over it, so that there is a choice of days.

    Two offices open 09:00-17:00, one of them an hour west, share 10:00-17:00 on the eastern clock: with a length of an hour
    the day offers 10:00, 12:30 and 15:30.
    """
    found: list[datetime] = []
    first = after.astimezone(one.zone).date()
    for number in range(DAYS_AHEAD):
        fitting = _fitting_times(one, other, first + timedelta(days=number), after, length)
        found += _spread_over(fitting, a_day)
        if len(found) >= most:
            break
    return found[:most]


def find_hindrance(calendar: Calendar, begins: datetime, length: timedelta) -> Hindrance | None:
    """Return why somebody with this calendar is not at work from `begins` (aware) for so long; None when they are."""
    state = find_open_state(calendar, begins)
    if not state.open:
        return Hindrance(state.reason, state.name)
    return None if state.changes_at >= begins + length else Hindrance("outside_hours")


def list_holidays(calendar: Calendar, first: date, days: int) -> list[tuple[date, str]]:
    """Return the days off that are no weekend among so many days from `first` on, with their English names."""
    found = [calendar.day(first + timedelta(days=number)) for number in range(days)]
    return [
        (one.day, one.name)
        for one in found
        if not one.working and one.why in (DayReason.HOLIDAY, DayReason.CLOSING_DAY)
    ]


def _fitting_times(one: Calendar, other: Calendar, day: date, after: datetime, length: timedelta) -> list[datetime]:
    found = []
    for opens, closes in one.day(day).hours:
        at = datetime(day.year, day.month, day.day, tzinfo=one.zone) + timedelta(minutes=opens)
        end = datetime(day.year, day.month, day.day, tzinfo=one.zone) + timedelta(minutes=closes)
        while at + length <= end:
            if at > after and find_hindrance(other, at, length) is None:
                found.append(at)
            at += STEP
    return found


def _spread_over(times: list[datetime], most: int) -> list[datetime]:
    """Return so many of these, the first and the last among them.

    >>> [at.hour for at in _spread_over([datetime(2026, 1, 1, hour) for hour in range(9, 17)], 3)]
    [9, 12, 16]
    """
    if len(times) <= most:
        return times
    return [times[number * (len(times) - 1) // (most - 1)] for number in range(most)]
