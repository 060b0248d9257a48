"""How long an office was open up to any instant, from one array a year, so that adding and measuring working time costs
the same for an hour and for half a year. Lengths are microseconds of real time, right across changes of clocks."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from landsea_core.clock.calendar import Calendar

_MICROSECOND = timedelta(microseconds=1)


def list_open_stretches(calendar: Calendar, day: date) -> Iterator[tuple[datetime, datetime]]:
    """The stretches (UTC) in which the office is open on that local day; one that a change of clocks swallows is none."""
    for opens, closes in calendar.day(day).hours:
        start, end = calendar.instant(day, opens).astimezone(UTC), calendar.instant(day, closes).astimezone(UTC)
        if end > start:
            yield start, end


@lru_cache(maxsize=4096)
def sum_open_time_by_day(calendar: Calendar, year: int) -> "array[int]":
    """For each day of the year how long the office was open in the year before it, and at the end the whole year."""
    before = array("q", [0])
    for kind in calendar.year(year).days:
        worked = sum((end - start for start, end in list_open_stretches(calendar, kind.day)), timedelta())
        before.append(before[-1] + worked // _MICROSECOND)
    return before


def measure_open_time_since_new_year(calendar: Calendar, local: datetime) -> int:
    """How long the office was open from the beginning of the local year up to that instant (in the office's zone)."""
    day = local.date()
    before = sum_open_time_by_day(calendar, day.year)[day.timetuple().tm_yday - 1]
    at = local.astimezone(UTC)
    today = (min(end, at) - start for start, end in list_open_stretches(calendar, day) if start < at)
    return before + sum(today, timedelta()) // _MICROSECOND


def measure_open_time(calendar: Calendar, begin: datetime, finish: datetime) -> timedelta:
    """How long the office was open between two instants in its zone, the second one not earlier."""
    length = measure_open_time_since_new_year(calendar, finish) - measure_open_time_since_new_year(calendar, begin)
    return (
        length + sum(sum_open_time_by_day(calendar, year)[-1] for year in range(begin.year, finish.year))
    ) * _MICROSECOND


def find_instant_after_open_time(calendar: Calendar, local: datetime, length: timedelta) -> datetime:
    """The instant (UTC) at which the office has been open for that long (more than nothing) since an instant in its zone;
    time that is used up exactly at closing ends there."""
    wanted = measure_open_time_since_new_year(calendar, local) + length // _MICROSECOND
    year = local.year
    while wanted > sum_open_time_by_day(calendar, year)[-1]:
        wanted -= sum_open_time_by_day(calendar, year)[-1]
        year += 1
    before = sum_open_time_by_day(calendar, year)
    position = bisect_left(before, wanted) - 1
    left = (wanted - before[position]) * _MICROSECOND
    at = local
    for start, end in list_open_stretches(calendar, date(year, 1, 1) + timedelta(days=position)):
        at = start + left
        if at <= end:
            break
        left -= end - start
    return at
