"""What logged trips come to, reckoned once and kept by each process: for plans, for the corridor's public pages.

A copy is thrown away when trips or decisions on them change (`TripsMark`), the network does, or another day begins. A look
that finds it whole takes one statement. Where reckoning became costly, the copy stands for a while all the same, so that a
flood of trips cannot keep a process reckoning; plans and pages are then late by that while.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from landsea.corridor import access_trips
from landsea.corridor.access_trips import FOR_PLANS, list_told_trips
from landsea.corridor.kept_network import find_network
from landsea.corridor.models import MeasuredLine, Milestone, Trip, TripsMark
from landsea_core.planner.network.event_standards import ARRIVED, DEPARTED
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.overall_figures import OverallFigures, compute_overall_figures
from landsea_core.planner.network.performance import measure_spreads
from landsea_core.planner.network.time_distance import TimeDistancePicture, draw_picture
from landsea_core.planner.network.voices import TripStanding, sort_by_standing

COSTLY_SECONDS = 1.0
STANDS_TIMES = 20
"""A copy that took longer than `COSTLY_SECONDS` stands for so many times as long: a twentieth of a core goes into it."""
MOST_PICTURES = 200
"""Pictures of stretches that are kept beside the figures: the last ones asked for."""


@dataclass(frozen=True)
class _Copy:
    """What was reckoned, of which network and day, as of which mark, and until when (monotonic) it stands at least."""

    of: tuple[str, date]
    mark: UUID | None
    value: Any
    stands_until: float


@dataclass
class _Reckoning:
    """Something that costs seconds to reckon and may be late: one copy, shared by all threads.

    It is no `landsea.base.kept.Kept`, which never answers with what is from before its mark and lets every thread that finds
    another mark read anew. Here one thread reckons and the others take the copy of before meanwhile, a costly copy stands
    for a while though its mark (the trips) moved on, and only what it is of (network and day) must be as asked.
    """

    make: Callable[[Corridor, date], Any]
    copy: _Copy | None = None
    reckoning: threading.Lock = field(default_factory=threading.Lock)

    def get(self, network: Corridor, day: date, mark: UUID | None) -> Any:
        of = (network.digest, day)
        here = self._standing(of, mark)
        if here is not None:
            return here.value
        usable = self.copy is not None and self.copy.of == of
        if not self.reckoning.acquire(blocking=not usable):
            return self.copy.value
        try:
            here = self._standing(of, mark) or self._made(network, of, mark)
        finally:
            self.reckoning.release()
        return here.value

    def _standing(self, of: tuple[str, date], mark: UUID | None) -> _Copy | None:
        here = self.copy
        fits = here is not None and here.of == of and (here.mark == mark or time.monotonic() < here.stands_until)
        return here if fits else None

    def _made(self, network: Corridor, of: tuple[str, date], mark: UUID | None) -> _Copy:
        begun = time.monotonic()
        value = self.make(network, of[1])
        ended = time.monotonic()
        took = ended - begun
        self.copy = _Copy(of, mark, value, ended + (STANDS_TIMES * took if took > COSTLY_SECONDS else 0))
        return self.copy


@dataclass
class Figures:
    """All that trips come to, and the pictures of stretches that were asked for since; `demo_trips` are invented ones."""

    overall: OverallFigures
    demo_trips: int
    pictures: dict[tuple[str, str, str], tuple[TimeDistancePicture | None, bool]] = field(default_factory=dict)


def measure_network() -> Corridor:
    """Return the network with what logged trips make of its times."""
    mark = TripsMark.objects.values_list("plans", flat=True).first()
    return find_network() if mark is None else _for_plans.get(find_network(), access_trips.find_day_of_weighing(), mark)


def name_line(pk: int) -> tuple[str, float | None, float]:
    """Return the name of a line whose measured time moved, the hours by trips (None: too few stand behind them), and those
    that are advertised.
    """
    row = MeasuredLine.objects.get(pk=pk)
    service = find_network().services[row.service]
    return service.name, row.hours, service.hours


def count_trips() -> Figures:
    """Return what all trips come to."""
    mark = TripsMark.objects.values_list("every", flat=True).first()
    return _for_pages.get(find_network(), access_trips.find_day_of_weighing(), mark)


def stretch_picture(kept: Figures, stretch: tuple[str, str, str]) -> tuple[TimeDistancePicture | None, bool]:
    """Return the picture of the trips over a stretch (from, to, mode) that count, or else of those without a name, and which
    of the two it is; None where fewer than five went all its way. Read once for each copy of the figures.
    """
    if stretch not in kept.pictures:
        if len(kept.pictures) >= MOST_PICTURES:
            kept.pictures.clear()
        kept.pictures[stretch] = _drawn(stretch)
    return kept.pictures[stretch]


def _drawn(stretch: tuple[str, str, str]) -> tuple[TimeDistancePicture | None, bool]:
    network, (origin, destination, mode) = find_network(), stretch
    left = Milestone.objects.filter(trip=OuterRef("pk"), place=origin, what=DEPARTED)
    came = Milestone.objects.filter(trip=OuterRef("pk"), place=destination, what=ARRIVED)
    trips = sort_by_standing(
        network, list_told_trips(Q(Exists(left), Exists(came), mode=mode)), access_trips.find_day_of_weighing()
    )
    for nameless, which in enumerate((TripStanding.COUNTED, TripStanding.NAMELESS)):
        found = draw_picture(network, trips[which], stretch)
        if found is not None:
            return found, bool(nameless)
    return None, False


def _reckoned(network: Corridor, day: date) -> Figures:
    return Figures(
        compute_overall_figures(network, list_told_trips(Q()), day), Trip.objects.filter(is_demo=True).count()
    )


_for_plans = _Reckoning(
    lambda network, day: replace(network, measured=measure_spreads(network, list_told_trips(FOR_PLANS), day))
)
_for_pages = _Reckoning(_reckoned)
