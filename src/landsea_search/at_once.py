"""A planner for a single question of a command: plain at first, another one when the question turns out to be hard."""

from collections.abc import Callable

from landsea_search.journey import Journey, Values
from landsea_search.network import Network
from landsea_search.plain.planner import PlainPlanner
from landsea_search.planner import Planner, TooManyLabels
from landsea_search.query import Query


class AtOncePlanner:
    """The plain search while it is quicker than loading the compiled one; then what `make_planner` returns."""

    def __init__(self, network: Network, enough_labels: int | None, make_planner: Callable[[Network], Planner]) -> None:
        self.network, self.make_planner = network, make_planner
        self.engine: Planner = PlainPlanner(network, enough_labels)

    def find_journeys(self, query: Query) -> list[Journey]:
        """Return the exact Pareto set, one journey for each vector of values, sorted by values; empty: no way."""
        try:
            return self.engine.find_journeys(query)
        except TooManyLabels:
            self.engine = self.make_planner(self.network)
            return self.engine.find_journeys(query)

    def find_front(self, query: Query) -> list[Values]:
        """Return the values of the journeys alone, sorted."""
        return [journey.values for journey in self.find_journeys(query)]
