"""What is answered: journeys, each with what it comes to and its legs in the order of travel."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ride:
    """A leg on line `line`, the run that started at `start`, from before move `first` to after move `last`."""

    line: int
    start: int
    first: int
    last: int
    departs: int
    arrives: int


@dataclass(frozen=True, slots=True)
class Haul:
    """A leg by haulage `haulage`; `departs` is when it leaves, so waiting for its opening lies before."""

    haulage: int
    departs: int
    arrives: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A leg by transfer `transfer`; `departs` is when the work begins."""

    transfer: int
    departs: int
    arrives: int


Leg = Ride | Haul | Passage
Values = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Journey:
    """One way to go with what it comes to; criteria that were not asked for are 0."""

    arrival: int
    cost: int
    co2: int
    risk: int
    legs: tuple[Leg, ...] = ()

    @property
    def values(self) -> Values:
        """Arrival, cost, CO2e and risk, by which two journeys are compared."""
        return (self.arrival, self.cost, self.co2, self.risk)
