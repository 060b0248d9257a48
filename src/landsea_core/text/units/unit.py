"""A unit as figures are computed with: what it measures, and how large it is in the base of that.

Bases are hours for time, kilometres, tonnes, TEU, single units of a currency, percent. Things that are counted measure only
themselves ("count:trains").
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """`kind` says what may be compared (time, length, mass, teu, CNY, USD, percent, points, count:cases, ...)."""

    kind: str
    factor: float = 1.0

    @property
    def is_known(self) -> bool:
        """False for a bare number."""
        return self.kind != "plain"


PLAIN, PERCENT, POINTS, TIMES = Unit("plain"), Unit("percent"), Unit("points"), Unit("times")
THINGS = Unit("count:things")
"""What 个 and its like count: whatever was named before."""
PEOPLE = Unit("count:people")
HOURS_A_YEAR = 24 * 365.0


def count_noun(noun: str) -> Unit:
    """Return the unit of things that are counted by a noun of their own: "46 pallets"."""
    return Unit(f"count:{noun.lower()}")
