"""How far told journeys lay from planned ones, by mode and kind of stop, and the hours that follow for a way.

What a way is made of (`journey_hours`) says how long it usually takes; how much longer or shorter it may be was learnt from
journeys that somebody told of (`scatter_learning`), for parts added up are too sure of themselves: of journeys never
looked at, six of ten lay between the best and the ninth-of-ten time that parts came to. Nothing is learnt here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from landsea_core.planner.network.place_rows import Hours
from landsea_core.planner.network.provenance import Provenance

ROAD, AIR, SEA = "road", "air", "sea"
ANY = "any"
"""Stands for every mode or every kind of stop: what is known of a kind with few journeys is mixed with it."""
THROUGH, HAULED, BORDER, CHANGE, SWITCH = "through", "hauled", "border", "change", "switch"
"""Kinds of stop, the surest first: one vehicle; one with local haulage; a border hop; another vehicle of the same mode; another
mode.
"""
RECKONED = "reckoned"
"""Stands for the kind of stop of a way with a flight or ship that is on no record: nobody told what it does on the way."""
COASTWISE = "coastwise"
"""The same of a ship that stays within one country: ferries and coasters keep to their times, ships abroad call on the way."""
PEOPLE = "people"
"""Stands for the kind of stop of a way that people go, not goods (`passenger_ways`)."""
STOPS = (THROUGH, HAULED, BORDER, CHANGE, SWITCH, RECKONED, COASTWISE, PEOPLE)


@dataclass(frozen=True, slots=True)
class KindOfWay:
    """The mode that most hours are ridden by, and the least sure kind of stop on the way."""

    mode: str
    stop: str

    @property
    def is_sure(self) -> bool:
        """Whether one vehicle that keeps to a line does it all: a train, a ship, a flight, no lorry on its own road. Flights
        are so alike that it holds for those on no record too.
        """
        return self.mode not in {ANY, ROAD} and (self.stop == THROUGH or (self.mode, self.stop) == (AIR, RECKONED))

    @property
    def levels(self) -> tuple["KindOfWay", ...]:
        """From all journeys to this kind: any, the mode, the mode with its stop. People's teach nothing of goods."""
        if self.stop == PEOPLE:
            return (KindOfWay(ANY, PEOPLE), self)
        return (KindOfWay(ANY, ANY), KindOfWay(self.mode, ANY), self)


@dataclass(frozen=True, slots=True)
class Scatter:
    """A row of scatter.jsonl. `reach`: eight of ten told journeys of the kind, nine where they lie far apart, lie between the
    planned hours divided by it and multiplied with it. `journeys`: how many taught it.
    """

    kind: KindOfWay
    reach: float
    journeys: int
    fact: Provenance


_kept: list[tuple[Sequence[Scatter], dict[KindOfWay, float]]] = []


def find_reach(known: Sequence[Scatter], kind: KindOfWay) -> float | None:
    """Return the reach of a kind, or of its mode, or of any where nothing is known of it; None where nothing was learnt.

    The rows last asked about are kept by kind, as one plan asks for each of its ways. Another thread may keep others meanwhile.
    """
    kept = _kept[0] if _kept else None
    if kept is None or kept[0] is not known:
        kept = (known, {row.kind: row.reach for row in known})
        _kept[:] = [kept]
    found = kept[1]
    return next((found[level] for level in reversed(kind.levels) if level in found), None)


def spread_by_reach(usual: float, reach: float, late: float = 0.0) -> Hours:
    """Return the hours of a way that usually takes `usual`; `late`: what missed connections add to nine of ten.

    Both ends lie outside on whole minutes, as pages tell no seconds: from half an hour and a second on is from half an hour on.
    """
    return Hours(floor(60 * usual / reach) / 60, usual, ceil(60 * (usual * reach + late)) / 60)
