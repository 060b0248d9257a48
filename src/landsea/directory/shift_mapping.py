"""Leave and duty as the core's roster takes them. No database."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from landsea_core.clock import Leave, Shift

FIRST, LAST = date(1900, 1, 1), date(2999, 1, 1)
"""Days between which instants can be reckoned in every zone. No form takes one outside them; a row that somebody brought in
another way counts as far as this, so that it never stops the page, the duty or a deadline of its desk.
"""


def _within_reach(day: date) -> date:
    return min(max(day, FIRST), LAST)


def leave_between(person: str, first_day: date, last_day: date, zone: str) -> Leave:
    """Return a leave from the start of its first to the end of its last day in the office's zone."""
    tz = ZoneInfo(zone)
    first_day, last_day = _within_reach(first_day), _within_reach(last_day)
    return Leave(
        person,
        datetime.combine(first_day, time(), tz),
        datetime.combine(last_day + timedelta(days=1), time(), tz),
    )


def make_repeating_shift(
    person: str, first_day: date, begins: time, days: int, ends: time, zone: str, every_weeks: int, until
) -> Shift:
    """Return a turn of the rota as the core takes it. Raises ValueError when it runs into its own next turn."""
    first_day = min(first_day, LAST)  # a turn from long ago comes round as it did: it is only counted on
    start, end = datetime.combine(first_day, begins), datetime.combine(first_day + timedelta(days=days), ends)
    return Shift(person, start, end, zone, every_weeks, until)


def make_single_shift(person: str, starts_at: datetime, ends_at: datetime) -> Shift:
    """Return a shift that happens once; its instants are exact, so it is kept in UTC."""
    return Shift(person, *(edge.astimezone(UTC).replace(tzinfo=None) for edge in (starts_at, ends_at)), "UTC")
