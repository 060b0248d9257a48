"""On which days a service runs, and its calls as minutes. Time is whole minutes since 1970-01-01T00:00Z."""

import re
import zlib
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from landsea_core.planner.network.model import Call, Service

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEK = 7
_MONDAY = date(1970, 1, 5).toordinal()
_ONCE = (0,)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@lru_cache(maxsize=64)
def _load_zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@lru_cache(maxsize=4096)
def find_utc_offset(zone: str, day: date) -> int:
    """Return how many minutes a zone is ahead of UTC at noon of a day."""
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=_load_zone(zone))
    return (moment.utcoffset() or timedelta()) // timedelta(minutes=1)


def find_midnight(day: date) -> int:
    """Return the minute at which a day begins in UTC."""
    return (day - date(1970, 1, 1)).days * 1440


def count_minute(moment: datetime) -> int:
    """Return the minute of an aware moment, rounded up: cargo is not ready before it is."""
    return int(-(-moment.timestamp() // 60))


def find_moment(minute: int, zone: str = "UTC") -> datetime:
    """Return the moment of a minute on the clock of a zone."""
    return datetime.fromtimestamp(minute * 60, UTC).astimezone(_load_zone(zone))


def read_clock_time(text: str) -> int:
    """Return the minutes of a clock time "HH:MM"; "24:00" is the end of the day."""
    return int(text[:2]) * 60 + int(text[3:])


def is_clock_time(text: str) -> bool:
    """Say whether a text is a clock time as rows write it: 00:00 to 23:59."""
    return bool(_CLOCK.fullmatch(text))


def list_call_minutes(service: Service, zones: dict[str, str], day: date) -> list[tuple[int, int]]:
    """Return arrival and departure of each call for the run whose first day is `day`.

    The first call has no time of arrival and the last none of departure: there the other one stands for both.
    """
    return [_find_times(call, zones[call.place], day) for call in service.calls]


def _find_times(call: Call, zone: str, day: date) -> tuple[int, int]:
    zero = find_midnight(day) - find_utc_offset(zone, day)
    known = ((call.arrive, call.arrive_day), (call.depart, call.depart_day))
    times = [zero + days * 1440 + read_clock_time(text) for text, days in known if text]
    return times[0], times[-1]


def list_departures(service: Service, first: date, last: date) -> tuple[tuple[date, int], ...]:
    """Return the days of a line's runs from `first` to `last`, each with the minute from which its clock counts.

    Where only a number a week is known, the runs are spread evenly over the week, from a day that depends on the
    service's id alone: an assumption, and shown as one. More than one a day are spread over the day.
    """
    return _list_runs(*_bound_runs(service, first, last))


def list_starts(service: Service, first: date, last: date) -> tuple[int, ...]:
    """Return the minutes alone of a line's runs from `first` to `last`, each once, the earliest first."""
    return _list_starts(*_bound_runs(service, first, last))


def _bound_runs(service: Service, first: date, last: date) -> tuple[str | tuple[str, ...] | float, int, int, int]:
    """Return on what the runs of a line depend: its days, the first and the last ordinal, and where only their count a week is
    known the place of its first run in the round. Lines that are alike in these have the same runs, which are listed once.
    """
    day = max(first, find_first_day(service.since)).toordinal()
    end = min(last, find_last_day(service.until)).toordinal()
    days = service.days
    if isinstance(days, str | tuple) or days > WEEK:
        return days, day, end, 0
    return days, day, end, zlib.crc32(service.id.encode()) % _count_days_of_round(days)


@lru_cache(maxsize=8192)
def _list_starts(days: str | tuple[str, ...] | float, first: int, last: int, seed: int) -> tuple[int, ...]:
    return tuple(sorted({begins for _day, begins in _list_runs(days, first, last, seed)}))


@lru_cache(maxsize=8192)
def _list_runs(days: str | tuple[str, ...] | float, first: int, last: int, seed: int) -> tuple[tuple[date, int], ...]:
    """The runs between two ordinals; kept, as most questions of a day look at the same sixty days of the same lines."""
    round_of_days = _list_round(days, seed)
    return tuple(
        (day, begins + later)
        for number, day, begins in _list_calendar_days(first, last)
        for later in round_of_days[(number - _MONDAY) % len(round_of_days)]
    )


@lru_cache(maxsize=8192)
def _list_round(days: str | tuple[str, ...] | float, seed: int) -> tuple[tuple[int, ...], ...]:
    """The runs of each day after which they repeat themselves, from a Monday: of a week, or of several where few run."""
    return tuple(_find_run_offsets(days, _MONDAY + place, seed) for place in range(_count_days_of_round(days)))


def _count_days_of_round(days: str | tuple[str, ...] | float) -> int:
    return WEEK if isinstance(days, str | tuple) or days >= 1 else round(WEEK / days)


@lru_cache(maxsize=64)
def _list_calendar_days(first: int, last: int) -> tuple[tuple[int, date, int], ...]:
    """The days between two ordinals with their ordinal and minute; most lines of a question look at the same ones."""
    days = ((number, date.fromordinal(number)) for number in range(first, last + 1))
    return tuple((number, day, find_midnight(day)) for number, day in days)


def _find_run_offsets(days: str | tuple[str, ...] | float, number: int, seed: int) -> tuple[int, ...]:
    """Return minutes to add to the clock for each run on a day, given by its ordinal."""
    if days == "daily":
        return _ONCE
    since = number - _MONDAY
    if isinstance(days, tuple):
        return _ONCE if WEEKDAYS[since % WEEK] in days else ()
    if isinstance(days, str):
        return ()
    if days < 1:
        return _ONCE if (since + seed) % round(WEEK / days) == 0 else ()
    if days <= WEEK:
        count = round(days)
        # day `place` of the week is taken when some run of `count` falls on it: runs at place * WEEK // count
        place = (since + seed) % WEEK
        return _ONCE if -(-place * count // WEEK) * WEEK // count == place else ()
    a_day = max(1, round(days / WEEK))
    return tuple(place * 1440 // a_day for place in range(a_day))


def find_first_day(text: str) -> date:
    """Return the first day of a year, a month or a day, as 2026, 2026-11 or 2026-11-25; empty: since ever."""
    return date.fromisoformat(text + "0001-01-01"[len(text) :])


def find_last_day(text: str) -> date:
    """Return the last day of a year, a month or a day; empty: for ever.

    >>> find_last_day("2026-02")
    datetime.date(2026, 2, 28)
    """
    if not text:
        return date.max
    first = find_first_day(text)
    if len(text) == 4:
        return first.replace(month=12, day=31)
    return first.replace(day=monthrange(first.year, first.month)[1]) if len(text) == 7 else first
