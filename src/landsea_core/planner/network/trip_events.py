"""One thing that happened to cargo on a trip: where, what, when."""

from dataclasses import dataclass
from datetime import datetime

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Years of journeys. The year 1 is a slip of typing, and in another zone it lies outside every calendar."""


@dataclass(frozen=True, slots=True)
class TripEvent:
    """One milestone of a trip: `trip` is the uploader's own name for it; `at` is aware."""

    trip: str
    place: str
    what: str
    at: datetime


def is_of_our_time(at: datetime) -> bool:
    """Say whether a moment can be one of a journey: of the years 2000 to 2100."""
    return FIRST_YEAR <= at.year <= LAST_YEAR
