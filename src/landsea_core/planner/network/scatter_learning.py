"""Learning how far told journeys lie from planned ones: by mode and kind of stop, with what few journeys say mixed with
what all say, and judged by leaving whole sources out.

The reach of a kind is learnt in steps, from all journeys to those of its mode to its own. With n journeys of a kind whose
quantile is q, and the value p of the step before: (n q + 4 p) / (n + 4), on the logarithms. Two flights with a change say
little by themselves, forty trains say nearly all. (Partial pooling: A. Gelman, J. Hill, Data Analysis Using Regression and
Multilevel/Hierarchical Models, 2007, chapter 12.)

The quantile is chosen so that the median journey that was left out gets an interval no wider than `WIDEST`. Leaving out single
rows would judge too well, for a source that tells of seven journeys tells of all of them in one manner. Where more than one
vehicle is needed, a lorry finds its own way, or a ship is on no record, eight of ten are held whatever the quantile: what errs
there errs in ways that nobody has told of yet, as journeys drawn afresh showed. The median is asked for twice: of all journeys,
and with each mode counting alike, for who asks next asks in another mix than those who told.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from landsea_core.planner.network.place_rows import Hours
from landsea_core.planner.network.scatter import ANY, PEOPLE, KindOfWay, spread_by_reach

MIXED_AS = 4
"""The step before counts as so many journeys of a kind: of 4, 6 and 8 the coverage of sources left out is alike."""
WIDEST = 2.12
"""How many times its lower end the upper end of the median interval may be: 2.2 is promised, and who asks next may ask for
more changes of vehicle than those that teach."""
QUANTILE_OF_UNSURE = 0.8
"""The least quantile for kinds of way that are not sure: with 0.9 and 560 journeys, of which more are lorries and ferries than
before, no quantile kept the median interval within `WIDEST`."""
QUANTILE_OF_PEOPLE = 0.8
"""The quantile for ways of people, whose spans are those of their own journeys."""
QUANTILES = tuple(0.7 + 0.005 * step for step in range(45))
FARTHEST = math.log(2.5)
"""No interval reaches farther, whatever a lone journey says."""
NEAREST = math.log(1.45)
"""No interval is narrower: journeys that look alike, as reckoned flights, were told by few. Kinds mix without it."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a told journey teaches: its sources, the kind of way planned for it, told and planned hours.

    `low` and `high`: the told hours; `usual`: the planned ones.
    """

    id: str
    sources: frozenset[str]
    kind: KindOfWay
    low: float
    high: float
    usual: float

    @property
    def distance(self) -> float:
        """How far the plan lies from the nearer end of what was told, as a logarithm; 0 within it."""
        return max(0.0, math.log(self.low / self.usual), math.log(self.usual / self.high))


def learn_reaches(lessons: Sequence[Lesson], quantile: float) -> dict[KindOfWay, float]:
    """Return the reach of each kind of way that lessons tell of, of each mode, and of any; factors above one."""
    return {kind: math.exp(max(NEAREST, value)) for kind, value in _learn_logarithms(lessons, quantile).items()}


def _learn_logarithms(lessons: Sequence[Lesson], quantile: float) -> dict[KindOfWay, float]:
    distances: dict[KindOfWay, list[float]] = {}
    levels = {level: number for one in lessons for number, level in enumerate(one.kind.levels)}
    for one in lessons:
        for level in one.kind.levels:
            distances.setdefault(level, []).append(one.distance)
    found: dict[KindOfWay, float] = {}
    for level in sorted(levels, key=lambda one: levels[one]):
        share = _choose_share(level, quantile)
        own, above = find_quantile(distances[level], share), level.levels[levels[level] - 1]
        count = len(distances[level])
        value = (count * own + MIXED_AS * found[above]) / (count + MIXED_AS) if levels[level] else own
        found[level] = min(FARTHEST, value)
    return found


def _choose_share(level: KindOfWay, quantile: float) -> float:
    if level.stop == PEOPLE:
        return QUANTILE_OF_PEOPLE
    return quantile if level.is_sure or level.stop == ANY else max(quantile, QUANTILE_OF_UNSURE)


def find_quantile(values: Iterable[float], share: float) -> float:
    """Return the value that a share of values does not exceed, between neighbours in proportion.

    >>> find_quantile([1, 2, 3], 0.5)
    2
    """
    ordered = sorted(values)
    place = share * (len(ordered) + 1) - 1
    if place <= 0:
        return ordered[0]
    if place >= len(ordered) - 1:
        return ordered[-1]
    below = int(place)
    return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])


def leave_sources_out(lessons: Sequence[Lesson], quantile: float) -> list[Hours]:
    """Return the hours of each lesson by what the lessons of other sources teach."""
    kept: dict[frozenset[str], dict[KindOfWay, float]] = {}
    found = []
    for one in lessons:
        if one.sources not in kept:
            kept[one.sources] = learn_reaches([other for other in lessons if not other.sources & one.sources], quantile)
        reaches = kept[one.sources]
        taught = (reaches[level] for level in reversed(one.kind.levels) if level in reaches)
        reach = next(taught, math.exp(FARTHEST))  # where no other source tells of anything
        found.append(spread_by_reach(one.usual, reach))
    return found


def choose_quantile(lessons: Sequence[Lesson]) -> float:
    """Return the largest quantile with which the median interval of journeys left out is no wider than `WIDEST`.

    The width grows with the quantile, so it is looked for by halving: 6 looks in place of 45.
    """

    def measure(share: float) -> float:
        spans = leave_sources_out(lessons, share)
        return max(measure_width(spans), measure_width_of_modes(lessons, spans))

    return QUANTILES[max(0, bisect_right(QUANTILES, WIDEST, key=measure) - 1)]


def measure_width(spans: Iterable[Hours]) -> float:
    """Return how many times its lower end the upper end of the median interval is."""
    return median(one.p90 / one.low for one in spans)


def measure_width_of_modes(lessons: Sequence[Lesson], spans: Sequence[Hours]) -> float:
    """Return the same with each mode counting alike, goods and people apart, however many told of it."""
    parts = [(one.kind.mode, one.kind.stop == PEOPLE) for one in lessons]
    widths = sorted((hours.p90 / hours.low, 1 / parts.count(part)) for part, hours in zip(parts, spans, strict=True))
    half, so_far = sum(weight for _, weight in widths) / 2, 0.0
    for width, weight in widths:
        so_far += weight
        if so_far >= half - 1e-9:
            return width
    raise ValueError("No lessons.")


def describe_reaches(
    lessons: Sequence[Lesson], quantile: float, read: Iterable[str], day: date
) -> list[dict[str, Any]]:
    """Return the rows of scatter.jsonl: any first, then modes and kinds. `read`: the ids of all told journeys, planned or not.

    The first row names all that taught, and those that lay outside when their source was left out.
    """
    spans = leave_sources_out(lessons, quantile)
    outside = [one.id for one, hours in zip(lessons, spans, strict=True) if not _is_inside(one, hours)]
    inside, width = len(lessons) - len(outside), measure_width(spans)
    note = (
        f"quantile {quantile:.3f}; sources left out, {inside} of {len(lessons)} inside, "
        f"upper end {width:.2f} times the lower at the median"
    )
    reaches = learn_reaches(lessons, quantile)
    rows = []
    for kind in sorted(reaches, key=lambda one: (one.mode != ANY, one.mode, one.stop != ANY, one.stop)):
        row: dict[str, Any] = {"mode": kind.mode, "stop": kind.stop, "reach": round(reaches[kind], 3)}
        row["journeys"] = sum(kind in one.kind.levels for one in lessons)
        if kind == KindOfWay(ANY, ANY):
            row |= {"taught": list(read), "outside": outside}
        row |= {"source": "fitted to the told journeys by `landsea network learn`"}
        row |= {"grade": "derived", "checked": day.isoformat(), "note": note if "taught" in row else ""}
        rows.append(row)
    return rows


def _is_inside(one: Lesson, hours: Hours) -> bool:
    return hours.low <= one.high and one.low <= hours.p90
