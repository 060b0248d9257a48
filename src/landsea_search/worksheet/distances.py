"""Distances over the earth, taken for a sphere."""

import math

from landsea_search.worksheet.feed import FeedStop

EARTH_RADIUS_KM = 6371


def measure_great_circle_km(a: FeedStop, b: FeedStop) -> float:
    """Return the distance between two stops on a sphere of 6,371 km, by the haversine formula."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (a.latitude, a.longitude, b.latitude, b.longitude))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))
