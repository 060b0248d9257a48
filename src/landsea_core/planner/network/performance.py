"""What logged trips come to: medians, ninth of ten and numbers by leg and by border post, and the corridor's indicators.

Figures of fewer than five trips are hidden. The four indicators are those of CAREC's Corridor Performance Measurement
and Monitoring (adb.org, CPMM methodology): hours and dollars to clear a border post, dollars to travel a section (here
for all 500 km of a journey), and the speed along it without and with the time at borders.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median

from landsea_core.planner.network.geography import great_circle_km
from landsea_core.planner.network.milestones import ARRIVED, BORDER_IN, BORDER_OUT, DEPARTED, Happened
from landsea_core.planner.network.model import LINE, Corridor, Fact, Spread

HIDDEN_BELOW = 5
SECTION_KM = 500


@dataclass(frozen=True, slots=True)
class TripFacts:
    """One trip: its mode, its milestones by time, what it cost in all where that was said."""

    mode: str
    milestones: tuple[Happened, ...]
    cost_usd: float | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """Hours of several trips. Hidden where fewer than five: then only `n` is known."""

    n: int
    median: float | None
    p90: float | None
    low: float | None


@dataclass(frozen=True, slots=True)
class LegFigure:
    """A stretch from place to place by a mode, with what is advertised for it (hours, grade), where a line is on record."""

    origin: str
    destination: str
    mode: str
    sample: Sample
    service: str = ""
    said: float | None = None
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Indicators:
    """The four indicators, each with how many trips it rests on; None: hidden, or not said by enough trips."""

    border_hours: Sample
    cost_per_section: float | None
    costs_n: int
    speed_moving: float | None
    speed_all: float | None
    speeds_n: int


def sample_of(hours: Sequence[float]) -> Sample:
    """Return median, ninth of ten (nearest rank) and least of hours; hidden below five."""
    if len(hours) < HIDDEN_BELOW:
        return Sample(len(hours), None, None, None)
    ranked = sorted(hours)
    return Sample(len(ranked), median(ranked), ranked[-(-9 * len(ranked) // 10) - 1], ranked[0])


def legs(corridor: Corridor, trips: Iterable[TripFacts]) -> list[LegFigure]:
    """Return the stretches that trips made, those with most trips first, beside what is advertised for them."""
    hours: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for trip in trips:
        for origin, destination, taken in _stretches(trip.milestones):
            hours[origin, destination, trip.mode].append(taken)
    lines = _lines(corridor)
    found = []
    for (origin, destination, mode), taken in hours.items():
        service, said, grade = lines.get((origin, destination, mode), ("", None, ""))
        found.append(LegFigure(origin, destination, mode, sample_of(taken), service, said, grade))
    return sorted(found, key=lambda one: (-one.sample.n, one.origin, one.destination))


def _lines(corridor: Corridor) -> dict[tuple[str, str, str], tuple[str, float, str]]:
    return {
        (one.calls[0].place, one.calls[-1].place, one.mode): (one.id, one.hours, one.fact.grade)
        for one in corridor.services.values()
        if one.kind == LINE
    }


def _stretches(milestones: Sequence[Happened]) -> Iterable[tuple[str, str, float]]:
    """From each departure to the next arrival elsewhere."""
    left: Happened | None = None
    for one in milestones:
        if one.what == DEPARTED:
            left = one
        elif one.what == ARRIVED and left is not None and one.place != left.place:
            yield left.place, one.place, hours_between(left.at, one.at)
            left = None


def hours_between(first: datetime, last: datetime) -> float:
    """Return the hours from one moment to another."""
    return (last - first).total_seconds() / 3600


def borders(trips: Iterable[TripFacts]) -> dict[str, Sample]:
    """Return the hours at each border post, from coming to being let through."""
    hours: dict[str, list[float]] = defaultdict(list)
    for trip in trips:
        for place, taken in _at_borders(trip.milestones):
            hours[place].append(taken)
    return {place: sample_of(taken) for place, taken in sorted(hours.items())}


def _at_borders(milestones: Sequence[Happened]) -> Iterable[tuple[str, float]]:
    came: dict[str, datetime] = {}
    for one in milestones:
        if one.what == BORDER_IN:
            came[one.place] = one.at
        elif one.what == BORDER_OUT and one.place in came:
            yield one.place, hours_between(came.pop(one.place), one.at)


def indicators(corridor: Corridor, trips: Sequence[TripFacts]) -> Indicators:
    """Return the four indicators over trips that have at least a first and a last milestone at two places."""
    at_borders: list[float] = []
    costs: list[float] = []
    moving: list[float] = []
    total: list[float] = []
    for trip in trips:
        waits = [taken for _, taken in _at_borders(trip.milestones)]
        at_borders += waits
        km = _km(corridor, trip.milestones)
        if len(trip.milestones) < 2 or km <= 0:
            continue
        hours = hours_between(trip.milestones[0].at, trip.milestones[-1].at)
        if hours <= sum(waits):
            continue
        total.append(km / hours)
        moving.append(km / (hours - sum(waits)))
        if trip.cost_usd is not None:
            costs.append(trip.cost_usd / km * SECTION_KM)
    return Indicators(
        sample_of(at_borders),
        _enough(costs),
        len(costs),
        _enough(moving),
        _enough(total),
        len(total),
    )


def _enough(values: list[float]) -> float | None:
    return median(values) if len(values) >= HIDDEN_BELOW else None


def _km(corridor: Corridor, milestones: Sequence[Happened]) -> float:
    places = [corridor.places[one.place] for one in milestones if one.place in corridor.places]
    return sum(great_circle_km(one, other) for one, other in pairwise(places))


def measured(corridor: Corridor, trips: Iterable[TripFacts]) -> dict[str, Spread]:
    """Return by service what trips make of its advertised time, where five or more went all its way."""
    found = {}
    for figure in legs(corridor, trips):
        sample = figure.sample
        if figure.service and sample.median and figure.said:
            fact = Fact(f"{sample.n} trips logged here", "measured", "")
            scale, low, p90 = sample.median / figure.said, sample.low / sample.median, sample.p90 / sample.median
            found[figure.service] = Spread(figure.mode, "measured", scale, low, p90, fact, sample.n)
    return found
