"""When the gates of a post are open, and whether they are now, on the clock there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.ranking import UNSURE


@dataclass(frozen=True, slots=True)
class Gate:
    """A post's gate: the place, its hours as clock times there ("08:00"), what time it is there, whether it is open, and how
    sure its hours are.
    """

    place: str
    opens: str
    closes: str
    clock: str
    is_open: bool
    grade: str

    @property
    def is_sure(self) -> bool:
        """Say whether somebody who should know has said its hours."""
        return self.grade not in UNSURE


def find_gate(corridor: Corridor, codes: Iterable[str], now: datetime) -> Gate | None:
    """Return the gate of the first of these places whose hours are known at `now` (aware); None where none are.

    Of several rows of a place the last one that holds on the day counts, as in plans.
    """
    for code in codes:
        there = now.astimezone(ZoneInfo(corridor.places[code].zone))
        day = there.date().isoformat()
        rows = [
            row
            for row in corridor.procedures
            if row.place == code and "gate" in row.at and row.opens and _holds(row.since, row.until, day)
        ]
        if rows:
            opens, closes, clock = rows[-1].opens, rows[-1].closes, f"{there:%H:%M}"
            return Gate(code, opens, closes, clock, opens <= clock < closes, rows[-1].fact.grade)
    return None


def _holds(since: str, until: str, day: str) -> bool:
    return since <= day and (not until or day < until)
