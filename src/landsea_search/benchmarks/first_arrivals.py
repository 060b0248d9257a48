"""First arrivals by a connection scan in plain Python, straight from a set's text files: nothing of the search is used."""

import csv
import json
from bisect import bisect_left
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

BEGIN = date(2027, 1, 4)
WINDOW = 20 * 1440
Run = tuple[str, int]
"""A trip and the minute at which its day begins."""


class Connection(NamedTuple):
    """One move of one run."""

    departs: int
    arrives: int
    here: str
    there: str
    run: Run


def read_rows(directory: Path, name: str) -> list[dict[str, str]]:
    """Read one table of the feed."""
    with (directory / "gtfs" / f"{name}.txt").open(newline="") as file:
        return list(csv.DictReader(file))


def read_asked(directory: Path, limit: int) -> list[tuple[str, str, int]]:
    """Read the first queries of a set."""
    rows = json.loads((directory / "queries.json").read_text())["queries"][:limit]
    return [(origin, destination, ready) for origin, destination, ready in rows]


def read_connections(directory: Path) -> list[Connection]:
    """Return every move of every run, by departure."""
    days = {row["service_id"]: _read_days(row) for row in read_rows(directory, "calendar")}
    service = {row["trip_id"]: row["service_id"] for row in read_rows(directory, "trips")}
    found: list[Connection] = []
    before: dict[str, str] | None = None
    for row in sorted(read_rows(directory, "stop_times"), key=lambda row: (row["trip_id"], int(row["stop_sequence"]))):
        if before and before["trip_id"] == row["trip_id"]:
            departs, arrives = _read_minute(before["departure_time"]), _read_minute(row["arrival_time"])
            found += [
                Connection(day + departs, day + arrives, before["stop_id"], row["stop_id"], (row["trip_id"], day))
                for day in days[service[row["trip_id"]]]
            ]
        before = row
    return sorted(found)


def _read_days(row: dict[str, str]) -> list[int]:
    """Return the minutes at which the days of a service begin."""
    first, last = (date.fromisoformat(row[name]) for name in ("start_date", "end_date"))
    every = [first + timedelta(day) for day in range((last - first).days + 1)]
    return [(day - BEGIN).days * 1440 for day in every if row[day.strftime("%A").lower()] == "1"]


def _read_minute(text: str) -> int:
    hours, minutes, _ = text.split(":")
    return 60 * int(hours) + int(minutes)


def find_first_arrivals(directory: Path, limit: int) -> list[int | None]:
    """Scan all moves in the order of departure for each query; None: no arrival within the window."""
    connections = read_connections(directory)
    departures = [connection.departs for connection in connections]
    change: dict[str, int] = {}
    ways: dict[str, list[tuple[str, int]]] = {}
    for row in read_rows(directory, "transfers"):
        minutes = int(row["min_transfer_time"]) // 60
        if row["from_stop_id"] == row["to_stop_id"]:
            change[row["from_stop_id"]] = minutes
        else:
            ways.setdefault(row["from_stop_id"], []).append((row["to_stop_id"], minutes))
    found = []
    for origin, destination, ready in read_asked(directory, limit):
        later = connections[bisect_left(departures, ready) :]
        best = _scan(later, change, ways, origin, destination, ready)
        found.append(best if best <= ready + WINDOW else None)
    return found


def _scan(
    connections: list[Connection],
    change: dict[str, int],
    ways: dict[str, list[tuple[str, int]]],
    origin: str,
    destination: str,
    ready: int,
) -> int:
    """Return the first arrival; later than the window: none."""
    able = {origin: ready} | {there: ready + minutes for there, minutes in ways.get(origin, [])}
    aboard: set[Run] = set()
    best = ready + WINDOW + 1
    for departs, arrives, here, there, run in connections:
        if departs >= best:
            break
        if run not in aboard and able.get(here, best) > departs:
            continue
        aboard.add(run)
        if there == destination:
            best = min(best, arrives)
        for next_stop, minutes in ((there, change.get(there, 0)), *ways.get(there, [])):
            if next_stop == destination and next_stop != there:
                best = min(best, arrives + minutes)
            if arrives + minutes < able.get(next_stop, best):
                able[next_stop] = arrives + minutes
    return best
