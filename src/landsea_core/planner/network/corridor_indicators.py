"""The four indicators of CAREC's Corridor Performance Measurement and Monitoring (adb.org, CPMM methodology).

Hours and dollars to clear a border post, dollars to travel a section (here for all 500 km of a journey), and the speed
along it without and with the time at borders.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.trip_events import TripEvent
from landsea_core.planner.network.trip_samples import Sample, TripFacts, Voice, make_sample, make_voice
from landsea_core.planner.network.voices import count_hours_between, list_border_waits

SECTION_KM = 500


@dataclass(frozen=True, slots=True)
class Indicators:
    """The four indicators, each with how many trips it rests on; None: hidden, or not said by enough trips."""

    border_hours: Sample
    cost_per_section: float | None
    costs_n: int
    speed_moving: float | None
    speed_all: float | None
    speeds_n: int


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
    return sum(measure_great_circle_km(one, other) for one, other in pairwise(places))
