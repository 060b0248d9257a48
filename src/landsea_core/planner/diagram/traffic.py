"""What runs on each stretch of the diagram: departures a week, how sure they are, and where nothing runs on a day.

A service is laid over the fewest stretches of its mode between two calls; where no line of its mode leads there, it is not
drawn, and the list beside the diagram tells of it.
"""

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from landsea_core.planner.diagram.layout import Layout
from landsea_core.planner.network.model import HAUL, Corridor, Service
from landsea_core.planner.network.place_rows import Closure

OVER_LAND = frozenset({"rail", "road"})
Key = tuple[str, frozenset[str]]
"""A stretch in either direction: its mode and both stops."""


@dataclass(slots=True)
class Traffic:
    """What runs on a stretch: departures a week in both directions, whether all of it is assumed, whether it stands still."""

    departures: float = 0.0
    assumed: bool = True
    served: bool = False
    runs: bool = False
    services: set[str] = field(default_factory=set)

    @property
    def stands_still(self) -> bool:
        """Whether services are on record here, and none of them goes."""
        return self.served and not self.runs


def count_departures(service: Service) -> float:
    """Return how often a service leaves in a week; 0 on call."""
    if isinstance(service.days, tuple):
        return len(service.days)
    if isinstance(service.days, str):
        return 7.0 if service.days == "daily" else 0.0
    return float(service.days)


class Ways:
    """The ways along the diagram's lines, found once for each pair of stops."""

    def __init__(self, layout: Layout) -> None:
        self.neighbours: dict[tuple[str, str], list[str]] = {}
        for one in layout.stretches:
            self.neighbours.setdefault((one.mode, one.origin), []).append(one.destination)
            self.neighbours.setdefault((one.mode, one.destination), []).append(one.origin)
        self._found: dict[tuple[str, str, str], list[str]] = {}

    def find(self, mode: str, origin: str, destination: str) -> list[str]:
        """Return the stops from one to the other with the fewest between; empty where no line leads there.

        Over land nothing goes by way of a third country, whose stop the service would then call at.
        """
        key = (mode, origin, destination)
        if key not in self._found:
            self._found[key] = self._search(*key)
        return self._found[key]

    def _search(self, mode: str, origin: str, destination: str) -> list[str]:
        countries = {origin[:2], destination[:2]}  # codes of places begin with their country
        came_from: dict[str, str] = {origin: ""}
        waiting = deque([origin])
        while waiting and destination not in came_from:
            here = waiting.popleft()
            for there in self.neighbours.get((mode, here), ()):
                if there not in came_from and (there[:2] in countries or mode not in OVER_LAND):
                    came_from[there] = here
                    waiting.append(there)
        if destination not in came_from:
            return []
        way = [destination]
        while came_from[way[-1]]:
            way.append(came_from[way[-1]])
        return way[::-1]


def lay_calls(layout: Layout, corridor: Corridor, ways: Ways, mode: str, calls: Iterable[str]) -> list[list[Key]]:
    """Return, for each pair of calls that follow each other, the stretches between their stops."""
    codes = list(calls)
    found = []
    for before, after in zip(codes, codes[1:], strict=False):
        ends = layout.stop_of(corridor, before), layout.stop_of(corridor, after)
        way = ways.find(mode, *ends) if all(ends) and ends[0] != ends[1] else []
        found.append([(mode, frozenset(pair)) for pair in zip(way, way[1:], strict=False)])
    return found


def measure_traffic(
    layout: Layout, corridor: Corridor, closed: Collection[Closure], ways: Ways | None = None
) -> dict[Key, Traffic]:
    """Return what runs on each stretch while `closed` holds.

    What calls at a closed place does not go the last stretch to it; what is closed as a service goes nowhere.
    """
    ways = ways or Ways(layout)
    found = {(one.mode, frozenset((one.origin, one.destination))): Traffic() for one in layout.stretches}
    for service in corridor.services.values():
        if service.kind == HAUL or service.not_offered:
            continue
        codes = [call.place for call in service.calls]
        for number, keys in enumerate(lay_calls(layout, corridor, ways, service.mode, codes)):
            stopped = any(service.id in row.services for row in closed)
            first, last = (_is_closed(code, service.mode, closed) for code in codes[number : number + 2])
            for place, key in enumerate(keys):
                gone = stopped or (first and place == 0) or (last and place == len(keys) - 1)
                _add(found[key], service, runs=not gone)
    return found


def _is_closed(code: str, mode: str, closed: Collection[Closure]) -> bool:
    return any(code in row.places and (not row.modes or mode in row.modes) for row in closed)


def _add(one: Traffic, service: Service, *, runs: bool) -> None:
    one.served = True
    one.services.add(service.id)
    one.assumed = one.assumed and service.fact.grade == "assumed"
    if runs:
        one.runs = True
        one.departures += count_departures(service)


def find_closed_stops(layout: Layout, corridor: Corridor, closed: Iterable[Closure]) -> dict[str, list[Closure]]:
    """Return by stop what stands still at places that it stands for."""
    found: dict[str, list[Closure]] = {}
    for row in closed:
        for stop in dict.fromkeys(layout.stop_of(corridor, code) for code in row.places):
            if stop:
                found.setdefault(stop, []).append(row)
    return found
