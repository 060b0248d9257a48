"""`python -m landsea_search.benchmarks.sheet [DIR...]`: the work sheet on sets of its generator: how fast, how right.

A table with a row for each set and 1, 3 and 4 criteria: what is best known, the line to reach (median / p95), our median and
p95, the line divided by ours (of p95, or of the median where no p95 is asked for), and how many answers are right. A row that
misses its line says by how much, and one that keeps it how near it is. Under each row what its slowest query took: labels
made and settled, comparisons with labels of a node and with journeys, journeys in the front, bytes written, and the time of
processor by stage. Each row is a process of its own that runs what the work sheet's command runs. Every first arrival is
compared with that of a scan of our own (`first_arrivals`); with `--fronts N` the first N fronts of each set with the plain
search (minutes on a small set; `scan` compares whole fronts by other means). Times are wall times: on a busy machine they
tell of the others too. Without DIR the folders in BENCH_GTFS are taken (colons between them).
"""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from landsea_search.benchmarks.first_arrivals import find_first_arrivals, read_asked, read_rows
from landsea_search.benchmarks.profiling import describe_slowest, profile_in_own_process
from landsea_search.choosing import make_planner
from landsea_search.worksheet.measuring import make_query, read_network

MANY_STOPS = 1000  # a set with more is a large one
LINES_MS: dict[tuple[int, str], tuple[str, float, float | None]] = {
    (1, "small"): ("nigiri 0.36", 0.36, None),
    (1, "large"): ("nigiri 1.9", 1.9, None),
    (3, "small"): ("5 / 39 to 52", 4, 30),
    (3, "large"): ("190 to 430 / 10,000", 100, 1000),
    (4, "small"): ("39 to 61 / 3,000 to 7,000", 15, 150),
    (4, "large"): ("did not finish", 300, 2000),
}
"""Best known, and the lines for median and p95, by criteria and size: the work sheet's table."""


def main() -> int:
    """Measure, compare, print the table; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m landsea_search.benchmarks.sheet", description=__doc__)
    parser.add_argument("directories", nargs="*", type=Path, metavar="DIR", help="what the generator wrote")
    parser.add_argument("--criteria", default="1,3,4", help="which of 1, 3 and 4, with commas")
    parser.add_argument("--limit", type=int, default=200, help="only the first queries of each set (default 200)")
    parser.add_argument("--fronts", type=int, default=0, metavar="N", help="compare N fronts with plain Python")
    options = parser.parse_args()
    directories = options.directories or find_named_sets()
    if not directories:
        print("The search's work sheet: no sets; name what its generator wrote as DIR, or in BENCH_GTFS.")
        return 0
    print(f"{'work':<26}{'best known, ms':>26}{'line, ms':>12}{'median':>9}{'p95':>9}{'max':>9}{'line/p95':>10}  right")
    wrong = 0
    for directory in directories:
        expected = find_first_arrivals(directory, options.limit)
        for criteria in map(int, options.criteria.split(",")):
            wrong += measure_row(directory, criteria, options, expected)
    return 1 if wrong else 0


def find_named_sets() -> list[Path]:
    """Return the folders in BENCH_GTFS."""
    return [Path(folder) for folder in os.environ.get("BENCH_GTFS", "").split(":") if folder]


def measure_row(directory: Path, criteria: int, options: argparse.Namespace, expected: list[int | None]) -> int:
    """Measure one set with so many criteria and print its row and profile; returns how many answers were wrong."""
    result = profile_in_own_process(directory, criteria, options.limit)
    right: int = sum(a == b for a, b in zip(result["arrivals"], expected, strict=True))
    said = f"{right} of {len(expected)} first arrivals"
    wrong = len(expected) - right
    if criteria > 1 and options.fronts:
        same, of = compare_fronts(directory, criteria, result, options.fronts)
        said, wrong = f"{said}, {same} of {of} fronts", wrong + of - same
    size = "large" if len(read_rows(directory, "stops")) > MANY_STOPS else "small"
    print_row(f"{criteria}, {size} ({directory.name})", LINES_MS[criteria, size], result, said)
    return wrong


def print_row(name: str, line: tuple[str, float, float | None], result: dict[str, Any], said: str) -> None:
    """Print what was measured beside its line."""
    known, median, p95 = line
    measured, bound = (result["p95_ms"], p95) if p95 else (result["median_ms"], median)
    lines = f"{median} / {p95 or '-'}"
    print(
        f"{name:<26}{known:>26}{lines:>12}{result['median_ms']:>9.4g}"
        f"{result['p95_ms']:>9.4g}{result['max_ms']:>9.4g}{bound / measured:>10.2f}  {said}"
    )
    for which, value, limit in (("median", result["median_ms"], median), ("p95", result["p95_ms"], p95)):
        if limit:
            kept = "misses" if value > limit else "within"
            print(f"    {kept} its line: {which} {value:.4g} ms, {value / limit:.2f} times {limit} ms")
    for one in result.get("unanswered", []):
        print(f"    not answered: query {one['query']}: {one['why']}")
    print(f"    {describe_slowest(result['slowest'])}; {result['rss_mb']:.0f} MB", flush=True)


def compare_fronts(directory: Path, criteria: int, result: dict[str, Any], count: int) -> tuple[int, int]:
    """Return how many of the first fronts are as plain Python finds them, and how many were compared."""
    network = read_network(directory)
    number = {stop.key: place for place, stop in enumerate(network.stops)}
    plain = make_planner(network, compiled=False)
    asked = read_asked(directory, count)
    right = 0
    for row, front in zip(asked, result["fronts"], strict=False):
        right += [list(values) for values in plain.find_front(make_query(row, number, criteria))] == front
    return right, len(asked)


if __name__ == "__main__":
    sys.exit(main())
