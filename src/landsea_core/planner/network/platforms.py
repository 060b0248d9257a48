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
from landsea_core.planner.network.model import Corridor, Fact, Hours, Procedure


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to cargo: what, where, how long, by which row."""

    what: str
    place: str
    hours: Hours
    fact: Fact
    row: str = ""


@dataclass(frozen=True, order=True, slots=True)
class Platform:
    """Where vehicles of a mode are boarded and left at a place."""

    place: str
    mode: str
    inbound: bool = False


def together(steps: Iterable[Step]) -> Hours:
    """Add steps up: best cases and usual ones add; the ninth of ten grows by the root of the squared excesses.

    That is the spread of independent delays; several delays on one day are rarer than each alone.
    """
    steps = list(steps)
    typical = sum(step.hours.typical for step in steps)
    excess = math.sqrt(sum((step.hours.p90 - step.hours.typical) ** 2 for step in steps))
    return Hours(sum(step.hours.low for step in steps), typical, typical + excess)


def minutes(steps: Iterable[Step]) -> int:
    """Return the usual length of steps in minutes."""
    return round(60 * together(steps).typical)


class Procedures:
    """The procedures that apply to one cargo on one day, found by place and occasion."""

    def __init__(self, corridor: Corridor, cargo: Cargo, day: date) -> None:
        self._found: dict[tuple[str, str], list[Procedure]] = defaultdict(list)
        for row in corridor.procedures:
            if row.hours is not None and _applies(row, cargo, day):
                for occasion in row.at:
                    self._found[row.place, occasion].append(row)
        self._handling = {(row.mode, row.at): row for row in corridor.handling}

    def at(self, place: str, occasion: str, mode: str = "") -> list[Step]:
        """Return the steps of an occasion (join, leave, change, in, hop) at a place, of one mode or of any."""
        rows = self._found.get((place, occasion), ())
        return _steps(row for row in rows if not mode or row.mode == mode)

    def handling(self, mode: str, occasion: str, place: str) -> Step:
        """Return what joining, leaving or changing takes where no procedure of the place says it."""
        row = self._handling[mode, occasion]
        return Step({"join": "hand in", "leave": "unload", "change": "change"}[occasion], place, row.hours, row.fact)

    def join(self, platform: Platform) -> list[Step]:
        """From the gate to where a vehicle is boarded."""
        own = self.at(platform.place, "join", platform.mode)
        return own or [self.handling(platform.mode, "join", platform.place)]

    def leave(self, platform: Platform) -> list[Step]:
        """From a vehicle that was left to the gate."""
        own = self.at(platform.place, "leave", platform.mode)
        steps = own or [self.handling(platform.mode, "leave", platform.place)]
        return steps + self._inbound(platform)

    def change(self, platform: Platform) -> list[Step]:
        """From one vehicle to another of the same mode at the same place."""
        own = self.at(platform.place, "change", platform.mode)
        steps = own or [self.handling(platform.mode, "change", platform.place)]
        return steps + self._inbound(platform)

    def hop(self, origin: str, destination: str) -> list[Step]:
        """The formalities on both sides of a border; quarantine and checks for some goods on the side of entry only."""
        leaving = _steps(row for row in self._found.get((origin, "hop"), ()) if not row.goods)
        return leaving + _steps(self._found.get((destination, "hop"), ()))

    def _inbound(self, platform: Platform) -> list[Step]:
        return self.at(platform.place, "in", platform.mode) if platform.inbound else []

    def clears(self, place: str, mode: str) -> bool:
        """Say whether import formalities of a mode are known at a place."""
        return bool(self.at(place, "in", mode))


def _applies(row: Procedure, cargo: Cargo, day: date) -> bool:
    if row.goods and not any(cargo.hs.startswith(prefix) for prefix in row.goods):
        return False
    return row.since <= day.isoformat() and (not row.until or day.isoformat() < row.until)


def _steps(rows: Iterable[Procedure]) -> list[Step]:
    """What is done by procedures whose hours are known."""
    return [Step(row.kind.replace("_", " "), row.place, row.hours, row.fact, row.id) for row in rows if row.hours]
