"""What the corridor's network is made of: services with their calls, procedures, closures, prices and factors.

Each row keeps its source, its grade and the day it was checked. Places are named by code; their names and positions
are in `places`. Nothing is read or searched here.
"""

from dataclasses import dataclass, field
from datetime import date

MODES = ("rail", "road", "sea", "river", "air")
"""How cargo moves between places."""

LINE, TRUCK, HAUL, HOP = "line", "truck", "haul", "hop"
"""Kinds of service: by timetable; a lorry on call over a distance; local haulage; the move between two border posts."""


@dataclass(frozen=True, slots=True)
class Hours:
    """How long something takes, in hours: at best, usually, and in nine of ten cases at most."""

    low: float
    typical: float
    p90: float


@dataclass(frozen=True, slots=True)
class Place:
    """A terminal, port, airport, border post or city. `names` by language; `within`: the code of its city.

    `retired`: the day from which nothing is planned by its name; empty: it serves.
    """

    code: str
    country: str
    kind: str
    names: dict[str, str]
    other_names: tuple[str, ...]
    within: str
    lat: float
    lon: float
    zone: str
    retired: str = ""

    @property
    def name(self) -> str:
        """Its English name."""
        return self.names.get("en") or next(iter(self.names.values()))


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
class Provenance:
    """Where a row comes from, how sure it is and when it was last looked at."""

    source: str
    grade: str
    checked: str
    note: str = ""
    correction: str = ""


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


@dataclass(frozen=True, slots=True)
class Procedure:
    """What happens to cargo at a place. `at` says when: join, leave, change, hop, in (left after coming from abroad), gate.

    `goods`: HS prefixes it is for; empty: all. `opens`, `closes`: local hours of a gate.
    """

    id: str
    place: str
    mode: str
    kind: str
    at: tuple[str, ...]
    goods: tuple[str, ...]
    opens: str
    closes: str
    hours: Hours | None
    since: str
    until: str
    applies_to: str
    fact: Provenance


@dataclass(frozen=True, slots=True)
class Handling:
    """How long joining, leaving or changing takes with one mode where no procedure of the place says it."""

    mode: str
    at: str
    hours: Hours
    fact: Provenance


@dataclass(frozen=True, slots=True)
class Closure:
    """Places or services that stand still from `since` to `until` (inclusive; None: nobody knows)."""

    id: str
    kind: str
    places: tuple[str, ...]
    services: tuple[str, ...]
    modes: tuple[str, ...]
    since: date
    until: date | None
    says: str
    fact: Provenance

    def covers(self, day: date) -> bool:
        """Say whether it holds on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Price:
    """What a service cost in a period: a range, never a bare number.

    `unit`: TEU, shipment, kg, or lorry-km: each kilometre of each lorry, of two TEU.
    """

    id: str
    services: tuple[str, ...]
    low: float
    high: float
    currency: str
    unit: str
    since: str
    until: str
    fact: Provenance


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """Units of a currency a US dollar, as a range: only for adding prices up."""

    currency: str
    per_usd_low: float
    per_usd_high: float
    fact: Provenance


@dataclass(frozen=True, slots=True)
class Yardstick:
    """US dollars a TEU-kilometre that stand in for an unknown price while ways are compared; never shown as a price."""

    mode: str
    usd_per_teu_km: float
    fact: Provenance


@dataclass(frozen=True, slots=True)
class EmissionFactor:
    """Grams of CO2e a tonne-kilometre; several for one mode stand side by side, one of them is used."""

    id: str
    mode: str
    grams_per_tonne_km: float
    scope: str
    year: int
    used: bool
    fact: Provenance


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
    its time.
    """

    places: dict[str, Place]
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
