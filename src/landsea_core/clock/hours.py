"""Office hours of a week, as minutes of the local day. Nothing here knows dates or zones."""

import re
from collections.abc import Iterable, Mapping

Interval = tuple[int, int]
"""Opening and closing minute of the local day: 0 <= opens < closes <= 1440 (24:00)."""

WeekHours = tuple[tuple[Interval, ...], ...]
"""Seven days, Monday first; each the intervals an office is open, in order. An empty day is a day off."""

_SPAN = re.compile(r"(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)")
_DAY = 24 * 60


def parse_hours(text: str) -> tuple[Interval, ...]:
    """The intervals of one day from text such as `08:00-12:00 13:30-17:00`; empty text is a closed day.

    Raises ValueError with a sentence when a span is malformed, empty, past 24:00, or begins before another has ended.
    """
    intervals: list[Interval] = []
    for word in text.split():
        match = _SPAN.fullmatch(word)
        if match is None:
            raise ValueError(f"Write hours as 08:00-12:00, not {word!r}.")
        hour, minute, end_hour, end_minute = map(int, match.groups())
        intervals.append((hour * 60 + minute, end_hour * 60 + end_minute))
    return check_intervals(intervals)


def check_intervals(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The intervals as given, once it is sure that each is a part of one day and begins after the one before."""
    checked = tuple((int(opens), int(closes)) for opens, closes in intervals)
    last = 0
    for opens, closes in checked:
        if not last <= opens < closes <= _DAY:
            raise ValueError("Hours run forward within one day; split those across midnight into two days.")
        last = closes
    return checked


def format_hours(intervals: Iterable[Interval]) -> str:
    """The text that `parse_hours` reads back.

    >>> format_hours(parse_hours("08:00-12:00 13:30-24:00"))
    '08:00-12:00 13:30-24:00'
    """
    return " ".join(f"{a // 60:02}:{a % 60:02}-{b // 60:02}:{b % 60:02}" for a, b in intervals)


def read_week_hours(hours: str | Mapping[int, str], weekend: Iterable[int]) -> WeekHours:
    """Hours of the week: one text for every day outside the weekend, or a text for each weekday (0 is Monday; a weekday
    left out is closed). Raises ValueError when no day is open or a weekday is not 0 to 6."""
    if isinstance(hours, str):
        off = frozenset(weekend)
        hours = {weekday: hours for weekday in range(7) if weekday not in off}
    if not set(hours) <= set(range(7)):
        raise ValueError("Weekdays are 0 (Monday) to 6 (Sunday).")
    week = tuple(parse_hours(hours.get(weekday, "")) for weekday in range(7))
    if not any(week):
        raise ValueError("An office is open on at least one day of the week.")
    return week
