"""`python -m landsea_search.benchmarks.nigiri DIR... [--venv FOLDER]`: earliest arrivals beside nigiri.

The same feed and queries in turns, in one run. nigiri is a router for passengers in C++; `pynigiri` binds it. It is no
dependency of ours: it runs in an environment of its own, FOLDER where it was installed before, else one that is made for
the run and thrown away. When the package cannot be had, a sentence says so and nothing is compared. For each set a table
says median and p95 of both, in milliseconds of wall time, and how many of their arrivals are those of the independent
connection scan of `sheet`. nigiri is asked as suits it best: footpaths at the start allowed, transfers left as the feed has
them, of all its journeys the first to arrive. It answers nothing that takes longer than five days. Without DIR the folders
in BENCH_GTFS are taken (colons between them).
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from landsea_search.benchmarks.sheet import earliest_arrivals

PACKAGE = "pynigiri==0.1.5"
THEIRS = """
import json, sys, time
import pynigiri
feed, first, last, zero = json.loads(sys.stdin.readline())
loader = pynigiri.LoaderConfig()
loader.default_tz, loader.link_stop_distance = "Etc/UTC", 0
finish = pynigiri.FinalizeOptions()
finish.adjust_footpaths, finish.max_footpath_length = False, 255  # minutes: more do not fit
timetable = pynigiri.load_timetable([pynigiri.TimetableSource("feed", feed, loader)], first, last, finish)
print(json.dumps(timetable.n_transports()), flush=True)
for line in sys.stdin:
    origin, destination, ready = json.loads(line)
    query = pynigiri.Query()
    query.start = [pynigiri.Offset(timetable.find_location(origin), 0)]
    query.destination = [pynigiri.Offset(timetable.find_location(destination), 0)]
    query.start_time, query.use_start_footpaths = zero + ready, True
    begun = time.perf_counter()
    journeys = pynigiri.route(timetable, query)
    took = 1000 * (time.perf_counter() - begun)
    arrival = min((int(journey.arrival_time()) - zero for journey in journeys), default=None)
    print(json.dumps([took, arrival]), flush=True)
"""
"""What runs beside us: one line in, one line out. Its log goes to standard error."""
LAST_DAY = "2027-02-04"  # the day after the last trip of a set has ended


def main() -> int:
    """Ask both, print a table; 1 when an answer of ours is wrong."""
    parser = argparse.ArgumentParser(prog="python -m landsea_search.benchmarks.nigiri", description=__doc__)
    parser.add_argument("directories", nargs="*", type=Path, metavar="DIR", help="what the sheet's generator wrote")
    parser.add_argument("--venv", type=Path, metavar="FOLDER", help="an environment in which pynigiri is installed")
    parser.add_argument("--limit", type=int, default=200, help="only the first queries of each set (default 200)")
    options = parser.parse_args()
    directories = options.directories or [Path(name) for name in os.environ.get("BENCH_GTFS", "").split(":") if name]
    if not directories:
        print("Beside nigiri: no sets; name what the sheet's generator wrote as DIR, or in BENCH_GTFS.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        python = environment(options.venv or Path(folder), made=options.venv is not None)
        if python is None:
            return 0
        print(f"{'earliest arrival':<18}{'queries':>9}  {'':<8}{'median ms':>10}{'p95 ms':>9}{'right':>7}")
        return 1 if sum(row(directory, python, options.limit) for directory in directories) else 0


def environment(folder: Path, *, made: bool) -> Path | None:
    """Return the Python of an environment with the package; None, said in a sentence, when it cannot be had."""
    python = folder / "bin" / "python"
    try:
        if not made:
            venv.create(folder, with_pip=True)
            command = [python, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", PACKAGE]
            subprocess.run(command, check=True, capture_output=True, text=True)
        subprocess.run([python, "-c", "import pynigiri"], check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        said = (getattr(problem, "stderr", None) or str(problem)).strip().splitlines()
        print(f"Beside nigiri: {PACKAGE} cannot be had here, so nothing is compared. {said[-1] if said else ''}")
        return None
    return python


def row(directory: Path, python: Path, limit: int) -> int:
    """Compare one set and print its two lines; returns how many answers of ours are wrong."""
    asked = json.loads((directory / "queries.json").read_text())["queries"][:limit]
    ours, theirs = in_turns(directory, python, asked)
    expected = earliest_arrivals(directory, limit)
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
    print(
        f"    nigiri has no answer to {none} queries that have one; the scan has one to {len(asked) - expected.count(None)}"
    )
    return len(asked) - right["ours"]


def in_turns(directory: Path, python: Path, asked: list) -> tuple[list, list]:
    """Ask ours and theirs one query after another, both in processes that are already warm; returns (ms, arrival) of each."""
    from landsea_search import planner_for
    from landsea_search.spi import Criteria, Query
    from landsea_search.worksheet.command import EPOCH, feed_path
    from landsea_search.worksheet.feed import read_feed
    from landsea_search.worksheet.rules import WINDOW_MINUTES, network_of

    network = network_of(read_feed(feed_path(directory), EPOCH))
    number = {stop.key: place for place, stop in enumerate(network.stops)}
    planner = planner_for(network)
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [python, "-c", THEIRS], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, bufsize=1
    ) as process:

        def told(line: object) -> object:
            process.stdin.write(json.dumps(line) + "\n")
            answer = process.stdout.readline()
            if not answer:
                raise RuntimeError("nigiri ended without an answer.")
            return json.loads(answer)

        told([str(feed_path(directory)), EPOCH.date().isoformat(), LAST_DAY, int(EPOCH.timestamp()) // 60])
        ours, theirs = [], []
        for origin, destination, ready in [asked[0], *asked]:  # the first warms both and is not counted
            query = Query(number[origin], number[destination], ready, ready + WINDOW_MINUTES, Criteria.ARRIVAL)
            begun = time.perf_counter()
            front = planner.front(query)
            ours.append((1000 * (time.perf_counter() - begun), front[0][0] if front else None))
            theirs.append(told([origin, destination, ready]))
        process.stdin.close()
    return ours[1:], theirs[1:]


if __name__ == "__main__":
    sys.exit(main())
