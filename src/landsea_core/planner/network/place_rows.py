"""Places of the network, and what happens and stands still at them, as rows."""

from dataclasses import dataclass
from datetime import date

from landsea_core.planner.network.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Hours:
    """How long something takes, in hours: at best, usually, and in nine of ten cases at most."""

    low: float
    typical: float
    p90: float


@dataclass(frozen=True, slots=True)
class NetworkPlace:
    """What planning needs of a place: a terminal, port, airport, border post or city. `names` by language.

    `within`: the code of its city. `retired`: the day from which nothing is planned by its name; empty: it serves.
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
