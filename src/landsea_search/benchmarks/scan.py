"""`python -m landsea_search.benchmarks.scan GENERATOR`: whole fronts on sets of other seeds against a scan that shares no code.

The sets are small, as the scan (`bag_scan`) is slow: those of the sheet's generator, whose path is given, with `--stops` and
`--trips-per-day`. Ours are asked twice: by the command, and with every query searched as if it needed very many labels,
roughly first and with rows of what lies ahead. Ends with 1 when a front differs.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

from landsea_search.benchmarks.bag_scan import BagScan
from landsea_search.benchmarks.first_arrivals import read_asked
from landsea_search.benchmarks.profiling import run_work_sheet_command
from landsea_search.worksheet.measuring import measure_search

STAGES = "landsea_search.answering.stages"


def main() -> int:
    """Make the sets, compare, print a line a set and kind; 1 when anything differs."""
    parser = argparse.ArgumentParser(prog="python -m landsea_search.benchmarks.scan", description=__doc__)
    parser.add_argument("generator", type=Path, help="gen_gtfs.py of the work sheet")
    parser.add_argument("--seeds", default="11,12,13", help="seeds of the sets, with commas (default 11,12,13)")
    parser.add_argument("--stops", default="60", help="stops of each set (default 60)")
    parser.add_argument("--trips-per-day", default="240", help="trips a day of each set (default 240)")
    parser.add_argument("--limit", type=int, default=12, help="only the first queries of each set (default 12)")
    options = parser.parse_args()
    wrong = 0
    for seed in options.seeds.split(","):
        with tempfile.TemporaryDirectory() as folder:
            size = ["--stops", options.stops, "--trips-per-day", options.trips_per_day, "--seed", seed]
            command = [sys.executable, str(options.generator), folder, *size]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            wrong += compare_set(Path(folder), seed, options.limit)
    return 1 if wrong else 0


def compare_set(directory: Path, seed: str, limit: int) -> int:
    """Print how many fronts of a set are right, with 3 and 4 criteria; returns how many are not."""
    scan = BagScan(directory)
    asked = read_asked(directory, limit)
    wrong = 0
    for criteria in (3, 4):
        expected = [scan.find_front(*query, with_risk=criteria == 4) for query in asked]
        usual = run_work_sheet_command(directory, criteria, limit)["fronts"]
        rows = zip(usual, search_as_if_hard(directory, criteria, limit), expected, strict=True)
        right = sum(one == theirs and other == theirs for one, other, theirs in rows)
        most = max(map(len, expected))
        print(
            f"seed {seed}, {criteria} criteria: {right} of {len(asked)} fronts right, up to {most} journeys", flush=True
        )
        wrong += len(asked) - right
    return wrong


def search_as_if_hard(directory: Path, criteria: int, limit: int) -> list[list[list[int]]]:
    """Search in this process with the rough search and the rows that else only queries of very many labels get."""
    with patch(f"{STAGES}.ENOUGH_LABELS", 1), patch(f"{STAGES}.MANY_LABELS", -1):
        return [list(map(list, front)) for front in measure_search(directory, None, criteria, limit)["fronts"]]


if __name__ == "__main__":
    sys.exit(main())
