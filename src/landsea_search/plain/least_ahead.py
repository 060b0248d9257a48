"""What a destination costs at least from every stop: minutes, cost and CO2e, each on its own and without timetables.

A label whose sum with these bounds is dominated by a journey already found cannot lead to a better one.
"""

from collections import defaultdict
from heapq import heappop, heappush
from typing import NamedTuple

from landsea_search.network import Haulage, Network, Transfer


class Least(NamedTuple):
    """The least that lies between a stop, boarding included, and the destination."""

    minutes: int
    cost: int
    co2: int


def find_least_ahead(network: Network, destination: int) -> list[Least | None]:
    """Return for each stop the least to the destination for cargo that is ready to board there; None: no way."""
    steps = _collect_steps(network)
    columns = [_find_nearest(len(network.stops), steps, destination, criterion) for criterion in range(3)]
    return [None if minutes is None else Least(minutes, cost, co2) for minutes, cost, co2 in zip(*columns, strict=True)]


def _collect_steps(network: Network) -> dict[int, list[tuple[int, Least]]]:
    """Return, by where they end, the steps from stop to stop, each with the least it takes.

    Boarding a line is an edge from the stop to the line's place; so nodes are stops, then one node a move: on board
    before it.
    """
    into: dict[int, list[tuple[int, Least]]] = defaultdict(list)
    node = len(network.stops)
    for line in network.lines:
        for place, move in enumerate(line.moves):
            if move.boarding:
                into[node].append((move.origin, Least(0, move.boarding.cost, move.boarding.co2)))
            on_the_way = Least(move.arrives - move.departs, move.cost, move.co2)
            if move.alighting:
                into[move.destination].append((node, on_the_way))
            if place + 1 < len(line.moves):
                into[node + 1].append((node, on_the_way._replace(minutes=line.moves[place + 1].departs - move.departs)))
            node += 1
    ways: list[Haulage | Transfer] = [*network.haulages, *network.transfers]
    for row in ways:
        into[row.destination].append((row.origin, Least(row.minutes, row.cost, row.co2)))
    return into


def _find_nearest(
    stops: int, into: dict[int, list[tuple[int, Least]]], destination: int, criterion: int
) -> list[int | None]:
    """Dijkstra's algorithm backwards from the destination for one criterion."""
    done: dict[int, int] = {}
    queue = [(0, destination)]
    while queue:
        distance, node = heappop(queue)
        if node in done:
            continue
        done[node] = distance
        for earlier, least in into[node]:
            if earlier not in done:
                heappush(queue, (distance + least[criterion], earlier))
    return [done.get(stop) for stop in range(stops)]
