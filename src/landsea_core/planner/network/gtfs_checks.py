"""What must hold of a GTFS feed before anything is taken from it; every fault names file and line."""

from collections.abc import Generator, Iterator

from landsea_core.planner.network.gtfs import (
    DAY_NAMES,
    GtfsFeed,
    TableRow,
    group_stop_times,
    read_gtfs_date,
    read_gtfs_time,
)
from landsea_core.sentences import Sentence

KEYS = (
    ("stops.txt", "stop_id"),
    ("routes.txt", "route_id"),
    ("trips.txt", "trip_id"),
    ("calendar.txt", "service_id"),
)


def find_feed_faults(feed: GtfsFeed) -> Iterator[Sentence]:
    """Yield what is wrong with a feed whose tables have their columns: ids, references, positions, dates, times."""
    known: dict[str, set[str]] = {}
    for name, key in KEYS:
        known[key] = yield from _check_keys(feed, name, key)
    known["service_id"] |= {line.data["service_id"] for line in feed.tables.get("calendar_dates.txt", ())}
    for name, keys in (
        ("trips.txt", ("route_id", "service_id")),
        ("stop_times.txt", ("trip_id", "stop_id")),
    ):
        for line in feed.tables[name]:
            for key in keys:
                if line.data[key] not in known[key]:
                    yield _say_undefined(name, line, key)
    for line in feed.tables.get("transfers.txt", ()):
        for key in ("from_stop_id", "to_stop_id"):
            if line.data.get(key) not in known["stop_id"]:
                yield _say_undefined("transfers.txt", line, key)
    yield from _check_positions(feed)
    yield from _check_dates(feed)
    yield from _check_times(feed)


def _say_undefined(name: str, line: TableRow, key: str) -> Sentence:
    return Sentence(
        "%(where)s %(key)s '%(said)s' is not defined.",
        where=f"{name}:{line.number}",
        key=key,
        said=line.data.get(key),
    )


def _check_keys(feed: GtfsFeed, name: str, key: str) -> Generator[Sentence, None, set[str]]:
    """Yield what is wrong with the ids of a table, and return those that there are."""
    seen: dict[str, int] = {}
    for line in feed.tables.get(name, ()):
        value = line.data.get(key, "")
        if not value:
            yield Sentence("%(where)s has no %(key)s.", where=f"{name}:{line.number}", key=key)
        elif value in seen:
            yield Sentence(
                "%(where)s %(key)s '%(said)s' is given twice; it is on line %(line)s already.",
                where=f"{name}:{line.number}",
                key=key,
                said=value,
                line=seen[value],
            )
        seen.setdefault(value, line.number)
    return set(seen)


def _check_positions(feed: GtfsFeed) -> Iterator[Sentence]:
    for line in feed.tables["stops.txt"]:
        for key, most in (("stop_lat", 90), ("stop_lon", 180)):
            try:
                sound = abs(float(line.data[key])) <= most
            except ValueError:
                sound = False
            if not sound:
                where = f"stops.txt:{line.number}"
                yield Sentence(
                    "%(where)s %(key)s '%(said)s' is no position.", where=where, key=key, said=line.data[key]
                )


def _check_dates(feed: GtfsFeed) -> Iterator[Sentence]:
    for line in feed.tables.get("calendar.txt", ()):
        where = f"calendar.txt:{line.number}"
        begins, ends = (read_gtfs_date(line.data.get(key, "")) for key in ("start_date", "end_date"))
        if begins is None or ends is None:
            yield Sentence("%(where)s start_date or end_date is no date; write YYYYMMDD.", where=where)
        elif ends < begins:
            yield Sentence("%(where)s ends before it begins.", where=where)
        bad = [day for day in DAY_NAMES if line.data.get(day) not in {"0", "1"}]
        if bad:
            yield Sentence("%(where)s %(days)s must be 0 or 1.", where=where, days=", ".join(bad))


def _check_times(feed: GtfsFeed) -> Iterator[Sentence]:
    for trip, lines in group_stop_times(feed).items():
        if len(lines) < 2:
            where = f"stop_times.txt:{lines[0].number}"
            yield Sentence("%(where)s trip '%(trip)s' has fewer than two stops.", where=where, trip=trip)
        before, sequence = -1, None
        for line in lines:
            where = f"stop_times.txt:{line.number}"
            arrive, depart = (read_gtfs_time(line.data[key]) for key in ("arrival_time", "departure_time"))
            if arrive is None or depart is None:
                yield Sentence(
                    "%(where)s trip '%(trip)s': a time is missing or no time; write HH:MM:SS.", where=where, trip=trip
                )
                break
            if line.data["stop_sequence"] == sequence:
                yield Sentence(
                    "%(where)s trip '%(trip)s': stop_sequence %(number)s is given twice.",
                    where=where,
                    trip=trip,
                    number=sequence,
                )
            if depart < arrive:
                yield Sentence("%(where)s trip '%(trip)s' departs before it arrives.", where=where, trip=trip)
            if arrive <= before:
                yield Sentence(
                    "%(where)s trip '%(trip)s' arrives before, or when, it left the stop before.",
                    where=where,
                    trip=trip,
                )
            before, sequence = depart, line.data["stop_sequence"]
