"""What logged trips come to: medians, ninth of ten and numbers by leg and by border post, and the corridor's indicators.

Figures of fewer than five trips are hidden; whose trips weigh how much is said by `trip_samples`, which trips count by
`voices`. What the whole corridor comes to is in `corridor_indicators`.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from landsea_core.planner.network.model import Corridor, Spread
from landsea_core.planner.network.provenance import Provenance
from landsea_core.planner.network.trip_samples import Sample, TripFacts, Voice, make_sample, make_voice
from landsea_core.planner.network.voices import (
    TripsByStanding,
    TripStanding,
    list_advertised_lines,
    list_border_waits,
    list_stretches,
    sort_by_standing,
)


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
