"""Reading a GTFS feed. No prices, no searching.

Times become minutes since `epoch` (UTC); a departure within a minute counts from its beginning, an arrival at its end.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from landsea_search.worksheet.feed import Call, Feed, FeedProblem, FeedStop
from landsea_search.worksheet.service_days import read_service_days
from landsea_search.worksheet.tables import Row, open_tables, read_each

NOT_AVAILABLE = "1"  # pickup_type and drop_off_type
NOT_POSSIBLE = "3"  # transfer_type


def read_feed(path: Path, epoch: datetime) -> Feed:
    """Read the feed in a folder of text files or in one zip file; `epoch` is the instant that becomes minute 0.

    Raises `FeedProblem` with file and line when something needed is missing or cannot be understood.
    """
    table = open_tables(path)
    stops = tuple(read_each("stops.txt", table("stops.txt", True), _read_stop))
    number = {stop.key: place for place, stop in enumerate(stops)}
    if len(number) < len(stops):
        raise FeedProblem("stops.txt names a stop_id twice; give each stop an id of its own.")
    services = read_service_days(
        table("agency.txt", False), table("calendar.txt", False), table("calendar_dates.txt", False), epoch
    )
    trips = dict(read_each("trips.txt", table("trips.txt", True), lambda row: (row["trip_id"], row["service_id"])))
    calls = _read_calls(table("stop_times.txt", True), number, trips)
    days = {trip: services.get(service, ()) for trip, service in trips.items()}
    return Feed(stops, calls, days, _read_transfers(table("transfers.txt", False), number))


def _read_stop(row: Row) -> FeedStop:
    return FeedStop(row["stop_id"], row["stop_name"], float(row["stop_lat"]), float(row["stop_lon"]))


def _read_seconds(text: str) -> int:
    hours, minutes, seconds = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds)


def _read_calls(rows: Iterator[Row], number: dict[str, int], trips: dict[str, str]) -> dict[str, tuple[Call, ...]]:
    """Return the calls of each trip in the order of stop_sequence."""
    found: dict[str, list[tuple[int, Call]]] = {trip: [] for trip in trips}

    def read(row: Row) -> None:
        arrives, departs = _read_seconds(row["arrival_time"]), _read_seconds(row["departure_time"])
        may_board, may_leave = (row.get(name) != NOT_AVAILABLE for name in ("pickup_type", "drop_off_type"))
        call = Call(number[row["stop_id"]], -(-arrives // 60), departs // 60, may_board, may_leave)
        found[row["trip_id"]].append((int(row["stop_sequence"]), call))

    for _ in read_each("stop_times.txt", rows, read, "is not a known stop, trip or time"):
        pass
    return {trip: tuple(call for _, call in sorted(calls, key=lambda c: c[0])) for trip, calls in found.items()}


def _read_transfers(rows: Iterator[Row], number: dict[str, int]) -> dict[tuple[int, int], int]:
    """Return the seconds of each transfer by pair of stops; a stop with itself is its interchange time."""

    def read(row: Row) -> tuple[tuple[int, int], int] | None:
        pair = (number[row["from_stop_id"]], number[row["to_stop_id"]])
        if row.get("transfer_type") == NOT_POSSIBLE:
            return None
        return pair, int(row.get("min_transfer_time") or 0)

    found = read_each("transfers.txt", rows, read, "is not a stop or a time")
    return dict(one for one in found if one is not None)
