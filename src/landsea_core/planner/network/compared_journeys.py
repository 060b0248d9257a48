"""How true the planned times are: against door-to-door times that were published or traced.

A row is asked about on seven days running; from each answer the quickest itinerary counts, since operators speak of a journey
that is well coupled. The median of the seven is compared. A post that was closed after somebody told of a journey through it
stands open for that row: the question must be like the claim.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from statistics import median

from landsea_core.planner.network.itinerary import Itinerary
from landsea_core.planner.network.kinds_of_way import find_kind_of_way
from landsea_core.planner.network.model import Corridor
from landsea_core.planner.network.passenger_ways import PASSENGER_MODES, plan_passengers
from landsea_core.planner.network.place_rows import Closure, Hours
from landsea_core.planner.network.planning import plan_on_days
from landsea_core.planner.network.questions import PlanQuestion
from landsea_core.planner.network.scatter import PEOPLE, KindOfWay
from landsea_core.planner.network.searching import PlanningContext
from landsea_core.planner.network.told_journeys import ToldJourney

ASKED_FROM = datetime(2027, 1, 11, 0, tzinfo=UTC)
"""A Monday without holidays in the corridor's countries."""
DAYS = 7
NEAR = 0.25
CLOSED = "closed"
"""The kind of a closure that is no holiday."""


@dataclass(frozen=True, slots=True)
class ComparedJourney:
    """A told journey beside the planned hours and the kind of that way; None: nothing could be planned, `why` says so."""

    journey: ToldJourney
    hours: Hours | None
    why: str = ""
    kind: KindOfWay | None = None

    @property
    def inside(self) -> bool:
        """Whether what was said lies, or where it is a range reaches, between our best and ninth-of-ten time."""
        told = self.journey
        return self.hours is not None and self.hours.low <= told.high and told.low <= self.hours.p90

    @property
    def near(self) -> bool:
        """Whether our usual time is within a quarter of what was said: of the nearer end where it is a range."""
        told = self.journey
        return self.hours is not None and (1 - NEAR) * told.low <= self.hours.typical <= (1 + NEAR) * told.high


class ContextsByClosures:
    """What journeys are planned with: one planning for each state of the closed posts in which some journey was told of."""

    def __init__(self, planning: PlanningContext) -> None:
        self._planning = planning
        self._made: dict[tuple[Closure, ...], PlanningContext] = {planning.corridor.closures: planning}

    def choose_for(self, journey: ToldJourney) -> PlanningContext:
        """Return the planning without what was closed only after the journey was told of; undated rows get today's."""
        stood = tuple(
            row
            for row in self._planning.corridor.closures
            if not journey.date or row.kind != CLOSED or row.since.isoformat() <= journey.date
        )
        if stood not in self._made:
            self._made[stood] = PlanningContext(replace(self._planning.corridor, closures=stood), self._planning.engine)
        return self._made[stood]


def compare_with_plan(plannings: ContextsByClosures, journey: ToldJourney) -> ComparedJourney:
    """Plan a journey on seven days and return the median of the quickest; one of people is reckoned from the map."""
    if journey.people and len(journey.modes) == 1 and journey.modes <= set(PASSENGER_MODES):
        return _compare_people(plannings.choose_for(journey).corridor, journey)
    question = PlanQuestion(
        journey.origin, journey.destination, ASKED_FROM, journey.cargo, journey.modes, doors=journey.doors
    )
    try:
        days = plan_on_days(plannings.choose_for(journey), question, DAYS)
    except ValueError as fault:
        return ComparedJourney(journey, None, str(fault))
    found = [_find_quickest(ways, journey.modes) for ways in days]
    hours = Hours(*(median(values) for values in zip(*(_list_values(one.hours) for one in found), strict=True)))
    middle = sorted(found, key=lambda one: one.hours.typical)[len(found) // 2]
    return ComparedJourney(journey, hours, kind=find_kind_of_way(middle.legs))


def _compare_people(corridor: Corridor, journey: ToldJourney) -> ComparedJourney:
    (mode,) = journey.modes
    try:
        found = plan_passengers(corridor, journey.origin, journey.destination, mode)
    except ValueError as fault:
        return ComparedJourney(journey, None, str(fault))
    if found is None:
        return ComparedJourney(journey, None, f"nothing goes by {mode}")
    return ComparedJourney(journey, found.hours, kind=KindOfWay(mode, PEOPLE))


def _find_quickest(offered: Sequence[Itinerary], modes: frozenset[str]) -> Itinerary:
    """Return the quickest itinerary that uses all the modes told of, or the quickest if none does."""
    alike = [one for one in offered if modes <= {leg.service.mode for leg in one.legs}]
    return min(alike or offered, key=lambda one: one.hours.typical)


def _list_values(hours: Hours) -> tuple[float, float, float]:
    return (hours.low, hours.typical, hours.p90)
