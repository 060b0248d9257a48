"""What the measures in force say of an itinerary's goods: the gate's verdict on it, and which papers each leg needs.

A paper stands at the leg on which it is looked at. Where that is follows from who asks for it: what the destination or
an agreement asks of imports, at the leg that enters the destination; what a country asks of its exports, at the leg that
leaves it; what concerns the vehicle, at the first leg by that mode in the country. What a measure forbids is never offered
(`legality`); how sure the rest is, the verdict says. The document of carriage itself is the carrier's.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from landsea_core.planner.network.days import find_moment
from landsea_core.planner.network.itinerary import Itinerary, Leg
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.planner.network.planning import Plan
from landsea_core.rules import (
    Book,
    ChecklistItem,
    Measure,
    MeasureKind,
    Purpose,
    Shipment,
    Verdict,
    ask_gate,
    make_checklist,
)

OF_THE_VEHICLE = frozenset({MeasureKind.TRANSPORT_RULE, MeasureKind.BORDER_OPERATION})
"""Kinds of measures that speak of the way and of what carries the goods over it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: what it is, who issues it, by which measure. `offered`: it wins something, nobody demands it."""

    what: str
    who: str
    offered: bool
    measure: Measure


def list_papers(book: Book, corridor: Corridor, plan: Plan, one: Itinerary) -> tuple[tuple[Paper, ...], ...]:
    """Return the papers of each leg of an itinerary, each once; empty where no goods were named or no border is crossed."""
    found: list[list[Paper]] = [[] for _ in one.legs]
    crossings = [_find_crossings(corridor, leg) for leg in one.legs]
    if not plan.question.cargo.hs or not any(crossings):
        return tuple(map(tuple, found))
    route = _Route(plan.origin.place.country, plan.destination.place.country, crossings, one.legs, corridor)
    told: set[tuple[str, str]] = set()
    for mode in dict.fromkeys(leg.service.mode for leg in one.legs):
        for item in _list_items(book, plan, one, route, mode):
            place = route.place_of(item.measure, mode)
            key = (item.measure.code, item.requirement.what)
            if place is not None and key not in told:
                told.add(key)
                found[place].append(Paper(item.requirement.what, item.requirement.who, item.offered, item.measure))
    return tuple(map(tuple, found))


def judge_itinerary(book: Book, corridor: Corridor, plan: Plan, one: Itinerary) -> Verdict | None:
    """Return the gate's verdict on the way over the destination's border; None where no goods were named or none is crossed.

    A way on offer breaks no measure on file, and that alone is no permission: the verdict says what is not known.
    """
    crossings = [_find_crossings(corridor, leg) for leg in one.legs]
    if not plan.question.cargo.hs or not any(crossings):
        return None
    route = _Route(plan.origin.place.country, plan.destination.place.country, crossings, one.legs, corridor)
    return ask_gate(book, _shipment(plan, route, route.mode_of_entry), find_moment(one.depart).date())


def _shipment(plan: Plan, route: "_Route", mode: str) -> Shipment:
    cargo = plan.question.cargo
    origin = cargo.origin or route.origin
    return Shipment(cargo.hs, origin, route.destination, route.transit, mode, condition=cargo.condition)


def _find_crossings(corridor: Corridor, leg: Leg) -> list[tuple[str, str]]:
    """Return the borders a leg crosses, as pairs of the country left and the one entered."""
    countries = [corridor.places[code].country for code in leg.called]
    return [(left, entered) for left, entered in pairwise(countries) if left != entered]


def _list_items(book: Book, plan: Plan, one: Itinerary, route: "_Route", mode: str) -> Iterable[ChecklistItem]:
    day = find_moment(one.depart).date()
    for entry in make_checklist(book, _shipment(plan, route, mode), day, Purpose.SELL).entries:
        yield from (item for item in entry.items if item.requirement.doc)


@dataclass(frozen=True, slots=True)
class _Route:
    """The countries of an itinerary: where it begins and ends, the borders each leg crosses."""

    origin: str
    destination: str
    crossings: list[list[tuple[str, str]]]
    legs: tuple[Leg, ...]
    corridor: Corridor

    @property
    def transit(self) -> tuple[str, ...]:
        """The countries passed between, in their order."""
        passed = dict.fromkeys(entered for crossed in self.crossings for _, entered in crossed)
        return tuple(country for country in passed if country not in {self.origin, self.destination})

    def place_of(self, measure: Measure, mode: str) -> int | None:
        """Return the leg at which a measure's papers are looked at; None: not on this way."""
        if measure.scope.places and not self._called(measure):
            return None
        if measure.kind in OF_THE_VEHICLE and measure.scope.modes:
            return self._first_by(mode, measure)
        if mode != self.mode_of_entry:
            return None  # what concerns the goods is asked by the mode over the border of destination
        if measure.scope.direction == "export" or measure.country == self.origin:
            return self._first(lambda left, _: left == self.origin)
        if measure.country in self.transit:
            return self._first(lambda _, entered: entered == measure.country)
        return self._entry()

    def _called(self, measure: Measure) -> bool:
        called = {code: self.corridor.places[code] for leg in self.legs for code in leg.called}
        return any(_is_named(said, place) for said in measure.scope.places for place in called.values())

    def _first_by(self, mode: str, measure: Measure) -> int | None:
        """The first leg by the mode in the measure's country; of an agreement, the first that crosses a border."""
        for number, leg in enumerate(self.legs):
            if leg.service.mode == mode:
                countries = {self.corridor.places[code].country for code in leg.called}
                ours = measure.country in countries
                agreed = len(measure.country) > 2 and len(countries) > 1
                entering = measure.scope.direction != "import" or self.destination in countries
                if (ours or agreed) and entering:
                    return number
        return None

    def _first(self, fits: Callable[[str, str], bool]) -> int | None:
        found = (number for number, crossed in enumerate(self.crossings) if any(fits(*pair) for pair in crossed))
        return next(found, None)

    def _entry(self) -> int | None:
        """The last leg that enters the destination's country."""
        entering = [
            number
            for number, crossed in enumerate(self.crossings)
            if any(entered == self.destination for _, entered in crossed)
        ]
        return entering[-1] if entering else None

    @property
    def mode_of_entry(self) -> str:
        """The mode over the border of destination; empty when none of the legs enters it."""
        entry = self._entry()
        return "" if entry is None else self.legs[entry].service.mode


def _is_named(said: str, place: NetworkPlace) -> bool:
    """Whether a measure means a place: by its code, or by a name its own name begins with ("Mohan" railway port)."""
    return said == place.code or place.name.casefold().startswith(said.casefold())


__all__ = [
    "Paper",
    "judge_itinerary",
    "list_papers",
]
