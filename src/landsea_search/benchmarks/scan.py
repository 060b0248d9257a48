"""`python -m landsea_search.benchmarks.scan`: whole fronts on sets of other seeds against a scan that shares no code with them.

A connection scan with a bag at each stop, straight from the feed's text files: moves of all runs one by one in the order of
departure, bags of (ready, cost, CO2e, risk) at each stop, on each run the bag (cost, CO2e, risk) of who is on board. No lines,
no packed words, no bounds, no labels by minute. Slow, so the sets are small: those of the sheet's generator, whose path is
given, with `--stops` and `--trips-per-day`. Ours are asked twice: by the command, and with every query searched as if it
needed many labels, roughly first and with rows of what lies ahead. Ends with 1 when a front differs.
"""

import argparse
import csv
import json
import math
import subprocess
import sys
import tempfile
from bisect import bisect_left
from pathlib import Path

from landsea_search.benchmarks.sheet import connections_of, searched

WINDOW = 20 * 1440
ROAD, RAIL, BARGE, SEA, AIR = "road", "rail", "barge", "sea", "air"
USD = {ROAD: 110, RAIL: 35, BARGE: 12, SEA: 7, AIR: 450}
KG = {ROAD: 80, RAIL: 28, BARGE: 25, SEA: 11, AIR: 700}
BOARDING = {ROAD: 3, RAIL: 6, BARGE: 7, SEA: 9, AIR: 12}
TAU = {ROAD: 60, RAIL: 180, BARGE: 240, SEA: 480, AIR: 90}
TRANSFER = (15, 2)  # 10 USD, 10 kg


def main() -> int:
    """Make the sets, compare, print a line a set and kind; 1 when anything differs."""
    parser = argparse.ArgumentParser(prog="python -m landsea_search.benchmarks.scan", description=__doc__)
    parser.add_argument("generator", type=Path, help="gen_gtfs.py of the planner's work sheet")
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
            wrong += compared(Path(folder), seed, options.limit)
    return 1 if wrong else 0


def compared(directory: Path, seed: str, limit: int) -> int:
    """Print how many fronts of a set are right, with 3 and 4 criteria; returns how many are not."""
    feed = Feed(directory)
    asked = json.loads((directory / "queries.json").read_text())["queries"][:limit]
    wrong = 0
    for criteria in (3, 4):
        expected = [feed.front(*query, with_risk=criteria == 4) for query in asked]
        usual = searched(directory, criteria, limit)["fronts"]
        rows = zip(usual, as_if_hard(directory, criteria, limit), expected, strict=True)
        right = sum(one == theirs and other == theirs for one, other, theirs in rows)
        sizes = sorted(map(len, expected))
        print(
            f"seed {seed}, {criteria} criteria: {right} of {len(asked)} fronts right, up to {sizes[-1]} journeys",
            flush=True,
        )
        wrong += len(asked) - right
    return wrong


def as_if_hard(directory: Path, criteria: int, limit: int) -> list[list[list[int]]]:
    """Search in this process with the rough search and the rows that else only queries of many labels get."""
    from unittest.mock import patch

    from landsea_search.worksheet.command import measured

    planner = "landsea_search.compiled.planner"
    with patch(f"{planner}.ENOUGH_LABELS", 1), patch(f"{planner}.MANY_LABELS", -1):
        return [list(map(list, front)) for front in measured(directory, None, criteria, limit)["fronts"]]


class Feed:
    """One set as the sheet's rules read it: moves of runs with what each costs, and the ways between terminals."""

    def __init__(self, directory: Path) -> None:
        stops = {row["stop_id"]: row for row in _rows(directory, "stops")}
        self.mode = {stop: row["stop_name"].split()[0] for stop, row in stops.items()}
        self.change, self.ways = {}, {}
        for row in _rows(directory, "transfers"):
            minutes = -(-int(row["min_transfer_time"]) // 60)
            if row["from_stop_id"] == row["to_stop_id"]:
                self.change[row["from_stop_id"]] = minutes
            else:
                self.ways.setdefault(row["from_stop_id"], []).append((row["to_stop_id"], minutes))
        place = {stop: (float(row["stop_lat"]), float(row["stop_lon"])) for stop, row in stops.items()}
        priced: dict[tuple[str, str], tuple[int, int]] = {}
        self.moves = []
        for departs, arrives, here, there, run in connections_of(directory):
            if (here, there) not in priced:
                km, mode = _km(*place[here], *place[there]), self.mode[here]
                priced[here, there] = tuple(max(1, round(km * rate[mode] / 1000)) for rate in (USD, KG))
            self.moves.append((departs, arrives, here, there, run, priced[here, there]))
        self.departures = [move[0] for move in self.moves]

    def front(self, origin: str, destination: str, ready: int, with_risk: bool) -> list[list[int]]:
        """Scan all moves of the window; returns the sorted front."""
        waiting: dict[str, list[tuple]] = {origin: [(ready, 0, 0, 0, True)]}
        aboard: dict[tuple, list[tuple]] = {}
        reached: list[tuple] = []

        def wait(stop: str, values: tuple) -> None:
            if stop != destination:
                _add(waiting.setdefault(stop, []), (*values, False))

        for there, minutes in self.ways.get(origin, ()):
            wait(there, (ready + minutes, *TRANSFER, 0))
        for departs, arrives, here, there, run, (usd, kg) in self.moves[bisect_left(self.departures, ready) :]:
            if departs > ready + WINDOW:
                break
            bag = aboard.get(run, [])
            for minute, cost, co2, risk, first in waiting.get(here, ()):
                if minute <= departs:
                    more = 0 if first or not with_risk else _risk(departs - minute, self.mode[here])
                    _add(bag, (cost + BOARDING[self.mode[here]], co2, risk + more))
            aboard[run] = bag = [(cost + usd, co2 + kg, risk) for cost, co2, risk in bag]
            if arrives > ready + WINDOW:
                continue
            for cost, co2, risk in bag:
                if there == destination:
                    _add(reached, (arrives, cost, co2, risk))
                    continue
                wait(there, (arrives + self.change.get(there, 0), cost, co2, risk))
                for onward, minutes in self.ways.get(there, ()):
                    values = (arrives + minutes, cost + TRANSFER[0], co2 + TRANSFER[1], risk)
                    if onward == destination and values[0] <= ready + WINDOW:
                        _add(reached, values)
                    wait(onward, values)
        return sorted(map(list, reached))


def _add(bag: list[tuple], values: tuple) -> None:
    """Add values unless others are no worse in everything; drop those they are no worse than.

    A fifth value, that risk is free here, is better when it is true.
    """
    for other in bag:
        if _no_worse(other, values):
            return
    bag[:] = [other for other in bag if not _no_worse(values, other)]
    bag.append(values)


def _no_worse(one: tuple, other: tuple) -> bool:
    if len(one) == 5 and other[4] and not one[4]:
        return False
    return all(mine <= theirs for mine, theirs in zip(one[:4], other[:4], strict=True))


def _risk(slack: int, mode: str) -> int:
    return int(100 * -math.log(1 - 0.5 * math.exp(-slack / TAU[mode])) + 0.5)


def _km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    one, two, east = math.radians(lat_a), math.radians(lat_b), math.radians(lon_b - lon_a)
    half = math.sin((two - one) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(east / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def _rows(directory: Path, name: str) -> list[dict[str, str]]:
    with (directory / "gtfs" / f"{name}.txt").open(newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    sys.exit(main())
