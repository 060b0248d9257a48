"""`python -m landsea_search.benchmarks.sheet [DIR...]`: the work sheet on sets of its generator: how fast, how right.

A table with a row for each set and 1, 3 and 4 criteria: what is best known, the line to reach (median / p95), our median and
p95, the line divided by ours (of p95, or of the median where no p95 is asked for), and how many answers are right. A row that
misses its line says by how much, and one that keeps it how near it is. Under each row what its slowest query took: labels
made and settled, comparisons with labels of a node and with journeys, journeys in the front, bytes written, and the time of
processor by stage. Each row is a process of its own that runs what the work sheet's command runs. Every first arrival is
compared with a connection scan in plain Python that reads the feed by itself; with `--fronts N` the first N fronts of each set
with the search in plain Python (minutes on a small set; `scan` compares whole fronts by other means). Times are wall times: on
a busy machine they tell of the others too. Without DIR the folders in BENCH_GTFS are taken (colons between them).
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left
from datetime import date, timedelta
from pathlib import Path

BEGIN = date(2027, 1, 4)
WINDOW = 20 * 1440
UNANSWERED = 1  # how the work sheet's command ends when it gave up a query; it has answered the others
MANY_STOPS = 1000  # a set with more is a large one
LINES_MS = {
    (1, "small"): ("nigiri 0.36", 0.36, None),
    (1, "large"): ("nigiri 1.9", 1.9, None),
    (3, "small"): ("5 / 39 to 52", 4, 30),
    (3, "large"): ("190 to 430 / 10,000", 100, 1000),
    (4, "small"): ("39 to 61 / 3,000 to 7,000", 15, 150),
    (4, "large"): ("did not finish", 300, 2000),
}
"""Best known, and the lines for median and p95, by criteria and size: the issue's table."""


def main() -> int:
    """Measure, compare, print the table; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m landsea_search.benchmarks.sheet", description=__doc__)
    parser.add_argument("directories", nargs="*", type=Path, metavar="DIR", help="what the generator wrote")
    parser.add_argument("--criteria", default="1,3,4", help="which of 1, 3 and 4, with commas")
    parser.add_argument("--limit", type=int, default=200, help="only the first queries of each set (default 200)")
    parser.add_argument("--fronts", type=int, default=0, metavar="N", help="compare N fronts with plain Python")
    parser.add_argument("--one", type=int, metavar="N", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(profiled(options.directories[0], options.one, options.limit)))
        return 0
    directories = options.directories or [
        Path(folder) for folder in os.environ.get("BENCH_GTFS", "").split(":") if folder
    ]
    if not directories:
        print("The planner's work sheet: no sets; name what its generator wrote as DIR, or in BENCH_GTFS.")
        return 0
    print(f"{'work':<26}{'best known, ms':>26}{'line, ms':>12}{'median':>9}{'p95':>9}{'max':>9}{'line/p95':>10}  right")
    wrong = 0
    for directory in directories:
        expected = earliest_arrivals(directory, options.limit)
        for criteria in map(int, options.criteria.split(",")):
            wrong += row(directory, criteria, options, expected)
    return 1 if wrong else 0


def row(directory: Path, criteria: int, options: argparse.Namespace, expected: list[int | None]) -> int:
    """Measure one set with so many criteria and print its row and profile; returns how many answers were wrong."""
    result = in_a_process_of_its_own(directory, criteria, options.limit)
    right = sum(a == b for a, b in zip(result["arrivals"], expected, strict=True))
    size = "large" if len(rows_of(directory, "stops")) > MANY_STOPS else "small"
    known, median, p95 = LINES_MS[criteria, size]
    lines = f"{median} / {p95 or '-'}"
    measured, line = (result["p95_ms"], p95) if p95 else (result["median_ms"], median)
    said = f"{right} of {len(expected)} first arrivals"
    wrong = len(expected) - right
    if criteria > 1 and options.fronts:
        same, of = compared(directory, criteria, result, options.fronts)
        said, wrong = f"{said}, {same} of {of} fronts", wrong + of - same
    print(
        f"{f'{criteria}, {size} ({directory.name})':<26}{known:>26}{lines:>12}{result['median_ms']:>9.4g}"
        f"{result['p95_ms']:>9.4g}{result['max_ms']:>9.4g}{line / measured:>10.2f}  {said}"
    )
    for name, value, bound in (("median", result["median_ms"], median), ("p95", result["p95_ms"], p95)):
        if bound and value > bound:
            print(f"    misses its line: {name} {value:.4g} ms, {value / bound:.2f} times {bound} ms")
        elif bound:
            print(f"    within its line: {name} {value:.4g} ms, {value / bound:.2f} times {bound} ms")
    for one in result.get("unanswered", []):
        print(f"    not answered: query {one['query']}: {one['why']}")
    print(f"    {profile(result['slowest'])}; {result['rss_mb']:.0f} MB", flush=True)
    return wrong


def profile(slowest: dict) -> str:
    """Say what the slowest of the answered queries took."""
    if "query" not in slowest:
        return "no query was answered"
    said = f"slowest: query {slowest['query']}, {slowest['ms']:.4g} ms, {slowest['journeys']:,} in the front"
    effort = slowest["effort"]
    if not effort:
        return said
    labels, settled, with_labels, with_journeys, written, stages = effort
    took = ", ".join(f"{name} {ms:,.0f}" for name, ms in stages.items())
    return (
        f"{said} ({slowest['ms'] / max(1, slowest['journeys']):.3g} ms each), {labels:,} labels made "
        f"({1000 * slowest['ms'] / labels:.2g} us each), {settled:,} settled, {with_labels:,} comparisons with labels, "
        f"{with_journeys:,} with journeys, {written / 1e6:,.0f} MB written; ms of processor by stage: {took}"
    )


def in_a_process_of_its_own(directory: Path, criteria: int, limit: int) -> dict:
    """Run `profiled` so that memory and compiled code are its own."""
    command = [
        sys.executable,
        "-m",
        "landsea_search.benchmarks.sheet",
        str(directory),
        "--one",
        str(criteria),
        "--limit",
        str(limit),
    ]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def profiled(directory: Path, criteria: int, limit: int) -> dict:
    """Return what the work sheet measures and, as `slowest`, the slowest query with what it took."""
    import landsea_search as planner_package
    from landsea_search.worksheet.command import measured

    slowest = {"ms": 0.0}
    asked = -1  # one search beforehand is not counted
    make = planner_package.planner_for

    class Watched:
        """A planner whose slowest query is kept."""

        def __init__(self, network) -> None:
            self.planner = make(network)

        def front(self, query):
            nonlocal slowest, asked
            asked += 1
            begun = time.perf_counter()
            front = self.planner.front(query)
            took = 1000 * (time.perf_counter() - begun)
            if asked and took > slowest["ms"]:
                slowest = {"query": asked, "ms": took, "journeys": len(front), "effort": self.planner.effort}
            return front

    planner_package.planner_for = Watched
    return measured(directory, None, criteria, limit) | {"slowest": slowest}


def searched(directory: Path, criteria: int, limit: int) -> dict:
    """Run the command as a user would."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.json"
        command = [sys.executable, "-m", "landsea_search.worksheet", str(directory), "--criteria", str(criteria)]
        done = subprocess.run(
            [*command, "--limit", str(limit), "--out", str(out)], check=False, stdout=subprocess.DEVNULL
        )
        if done.returncode not in {0, UNANSWERED}:
            done.check_returncode()
        return json.loads(out.read_text())


def compared(directory: Path, criteria: int, result: dict, count: int) -> tuple[int, int]:
    """Return how many of the first fronts are as plain Python finds them, and how many were compared."""
    from landsea_search import planner_for
    from landsea_search.spi import Criteria, Query
    from landsea_search.worksheet.command import EPOCH, feed_path
    from landsea_search.worksheet.feed import read_feed
    from landsea_search.worksheet.rules import network_of

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
