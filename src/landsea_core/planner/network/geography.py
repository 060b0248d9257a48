"""Distances between places, and how the kilometres of a service lie along its calls."""

import math

from landsea_core.planner.network.model import Corridor, Service
from landsea_core.planner.network.place_rows import NetworkPlace

EARTH_RADIUS_KM = 6371


Point = tuple[float, float]
"""Latitude and longitude in degrees."""


def measure_great_circle_km(one: NetworkPlace, other: NetworkPlace) -> float:
    """Return the great-circle distance of two places in km."""
    return measure_km((one.lat, one.lon), (other.lat, other.lon))


def measure_km(one: Point, other: Point) -> float:
    """Return the great-circle distance of two points in km (haversine formula, mean radius 6,371 km)."""
    north = math.radians(other[0] - one[0]) / 2
    east = math.radians(other[1] - one[1]) / 2
    bent = math.cos(math.radians(one[0])) * math.cos(math.radians(other[0])) * math.sin(east) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(math.sin(north) ** 2 + bent))


def share_out_km(corridor: Corridor, service: Service) -> list[float]:
    """Return the km of each move of a service: its total, shared out by great circles between the calls."""
    places = [corridor.places[call.place] for call in service.calls]
    straight = [measure_great_circle_km(one, other) for one, other in zip(places, places[1:], strict=False)]
    total = sum(straight)
    return [service.km * part / total if total else service.km / len(straight) for part in straight]
