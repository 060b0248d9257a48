"""`python -m bench.planner DIR...`: the planner's work sheet on sets made by its generator, and whether it is right.

For each set and 1, 3 and 4 criteria: median, p95 and longest query of `landsea bench-gtfs` in a process of its own.
Every first arrival is compared with a connection scan in plain Python that reads the feed by itself; with
`--fronts N` the first N fronts of each set are compared with the search in plain Python (minutes on a small set).
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from bisect import bisect_left
from datetime import date, timedelta
from pathlib import Path

BEGIN = date(2027, 1, 4)
WINDOW = 20 * 1440
TARGETS_MS = {
    1: "0.36 / - small, 1.9 / - large",
    3: "4 / 30 small, 100 / 1000 large",
    4: "15 / 150 small, 300 / 2000 large",
}


def main() -> int:
    """Measure, compare, print a table; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.planner", description=__doc__)
    parser.add_argument("directories", nargs="+", type=Path, metavar="DIR", help="what the generator wrote")
    parser.add_argument("--criteria", default="1,3,4", help="which of 1, 3 and 4, with commas")
    parser.add_argument("--limit", type=int, default=200, help="only the first queries of each set (default 200)")
    parser.add_argument("--fronts", type=int, default=0, metavar="N", help="compare N fronts with plain Python")
    options = parser.parse_args()
    wrong = 0
    print("set        criteria  median ms    p95 ms    max ms   load s   MB   first arrivals right   fronts right")
    for directory in options.directories:
        expected = earliest_arrivals(directory, options.limit)
        for criteria in map(int, options.criteria.split(",")):
            result = searched(directory, criteria, options.limit)
            right = sum(a == b for a, b in zip(result["arrivals"], expected, strict=True))
            fronts = compared(directory, criteria, result, options.fronts) if criteria > 1 else (0, 0)
            wrong += len(expected) - right + fronts[1] - fronts[0]
            print(
                f"{directory.name:<11}{criteria:>7}{result['median_ms']:>12}{result['p95_ms']:>10}{result['max_ms']:>10}"
                f"{result['load_s']:>9}{result['rss_mb']:>7}{right:>12} of {len(expected)}"
                f"{fronts[0]:>12} of {fronts[1]}",
                flush=True,
            )
    for criteria, target in TARGETS_MS.items():
        print(f"to reach, {criteria} criteria, median / p95: {target}")
    return 1 if wrong else 0


def searched(directory: Path, criteria: int, limit: int) -> dict:
    """Run the command as a user would."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        command = [sys.executable, "-m", "landsea", "bench-gtfs", str(directory), "--criteria", str(criteria)]
        subprocess.run([*command, "--limit", str(limit), "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
        return json.loads(out.read_text())


def compared(directory: Path, criteria: int, result: dict, count: int) -> tuple[int, int]:
    """Return how many of the first fronts are as plain Python finds them, and how many were compared."""
    from landsea.corridor.commandline.bench_gtfs import EPOCH, feed_path
    from landsea_core.planner import planner_for
    from landsea_core.planner.spi import Criteria, Query
    from landsea_core.planner.worksheet.feed import read_feed
    from landsea_core.planner.worksheet.rules import network_of

    network = network_of(read_feed(feed_path(directory), EPOCH))
    number = {stop.key: place for place, stop in enumerate(network.stops)}
    plain = planner_for(network, compiled=False)
    asked = json.loads((directory / "queries.json").read_text())["queries"][:count]
    right = 0
    for (origin, destination, ready), front in zip(asked, result["fronts"], strict=False):
        query = Query(number[origin], number[destination], ready, ready + WINDOW, Criteria(criteria))
        right += [list(values) for values in plain.front(query)] == front
    return right, len(asked)


def rows_of(directory: Path, name: str) -> list[dict[str, str]]:
    """Read one table of the feed."""
    with (directory / "gtfs" / f"{name}.txt").open(newline="") as file:
        return list(csv.DictReader(file))


def connections_of(directory: Path) -> list[tuple[int, int, str, str, tuple[str, int]]]:
    """Return (departure, arrival, from, to, run) of every move of every run, by departure."""
    days = {}
    for row in rows_of(directory, "calendar"):
        first, last = (date.fromisoformat(row[name]) for name in ("start_date", "end_date"))
        every = [first + timedelta(day) for day in range((last - first).days + 1)]
        days[row["service_id"]] = [(day - BEGIN).days * 1440 for day in every if row[day.strftime("%A").lower()] == "1"]
    service = {row["trip_id"]: row["service_id"] for row in rows_of(directory, "trips")}

    def minute(text: str) -> int:
        hours, minutes, _ = text.split(":")
        return 60 * int(hours) + int(minutes)

    found, before = [], None
    for row in sorted(rows_of(directory, "stop_times"), key=lambda row: (row["trip_id"], int(row["stop_sequence"]))):
        if before and before["trip_id"] == row["trip_id"]:
            departs, arrives = minute(before["departure_time"]), minute(row["arrival_time"])
            for day in days[service[row["trip_id"]]]:
                run = (row["trip_id"], day)
                found.append((day + departs, day + arrives, before["stop_id"], row["stop_id"], run))
        before = row
    return sorted(found)


def earliest_arrivals(directory: Path, limit: int) -> list[int | None]:
    """Scan all moves in the order of departure for each query; nothing of the planner is used."""
    connections = connections_of(directory)
    departures = [connection[0] for connection in connections]
    change, ways = {}, {}
    for row in rows_of(directory, "transfers"):
        minutes = int(row["min_transfer_time"]) // 60
        if row["from_stop_id"] == row["to_stop_id"]:
            change[row["from_stop_id"]] = minutes
        else:
            ways.setdefault(row["from_stop_id"], []).append((row["to_stop_id"], minutes))
    found = []
    for origin, destination, ready in json.loads((directory / "queries.json").read_text())["queries"][:limit]:
        able = {origin: ready} | {there: ready + minutes for there, minutes in ways.get(origin, [])}
        aboard, best = set(), ready + WINDOW + 1
        for departs, arrives, here, there, run in connections[bisect_left(departures, ready) :]:
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
        found.append(best if best <= ready + WINDOW else None)
    return found


if __name__ == "__main__":
    sys.exit(main())
