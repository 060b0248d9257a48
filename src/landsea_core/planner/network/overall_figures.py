"""All that logged trips come to on a day, reckoned in one go, so that it can be kept: by stretch, by border post, by mode.

How long it is kept, and when it is reckoned anew, is not decided here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from landsea_core.planner.network.corridor_indicators import Indicators, compute_indicators
from landsea_core.planner.network.model import MODES, Corridor
from landsea_core.planner.network.performance import LegFigure, SeparateSamples, measure_borders, measure_legs
from landsea_core.planner.network.trip_samples import TripFacts
from landsea_core.planner.network.voices import TripStanding, sort_by_standing


@dataclass(frozen=True, slots=True)
class ModeFigures:
    """What the trips by one mode, or by all, come to: how many there are, at border posts, and the four indicators of those
    that count and of those without a name.
    """

    trips: int
    nameless_trips: int
    borders: dict[str, SeparateSamples]
    counted: Indicators
    nameless: Indicators


@dataclass(frozen=True, slots=True)
class OverallFigures:
    """All figures of all trips: stretches, those with most trips first, and the rest by mode; "" stands for all modes."""

    legs: tuple[LegFigure, ...]
    by_mode: dict[str, ModeFigures]

    def leg(self, origin: str, destination: str, mode: str) -> LegFigure | None:
        """Return a stretch; None where no trip made it."""
        ends = (origin, destination, mode)
        return next((one for one in self.legs if (one.origin, one.destination, one.mode) == ends), None)


def compute_overall_figures(corridor: Corridor, trips: Iterable[TripFacts], day: date) -> OverallFigures:
    """Return all that trips come to on a day; trips at places that are not on record must be left out by the caller."""
    told = sort_by_standing(corridor, trips, day)
    by_mode = {}
    for mode in ("", *MODES):
        chosen = {one: [trip for trip in rows if mode in ("", trip.mode)] for one, rows in told.items()}
        by_mode[mode] = ModeFigures(
            sum(map(len, chosen.values())),
            len(chosen[TripStanding.NAMELESS]),
            measure_borders(chosen),
            compute_indicators(corridor, chosen[TripStanding.COUNTED]),
            compute_indicators(corridor, chosen[TripStanding.NAMELESS]),
        )
    return OverallFigures(tuple(measure_legs(corridor, told)), by_mode)
