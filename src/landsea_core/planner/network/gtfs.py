"""A GTFS feed: read as tables, its faults told by file and line, its trips as rows of services.jsonl.

Nothing of a feed with a fault is taken. Stops are places by code; a stop that is no place on record becomes one.
"""

import csv
import io
import lzma
import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from landsea_core.planner.network.days import WEEKDAYS

NEEDED = {
    "stops.txt": ("stop_id", "stop_name", "stop_lat", "stop_lon"),
    "routes.txt": ("route_id", "route_type"),
    "trips.txt": ("route_id", "service_id", "trip_id"),
    "stop_times.txt": ("trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"),
}
KEYS = (
    ("stops.txt", "stop_id"),
    ("routes.txt", "route_id"),
    ("trips.txt", "trip_id"),
    ("calendar.txt", "service_id"),
)
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MOST_FILES = 60
MOST_UNPACKED = 60 * 10**6
"""Bytes of all tables together; the corridor's own feed has less than one million."""
_TORN = (
    OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, lzma.LZMAError,
)  # fmt: skip
"""What a zip raises that is torn, locked, packed in an unknown way, or no text within."""
_TIME = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table with the number of its line in the file."""

    number: int
    data: dict[str, str]


@dataclass(slots=True)
class Feed:
    """The tables of a feed by file name, and the faults found so far."""

    name: str
    tables: dict[str, list[Line]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def read(path: Path) -> Feed:
    """Read a folder or zip file. What cannot be read is a fault of the feed, not an exception."""
    try:
        if path.is_dir():
            texts = {file.name: file.read_text(encoding="utf-8-sig") for file in sorted(path.glob("*.txt"))}
            return _feed(path.name, texts)
        return read_zip(path.name, path.read_bytes())
    except (OSError, UnicodeDecodeError) as fault:
        return Feed(path.name, faults=[_unread(path.name, fault)])


def read_zip(name: str, data: bytes) -> Feed:
    """Read a feed from the bytes of a zip file called `name`; sizes are read from its own list before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [one for one in archive.infolist() if one.filename.endswith(".txt")]
            if len(parts) > MOST_FILES or sum(one.file_size for one in parts) > MOST_UNPACKED:
                return Feed(
                    name, faults=[f"{name} unpacks to more than {MOST_UNPACKED // 10**6} MB; send it in parts."]
                )
            texts = {one.filename.rpartition("/")[2]: archive.read(one).decode("utf-8-sig") for one in parts}
    except _TORN as fault:
        return Feed(name, faults=[_unread(name, fault)])
    return _feed(name, texts)


def _unread(name: str, fault: Exception) -> str:
    return f"{name} cannot be read: {fault}. Name a folder of GTFS text files or a zip of them."


def _feed(name: str, texts: dict[str, str]) -> Feed:
    feed = Feed(name)
    for file, text in texts.items():
        try:
            reader = csv.DictReader(io.StringIO(text, newline=""))
            reader.fieldnames = [column.strip() for column in reader.fieldnames or []]
            lines = [
                Line(reader.line_num, {key: (value or "").strip() for key, value in row.items() if key})
                for row in reader
            ]
        except csv.Error as fault:
            feed.faults.append(f"{file}:{reader.line_num} is no CSV: {fault}.")
            continue
        feed.tables[file] = lines
        missing = [column for column in NEEDED.get(file, ()) if column not in reader.fieldnames]
        if missing:
            feed.faults.append(f"{file}:1 has no column {', '.join(missing)}.")
    for file in NEEDED:
        if file not in texts:
            feed.faults.append(f"{file}: the file is missing.")
    if "calendar.txt" not in texts and "calendar_dates.txt" not in texts:
        feed.faults.append("calendar.txt: the file is missing, and calendar_dates.txt too; one of them is needed.")
    if not feed.faults:
        feed.faults += _faults(feed)
    return feed


def seconds(text: str) -> int | None:
    """Return the seconds of a GTFS time (hours may pass 24); None when it is none."""
    match = _TIME.fullmatch(text)
    return int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3]) if match else None


def _faults(feed: Feed) -> Iterator[str]:
    known = {}
    for name, key in (
        ("stops.txt", "stop_id"),
        ("routes.txt", "route_id"),
        ("trips.txt", "trip_id"),
        ("calendar.txt", "service_id"),
    ):
        known[key] = yield from _keys(feed, name, key)
    known["service_id"] |= {line.data["service_id"] for line in feed.tables.get("calendar_dates.txt", ())}
    for name, keys in (
        ("trips.txt", ("route_id", "service_id")),
        ("stop_times.txt", ("trip_id", "stop_id")),
    ):
        for line in feed.tables[name]:
            for key in keys:
                if line.data[key] not in known[key]:
                    yield f"{name}:{line.number} {key} '{line.data[key]}' is not defined."
    for line in feed.tables.get("transfers.txt", ()):
        for key in ("from_stop_id", "to_stop_id"):
            if line.data.get(key) not in known["stop_id"]:
                yield f"transfers.txt:{line.number} {key} '{line.data.get(key)}' is not defined."
    yield from _positions(feed)
    yield from _dates(feed)
    yield from _times(feed)


def _keys(feed: Feed, name: str, key: str):
    seen: dict[str, int] = {}
    for line in feed.tables.get(name, ()):
        value = line.data.get(key, "")
        if not value:
            yield f"{name}:{line.number} has no {key}."
        elif value in seen:
            yield f"{name}:{line.number} {key} '{value}' is given twice; it stands on line {seen[value]} already."
        seen.setdefault(value, line.number)
    return set(seen)


def _positions(feed: Feed) -> Iterator[str]:
    for line in feed.tables["stops.txt"]:
        for key, most in (("stop_lat", 90), ("stop_lon", 180)):
            try:
                sound = abs(float(line.data[key])) <= most
            except ValueError:
                sound = False
            if not sound:
                yield f"stops.txt:{line.number} {key} '{line.data[key]}' is no position."


def _dates(feed: Feed) -> Iterator[str]:
    for line in feed.tables.get("calendar.txt", ()):
        dates = [_date(line.data.get(key, "")) for key in ("start_date", "end_date")]
        if None in dates:
            yield f"calendar.txt:{line.number} start_date or end_date is no date; write YYYYMMDD."
        elif dates[1] < dates[0]:
            yield f"calendar.txt:{line.number} ends before it begins."
        bad = [day for day in DAY_NAMES if line.data.get(day) not in {"0", "1"}]
        if bad:
            yield f"calendar.txt:{line.number} {', '.join(bad)} must be 0 or 1."


def _date(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y%m%d")
    except ValueError:
        return None


def _times(feed: Feed) -> Iterator[str]:
    for trip, lines in stop_times(feed).items():
        if len(lines) < 2:
            yield f"stop_times.txt:{lines[0].number} trip '{trip}' has fewer than two stops."
        before, sequence = -1, None
        for line in lines:
            arrive, depart = (seconds(line.data[key]) for key in ("arrival_time", "departure_time"))
            if arrive is None or depart is None:
                yield f"stop_times.txt:{line.number} trip '{trip}': a time is missing or no time; write HH:MM:SS."
                break
            if line.data["stop_sequence"] == sequence:
                yield f"stop_times.txt:{line.number} trip '{trip}': stop_sequence {sequence} is given twice."
            if depart < arrive:
                yield f"stop_times.txt:{line.number} trip '{trip}' departs before it arrives."
            if arrive <= before:
                yield f"stop_times.txt:{line.number} trip '{trip}' arrives before, or when, it left the stop before."
            before, sequence = depart, line.data["stop_sequence"]


def stop_times(feed: Feed) -> dict[str, list[Line]]:
    """Return the lines of stop_times.txt by trip, in the order of their sequence numbers."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in feed.tables["stop_times.txt"]:
        found[line.data["trip_id"]].append(line)
    for lines in found.values():
        lines.sort(key=lambda line: (_number(line.data["stop_sequence"]), line.number))
    return found


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def running_days(feed: Feed, service_id: str) -> str | list[str] | float:
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
            for day in [_date(line.data.get("date", ""))]
            if day is not None
        }
    )
    if len(dates) < 2:
        return 1
    return max(0.1, round(len(WEEKDAYS) * (len(dates) - 1) / (dates[-1] - dates[0]).days, 2))
