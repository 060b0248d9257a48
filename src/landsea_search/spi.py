"""What the search engine is asked and what it answers: a network in whole numbers, a query, journeys.

The engine knows no cargo, countries, money or clocks: stops are indexes, times are whole minutes since any one
instant, costs, emissions and risks are whole numbers in any unit. Whoever has a real network (`planner.network`, a
GTFS feed) says it in these words, one `Network` for one cargo, and reads the legs of the answer back by index.

How a consignment may move, and what it pays:

* It is ready at the origin at `Query.ready`. At the origin itself it boards without interchange time and without risk.
* It boards a run of a line where `Move.boarding` says what that costs, if it is ready `cut_off` minutes before the
  departure or earlier. The rest of the waiting is the slack; the boarding's risk is the curve's value at that slack.
* On board it pays each move's cost and CO2e, and may leave after any move that allows it.
* After leaving a vehicle it either changes at the same stop (ready after `Stop.interchange`) or makes one transfer
  (ready after `Transfer.minutes`; transfers are never chained), and then boards again, takes a haulage, or has arrived.
* A haulage is a vehicle without timetable: it leaves when the consignment is ready, and counts as a vehicle.
* It may leave a run and board the same run again later; it pays for boarding again.
* It has arrived when the last vehicle reaches the destination, or when a last transfer does.

Numbering is by position: stop 3 is `network.stops[3]`, and so for lines, haulages, transfers and curves.
"""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Protocol


class Criteria(IntEnum):
    """What a journey must not be worse in to be shown: the first 1, 3 or 4 of arrival, cost, CO2e, risk."""

    ARRIVAL = 1
    ARRIVAL_COST_CO2 = 3
    ARRIVAL_COST_CO2_RISK = 4


@dataclass(frozen=True, slots=True)
class Opening:
    """When work may begin: windows of minutes [opens, closes), sorted and apart; begun work runs through.

    So the minute at which it begins never decreases when the cargo comes later, which exactness rests on.
    """

    windows: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where vehicles are boarded and left; `interchange` minutes from one to the next, None: no changing."""

    key: str
    interchange: int | None = 0
    opening: Opening | None = None


@dataclass(frozen=True, slots=True)
class Boarding:
    """What boarding costs; `curve` is the index of its risk curve (None: no risk), `cut_off` in minutes."""

    cost: int = 0
    co2: int = 0
    curve: int | None = None
    cut_off: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """A vehicle goes from one stop to the next: minutes after the run's start, at least one minute on the way.

    `boarding` None: nobody may board before this move. `alighting` False: nobody may leave after it.
    """

    origin: int
    destination: int
    departs: int
    arrives: int
    cost: int = 0
    co2: int = 0
    boarding: Boarding | None = field(default_factory=Boarding)
    alighting: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """Runs that make the same moves at the same intervals and prices, each from another minute of `starts` (sorted).

    Runs with other intervals or prices are another line, so that no run of a line overtakes another.
    """

    moves: tuple[Move, ...]
    starts: tuple[int, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Haulage:
    """A vehicle without timetable; takes at least one minute, leaves when the cargo is ready and `opening` allows."""

    origin: int
    destination: int
    minutes: int
    cost: int = 0
    co2: int = 0
    risk: int = 0
    opening: Opening | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A way between two different stops that replaces the interchange time; never two in a row."""

    origin: int
    destination: int
    minutes: int
    cost: int = 0
    co2: int = 0
    opening: Opening | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class RiskCurve:
    """Risk by minutes of slack: `values[slack]`, the last value for all greater slacks; must never rise."""

    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Everything a search runs on, for one cargo. `planner.checks.faults` says what is wrong with one."""

    stops: tuple[Stop, ...]
    lines: tuple[Line, ...]
    haulages: tuple[Haulage, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    curves: tuple[RiskCurve, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """From stop to stop, ready at a minute, there at `latest` (inclusive) or earlier."""

    origin: int
    destination: int
    ready: int
    latest: int
    criteria: Criteria = Criteria.ARRIVAL_COST_CO2_RISK


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
    """A leg by haulage `haulage`; `departs` when it is let go, so waiting for the opening lies before."""

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
        """Arrival, cost, CO2e, risk: what two journeys are compared by."""
        return (self.arrival, self.cost, self.co2, self.risk)


class TooManyLabels(Exception):
    """A query that needs more labels than were allowed; nothing is wrong with it."""

    def __init__(self, allowed: int) -> None:
        super().__init__(
            f"this question has more ways to compare than there is room for ({allowed:,}); ask for fewer criteria, "
            "fewer days or fewer modes."
        )


class Planner(Protocol):
    """A network prepared for searching: `planner.planner_for(network)`.

    A query that outgrows what a planner was allowed raises `TooManyLabels`; the next one is answered as ever.
    """

    def journeys(self, query: Query) -> list[Journey]:
        """Return the exact Pareto set, one journey for each vector of values, sorted by values; empty: no way."""
        ...

    def front(self, query: Query) -> list[Values]:
        """Return the values of the journeys alone, sorted: quicker, as no legs are read back."""
        ...
