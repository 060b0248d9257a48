"""How long cargo takes between a vehicle and the gate of a place: joining, leaving and changing, with the procedures there.

A platform is where one mode's vehicles are boarded and left at a place; `inbound` platforms are for vehicles that have
come from another country, because import formalities lie behind them. Border stops in the middle of a through service
hold their formalities already: whoever stays on board never meets a platform, so nothing is counted twice.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.place_rows import Hours, Procedure
from landsea_core.planner.network.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing done to cargo: what, where, how long, by which row."""

    what: str
    place: str
    hours: Hours
    fact: Provenance
    row: str = ""


@dataclass(frozen=True, order=True, slots=True)
class Platform:
    """Where vehicles of a mode are boarded and left at a place."""

    place: str
    mode: str
    inbound: bool = False


def add_operations_up(operations: Iterable[Operation]) -> Hours:
    """Add operations up: best cases and usual ones add; the ninth of ten grows by the root of the squared excesses.

    That is the spread of independent delays; several delays on one day are rarer than each alone.
    """
    operations = list(operations)
    typical = sum(one.hours.typical for one in operations)
    excess = math.sqrt(sum((one.hours.p90 - one.hours.typical) ** 2 for one in operations))
    return Hours(sum(one.hours.low for one in operations), typical, typical + excess)


def count_minutes(operations: Iterable[Operation]) -> int:
    """Return the usual length of operations in minutes."""
    return round(60 * add_operations_up(operations).typical)


class Procedures:
    """The procedures that apply to one cargo on one day, found by place and occasion."""

    def __init__(self, corridor: Corridor, cargo: Cargo, day: date) -> None:
        self._found: dict[tuple[str, str], list[Procedure]] = defaultdict(list)
        for row in corridor.procedures:
            if row.hours is not None and _applies_to(row, cargo, day):
                for occasion in row.at:
                    self._found[row.place, occasion].append(row)
        self._handling = {(row.mode, row.at): row for row in corridor.handling}

    def find_operations(self, place: str, occasion: str, mode: str = "") -> list[Operation]:
        """Return the operations of an occasion (join, leave, change, in, hop) at a place, of one mode or of any."""
        rows = self._found.get((place, occasion), ())
        return _list_operations(row for row in rows if not mode or row.mode == mode)

    def usual_operation(self, mode: str, occasion: str, place: str) -> Operation:
        """Return what joining, leaving or changing takes where no procedure of the place says it."""
        row = self._handling[mode, occasion]
        return Operation(
            {"join": "hand in", "leave": "unload", "change": "change"}[occasion], place, row.hours, row.fact
        )

    def operations_to_join(self, platform: Platform) -> list[Operation]:
        """From the gate to where a vehicle is boarded."""
        own = self.find_operations(platform.place, "join", platform.mode)
        return own or [self.usual_operation(platform.mode, "join", platform.place)]

    def operations_to_leave(self, platform: Platform) -> list[Operation]:
        """From a vehicle that was left to the gate."""
        own = self.find_operations(platform.place, "leave", platform.mode)
        operations = own or [self.usual_operation(platform.mode, "leave", platform.place)]
        return operations + self._inbound(platform)

    def operations_to_change(self, platform: Platform) -> list[Operation]:
        """From one vehicle to another of the same mode at the same place."""
        own = self.find_operations(platform.place, "change", platform.mode)
        operations = own or [self.usual_operation(platform.mode, "change", platform.place)]
        return operations + self._inbound(platform)

    def operations_to_hop(self, origin: str, destination: str) -> list[Operation]:
        """The formalities on both sides of a border; quarantine and checks for some goods on the side of entry only."""
        leaving = _list_operations(row for row in self._found.get((origin, "hop"), ()) if not row.goods)
        return leaving + _list_operations(self._found.get((destination, "hop"), ()))

    def _inbound(self, platform: Platform) -> list[Operation]:
        return self.find_operations(platform.place, "in", platform.mode) if platform.inbound else []

    def clears(self, place: str, mode: str) -> bool:
        """Say whether import formalities of a mode are known at a place."""
        return any(row.mode == mode for row in self._found.get((place, "in"), ()))


def _applies_to(row: Procedure, cargo: Cargo, day: date) -> bool:
    if row.goods and not any(cargo.hs.startswith(prefix) for prefix in row.goods):
        return False
    return row.since <= day.isoformat() and (not row.until or day.isoformat() < row.until)


def _list_operations(rows: Iterable[Procedure]) -> list[Operation]:
    """What is done by procedures whose hours are known."""
    return [Operation(row.kind.replace("_", " "), row.place, row.hours, row.fact, row.id) for row in rows if row.hours]
