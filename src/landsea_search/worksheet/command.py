"""`python -m landsea_search.worksheet`: search a GTFS feed by the rules of the work sheet (`rules`), and time it."""

import argparse
import contextlib
import json
import resource
import statistics
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

PROGRAM = "python -m landsea_search.worksheet"
HELP = "Time the search on a GTFS feed: exact Pareto sets over 1, 3 or 4 criteria."
EPOCH = datetime(2027, 1, 4, tzinfo=UTC)  # the sheet's minute 0
UNANSWERED, BAD_INPUT = 1, 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """Name what may be asked."""
    parser.add_argument("directory", metavar="DIR", type=Path, help="folder with gtfs/ or the feed's own text files")
    parser.add_argument(
        "--criteria", type=int, choices=(1, 3, 4), required=True, help="1 arrival, 3 cost and CO2e, 4 risk"
    )
    parser.add_argument(
        "--queries", type=Path, metavar="FILE", help="[origin, destination, minute] rows (DIR/queries.json)"
    )
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N queries")
    parser.add_argument("--out", type=Path, metavar="FILE", required=True, help="where the results go, as JSON")


def main(argv: list[str]) -> int:
    """Run from the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog=PROGRAM, description=HELP)
    add_options(parser)
    return run(parser.parse_args(argv))


def run(options: argparse.Namespace, program: str = PROGRAM) -> int:
    """Search all queries, write the results and print the times; 2 and a sentence when the input is no good.

    1 and a sentence for each query that was given up; the others are answered.
    """
    try:
        result = measured(options.directory, options.queries, options.criteria, options.limit)
        options.out.write_text(json.dumps(result), encoding="utf-8")
    except (OSError, ValueError) as problem:
        print(f"{program}: {problem}", file=sys.stderr)
        return BAD_INPUT
    print(
        f"{len(result['arrivals'])} queries, criteria {options.criteria}: median {result['median_ms']} ms, "
        f"p95 {result['p95_ms']} ms, most {result['max_ms']} ms; loaded in {result['load_s']} s, {result['rss_mb']} MB"
    )
    for row in result.get("unanswered", []):
        print(f"{program}: query {row['query']}: {row['why']}", file=sys.stderr)
    return UNANSWERED if "unanswered" in result else 0


def measured(directory: Path, queries: Path | None, criteria: int, limit: int | None) -> dict:
    """Return the sheet's figures: `load_s`, `median_ms`, `p95_ms`, `max_ms`, `rss_mb`, `arrivals` and, from 3, `fronts`.

    A query given up for want of memory has `arrivals` and `fronts` null, its time counts, and `unanswered` says why
    ({query, why}, counted from 1); there is no `unanswered` when all were answered. Loading
    includes the imports and one search beforehand, so that no query pays for reading compiled code.
    Raises ValueError or OSError with a sentence when feed or queries cannot be used.
    """
    began = time.perf_counter()
    from landsea_search import load_compiled, planner_for
    from landsea_search.spi import Criteria, Query, TooManyLabels
    from landsea_search.worksheet.feed import read_feed
    from landsea_search.worksheet.rules import WINDOW_MINUTES, network_of

    network = network_of(read_feed(feed_path(directory), EPOCH))
    number = {stop.key: place for place, stop in enumerate(network.stops)}
    asked = [
        Query(number[origin], number[destination], ready, ready + WINDOW_MINUTES, Criteria(criteria))
        for origin, destination, ready in read_queries(queries or queries_path(directory), number)[:limit]
    ]
    load_compiled()
    planner = planner_for(network)
    for query in asked[:1]:
        with contextlib.suppress(TooManyLabels):
            planner.front(query)
    load_s = time.perf_counter() - began

    times, fronts, unanswered = [], [], []
    for number, query in enumerate(asked, start=1):
        start = time.perf_counter()
        try:
            fronts.append(planner.front(query))
        except TooManyLabels as problem:
            fronts.append(None)
            unanswered.append({"query": number, "why": str(problem)})
        times.append(1000 * (time.perf_counter() - start))
    times.sort()
    result = {
        "load_s": round(load_s, 3),
        "median_ms": round(statistics.median(times), 3) if times else None,
        "p95_ms": round(times[min(len(times) - 1, int(0.95 * len(times)))], 3) if times else None,
        "max_ms": round(times[-1], 3) if times else None,
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "arrivals": [front[0][0] if front else None for front in fronts],
    }
    if criteria > 1:
        result["fronts"] = fronts
    if unanswered:
        result["unanswered"] = unanswered
    return result


def feed_path(directory: Path) -> Path:
    """Return where the feed is: DIR/gtfs, DIR itself, or DIR/gtfs.zip; raises ValueError when it is in none of them."""
    for path in (directory / "gtfs", directory):
        if (path / "stops.txt").exists():
            return path
    for path in (directory / "gtfs.zip", directory):
        if path.is_file():
            return path
    raise ValueError(f"there is no GTFS feed in {directory}: no gtfs/stops.txt, stops.txt or gtfs.zip.")


def queries_path(directory: Path) -> Path:
    """Return the queries that lie beside the feed."""
    beside = directory / "queries.json"
    return beside if beside.exists() else directory.parent / "queries.json"


def read_queries(path: Path, known: dict[str, int]) -> list[tuple[str, str, int]]:
    """Read rows of origin stop, destination stop and minute of readiness; raises ValueError for one that is unclear."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        rows = content["queries"] if isinstance(content, dict) else content
        found = [(str(origin), str(destination), int(minute)) for origin, destination, minute in rows]
    except FileNotFoundError:
        raise ValueError(f"there is no {path}; name the queries with --queries FILE.") from None
    except (KeyError, TypeError, ValueError) as problem:
        raise ValueError(f"{path} is no list of [origin, destination, minute]: {problem}.") from problem
    for place, row in enumerate(found, start=1):
        unknown = [stop for stop in row[:2] if stop not in known]
        if unknown:
            raise ValueError(f"{path}, query {place}: the feed has no stop {' or '.join(unknown)}.")
    return found
