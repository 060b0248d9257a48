"""The planner: the exact Pareto set of journeys over arrival, cost, CO2e and risk, on scheduled freight.

`spi` is what it is asked and answers. `planner_for` prepares a network. It is an island: it knows no cargo, no money,
no clock and no Django; `planner.network` says the real network in its words.
"""

from importlib.util import find_spec

from landsea_core.planner.spi import Network, Planner


def planner_for(network: Network, *, compiled: bool | None = None) -> Planner:
    """Return a planner for a network that `checks.faults` finds in order.

    `compiled` None takes the compiled search where Numba is installed, else the one in plain Python; both answer the
    same. True raises ImportError without Numba.
    """
    if compiled is None:
        compiled = find_spec("numba") is not None
    if compiled:
        from landsea_core.planner.compiled.planner import CompiledPlanner

        return CompiledPlanner(network)
    from landsea_core.planner.reference import ReferencePlanner

    return ReferencePlanner(network)


__all__ = ["planner_for"]
