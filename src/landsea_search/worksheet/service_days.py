"""On which days the services of a feed run, and the minute at which each of these days begins."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from landsea_search.worksheet.tables import Row, read_each

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def read_service_days(
    agencies: Iterator[Row], calendar: Iterator[Row], exceptions: Iterator[Row], epoch: datetime
) -> dict[str, tuple[int, ...]]:
    """Return, by service, the minutes since `epoch` at which its days begin, sorted.

    A service day begins twelve hours before noon in the agency's zone, as GTFS says.
    """
    zones = [row["agency_timezone"] for row in agencies]
    zone = ZoneInfo(zones[0]) if zones else UTC

    def find_beginning(day: date) -> int:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone).astimezone(UTC)
        return int((noon - timedelta(hours=12) - epoch).total_seconds()) // 60

    dates = _read_dates(calendar, exceptions)
    return {service: tuple(sorted(map(find_beginning, days))) for service, days in dates.items()}


def _read_dates(calendar: Iterator[Row], exceptions: Iterator[Row]) -> dict[str, set[date]]:
    """Return the dates on which each service runs."""
    found = dict(read_each("calendar.txt", calendar, _read_regular))
    for service, runs, day in read_each("calendar_dates.txt", exceptions, _read_exception):
        days = found.setdefault(service, set())
        change: Callable[[date], None] = days.add if runs else days.discard
        change(day)
    return found


def _read_regular(row: Row) -> tuple[str, set[date]]:
    first, last = _read_date(row["start_date"]), _read_date(row["end_date"])
    spread = (first + timedelta(days) for days in range((last - first).days + 1))
    return row["service_id"], {day for day in spread if row[WEEKDAYS[day.weekday()]] == "1"}


def _read_exception(row: Row) -> tuple[str, bool, date]:
    return row["service_id"], row["exception_type"] == "1", _read_date(row["date"])


def _read_date(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
