"""Planning a consignment: from a question in plain terms to itineraries, refusals, and sentences when there is no way.

The front that the engine finds is exact; of many itineraries a few are shown: the earliest, cheapest, greenest and
surest, and an even choice between. Law comes first: crossings that a measure forbids are not in the searched network,
and what the search finds is asked about once more as a whole.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from landsea_core.planner import planner_at_once, spi
from landsea_core.planner.network.building import DESTINATION, ORIGIN, Compiled, Crossing, Wish
from landsea_core.planner.network.cargo import Cargo, checked
from landsea_core.planner.network.closing import Closings
from landsea_core.planner.network.compiled import compiled
from landsea_core.planner.network.days import minute_of, moment_of
from landsea_core.planner.network.explaining import explained
from landsea_core.planner.network.figures import Figures
from landsea_core.planner.network.itinerary import Itinerary, itinerary, same_way
from landsea_core.planner.network.journeys import vehicles
from landsea_core.planner.network.legality import KnownMeasures, LegalityGate, Refusal, Way
from landsea_core.planner.network.model import MODES, Corridor
from landsea_core.planner.network.naming import Meant, meant
from landsea_core.planner.network.questions import PlanFault, Question, Refused, modes_said
from landsea_core.sentences import sentence

HORIZON_DAYS = 60
"""How long after being ready an itinerary may arrive: the slowest way by river and sea takes about thirty days."""
MOST_SHOWN = 8
WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer: itineraries by arrival, how many more there are, what is refused and why."""

    question: Question
    origin: Meant
    destination: Meant
    itineraries: tuple[Itinerary, ...]
    more: int
    refused: tuple[Refused, ...]
    left_out: dict[str, str]


@dataclass(slots=True)
class PlanRoom:
    """What planning stands on: the corridor, closures that editors have added, the gate, the engine.

    `engine` is one of `landsea_core.planner`: for a single question the one that starts at once, for many `planner_for`.
    """

    corridor: Corridor
    engine: Callable[[spi.Network], spi.Planner] = planner_at_once
    closings: Closings = field(init=False)
    gate: LegalityGate = field(init=False)

    def __post_init__(self) -> None:
        self.closings = Closings(self.corridor)
        self.gate = KnownMeasures(self.corridor.legality)


def plan(room: PlanRoom, question: Question, now: datetime | None = None, most: int = MOST_SHOWN) -> Plan:
    """Answer a question; `now` (aware) is what "in the past" is measured against, None: nothing is past.

    Raises PlanFault, CargoFault or UnknownPlace, each with a sentence that says what to change.
    """
    cargo = checked(question.cargo)
    origin, destination = meant(room.corridor, question.origin), meant(room.corridor, question.destination)
    if origin.codes & destination.codes:
        said = sentence("%(place)s is both start and end; give two different places.", place=origin.place.name)
        raise PlanFault(said, "same_place", "to")
    _check_time(room.corridor, question, now)
    search = Search(room, question, cargo, origin, destination)
    found = search.itineraries()
    refused = search.refused()
    if not found:
        raise explained(search, refused)
    shown = representatives(found, most)
    return Plan(question, origin, destination, shown, len(found) - len(shown), refused, search.left_out)


def _check_time(corridor: Corridor, question: Question, now: datetime | None) -> None:
    first, last = corridor.span
    span = sentence("The timetable is known from %(first)s to %(last)s.", first=first, last=last)
    if not question.modes or question.modes - set(MODES):
        raise PlanFault(sentence("Modes are %(modes)s.", modes=modes_said(MODES)), "modes", "modes")
    if question.ready.utcoffset() is None:
        raise PlanFault(sentence("Give the time with its zone, as in 2026-12-01T08:00+08:00."), "ready", "ready")
    if not first <= question.ready.date() <= last:
        said = sentence(
            "%(day)s lies outside the timetable. %(span)s Give a time within it.", day=question.ready.date(), span=span
        )
        raise PlanFault(said, "outside_timetable", "ready")
    if now is not None and question.ready < now - timedelta(hours=1):
        said = sentence(
            "%(time)s is past. %(span)s Give a later time.", time=f"{question.ready:%Y-%m-%d %H:%M}", span=span
        )
        raise PlanFault(said, "past", "ready")
    if question.latest is not None and question.latest <= question.ready:
        raise PlanFault(
            sentence("The latest arrival lies before the cargo is ready; give a later one."), "latest", "by"
        )


class Search:
    """One question on its way to an answer."""

    def __init__(self, room: PlanRoom, question: Question, cargo: Cargo, origin: Meant, destination: Meant) -> None:
        self.room, self.question, self.cargo = room, question, cargo
        self.origin, self.destination = origin, destination
        self.figures = Figures(room.corridor, cargo)
        self.hit: set[Crossing] = set()
        self.left_out: dict[str, str] = {}
        self._prepared: tuple[Compiled, spi.Planner] | None = None

    def itineraries(self) -> list[Itinerary]:
        """Return what may be offered, by arrival."""
        network = self.compiled(self.cargo, self.question.modes, self.room.closings, self._forbidden)
        self.left_out = network.left_out
        front = [one for one in self.found(network) if not self._refusals(one)]
        return _by_arrival(front + [one for one in self._quick(network, front) if not self._refusals(one)])

    def _quick(self, network: Compiled, front: list[Itinerary]) -> list[Itinerary]:
        """Return the itinerary with the fewest hours on the way for cargo that can wait up to a week, if it is new.

        The front answers "what arrives first"; a through train that leaves on Friday arrives later and spoils less.
        """
        if not front:
            return []
        later = [one for days in range(1, WEEK_DAYS) for one in self.found(network, spi.Criteria.ARRIVAL, days)]
        best = min(later, key=lambda one: one.hours.typical, default=None)
        if best is None or best.hours.typical >= min(one.hours.typical for one in front):
            return []
        return [best]

    def refused(self) -> tuple[Refused, ...]:
        """Return the measures that keep ways from being offered, each with an example, if there would be one."""
        if not self.hit:
            return ()
        network = self.compiled(self.cargo, self.question.modes, self.room.closings, self.allowed)
        found: dict[Refusal, Refused] = {}
        for one in self.found(network):
            for refusal in self._refusals(one):
                found.setdefault(refusal, Refused(refusal, one))
        return tuple(found.values())

    def compiled(
        self, cargo: Cargo, modes: frozenset[str], closings: Closings, forbidden: Callable[[Crossing], bool]
    ) -> Compiled:
        day = self.question.ready.date()
        ends = (self.origin, self.destination)
        codes = [frozenset({end.place.code}) if self.question.doors else end.codes for end in ends]
        wish = Wish(*codes, modes, day, HORIZON_DAYS, self.question.doors)
        return compiled(self.room.corridor, cargo, wish, closings, forbidden)

    def found(
        self, network: Compiled, criteria: spi.Criteria = spi.Criteria.ARRIVAL_COST_CO2_RISK, days: int = 0
    ) -> list[Itinerary]:
        """Return what the engine finds for cargo that is ready as asked, or some days later, by arrival."""
        ready = minute_of(self.question.ready) + days * 1440
        latest = minute_of(self.question.latest) if self.question.latest else None
        horizon = minute_of(self.question.ready) + HORIZON_DAYS * 1440
        end = horizon if latest is None else min(latest, horizon)  # no run is known after it; room is made by minutes
        query = spi.Query(ORIGIN, DESTINATION, ready, end, criteria)
        made: list[Itinerary] = []
        try:
            journeys = self._engine(network).journeys(query)
        except spi.TooManyLabels as problem:
            raise PlanFault(str(problem), "too_much", "modes") from problem
        for journey in journeys:
            one = itinerary(self.room.corridor, self.figures, vehicles(network, journey, ready), latest)
            if not any(same_way(one, other) for other in made):
                made.append(one)
        return _by_arrival(made)

    def _engine(self, network: Compiled) -> spi.Planner:
        """Return the engine for a network; one that was prepared is kept for the next questions to it."""
        if self._prepared is None or self._prepared[0] is not network:
            self._prepared = (network, self.room.engine(network.network))
        return self._prepared[1]

    @staticmethod
    def allowed(crossing: Crossing) -> bool:
        """Forbid no crossing between modes that exist: what the law would let through is then seen."""
        return crossing[0] not in MODES

    def _forbidden(self, crossing: Crossing) -> bool:
        mode, left, entered = crossing
        transit = frozenset({left, entered}) - {self.origin.place.country, self.destination.place.country}
        entry = mode if entered == self.destination.place.country else ""
        refused = bool(self.room.gate.refusals(self._way(transit, frozenset({mode}), self.question.ready, entry)))
        if refused:
            self.hit.add(crossing)
        return refused

    def _refusals(self, one: Itinerary) -> list[Refusal]:
        """Ask the gate about an itinerary as a whole: all countries passed by land and all modes used over borders."""
        places = self.room.corridor.places
        passed: list[str] = []
        modes: set[str] = set()
        entry = ""
        for leg in one.legs:
            countries = [places[code].country for code in leg.called]
            if len(set(countries)) > 1:
                modes.add(leg.service.mode)
                entry = leg.service.mode if self.destination.place.country in countries else entry
            passed += countries
        transit = frozenset(passed) - {self.origin.place.country, self.destination.place.country}
        return self.room.gate.refusals(self._way(transit, frozenset(modes), moment_of(one.depart), entry))

    def _way(self, transit: frozenset[str], modes: frozenset[str], moment: datetime, entry: str) -> Way:
        origin = self.cargo.origin or self.origin.place.country
        return Way(self.cargo, origin, self.destination.place.country, transit, modes, moment.date(), entry)


def _by_arrival(found: list[Itinerary]) -> list[Itinerary]:
    return sorted(found, key=lambda one: (one.arrive, -one.depart))


def representatives(found: list[Itinerary], most: int) -> tuple[Itinerary, ...]:
    """Return at most `most` itineraries by arrival: the best of each kind, then the farthest from those.

    Distance is that of the values scaled to the spread of each criterion, so the choice covers the front evenly.
    """
    if len(found) <= most:
        return tuple(found)
    columns = list(zip(*(one.values for one in found), strict=True))
    quickest = min(range(len(found)), key=lambda n: (found[n].hours.typical, n))
    low = [min(column) for column in columns]
    width = [max(column) - least or 1.0 for column, least in zip(columns, low, strict=True)]
    scaled = [[(v - a) / w for v, a, w in zip(one.values, low, width, strict=True)] for one in found]
    best = [min(range(len(found)), key=lambda n: (column[n], n)) for column in columns]
    chosen = list(dict.fromkeys([best[0], quickest, *best[1:]]))[:most]
    while len(chosen) < most:
        rest = [n for n in range(len(found)) if n not in chosen]
        chosen.append(max(rest, key=lambda n: min(math.dist(scaled[n], scaled[other]) for other in chosen)))
    return tuple(found[n] for n in sorted(chosen))


__all__ = ["Plan", "PlanFault", "PlanRoom", "Question", "Refused", "Search", "plan", "representatives"]
