"""`python -m landsea_search.benchmarks.nigiri DIR... [--venv FOLDER]`: earliest arrivals beside nigiri.

The same feed and queries in turns, in one run. nigiri is a router for passengers in C++; `pynigiri` binds it. It is no
dependency of ours: it runs in an environment of its own, FOLDER where it was installed before, else one that is made for the
run and thrown away. When the package cannot be had, a sentence says so and nothing is compared. For each set a table says
median and p95 of both, in milliseconds of wall time, and how many of their arrivals are those of an independent scan
(`first_arrivals`). nigiri is asked as suits it best: footpaths at the start allowed, transfers left as the feed has them, of
all its journeys the first to arrive. It answers nothing that takes longer than five days. Without DIR the folders in
BENCH_GTFS are taken (colons between them).
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from landsea_search.benchmarks.first_arrivals import find_first_arrivals, read_asked
from landsea_search.benchmarks.nigiri_process import find_python, load_nigiri
from landsea_search.benchmarks.sheet import find_named_sets
from landsea_search.choosing import make_planner
from landsea_search.query import Criteria
from landsea_search.worksheet.files import Asked
from landsea_search.worksheet.measuring import make_query, read_network

Answer = tuple[float, int | None]
"""Milliseconds and the minute of arrival; None: no way."""


def main() -> int:
    """Ask both, print a table; 1 when an answer of ours is wrong."""
    parser = argparse.ArgumentParser(prog="python -m landsea_search.benchmarks.nigiri", description=__doc__)
    parser.add_argument("directories", nargs="*", type=Path, metavar="DIR", help="what the sheet's generator wrote")
    parser.add_argument("--venv", type=Path, metavar="FOLDER", help="an environment in which pynigiri is installed")
    parser.add_argument("--limit", type=int, default=200, help="only the first queries of each set (default 200)")
    options = parser.parse_args()
    directories = options.directories or find_named_sets()
    if not directories:
        print("Beside nigiri: no sets; name what the sheet's generator wrote as DIR, or in BENCH_GTFS.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        python = find_python(options.venv or Path(folder), made=options.venv is not None)
        if python is None:
            return 0
        print(f"{'earliest arrival':<18}{'queries':>9}  {'':<8}{'median ms':>10}{'p95 ms':>9}{'right':>7}")
        return 1 if sum(compare_set(directory, python, options.limit) for directory in directories) else 0


def compare_set(directory: Path, python: Path, limit: int) -> int:
    """Compare one set and print its two lines; returns how many answers of ours are wrong."""
    asked = read_asked(directory, limit)
    ours, theirs = ask_in_turns(directory, python, asked)
    expected = find_first_arrivals(directory, limit)
    right = {}
    for name, answers in (("nigiri", theirs), ("ours", ours)):
        times = sorted(took for took, _ in answers)
        right[name] = sum(arrival == there for (_, arrival), there in zip(answers, expected, strict=True))
        p95 = times[min(len(times) - 1, int(0.95 * len(times)))]
        print(
            f"{directory.name:<18}{len(asked):>9}  {name:<8}{statistics.median(times):>10.3g}{p95:>9.3g}{right[name]:>7}",
            flush=True,
        )
    none = sum(there is not None and arrival is None for (_, arrival), there in zip(theirs, expected, strict=True))
    answerable = len(asked) - expected.count(None)
    print(f"    nigiri has no answer to {none} queries that have one; the scan has one to {answerable}")
    return len(asked) - right["ours"]


def ask_in_turns(directory: Path, python: Path, asked: list[Asked]) -> tuple[list[Answer], list[Answer]]:
    """Ask ours and theirs one query after another, both in processes that are already warm."""
    network = read_network(directory)
    number = {stop.key: place for place, stop in enumerate(network.stops)}
    planner = make_planner(network, compiled=True)
    ours: list[Answer] = []
    theirs: list[Answer] = []
    with load_nigiri(python, directory) as nigiri:
        for row in [asked[0], *asked]:  # the first warms both and is not counted
            query = make_query(row, number, Criteria.ARRIVAL)
            begun = time.perf_counter()
            front = planner.find_front(query)
            ours.append((1000 * (time.perf_counter() - begun), front[0][0] if front else None))
            took, arrival = nigiri.ask(row)
            theirs.append((took, arrival))
    return ours[1:], theirs[1:]


if __name__ == "__main__":
    sys.exit(main())
