"""What every search offers, whichever answers: a network that was prepared once and is asked as often as wanted."""

from typing import Protocol

from landsea_search.journey import Journey, Values
from landsea_search.query import Query


class TooManyLabels(Exception):
    """A query that needs more labels than were allowed; nothing is wrong with it."""

    def __init__(self, allowed: int) -> None:
        super().__init__(
            f"this question has more ways to compare than there is room for ({allowed:,}); ask for fewer criteria, "
            "fewer days or fewer modes."
        )


class Planner(Protocol):
    """A network prepared for searching, as `make_planner` returns it.

    A query that outgrows what a planner was allowed raises `TooManyLabels`; the next one is answered as ever.
    """

    def find_journeys(self, query: Query) -> list[Journey]:
        """Return the exact Pareto set, one journey for each vector of values, sorted by values; empty: no way."""
        ...

    def find_front(self, query: Query) -> list[Values]:
        """Return the values of the journeys alone, sorted: quicker, as no legs are read back."""
        ...
