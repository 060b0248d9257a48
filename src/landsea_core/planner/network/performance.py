"""What logged trips come to: medians, ninth of ten and numbers by leg and by border post, and the corridor's indicators.

Figures of fewer than five trips are hidden; whose trips weigh how much is said by `voices`. The four indicators are
those of CAREC's Corridor Performance Measurement and Monitoring (adb.org, CPMM methodology): hours and dollars to clear a
border post, dollars to travel a section (here for all 500 km of a journey), and the speed along it without and with the
time at borders.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from landsea_core.planner.network.geography import great_circle_km
from landsea_core.planner.network.milestones import TripEvent
from landsea_core.planner.network.model import Corridor, Provenance, Spread
from landsea_core.planner.network.voices import (
    Sample,
    TripFacts,
    TripsByStanding,
    TripStanding,
    Voice,
    count_hours_between,
    list_advertised_lines,
    list_border_waits,
    list_stretches,
    make_sample,
    make_voice,
    sort_by_standing,
)

SECTION_KM = 500


@dataclass(frozen=True, slots=True)
class SeparateSamples:
    """What trips come to that count, beside what those come to for which nobody vouches and those of the year before, and
    how many are in none of these: `held` for an editor, `left_out` by one, `other_time` for their age.
    """

    sample: Sample
    nameless: Sample
    earlier: Sample
    held: int = 0
    left_out: int = 0
    other_time: int = 0

    @property
    def is_shown(self) -> bool:
        """Whether there are enough trips of the last year for a figure, with names or without."""
        return self.sample.median is not None or self.nameless.median is not None


@dataclass(frozen=True, slots=True)
class LegFigure:
    """A stretch from place to place by a mode, with what is advertised for it (hours, grade), where a line is on record."""

    origin: str
    destination: str
    mode: str
    hours: SeparateSamples
    service: str = ""
    said: float | None = None
    grade: str = ""

    @property
    def feeds_plans(self) -> bool:
        """Whether plans count with these hours in place of the advertised ones."""
        return bool(self.service and self.said and self.hours.sample.median and self.hours.sample.enough_for_plans)


@dataclass(frozen=True, slots=True)
class Indicators:
    """The four indicators, each with how many trips it rests on; None: hidden, or not said by enough trips."""

    border_hours: Sample
    cost_per_section: float | None
    costs_n: int
    speed_moving: float | None
    speed_all: float | None
    speeds_n: int


def measure_legs(corridor: Corridor, trips: TripsByStanding) -> list[LegFigure]:
    """Return the stretches that trips made, those with most trips first, beside what is advertised for them.

    A stretch that was only told of by trips that are held or left out has samples of none.
    """
    told: dict[tuple[str, str, str], VoicesByStanding] = defaultdict(_make_empty)
    for standing, one in _each_trip(trips):
        for origin, destination, taken in list_stretches(one.milestones):
            told[origin, destination, one.mode][standing].append(make_voice(one, taken))
    lines = list_advertised_lines(corridor)
    found = [LegFigure(*ends, _separate_samples(said), *lines.get(ends, ("", None, ""))) for ends, said in told.items()]
    return sorted(found, key=lambda one: (-one.hours.sample.n, -one.hours.nameless.n, one.origin, one.destination))


def measure_borders(trips: TripsByStanding) -> dict[str, SeparateSamples]:
    """Return the hours at each border post, from coming to being let through."""
    told: dict[str, VoicesByStanding] = defaultdict(_make_empty)
    for standing, one in _each_trip(trips):
        for place, taken in list_border_waits(one.milestones):
            told[place][standing].append(make_voice(one, taken))
    return {place: _separate_samples(said) for place, said in sorted(told.items())}


VoicesByStanding = dict[TripStanding, list[Voice]]


def _make_empty() -> VoicesByStanding:
    return {one: [] for one in TripStanding}


def _each_trip(trips: TripsByStanding) -> Iterable[tuple[TripStanding, TripFacts]]:
    return ((standing, one) for standing, rows in trips.items() for one in rows)


def _separate_samples(told: VoicesByStanding) -> SeparateSamples:
    return SeparateSamples(
        make_sample(told[TripStanding.COUNTED]),
        make_sample(told[TripStanding.NAMELESS]),
        make_sample(told[TripStanding.EARLIER]),
        len(told[TripStanding.HELD]),
        len(told[TripStanding.LEFT_OUT]),
        len(told[TripStanding.OTHER_TIME]),
    )


def compute_indicators(corridor: Corridor, trips: Sequence[TripFacts]) -> Indicators:
    """Return the four indicators over trips that have at least a first and a last milestone at two places."""
    at_borders: list[Voice] = []
    costs: list[Voice] = []
    moving: list[Voice] = []
    total: list[Voice] = []
    for trip in trips:
        waited = [taken for _, taken in list_border_waits(trip.milestones)]
        at_borders += [make_voice(trip, taken) for taken in waited]
        km = _measure_km(corridor, trip.milestones)
        if len(trip.milestones) < 2 or km <= 0:
            continue
        hours = count_hours_between(trip.milestones[0].at, trip.milestones[-1].at)
        if hours <= sum(waited):
            continue
        total.append(make_voice(trip, km / hours))
        moving.append(make_voice(trip, km / (hours - sum(waited))))
        if trip.cost_usd is not None:
            costs.append(make_voice(trip, trip.cost_usd / km * SECTION_KM))
    return Indicators(
        make_sample(at_borders),
        make_sample(costs).median,
        len(costs),
        make_sample(moving).median,
        make_sample(total).median,
        len(total),
    )


def _measure_km(corridor: Corridor, milestones: Sequence[TripEvent]) -> float:
    places = [corridor.places[one.place] for one in milestones if one.place in corridor.places]
    return sum(great_circle_km(one, other) for one, other in pairwise(places))


def measure_spreads(corridor: Corridor, trips: Iterable[TripFacts], day: date) -> dict[str, Spread]:
    """Return by service what trips make of its advertised time on a day, where enough senders went all its way.

    Only trips that count for plans are asked (`voices.TripStanding`); the rest of `trips` changes nothing.
    """
    counted = sort_by_standing(corridor, trips, day)[TripStanding.COUNTED]
    return {
        figure.service: make_spread(figure)
        for figure in measure_legs(corridor, {TripStanding.COUNTED: counted})
        if figure.feeds_plans
    }


def make_spread(figure: LegFigure) -> Spread:
    """Return what plans count with in place of what is advertised, of a stretch that feeds them."""
    sample = figure.hours.sample
    if not (figure.said and sample.median and sample.p90) or sample.low is None:
        raise ValueError("Plans count with nothing on this stretch: too few trips, or nothing is advertised.")
    fact = Provenance(f"{sample.n} trips logged here", "measured", "")
    scale, low, p90 = sample.median / figure.said, sample.low / sample.median, sample.p90 / sample.median
    return Spread(figure.mode, "measured", scale, low, p90, fact, sample.n)
