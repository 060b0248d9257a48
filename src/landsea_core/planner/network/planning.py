"""Planning a consignment: from a question in plain terms to itineraries, refusals, and sentences when there is no way.

The front that the engine finds is exact; of many itineraries a few are shown: the earliest, cheapest, greenest and
surest, and an even choice between. Law comes first: crossings that a measure forbids are not in the searched network,
and what the search finds is asked about once more as a whole.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from landsea_core.planner import spi
from landsea_core.planner.network.cargo import Cargo, checked
from landsea_core.planner.network.closing import Closings
from landsea_core.planner.network.compiled import DESTINATION, ORIGIN, Compiled, Crossing, Wish, compiled
from landsea_core.planner.network.days import midnight, minute_of, moment_of
from landsea_core.planner.network.figures import Figures
from landsea_core.planner.network.itinerary import Itinerary, itinerary, same_way
from landsea_core.planner.network.journeys import vehicles
from landsea_core.planner.network.legality import KnownMeasures, LegalityGate, Refusal, Way
from landsea_core.planner.network.model import MODES, Corridor
from landsea_core.planner.network.naming import Meant, meant
from landsea_core.planner.reference import ReferencePlanner

HORIZON_DAYS = 60
"""How long after being ready an itinerary may arrive: the slowest way by river and sea takes about thirty days."""
MOST_SHOWN = 8
LAND = frozenset({"rail", "road"})


class PlanFault(ValueError):
    """A question that cannot be planned; the text says what to do. `code` names the kind, `field` the option at fault."""

    def __init__(self, sentence: str, code: str, field: str = "", refused: tuple["Refused", ...] = ()) -> None:
        super().__init__(sentence)
        self.code, self.field, self.refused = code, field, refused


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: names or codes of places, when the cargo is ready (aware), when it must be there, by which modes."""

    origin: str
    destination: str
    ready: datetime
    cargo: Cargo
    modes: frozenset[str] = frozenset(MODES)
    latest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A way that a measure forbids, with the fastest example of it that would otherwise have been offered."""

    refusal: Refusal
    example: Itinerary | None = None


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
    """What planning stands on: the corridor, closures that editors have added, the gate."""

    corridor: Corridor
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
        raise PlanFault(f"{origin.place.name} is both start and end; give two different places.", "same_place", "to")
    _check_time(room.corridor, question, now)
    search = _Search(room, question, cargo, origin, destination)
    found = search.itineraries()
    refused = search.refused()
    if not found:
        raise search.explained(refused)
    shown = representatives(found, most)
    return Plan(question, origin, destination, shown, len(found) - len(shown), refused, search.left_out)


def _check_time(corridor: Corridor, question: Question, now: datetime | None) -> None:
    first, last = corridor.span
    span = f"The timetable is known from {first} to {last}."
    if not question.modes or question.modes - set(MODES):
        raise PlanFault(f"Modes are {', '.join(MODES)}.", "modes", "modes")
    if question.ready.utcoffset() is None:
        raise PlanFault("Give the time with its zone, as in 2026-12-01T08:00+08:00.", "ready", "ready")
    if not first <= question.ready.date() <= last:
        raise PlanFault(f"{question.ready.date()} lies outside the timetable. {span}", "outside_timetable", "ready")
    if now is not None and question.ready < now - timedelta(hours=1):
        raise PlanFault(f"{question.ready:%Y-%m-%d %H:%M} is past. {span} Give a later time.", "past", "ready")
    if question.latest is not None and question.latest <= question.ready:
        raise PlanFault("The latest arrival lies before the cargo is ready; give a later one.", "latest", "by")


class _Search:
    """One question on its way to an answer."""

    def __init__(self, room: PlanRoom, question: Question, cargo: Cargo, origin: Meant, destination: Meant) -> None:
        self.room, self.question, self.cargo = room, question, cargo
        self.origin, self.destination = origin, destination
        self.figures = Figures(room.corridor, cargo)
        self.hit: set[Crossing] = set()
        self.left_out: dict[str, str] = {}

    def itineraries(self) -> list[Itinerary]:
        """Return what may be offered, by arrival."""
        network = self._compiled(self.cargo, self.question.modes, self.room.closings, self._forbidden)
        self.left_out = network.left_out
        return [one for one in self._found(network, self.cargo) if not self._refusals(one)]

    def refused(self) -> tuple[Refused, ...]:
        """Return the measures that keep ways from being offered, each with an example, if there would be one."""
        if not self.hit:
            return ()
        network = self._compiled(self.cargo, self.question.modes, self.room.closings, _allowed)
        found: dict[Refusal, Refused] = {}
        for one in self._found(network, self.cargo):
            for refusal in self._refusals(one):
                found.setdefault(refusal, Refused(refusal, one))
        return tuple(found.values())

    def _compiled(
        self, cargo: Cargo, modes: frozenset[str], closings: Closings, forbidden: Callable[[Crossing], bool]
    ) -> Compiled:
        day = self.question.ready.date()
        wish = Wish(self.origin.codes, self.destination.codes, modes, day, HORIZON_DAYS)
        return compiled(self.room.corridor, cargo, wish, closings, forbidden)

    def _found(self, network: Compiled, cargo: Cargo, criteria: spi.Criteria | None = None) -> list[Itinerary]:
        ready = minute_of(self.question.ready)
        latest = minute_of(self.question.latest) if self.question.latest else None
        end = ready + HORIZON_DAYS * 1440 if latest is None else latest
        query = spi.Query(ORIGIN, DESTINATION, ready, end, criteria or spi.Criteria.ARRIVAL_COST_CO2_RISK)
        made: list[Itinerary] = []
        for journey in ReferencePlanner(network.network).journeys(query):
            one = itinerary(self.room.corridor, self.figures, vehicles(network, journey, ready), latest)
            if not any(same_way(one, other) for other in made):
                made.append(one)
        return sorted(made, key=lambda one: (one.arrive, -one.depart))

    def _forbidden(self, crossing: Crossing) -> bool:
        mode, left, entered = crossing
        transit = frozenset({left, entered}) - {self.origin.place.country, self.destination.place.country}
        refused = bool(self.room.gate.refusals(self._way(transit, frozenset({mode}), self.question.ready)))
        if refused:
            self.hit.add(crossing)
        return refused

    def _refusals(self, one: Itinerary) -> list[Refusal]:
        """Ask the gate about an itinerary as a whole: all countries passed by land and all modes used over borders."""
        places = self.room.corridor.places
        passed: list[str] = []
        modes: set[str] = set()
        for leg in one.legs:
            called = _called(leg)
            countries = [places[code].country for code in called]
            if len(set(countries)) > 1:
                modes.add(leg.service.mode)
            passed += countries
        transit = frozenset(passed) - {self.origin.place.country, self.destination.place.country}
        return self.room.gate.refusals(self._way(transit, frozenset(modes), moment_of(one.depart)))

    def _way(self, transit: frozenset[str], modes: frozenset[str], moment: datetime) -> Way:
        origin = self.cargo.origin or self.origin.place.country
        return Way(self.cargo, origin, self.destination.place.country, transit, modes, moment.date())

    def explained(self, refused: tuple[Refused, ...]) -> PlanFault:
        """Return why nothing can be offered: the first of law, cargo, closures and modes without which there is a way."""
        if refused:
            named = "; ".join(f"{one.refusal.measure}: {one.refusal.why}" for one in refused)
            return PlanFault(f"No legal way: {named}", "no_legal_route", "hs", refused)
        modes, plain = self.question.modes, Cargo(kg=1)
        way = self._any(plain, modes, self.room.closings)
        if way:
            return PlanFault(self._who_refuses(way), "nobody_takes_it", "dg" if self.cargo.dangerous else "reefer")
        way = self._any(self.cargo, modes, Closings(self.room.corridor).__class__(_open(self.room.corridor)))
        if way:
            return PlanFault(self._what_is_closed(way), "closed", "ready")
        if self._any(self.cargo, frozenset(MODES), self.room.closings):
            said = ", ".join(sorted(modes))
            return PlanFault(f"There is no way by {said} alone; allow more modes.", "modes", "modes")
        if self.question.latest:
            return PlanFault("Nothing arrives that early; give a later arrival.", "too_early", "by")
        names = f"{self.origin.place.name} and {self.destination.place.name}"
        return PlanFault(f"No services on record connect {names} within {HORIZON_DAYS} days.", "no_route")

    def _any(self, cargo: Cargo, modes: frozenset[str], closings: Closings) -> Itinerary | None:
        network = self._compiled(cargo, modes, closings, _allowed)
        return next(iter(self._found(network, cargo, spi.Criteria.ARRIVAL)), None)

    def _who_refuses(self, way: Itinerary) -> str:
        asked = f"dangerous goods of class {self.cargo.dangerous}" if self.cargo.dangerous else "this cargo"
        if self.cargo.reefer and not self.cargo.dangerous:
            asked = "a reefer"
        said = [f"{leg.service.id} {leg.service.name} ({why})" for leg in way.legs if (why := self._why(leg))]
        return f"Nobody on the way is known to take {asked}: {'; '.join(said)}. Ask the operator, or change the cargo."

    def _why(self, leg) -> str:
        from landsea_core.planner.network.cargo import refusal

        return refusal(leg.service, self.cargo)

    def _what_is_closed(self, way: Itinerary) -> str:
        for leg in way.legs:
            for code in _called(leg):
                row = self.room.closings.closed(code, moment_of(leg.vehicle.depart).date())
                if row:
                    return f"{row.says} No other way was found."
            row = self.room.closings.stands_still(leg.service, moment_of(leg.vehicle.depart).date())
            if row:
                return f"{row.says} No other way was found."
        return "What the way needs is closed at that time. Choose another day."


def _allowed(crossing: Crossing) -> bool:
    del crossing
    return False


def _open(corridor: Corridor) -> Corridor:
    from dataclasses import replace

    return replace(corridor, closures=())


def _called(leg) -> list[str]:
    """Return the places a leg touches, in order."""
    one = leg.vehicle
    if one.on_line:
        return [call.place for call in leg.service.calls[one.first : one.last + 1]]
    return [one.origin, one.destination]


def representatives(found: list[Itinerary], most: int) -> tuple[Itinerary, ...]:
    """Return at most `most` itineraries by arrival: the best of each kind, then those farthest from the ones chosen.

    Distance is that of the values scaled to the spread of each criterion, so the choice covers the front evenly.
    """
    if len(found) <= most:
        return tuple(found)
    columns = list(zip(*(one.values for one in found), strict=True))
    low = [min(column) for column in columns]
    width = [max(column) - least or 1.0 for column, least in zip(columns, low, strict=True)]
    scaled = [[(v - a) / w for v, a, w in zip(one.values, low, width, strict=True)] for one in found]
    chosen = list(dict.fromkeys(min(range(len(found)), key=lambda n: (column[n], n)) for column in columns))[:most]
    while len(chosen) < most:
        rest = [n for n in range(len(found)) if n not in chosen]
        chosen.append(max(rest, key=lambda n: min(math.dist(scaled[n], scaled[other]) for other in chosen)))
    return tuple(found[n] for n in sorted(chosen))


__all__ = ["Plan", "PlanFault", "PlanRoom", "Question", "Refused", "midnight", "plan", "representatives"]
