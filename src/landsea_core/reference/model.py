"""What the reference files hold, as frozen dataclasses. Field names are the keys of the files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from landsea_core.reference.vocabulary import COORDINATOR_DESK
from landsea_core.routing import Competence, CompetenceIndex, OutsideBody

Names = Mapping[str, str]
"""Language code -> name."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A finer kind within a topic, with a hint that tells a filer what belongs there."""

    matter: str
    names: Names
    hint: Names


@dataclass(frozen=True, slots=True)
class Topic:
    """One of the twelve topics, with its matters in the order in which they are offered."""

    topic: str
    names: Names
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A row of places.jsonl: a terminal, port, airport, dry port, border post or city. `code_sure`: the code is the UN/LOCODE.

    `within` is the code of the city or province it belongs to; `lat` and `lon` are WGS 84 degrees, as good as
    `position` says; `tz` is an IANA zone.
    """

    code: str
    code_sure: bool
    country: str
    kind: str
    names: Names
    other_names: Mapping[str, tuple[str, ...]]
    within: str
    lat: float
    lon: float
    position: str
    tz: str
    source: str
    grade: str
    checked: str


@dataclass(frozen=True, slots=True)
class Office:
    """An institution's unit. A mission carries the sending `country` and stands in `host_country`.

    `weekend` are weekdays off (Monday is 0); `hours` are (opens, closes) pairs of local time on working days, as good
    as `hours_grade` says; `subdivision` is an ISO 3166-2 code without its country, where holidays depend on it.
    """

    code: str
    country: str
    host_country: str
    kind: str
    parent: str
    names: Names
    place: str
    seat: str
    answers_for: str
    website: str
    languages: tuple[str, ...]
    tz: str
    weekend: tuple[int, ...]
    hours: tuple[tuple[str, str], ...]
    hours_grade: str
    subdivision: str
    source: str
    grade: str
    checked: str


@dataclass(frozen=True, slots=True)
class Telephone:
    """A public telephone of an office, as its source names it.

    `number` is E.164 (`+861065194820`) or a short code of the country (`12360`); `display` is how people write it;
    `hours` are local, as `telephones.read_opening_hours` reads them, empty where the source names none; `said_on` is the
    day, month or year by which the source dates itself, empty where it does not.
    """

    office: str
    number: str
    display: str
    kind: str
    whose: str
    hours: str
    note: Names
    said_on: str
    source: str
    grade: str
    checked: str

    @property
    def code(self) -> str:
        """The name of the row: its office and number, which occur once together."""
        return f"{self.office}:{self.number}"


@dataclass(frozen=True, slots=True)
class CompetenceScope:
    """Several competences written as one: any of `places` with any of `hs`. Empty fields are open."""

    topic: str
    matter: str
    country: str
    places: tuple[str, ...]
    hs: tuple[str, ...]
    direction: str
    filer_country: str


@dataclass(frozen=True, slots=True)
class Desk:
    """The smallest unit that answers for something. `prepare`: language -> what a filer should have ready."""

    code: str
    office: str
    names: Names
    competences: tuple[CompetenceScope, ...]
    prepare: Mapping[str, tuple[str, ...]]
    source: str
    grade: str
    checked: str

    def rows(self) -> Iterator[Competence]:
        """The scopes written out, one `Competence` for each place and HS prefix."""
        for scope in self.competences:
            for place, hs in product(scope.places or ("",), scope.hs or ("",)):
                yield Competence(
                    self.code,
                    scope.topic,
                    scope.matter,
                    scope.country,
                    place,
                    hs,
                    scope.direction,
                    scope.filer_country,
                )


@dataclass(frozen=True, slots=True)
class CoverageGap:
    """A topic that is knowingly the coordinator's in a country, as a whole or in some of its matters, and why."""

    topic: str
    country: str
    reason: str
    source: str
    grade: str
    checked: str


@dataclass(frozen=True)
class Reference:
    """All files together, rows in the order of the files, keyed by code."""

    topics: Mapping[str, Topic]
    places: Mapping[str, PlaceRow]
    offices: Mapping[str, Office]
    desks: Mapping[str, Desk]
    elsewhere: Mapping[str, OutsideBody]
    gaps: tuple[CoverageGap, ...]
    telephones: tuple[Telephone, ...]

    coordinator = COORDINATOR_DESK

    @cached_property
    def index(self) -> CompetenceIndex:
        """Every desk's competences, ready for `route`."""
        return CompetenceIndex(row for desk in self.desks.values() for row in desk.rows())

    def wider(self, place: str) -> tuple[str, ...]:
        """The place and what it lies within, from the exact one outwards; empty for an unknown code."""
        chain: list[str] = []
        while place in self.places and place not in chain:
            chain.append(place)
            place = self.places[place].within
        return tuple(chain)
