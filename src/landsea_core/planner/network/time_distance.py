"""Pictures of trips after UNESCAP's time/cost-distance method: hours, and dollars, against the kilometres made.

Of one trip its own points; of many the points that at least five of them passed. At a border time passes and no way is
made, so the line stands upright there (UNESCAP, "Time/Cost-Distance Methodology", unescap.org).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from landsea_core.planner.network.event_standards import ARRIVED, DEPARTED
from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.trip_events import TripEvent
from landsea_core.planner.network.trip_samples import HIDDEN_BELOW, Sample, TripFacts, Voice, make_sample, make_voice
from landsea_core.planner.network.voices import count_hours_between


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A point of the time-distance chart: kilometres so far, hours so far; at a border time passes and no way is made."""

    km: float
    hours: float
    place: str


def draw_time_distance(corridor: Corridor, trip: TripFacts) -> list[ChartPoint]:
    """Return UNESCAP's time-distance picture of one trip, as points to be joined."""
    found: list[ChartPoint] = []
    km = 0.0
    for number, one in enumerate(trip.milestones):
        if number:
            ends = (corridor.places[trip.milestones[number - 1].place], corridor.places[one.place])
            km += measure_great_circle_km(*ends)
        found.append(ChartPoint(km, count_hours_between(trip.milestones[0].at, one.at), one.place))
    return found


@dataclass(frozen=True, slots=True)
class PassedPoint:
    """A point of many trips: where, what happened, km so far, and after how many hours for the median trip and the rest."""

    place: str
    what: str
    km: float
    hours: Sample


@dataclass(frozen=True, slots=True)
class TimeDistancePicture:
    """The time/cost-distance picture of all trips over a stretch: the points that at least five passed, in their order.

    `cost`: US dollars in all, where at least five trips said it.
    """

    origin: str
    destination: str
    mode: str
    points: tuple[PassedPoint, ...]
    cost: Sample


def draw_picture(
    corridor: Corridor, trips: Iterable[TripFacts], stretch: tuple[str, str, str]
) -> TimeDistancePicture | None:
    """Return the picture of a stretch (from, to, mode); None where fewer than five trips went all its way.

    What comes back to where it left is no stretch (`voices.list_stretches`).
    """
    origin, destination, mode = stretch
    if origin == destination:
        return None
    parts = [(trip, _cut_part(trip.milestones, origin, destination)) for trip in trips if trip.mode == mode]
    parts = [(trip, part) for trip, part in parts if part]
    if len(parts) < HIDDEN_BELOW:
        return None
    hours: dict[tuple[str, str], list[Voice]] = defaultdict(list)
    for trip, part in parts:
        for one in part:
            hours[one.place, one.what].append(make_voice(trip, count_hours_between(part[0].at, one.at)))
    passed = {key: make_sample(taken) for key, taken in hours.items() if len(taken) >= HIDDEN_BELOW}
    found: list[PassedPoint] = []
    km = 0.0
    for (place, what), sample in sorted(passed.items(), key=lambda one: one[1].median or 0.0):
        if found:
            km += measure_great_circle_km(corridor.places[found[-1].place], corridor.places[place])
        found.append(PassedPoint(place, what, km, sample))
    whole = [
        make_voice(trip, trip.cost_usd)
        for trip, part in parts
        if trip.cost_usd is not None and len(part) == len(trip.milestones)
    ]
    return TimeDistancePicture(origin, destination, mode, tuple(found), make_sample(whole))


def _cut_part(milestones: Sequence[TripEvent], origin: str, destination: str) -> list[TripEvent]:
    """Return the milestones from leaving one place to arriving at the other without arriving elsewhere between."""
    part: list[TripEvent] = []
    for one in milestones:
        if one.what == DEPARTED:
            part = [one] if one.place == origin else []
        elif part:
            part.append(one)
            if one.what == ARRIVED:
                if one.place == destination:
                    return part
                part = []
    return []


@dataclass(frozen=True, slots=True)
class PlannedPoint:
    """A point of a planned way: km and usual hours so far, at latest in nine of ten cases, dollars (None: not known)."""

    place: str
    km: float
    hours: float
    p90: float
    cost: float | None


def list_planned_points(one: Itinerary) -> list[PlannedPoint]:
    """Return the points of an itinerary: each vehicle's departure and arrival, and the arrival at the gate of the end.

    The ninth of ten grows along the way in step with the usual hours. Once one part has no known price, no later point
    has a cost.
    """
    total = (one.arrive - one.depart) / 60
    late = one.hours.p90 / total if total else 1.0
    cost: float | None = 0.0
    km = 0.0
    found: list[PlannedPoint] = []
    for leg in one.legs:
        begin, end = ((minute - one.depart) / 60 for minute in (leg.vehicle.depart, leg.vehicle.arrive))
        found.append(PlannedPoint(leg.vehicle.origin, km, begin, begin * late, cost))
        km += leg.km
        if cost is not None and leg.cost.low is not None and leg.cost.high is not None:
            cost += (leg.cost.low + leg.cost.high) / 2
        else:
            cost = None
        found.append(PlannedPoint(leg.vehicle.destination, km, end, end * late, cost))
    if total > found[-1].hours:
        found.append(PlannedPoint(found[-1].place, km, total, total * late, cost))
    return found
