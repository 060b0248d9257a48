"""Up to three ways in one time-distance picture: kilometres across, hours up, the spread of each, measured trips as dots."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from landsea.corridor.charting import draw_points, list_round_ticks, place_across, place_up, say_point
from landsea.corridor.labels import place_name
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.time_distance import PlannedPoint, list_planned_points

Stretch = tuple[str, str, str]
"""From, to, and by which mode."""
MarkedPoint = tuple[float, float, str]
"""Where something stands in the picture, and what it is."""


@dataclass(frozen=True)
class WayLine:
    """A way in the picture: its place in the list, the line of usual hours, the area up to nine of ten, its places."""

    rank: int
    line: str
    band: str
    places: tuple[MarkedPoint, ...]


@dataclass(frozen=True)
class WaysChart:
    """Lines of ways on common scales; `trips` are medians of logged trips; `across`, `up` are ticks as (where, number)."""

    ways: tuple[WayLine, ...]
    trips: tuple[MarkedPoint, ...]
    across: tuple[tuple[float, int], ...]
    up: tuple[tuple[float, int], ...]


def make_chart_of_ways(
    corridor: Corridor, ways: Sequence[tuple[int, Itinerary]], medians: Mapping[Stretch, float]
) -> WaysChart | None:
    """Return the picture of ways by their places in the list; None where nothing moves. `medians`: hours that logged trips took
    over stretches.
    """
    points = [(rank, list_planned_points(one)) for rank, one in ways]
    wide = max((found[-1].km for _, found in points), default=0.0)
    high = max((point.p90 for _, found in points for point in found), default=0.0)
    if not wide or not high:
        return None
    trips = [dot for _, one in ways for dot in _find_trips(corridor, one, medians, wide, high)]
    return WaysChart(
        tuple(_draw_way(corridor, rank, found, wide, high) for rank, found in points),
        tuple(dict.fromkeys(trips)),
        tuple((place_across(tick, wide), tick) for tick in list_round_ticks(wide)),
        tuple((place_up(tick, high), tick) for tick in list_round_ticks(high)),
    )


def _draw_way(corridor: Corridor, rank: int, points: list[PlannedPoint], wide: float, high: float) -> WayLine:
    usual = [(place_across(one.km, wide), place_up(one.hours, high)) for one in points]
    late = [(place_across(one.km, wide), place_up(one.p90, high)) for one in points]
    names = dict.fromkeys(
        (x, y, say_point(place_name(corridor.places[one.place]), one.km, one.hours, one.p90))
        for (x, y), one in zip(usual, points, strict=True)
    )
    return WayLine(rank, draw_points(usual), draw_points([*usual, *reversed(late)]), tuple(names))


def _find_trips(
    corridor: Corridor, one: Itinerary, medians: Mapping[Stretch, float], wide: float, high: float
) -> Iterable[MarkedPoint]:
    """Yield where logged trips over legs of a way arrived: counted from the leg's departure, in their median hours."""
    km = 0.0
    for leg in one.legs:
        km += leg.km
        vehicle = leg.vehicle
        median = medians.get((vehicle.origin, vehicle.destination, leg.service.mode))
        if median is not None:
            hours = (vehicle.depart - one.depart) / 60 + median
            name = place_name(corridor.places[vehicle.destination])
            yield place_across(km, wide), place_up(min(high, hours), high), say_point(name, km, hours, hours)
