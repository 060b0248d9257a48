"""The planner: the exact Pareto set of journeys over arrival, cost, CO2e and risk, on scheduled freight.

`spi` is what it is asked and answers. `planner_for` prepares a network. It is an island: it knows no cargo, no money,
no clock and no Django; `planner.network` says the real network in its words.
"""

from landsea_core.planner.reference import ReferencePlanner
from landsea_core.planner.spi import Network, Planner


def planner_for(network: Network) -> Planner:
    """Return the planner to use for a network."""
    return ReferencePlanner(network)


__all__ = ["planner_for"]
