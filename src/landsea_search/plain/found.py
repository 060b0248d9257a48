"""The journeys found so far, none of which is as good as another in everything, and whether one beats something."""

from landsea_search.journey import Journey, Leg

Paid = tuple[int, int, int]
"""Cost, CO2e and risk so far."""
Chain = tuple["Chain", Leg] | None
"""The legs so far, the last one outermost."""


def is_dominated(paid: Paid, others: list[Paid]) -> bool:
    """Say whether one of the others is at least as good in everything."""
    cost, co2, risk = paid
    for other in others:  # noqa: SIM110 - a loop, not any(): the search spends most of its time here
        if other[0] <= cost and other[1] <= co2 and other[2] <= risk:
            return True
    return False


class FoundJourneys:
    """The front as far as it is known."""

    def __init__(self) -> None:
        self._chains: dict[tuple[int, Paid], Chain] = {}

    def has_as_good(self, arrival: int, paid: Paid) -> bool:
        """Say whether a journey is known that arrives no later and is at least as good in everything else."""
        cost, co2, risk = paid
        for reached, other in self._chains:
            if reached <= arrival and other[0] <= cost and other[1] <= co2 and other[2] <= risk:
                return True
        return False

    def add(self, arrival: int, paid: Paid, chain: Chain) -> None:
        """Keep a journey unless a known one is as good; drop those that it makes superfluous."""
        if self.has_as_good(arrival, paid):
            return
        self._chains = {
            (reached, other): legs
            for (reached, other), legs in self._chains.items()
            if not (arrival <= reached and is_dominated(other, [paid]))
        }
        self._chains[arrival, paid] = chain

    def read_journeys(self) -> list[Journey]:
        """Return the journeys with their legs, sorted by values."""
        found = [Journey(arrival, *paid, legs=_read_legs(chain)) for (arrival, paid), chain in self._chains.items()]
        return sorted(found, key=lambda journey: journey.values)


def _read_legs(chain: Chain) -> tuple[Leg, ...]:
    """Return the legs of a chain in the order of travel."""
    legs = []
    while chain is not None:
        chain, leg = chain
        legs.append(leg)
    return tuple(reversed(legs))
