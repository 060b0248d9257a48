"""Searching: one question put to the engine under the law, with what was refused kept beside what was found.

Law comes first: crossings that a measure forbids are not in the searched network, and what the search finds is asked
about once more as a whole.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from landsea_core.planner.network.building import DESTINATION, ORIGIN, CompiledNetwork, Crossing, Wish
from landsea_core.planner.network.cargo import Cargo
from landsea_core.planner.network.closings import Closings
from landsea_core.planner.network.compiler import compile_network
from landsea_core.planner.network.costs import CostsAndEmissions
from landsea_core.planner.network.days import count_minute, find_moment
from landsea_core.planner.network.itinerary import Itinerary, are_same_way
from landsea_core.planner.network.itinerary_making import make_itinerary
from landsea_core.planner.network.journeys import list_vehicles
from landsea_core.planner.network.legality import GoodsWay, KnownMeasures, LegalityGate, LegalRefusal
from landsea_core.planner.network.model import MODES, Corridor
from landsea_core.planner.network.place_names import JourneyEnd, find_doors
from landsea_core.planner.network.questions import PlanFault, PlanQuestion, RefusedWay
from landsea_search import Criteria, Network, Planner, Query, TooManyLabels, make_planner_at_once

HORIZON_DAYS = 60
"""How long after being ready an itinerary may arrive: the slowest way by river and sea takes about thirty days."""
WEEK_DAYS = 7


@dataclass(slots=True)
class PlanningContext:
    """What planning stands on: the corridor, closures that editors have added, the gate, the engine.

    `engine` is one of `landsea_search`: for a single question the one that starts at once, for many `make_planner`.
    """

    corridor: Corridor
    engine: Callable[[Network], Planner] = make_planner_at_once
    closings: Closings = field(init=False)
    gate: LegalityGate = field(init=False)

    def __post_init__(self) -> None:
        self.closings = Closings(self.corridor)
        self.gate = KnownMeasures(self.corridor.legality)

    def use_corridor(self, corridor: Corridor) -> "PlanningContext":
        """Return the same planning on another corridor; itself where it is its own."""
        if corridor is self.corridor:
            return self
        other = PlanningContext(corridor, self.engine)
        other.closings, other.gate = self.closings, self.gate
        return other


class Search:
    """One question on its way to an answer."""

    def __init__(
        self,
        planning: PlanningContext,
        question: PlanQuestion,
        cargo: Cargo,
        origin: JourneyEnd,
        destination: JourneyEnd,
    ) -> None:
        self.planning, self.question, self.cargo = planning, question, cargo
        self.origin, self.destination = origin, destination
        self.figures = CostsAndEmissions(planning.corridor, cargo)
        self.hit: set[Crossing] = set()
        self.left_out: dict[str, str] = {}
        self._offered: list[Itinerary] | None = None
        self._prepared: tuple[CompiledNetwork, Planner] | None = None

    def find_offered(self) -> list[Itinerary]:
        """Return what may be offered, by arrival. It is searched for once, for planning asks whether there is any first."""
        if self._offered is not None:
            return list(self._offered)
        network = self.compile(self.cargo, self.question.modes, self.planning.closings, self._is_forbidden)
        self.left_out = network.left_out
        front = [one for one in self.find_itineraries(network) if not self._find_refusals(one)]
        self._offered = _sort_by_arrival(
            front + [one for one in self._find_quickest_later(network, front) if not self._find_refusals(one)]
        )
        return list(self._offered)

    def find_offered_on_days(self, days: int) -> list[list[Itinerary]]:
        """Return, for cargo that is ready on each of some days running, what may be offered, by arrival.

        The network is compiled once for all of them, and each day is searched once, though it is a later day to six others.
        """
        network = self.compile(self.cargo, self.question.modes, self.planning.closings, self._is_forbidden, days)
        earliest: dict[int, list[Itinerary]] = {}
        found = []
        for day in range(days):
            front = self._find_allowed(network, Criteria.ARRIVAL_COST_CO2_RISK, day)
            for later in range(day + 1, day + WEEK_DAYS) if front else ():
                if later not in earliest:
                    earliest[later] = self._find_allowed(network, Criteria.ARRIVAL, later)
            ways = [one for later in range(day + 1, day + WEEK_DAYS) for one in earliest.get(later, ())]
            found.append(front + ways if front else [])
        return found

    def _find_allowed(self, network: CompiledNetwork, criteria: Criteria, days: int) -> list[Itinerary]:
        return [one for one in self.find_itineraries(network, criteria, days) if not self._find_refusals(one)]

    def _find_quickest_later(self, network: CompiledNetwork, front: list[Itinerary]) -> list[Itinerary]:
        """Return the itinerary with the fewest hours on the way for cargo that can wait up to a week, if it is new.

        The front answers "what arrives first"; a through train that leaves on Friday arrives later and spoils less.
        """
        if not front:
            return []
        later = [one for days in range(1, WEEK_DAYS) for one in self.find_itineraries(network, Criteria.ARRIVAL, days)]
        best = min(later, key=lambda one: one.hours.typical, default=None)
        if best is None or best.hours.typical >= min(one.hours.typical for one in front):
            return []
        return [best]

    def find_refused(self) -> tuple[RefusedWay, ...]:
        """Return the measures that keep ways from being offered, each with an example, if there would be one."""
        if not self.hit:
            return ()
        network = self.compile(self.cargo, self.question.modes, self.planning.closings, self.forbid_nothing)
        found: dict[LegalRefusal, RefusedWay] = {}
        for one in self.find_itineraries(network):
            for refusal in self._find_refusals(one):
                found.setdefault(refusal, RefusedWay(refusal, one))
        return tuple(found.values())

    def compile(
        self,
        cargo: Cargo,
        modes: frozenset[str],
        closings: Closings,
        forbidden: Callable[[Crossing], bool],
        more_days: int = 0,
    ) -> CompiledNetwork:
        """Return the network of the question; `more_days`: how many days its timetable reaches beyond the horizon."""
        ends = (self._ends(self.origin), self._ends(self.destination))
        wish = Wish(*ends, modes, self.question.ready.date(), HORIZON_DAYS + more_days, self.question.doors)
        return compile_network(self.planning.corridor, cargo, wish, closings, forbidden)

    def _ends(self, end: JourneyEnd) -> frozenset[str]:
        """Return where a journey may begin or end: at the doors of the place if so asked, else at all its terminals."""
        return find_doors(self.planning.corridor, end) if self.question.doors else end.codes

    def find_itineraries(
        self, network: CompiledNetwork, criteria: Criteria = Criteria.ARRIVAL_COST_CO2_RISK, days: int = 0
    ) -> list[Itinerary]:
        """Return what the engine finds for cargo that is ready as asked, or some days later, by arrival."""
        ready = count_minute(self.question.ready) + days * 1440
        latest = count_minute(self.question.latest) if self.question.latest else None
        horizon = count_minute(self.question.ready) + HORIZON_DAYS * 1440
        end = horizon if latest is None else min(latest, horizon)  # no run is known after it; room is made by minutes
        query = Query(ORIGIN, DESTINATION, ready, end, criteria)
        made: list[Itinerary] = []
        try:
            journeys = self._prepare_engine(network).find_journeys(query)
        except TooManyLabels as problem:
            raise PlanFault(str(problem), "too_much", "modes") from problem
        for journey in journeys:
            one = make_itinerary(self.planning.corridor, self.figures, list_vehicles(network, journey, ready), latest)
            if not any(are_same_way(one, other) for other in made):
                made.append(one)
        return _sort_by_arrival(made)

    def _prepare_engine(self, network: CompiledNetwork) -> Planner:
        """Return the engine for a network; one that was prepared is kept for the next questions to it."""
        if self._prepared is None or self._prepared[0] is not network:
            self._prepared = (network, self.planning.engine(network.network))
        return self._prepared[1]

    @staticmethod
    def forbid_nothing(crossing: Crossing) -> bool:
        """Forbid no crossing between modes that exist: what the law would let through is then seen."""
        return crossing[0] not in MODES

    def _is_forbidden(self, crossing: Crossing) -> bool:
        mode, left, entered = crossing
        transit = frozenset({left, entered}) - {self.origin.place.country, self.destination.place.country}
        entry = mode if entered == self.destination.place.country else ""
        refused = bool(
            self.planning.gate.refusals(self._make_way(transit, frozenset({mode}), self.question.ready, entry))
        )
        if refused:
            self.hit.add(crossing)
        return refused

    def _find_refusals(self, one: Itinerary) -> list[LegalRefusal]:
        """Ask the gate about an itinerary as a whole: all countries passed by land and all modes used over borders."""
        places = self.planning.corridor.places
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
        return self.planning.gate.refusals(self._make_way(transit, frozenset(modes), find_moment(one.depart), entry))

    def _make_way(self, transit: frozenset[str], modes: frozenset[str], moment: datetime, entry: str) -> GoodsWay:
        origin = self.cargo.origin or self.origin.place.country
        return GoodsWay(self.cargo, origin, self.destination.place.country, transit, modes, moment.date(), entry)


def _sort_by_arrival(found: list[Itinerary]) -> list[Itinerary]:
    return sorted(found, key=lambda one: (one.arrive, -one.depart))
