"""The work sheet's command line: options in, a file of results and a line of times out."""

import argparse
import json
import sys
from pathlib import Path

from landsea_search.worksheet.measuring import measure_search

PROGRAM = "python -m landsea_search.worksheet"
HELP = "Time the search on a GTFS feed: exact Pareto sets over 1, 3 or 4 criteria."
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
    return run_command(parser.parse_args(argv))


def run_command(options: argparse.Namespace, program: str = PROGRAM) -> int:
    """Search all queries, write the results and print the times; 2 and a sentence when the input is no good.

    1 and a sentence for each query that was given up; the others are answered. Errors begin with `program`.
    """
    try:
        result = measure_search(options.directory, options.queries, options.criteria, options.limit)
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
