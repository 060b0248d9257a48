"""Reading a GTFS feed: stops, trips with their stop times, days of running and transfers. No prices, no searching.

Times become minutes since `epoch` (UTC); a departure within a minute counts from its beginning, an arrival at its end.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Read = TypeVar("Read")
NOT_AVAILABLE = "1"  # pickup_type and drop_off_type
NOT_POSSIBLE = "3"  # transfer_type


class FeedProblem(ValueError):
    """A feed that cannot be read; the sentence names file and line."""


@dataclass(frozen=True, slots=True)
class FeedStop:
    """A stop with its name and position in degrees."""

    key: str
    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Call:
    """A trip at a stop: minutes after the beginning of its service day."""

    stop: int
    arrives: int
    departs: int
    boarding: bool
    alighting: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: calls by trip id, service days (minute at which each begins) by trip id, seconds by pair of stops."""

    stops: tuple[FeedStop, ...]
    calls: dict[str, tuple[Call, ...]]
    days: dict[str, tuple[int, ...]]
    transfers: dict[tuple[int, int], int]


def read_feed(path: Path, epoch: datetime) -> Feed:
    """Read the feed in a folder of text files or in one zip file; `epoch` is the instant that becomes minute 0.

    Raises `FeedProblem` with file and line when something needed is missing or cannot be understood.
    """
    table = _tables(path)
    stops = tuple(_each("stops.txt", table("stops.txt", True), _stop))
    number = {stop.key: place for place, stop in enumerate(stops)}
    if len(number) < len(stops):
        raise FeedProblem("stops.txt names a stop_id twice; give each stop an id of its own.")
    zones = [row["agency_timezone"] for row in table("agency.txt", False)]
    begin = _day_begins(ZoneInfo(zones[0]) if zones else UTC, epoch)
    services = {
        service: tuple(sorted(map(begin, days)))
        for service, days in _service_days(table("calendar.txt", False), table("calendar_dates.txt", False)).items()
    }
    trips = dict(_each("trips.txt", table("trips.txt", True), lambda row: (row["trip_id"], row["service_id"])))
    calls = _calls(table("stop_times.txt", True), number, trips)
    days = {trip: services.get(service, ()) for trip, service in trips.items()}
    return Feed(stops, calls, days, dict(_transfers(table("transfers.txt", False), number)))


def _tables(path: Path) -> Callable[[str, bool], Iterator[dict[str, str]]]:
    """Return a reader of one table by name; an optional table that is missing is empty."""
    try:
        archive = zipfile.ZipFile(path) if path.is_file() else None
    except zipfile.BadZipFile:
        raise FeedProblem(f"{path} is no zip file and no folder; give a GTFS feed as one of them.") from None

    def rows(name: str, needed: bool) -> Iterator[dict[str, str]]:
        try:
            text = archive.read(name).decode("utf-8-sig") if archive else (path / name).read_text("utf-8-sig")
        except (KeyError, FileNotFoundError):
            if needed:
                raise FeedProblem(f"{path} has no {name}; a GTFS feed needs it.") from None
            return
        yield from csv.DictReader(io.StringIO(text, newline=""), restval="")

    return rows


def _each(name: str, rows: Iterator[dict[str, str]], read: Callable[[dict[str, str]], Read]) -> Iterator[Read]:
    """Read each row of a table; a row that cannot be read is named with its line."""
    for line, row in enumerate(rows, start=2):
        try:
            yield read(row)
        except (KeyError, ValueError) as problem:
            raise FeedProblem(f"{name}, line {line}: {problem} is missing or cannot be read; correct it.") from problem


def _stop(row: dict[str, str]) -> FeedStop:
    return FeedStop(row["stop_id"], row["stop_name"], float(row["stop_lat"]), float(row["stop_lon"]))


def _day_begins(zone: tzinfo, epoch: datetime) -> Callable[[date], int]:
    """Return the minute at which a service day begins: twelve hours before noon in the agency's zone, as GTFS says."""

    def begin(day: date) -> int:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone).astimezone(UTC)
        return int((noon - timedelta(hours=12) - epoch).total_seconds()) // 60

    return begin


def _day(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))


def _service_days(calendar: Iterator[dict[str, str]], exceptions: Iterator[dict[str, str]]) -> dict[str, set[date]]:
    """Return the dates on which each service runs."""
    found: dict[str, set[date]] = {}

    def regular(row: dict[str, str]) -> tuple[str, set[date]]:
        first, last = _day(row["start_date"]), _day(row["end_date"])
        spread = (first + timedelta(days) for days in range((last - first).days + 1))
        return row["service_id"], {day for day in spread if row[WEEKDAYS[day.weekday()]] == "1"}

    def exceptional(row: dict[str, str]) -> tuple[str, bool, date]:
        return row["service_id"], row["exception_type"] == "1", _day(row["date"])

    found.update(_each("calendar.txt", calendar, regular))
    for service, runs, day in _each("calendar_dates.txt", exceptions, exceptional):
        days = found.setdefault(service, set())
        (days.add if runs else days.discard)(day)
    return found


def _seconds(text: str) -> int:
    hours, minutes, seconds = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds)


def _calls(
    rows: Iterator[dict[str, str]], number: dict[str, int], trips: dict[str, str]
) -> dict[str, tuple[Call, ...]]:
    """Return the calls of each trip in the order of stop_sequence."""
    found: dict[str, list[tuple[int, Call]]] = {trip: [] for trip in trips}
    for line, row in enumerate(rows, start=2):
        try:
            arrives, departs = _seconds(row["arrival_time"]), _seconds(row["departure_time"])
            call = Call(
                number[row["stop_id"]],
                -(-arrives // 60),
                departs // 60,
                row.get("pickup_type") != NOT_AVAILABLE,
                row.get("drop_off_type") != NOT_AVAILABLE,
            )
            found[row["trip_id"]].append((int(row["stop_sequence"]), call))
        except (KeyError, ValueError) as problem:
            raise FeedProblem(
                f"stop_times.txt, line {line}: {problem} is not a known stop, trip or time; correct it."
            ) from problem
    return {trip: tuple(call for _, call in sorted(calls, key=lambda c: c[0])) for trip, calls in found.items()}


def _transfers(rows: Iterator[dict[str, str]], number: dict[str, int]) -> Iterator[tuple[tuple[int, int], int]]:
    """Return the seconds of each transfer by pair of stops; a stop with itself is its interchange time."""
    for line, row in enumerate(rows, start=2):
        try:
            pair = (number[row["from_stop_id"]], number[row["to_stop_id"]])
            if row.get("transfer_type") != NOT_POSSIBLE:
                yield pair, int(row.get("min_transfer_time") or 0)
        except (KeyError, ValueError) as problem:
            raise FeedProblem(
                f"transfers.txt, line {line}: {problem} is not a stop or a time; correct it."
            ) from problem
