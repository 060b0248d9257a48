"""What the corridor's network is made of: services with their calls, spreads of their times, and all rows together.

Each row keeps its source, its grade and the day it was checked. Places are named by code; their names and positions
are in `places`. Places and what happens there are in `place_rows`, costs and emissions in `cost_rows`. Nothing is read or
searched here.
"""

from dataclasses import dataclass, field
from datetime import date

from landsea_core.planner.network.cost_rows import EmissionFactor, ExchangeRate, Price, Yardstick
from landsea_core.planner.network.place_rows import Closure, Handling, NetworkPlace, Procedure
from landsea_core.planner.network.provenance import Provenance
from landsea_core.planner.network.scatter import Scatter

MODES = ("rail", "road", "sea", "river", "air")
"""How cargo moves between places."""

LINE, TRUCK, HAUL, HOP = "line", "truck", "haul", "hop"
"""Kinds of service: by timetable; a lorry on call over a distance; local haulage; the move between two border posts."""


@dataclass(frozen=True, slots=True)
class Call:
    """A stop of a service: local clock times ("" where it has none) and days after the first departure's day."""

    place: str
    arrive: str
    arrive_day: int
    depart: str
    depart_day: int
    grade: str


@dataclass(frozen=True, slots=True)
class Service:
    """A transport service. `carries` by kind of cargo: True, False, or None where it is not known.

    `days`: "daily", "on call", weekdays of the first departure, or departures a week whose days are not known.
    `not_offered`: why no plan uses it, though it is on record.
    """

    id: str
    kind: str
    mode: str
    operator: str
    name: str
    calls: tuple[Call, ...]
    days: str | tuple[str, ...] | float
    hours: float
    km: float
    carries: dict[str, bool | None]
    cut_off_hours: float | None
    capacity: str
    since: str
    until: str
    not_offered: str
    fact: Provenance

    @property
    def has_assumed_days(self) -> bool:
        """Say whether the days it goes on are ours: only how often a week is known, so its runs are spread over the week."""
        return isinstance(self.days, int | float)


@dataclass(frozen=True, slots=True)
class LegalityRow:
    """A measure known to forbid goods of an origin on the way to a destination by some modes; empty: any."""

    id: str
    measure: str
    hs: tuple[str, ...]
    origin: tuple[str, ...]
    destination: tuple[str, ...]
    modes: tuple[str, ...]
    since: str
    until: str
    why: str
    fact: Provenance


@dataclass(frozen=True, slots=True)
class Spread:
    """What an advertised time becomes: factors for its best, usual and ninth-of-ten value, by mode and grade.

    `times` is the grade of the advertised time; `scale` is what it is multiplied with before it is planned with.
    `trips`: how many logged trips it was measured by, 0 when it was not. `country`: of lorries on call within it only.
    """

    mode: str
    times: str
    scale: float
    low: float
    p90: float
    fact: Provenance
    trips: int = 0
    country: str = ""


@dataclass(frozen=True, slots=True)
class Corridor:
    """Everything known of the network, as one value.

    `span`: the first and the last day for which the timetable is known; `measured`: by service, what logged trips make of
    its time; `scatter`: how far told journeys lay from planned ones, empty where nothing was learnt.
    """

    places: dict[str, NetworkPlace]
    services: dict[str, Service]
    procedures: tuple[Procedure, ...]
    handling: tuple[Handling, ...]
    closures: tuple[Closure, ...]
    prices: tuple[Price, ...]
    exchange_rates: tuple[ExchangeRate, ...]
    yardsticks: dict[str, Yardstick]
    emissions: tuple[EmissionFactor, ...]
    legality: tuple[LegalityRow, ...]
    spreads: tuple[Spread, ...]
    span: tuple[date, date]
    digest: str = field(default="", compare=False)
    measured: dict[str, Spread] = field(default_factory=dict)
    scatter: tuple[Scatter, ...] = ()
