"""Arithmetic of the hours that people chose: until when a mail waits. Pure: the choice and the time are arguments.

>>> from datetime import UTC, datetime
>>> night = Hours(quiet_from=22, quiet_until=7)
>>> find_quiet_end(night, datetime(2026, 12, 1, 23, 30, tzinfo=UTC))
datetime.datetime(2026, 12, 2, 7, 0, tzinfo=datetime.timezone.utc)
>>> find_quiet_end(night, datetime(2026, 12, 1, 12, 0, tzinfo=UTC)) is None
True
>>> find_last_daily(Hours(daily_hour=8), datetime(2026, 12, 1, 7, 59, tzinfo=UTC))
datetime.datetime(2026, 11, 30, 8, 0, tzinfo=datetime.timezone.utc)
"""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Hours:
    """Hours of a person's own clock: of the daily mail, and the quiet ones (both or none)."""

    daily_hour: int = 8
    quiet_from: int | None = None
    quiet_until: int | None = None


def find_quiet_end(hours: Hours, at: datetime) -> datetime | None:
    """Return when the quiet hours end in which `at` (aware, on the person's clock) lies; None when it lies in none."""
    begins, ends = hours.quiet_from, hours.quiet_until
    if begins is None or ends is None or begins == ends:
        return None
    over_midnight = begins > ends
    is_quiet = at.hour >= begins or at.hour < ends if over_midnight else begins <= at.hour < ends
    if not is_quiet:
        return None
    end = at.replace(hour=ends, minute=0, second=0, microsecond=0)
    return end if end > at else end + timedelta(days=1)


def find_last_daily(hours: Hours, at: datetime) -> datetime:
    """Return the last instant at which the daily mail was to go, at or before `at` (aware, on the person's clock)."""
    today = at.replace(hour=hours.daily_hour, minute=0, second=0, microsecond=0)
    return today if today <= at else today - timedelta(days=1)
