"""A GTFS feed as tables: its rows by file, times, stops of a trip in order, and when a calendar runs.

Reading files into it is in `gtfs_reading`, what must hold of it in `gtfs_checks`, its trips as rows of the network in
`gtfs_rows`.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from landsea_core.planner.network.days import WEEKDAYS
from landsea_core.sentences import Sentence

DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table with the number of its line in the file."""

    number: int
    data: dict[str, str]


@dataclass(slots=True)
class GtfsFeed:
    """The tables of a feed by file name, and the faults found so far."""

    name: str
    tables: dict[str, list[TableRow]] = field(default_factory=dict)
    faults: list[Sentence] = field(default_factory=list)


def read_gtfs_time(text: str) -> int | None:
    """Return the seconds of a GTFS time (hours may pass 24); None when it is none."""
    match = _TIME.fullmatch(text)
    return int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3]) if match else None


def read_gtfs_date(text: str) -> datetime | None:
    """Return the day of a GTFS date as 20270111; None when it is none."""
    try:
        return datetime.strptime(text, "%Y%m%d")
    except ValueError:
        return None


def group_stop_times(feed: GtfsFeed) -> dict[str, list[TableRow]]:
    """Return the lines of stop_times.txt by trip, in the order of their sequence numbers."""
    found: dict[str, list[TableRow]] = defaultdict(list)
    for line in feed.tables["stop_times.txt"]:
        found[line.data["trip_id"]].append(line)
    for lines in found.values():
        lines.sort(key=lambda line: (_read_number(line.data["stop_sequence"]), line.number))
    return found


def _read_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def find_running_days(feed: GtfsFeed, service_id: str) -> str | list[str] | float:
    """Return when a calendar runs: "daily", weekdays, or, where it has dates only, how often a week on average."""
    for line in feed.tables.get("calendar.txt", ()):
        if line.data["service_id"] == service_id:
            days = [short for short, name in zip(WEEKDAYS, DAY_NAMES, strict=True) if line.data[name] == "1"]
            if days:
                return "daily" if len(days) == len(WEEKDAYS) else days
    dates = sorted(
        {
            day
            for line in feed.tables.get("calendar_dates.txt", ())
            if line.data["service_id"] == service_id and line.data.get("exception_type") == "1"
            for day in [read_gtfs_date(line.data.get("date", ""))]
            if day is not None
        }
    )
    if len(dates) < 2:
        return 1
    return max(0.1, round(len(WEEKDAYS) * (len(dates) - 1) / (dates[-1] - dates[0]).days, 2))
