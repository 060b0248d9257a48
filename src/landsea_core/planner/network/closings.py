"""What stands still, when, and what that does to lines and border gates. Days are local days of the place."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from landsea_core.planner.network.days import find_midnight, find_utc_offset, read_clock_time
from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.place_rows import Closure, Procedure
from landsea_search import Opening


class Closings:
    """Closures and gate hours of a corridor, with further closures (disruptions) that editors have entered."""

    def __init__(self, corridor: Corridor, more: Iterable[Closure] = ()) -> None:
        self.corridor = corridor
        self.rows = (*corridor.closures, *more)
        self._by_place: dict[str, list[Closure]] = {}
        self._by_service: dict[str, list[Closure]] = {}
        for row in self.rows:
            for place in row.places:
                self._by_place.setdefault(place, []).append(row)
            for service in row.services:
                self._by_service.setdefault(service, []).append(row)
        self._about: dict[str, tuple[list[Closure], timedelta]] = {}
        self._gates: dict[str, list[Procedure]] = {}
        for procedure in corridor.procedures:
            if "gate" in procedure.at and procedure.opens:
                self._gates.setdefault(procedure.place, []).append(procedure)

    def find_closure(self, place: str, day: date, mode: str = "") -> Closure | None:
        """Return what closes a place on a day, for a mode or for any."""
        rows = self._by_place.get(place, ())
        return next((row for row in rows if row.covers(day) and (not mode or not row.modes or mode in row.modes)), None)

    def find_closure_throughout(self, place: str, day: date, days: int) -> Closure | None:
        """Return what closes a place through the whole window."""
        rows = self._by_place.get(place, ())
        last = day + timedelta(days=days)
        return next((row for row in rows if row.covers(day) and row.covers(last)), None)

    def find_stop_of_service(self, service: Service, day: date) -> Closure | None:
        """Return what stops the run of a service that begins on a day."""
        return next((row for row in self._by_service.get(service.id, ()) if row.covers(day)), None)

    def may_touch(self, service: Service) -> bool:
        """Say whether any closure, whenever it holds, is about a service or a place it calls at."""
        return service.id in self._by_service or any(call.place in self._by_place for call in service.calls)

    def split_run(self, service: Service, day: date, borders: frozenset[int]) -> tuple[tuple[int, int], ...]:
        """Return the parts of a run that go, as first and last call: cut at closed places and at `borders`."""
        last = len(service.calls) - 1
        if not borders and not self._may_touch_run(service, day):
            return ((0, last),)
        if self.find_stop_of_service(service, day):
            return ()
        parts, begin = [], 0
        for place, call in enumerate(service.calls):
            days = call.arrive_day if place else 0
            if self.find_closure(call.place, day + timedelta(days=days), service.mode):
                parts.append((begin, place - 1))
                begin = place + 1
            elif place in borders:
                parts.append((begin, place))
                begin = place + 1
        parts.append((begin, last))
        return tuple((first, end) for first, end in parts if first < end)

    def _may_touch_run(self, service: Service, day: date) -> bool:
        """Say whether any closure about a run that begins on a day holds while it is under way; most days none does."""
        if service.id not in self._about:
            rows = [*self._by_service.get(service.id, ())]
            rows += [row for call in service.calls for row in self._by_place.get(call.place, ())]
            self._about[service.id] = (rows, timedelta(days=max(call.arrive_day for call in service.calls)))
        rows, way = self._about[service.id]
        return any(row.since <= day + way and (row.until is None or day <= row.until) for row in rows)

    def find_opening(self, origin: str, destination: str, first: date, days: int) -> Opening | None:
        """Return when a border may be crossed: while both gates are open on days that neither is closed; None: always."""
        ends = (origin, destination)
        if not any(place in self._gates or place in self._by_place for place in ends):
            return None
        windows = [self._windows(place, first, days) for place in ends]
        return Opening(tuple(_intersect_windows(*windows)))

    def _windows(self, place: str, first: date, days: int) -> list[tuple[int, int]]:
        gates = tuple((row.since, row.until, row.opens, row.closes) for row in self._gates.get(place, ()))
        known = _list_gate_windows(self.corridor.places[place].zone, gates, first, days)
        if place not in self._by_place:
            return [window for _, window in known]
        return [window for day, window in known if not self.find_closure(place, day)]


@lru_cache(maxsize=512)
def _list_gate_windows(
    zone: str, gates: tuple[tuple[str, str, str, str], ...], first: date, days: int
) -> tuple[tuple[date, tuple[int, int]], ...]:
    """The days around a window with the minutes between which a gate is open, whatever closes it for a while.

    `gates` are (since, until, opens, closes) of its rows. Kept, as most questions of a day ask for the same.
    """
    found = []
    for later in range(-1, days + 1):
        day = first + timedelta(days=later)
        opens, closes = _find_gate_hours(gates, day.isoformat())
        zero = find_midnight(day) - find_utc_offset(zone, day)
        found.append((day, (zero + opens, zero + closes)))
    return tuple(found)


def _find_gate_hours(gates: tuple[tuple[str, str, str, str], ...], told: str) -> tuple[int, int]:
    """Between which minutes of a day a gate is open, by the last row that holds on it; all day where none does."""
    holds = [row for row in gates if row[0] <= told and (not row[1] or told < row[1])]
    return (read_clock_time(holds[-1][2]), read_clock_time(holds[-1][3])) if holds else (0, 1440)


def _intersect_windows(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the minutes that lie in windows of both lists, which are sorted; windows that touch become one."""
    found: list[tuple[int, int]] = []
    first = second = 0
    while first < len(one) and second < len(other):
        begin, end = max(one[first][0], other[second][0]), min(one[first][1], other[second][1])
        if begin < end:
            if found and found[-1][1] == begin:
                begin = found.pop()[0]
            found.append((begin, end))
        if one[first][1] <= other[second][1]:
            first += 1
        else:
            second += 1
    return found
