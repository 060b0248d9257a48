"""A base map that an operator lays beneath our coastlines: one picture of its own government's, with its review number.

Landsea draws no country's borders. Who must show a reviewed map sets where the picture is served, between which degrees it
lies (equal steps for equal degrees), and the number of its review, which is shown beneath. Without all three there is none.
"""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class BaseMap:
    """The picture's address on this server, its edges in degrees, and the number of its review."""

    address: str
    west: float
    south: float
    east: float
    north: float
    review: str


def read_base_map() -> BaseMap | None:
    """Return the base map of this installation; None where it is not set, or not whole.

    Raises ValueError with a sentence where its edges are no four numbers in order.
    """
    address, edges, review = settings.BASE_MAP, settings.BASE_MAP_EDGES, settings.BASE_MAP_REVIEW
    if not (address.startswith("/") and edges and review):
        return None
    try:
        west, south, east, north = (float(part) for part in edges.split(","))
    except ValueError:
        west = east = south = north = 0.0
    if not (-360 <= west < east <= 360 and -90 <= south < north <= 90):  # also for "nan", which is no number to draw
        raise ValueError("LANDSEA_BASE_MAP_EDGES must be west,south,east,north in degrees, as in 70,-15,140,55.")
    return BaseMap(address, west, south, east, north, review)
