"""Whole fronts by a connection scan with bags, straight from a set's text files, sharing no code with the search.

Moves of all runs one by one in the order of departure, a bag of (ready, cost, CO2e, risk) at each stop, on each run the bag of
(cost, CO2e, risk) of who is on board. No lines, no packed words, no bounds, no labels by minute. Slow.
"""

import math
from bisect import bisect_left
from pathlib import Path

from landsea_search.benchmarks.first_arrivals import WINDOW, Run, read_connections, read_rows

ROAD, RAIL, BARGE, SEA, AIR = "road", "rail", "barge", "sea", "air"
USD = {ROAD: 110, RAIL: 35, BARGE: 12, SEA: 7, AIR: 450}
KG = {ROAD: 80, RAIL: 28, BARGE: 25, SEA: 11, AIR: 700}
BOARDING = {ROAD: 3, RAIL: 6, BARGE: 7, SEA: 9, AIR: 12}
TAU = {ROAD: 60, RAIL: 180, BARGE: 240, SEA: 480, AIR: 90}
TRANSFER = (15, 2)  # 10 USD, 10 kg
Bag = list[tuple[int, ...]]


class BagScan:
    """One set as the sheet's rules read it: moves of runs with what each costs, and the ways between terminals."""

    def __init__(self, directory: Path) -> None:
        stops = {row["stop_id"]: row for row in read_rows(directory, "stops")}
        self.mode = {stop: row["stop_name"].split()[0] for stop, row in stops.items()}
        self.change: dict[str, int] = {}
        self.ways: dict[str, list[tuple[str, int]]] = {}
        for row in read_rows(directory, "transfers"):
            minutes = -(-int(row["min_transfer_time"]) // 60)
            if row["from_stop_id"] == row["to_stop_id"]:
                self.change[row["from_stop_id"]] = minutes
            else:
                self.ways.setdefault(row["from_stop_id"], []).append((row["to_stop_id"], minutes))
        place = {stop: (float(row["stop_lat"]), float(row["stop_lon"])) for stop, row in stops.items()}
        priced: dict[tuple[str, str], tuple[int, int]] = {}
        self.moves = []
        for departs, arrives, here, there, run in read_connections(directory):
            if (here, there) not in priced:
                km, mode = _measure_km(*place[here], *place[there]), self.mode[here]
                usd, kg = (max(1, round(km * rate[mode] / 1000)) for rate in (USD, KG))
                priced[here, there] = usd, kg
            self.moves.append((departs, arrives, here, there, run, priced[here, there]))
        self.departures = [move[0] for move in self.moves]

    def find_front(self, origin: str, destination: str, ready: int, with_risk: bool) -> list[list[int]]:
        """Scan all moves of the window; returns the sorted front."""
        waiting: dict[str, Bag] = {origin: [(ready, 0, 0, 0, True)]}
        aboard: dict[Run, Bag] = {}
        reached: Bag = []
        for there, minutes in self.ways.get(origin, ()):
            if there != destination:
                _add(waiting.setdefault(there, []), (ready + minutes, *TRANSFER, 0, False))
        for departs, arrives, here, there, run, (usd, kg) in self.moves[bisect_left(self.departures, ready) :]:
            if departs > ready + WINDOW:
                break
            bag = aboard.get(run, [])
            for minute, cost, co2, risk, first in waiting.get(here, ()):
                if minute <= departs:
                    more = 0 if first or not with_risk else _measure_risk(departs - minute, self.mode[here])
                    _add(bag, (cost + BOARDING[self.mode[here]], co2, risk + more))
            aboard[run] = bag = [(cost + usd, co2 + kg, risk) for cost, co2, risk in bag]
            if arrives <= ready + WINDOW:
                self._leave(bag, there, arrives, destination, ready + WINDOW, waiting, reached)
        return sorted(map(list, reached))

    def _leave(
        self, bag: Bag, there: str, arrives: int, destination: str, latest: int, waiting: dict[str, Bag], reached: Bag
    ) -> None:
        """Let who is on board arrive, wait at a stop, or make a transfer."""
        for cost, co2, risk in bag:
            if there == destination:
                _add(reached, (arrives, cost, co2, risk))
                continue
            _add(waiting.setdefault(there, []), (arrives + self.change.get(there, 0), cost, co2, risk, False))
            for onward, minutes in self.ways.get(there, ()):
                values = (arrives + minutes, cost + TRANSFER[0], co2 + TRANSFER[1], risk)
                if onward != destination:
                    _add(waiting.setdefault(onward, []), (*values, False))
                elif values[0] <= latest:
                    _add(reached, values)


def _add(bag: Bag, values: tuple[int, ...]) -> None:
    """Add values unless others are no worse in everything; drop those they are no worse than.

    A fifth value, that risk is free here, is better when it is true.
    """
    for other in bag:
        if _is_no_worse(other, values):
            return
    bag[:] = [other for other in bag if not _is_no_worse(values, other)]
    bag.append(values)


def _is_no_worse(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    if len(one) == 5 and other[4] and not one[4]:
        return False
    return all(mine <= theirs for mine, theirs in zip(one[:4], other[:4], strict=True))


def _measure_risk(slack: int, mode: str) -> int:
    return int(100 * -math.log(1 - 0.5 * math.exp(-slack / TAU[mode])) + 0.5)


def _measure_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    one, two, east = math.radians(lat_a), math.radians(lat_b), math.radians(lon_b - lon_a)
    half = math.sin((two - one) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(east / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))
