"""The plain search as a `Planner`."""

from landsea_search.journey import Journey, Values
from landsea_search.network import Network
from landsea_search.plain.least_ahead import Least, find_least_ahead
from landsea_search.plain.prepared import PreparedNetwork
from landsea_search.plain.search import Search
from landsea_search.query import Query

MOST_PLAIN_LABELS = 1 << 21
"""So many labels a plain search may take, if nothing else is said to it: they are objects, and take much memory."""


class PlainPlanner:
    """Searches one network; keeps between queries what lies ahead to the last destination, since it depends on nothing else.

    `most_labels`: so many may be settled for one query, then TooManyLabels is raised; None: any number.
    """

    def __init__(self, network: Network, most_labels: int | None = None) -> None:
        self.prepared, self.most_labels = PreparedNetwork(network), most_labels
        self._ahead: tuple[int, list[Least | None]] | None = None

    def find_journeys(self, query: Query) -> list[Journey]:
        """Return the exact Pareto set, one journey for each vector of values, sorted by values; empty: no way."""
        if query.ready > query.latest:
            return []
        if query.origin == query.destination:
            return [Journey(query.ready, 0, 0, 0)]
        return Search(self.prepared, query, self._find_ahead(query.destination), self.most_labels).run()

    def _find_ahead(self, destination: int) -> list[Least | None]:
        kept = self._ahead
        if kept is None or kept[0] != destination:
            kept = self._ahead = (destination, find_least_ahead(self.prepared.network, destination))
        return kept[1]

    def find_front(self, query: Query) -> list[Values]:
        """Return the values of the journeys alone, sorted."""
        return [journey.values for journey in self.find_journeys(query)]
