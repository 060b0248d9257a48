"""What a change of the network does to plans: a few typical journeys, planned before and after.

Journeys are chosen that go by what is changed (`typical_journeys`). No more are planned than it takes to find enough.
"""

from dataclasses import dataclass
from datetime import date, datetime

from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.model import HOP, Corridor
from landsea_core.planner.network.place_rows import Hours, NetworkPlace
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.platforms import Procedures, add_operations_up
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.typical_journeys import SHOWN, TouchedRows, list_journeys

MOST_PLANNED = 5


@dataclass(frozen=True, slots=True)
class QuickestWay:
    """The quickest way of a plan: hours, dollars (None: not known), its legs' services."""

    hours: Hours
    usd: tuple[float, float] | None
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JourneyEffect:
    """A journey before and after: the quickest way of all, and the quickest by what is changed. None: there is none."""

    origin: NetworkPlace
    destination: NetworkPlace
    quickest: tuple[QuickestWay | None, QuickestWay | None]
    by_it: tuple[QuickestWay | None, QuickestWay | None]

    @property
    def is_the_same(self) -> bool:
        """Whether nothing shown of it changes."""
        return self.quickest[0] == self.quickest[1] and self.by_it[0] == self.by_it[1]


@dataclass(frozen=True, slots=True)
class ChangedCrossing:
    """What crossing a border by lorry takes at a changed post, formalities of both sides together, before and after."""

    origin: NetworkPlace
    destination: NetworkPlace
    before: Hours
    after: Hours


def find_changed_crossings(
    before: Corridor, after: Corridor, touched: TouchedRows, day: date, cargo: Cargo
) -> list[ChangedCrossing]:
    """Return the border hops at changed places with their formalities on a day, where these change.

    A plan may go another way, so that no journey shows the queue; whoever crosses there meets it all the same.
    """
    rows = [Procedures(one, cargo, day) for one in (before, after)]
    found = []
    for one in after.services.values():
        if one.kind != HOP or one.not_offered or not touched.places & {call.place for call in one.calls}:
            continue
        ends = (one.calls[0].place, one.calls[-1].place)
        for origin, destination in (ends, ends[::-1]):
            hours = [add_operations_up(known.operations_to_hop(origin, destination)) for known in rows]
            if hours[0] != hours[1]:
                found.append(ChangedCrossing(after.places[origin], after.places[destination], *hours))
    return list({(one.origin.code, one.destination.code): one for one in found}.values())


def find_effects(
    before: PlanningContext, after: PlanningContext, touched: TouchedRows, ready: datetime, cargo: Cargo
) -> list[JourneyEffect]:
    """Return what becomes of at most `SHOWN` typical journeys for a cargo that is ready at `ready` (aware).

    Those that go by what is changed come first; without any, others show that nothing changes. The most likely one is
    always among them, because a new service is gone by only afterwards.
    """
    going: list[tuple[PlanQuestion, list[Itinerary]]] = []
    others: list[tuple[PlanQuestion, list[Itinerary]]] = []
    for number, (origin, destination) in enumerate(list_journeys(before.corridor, after.corridor, touched)):
        if number == MOST_PLANNED or len(going) == SHOWN:
            break
        question = PlanQuestion(origin, destination, ready, cargo)
        found = _plan_question(before, question)
        wanted = not number or any(touched.is_on_way(one) for one in found)
        (going if wanted else others).append((question, found))
    return [_compare_journey(after, question, found, touched) for question, found in (going + others)[:SHOWN]]


def _compare_journey(
    after: PlanningContext, question: PlanQuestion, found: list[Itinerary], touched: TouchedRows
) -> JourneyEffect:
    both = (found, _plan_question(after, question))
    by_it = [[one for one in plans if touched.is_on_way(one)] for plans in both]
    places = after.corridor.places
    return JourneyEffect(
        places[question.origin],
        places[question.destination],
        (_find_quickest(both[0]), _find_quickest(both[1])),
        (_find_quickest(by_it[0]), _find_quickest(by_it[1])),
    )


def _plan_question(planning: PlanningContext, question: PlanQuestion) -> list[Itinerary]:
    try:
        return list(plan(planning, question, most=99).itineraries)
    except ValueError:
        return []  # no way, or an end that is not on record before or after: shown as none


def _find_quickest(found: list[Itinerary]) -> QuickestWay | None:
    if not found:
        return None
    best = min(found, key=lambda one: one.hours.typical)
    usd = None if best.cost.low is None or best.cost.high is None else (best.cost.low, best.cost.high)
    return QuickestWay(best.hours, usd, tuple(leg.service.id for leg in best.legs))
