"""The planner: the exact Pareto set of journeys over arrival, cost, CO2e and risk, on scheduled freight.

`spi` is what it is asked and answers. `planner_for` and `planner_at_once` prepare a network. It is an island: it knows
no cargo, no money, no clock and no Django; `planner.network` says the real network in its words.
"""

from importlib.util import find_spec

from landsea_core.planner.spi import Journey, Network, Planner, Query, TooManyLabels, Values


def planner_for(network: Network, *, compiled: bool | None = None) -> Planner:
    """Return a planner for a network that `checks.faults` finds in order.

    `compiled` None takes the compiled search where Numba is installed, else the one in plain Python; both answer the
    same. True raises ImportError without Numba.
    """
    if compiled is None:
        compiled = _numba_is_here()
    if compiled:
        from landsea_core.planner.compiled.planner import CompiledPlanner

        return CompiledPlanner(network)
    from landsea_core.planner.reference import ReferencePlanner

    return ReferencePlanner(network)


def _numba_is_here() -> bool:
    return find_spec("numba") is not None


ENOUGH_LABELS = 6000
"""So many labels the plain search settles in about half the time in which Numba and the compiled search are loaded.

Measured by `python -m bench.plan`; most questions on the real network need fewer, the hardest sixty times as many.
"""


def planner_at_once(network: Network) -> Planner:
    """Return a planner for a single question of a command: plain Python at first, compiled when the question is hard.

    Whoever answers many questions in one process takes `planner_for`; both answer the same.
    """
    return _AtOnce(network)


def compile_beforehand() -> None:
    """Compile the search, or load what was compiled before, where Numba is installed; nothing to do without it."""
    if _numba_is_here():
        from landsea_core.planner.compiled.__main__ import compile_all

        compile_all()


class _AtOnce:
    """The plain search while it is quicker than loading the compiled one."""

    def __init__(self, network: Network) -> None:
        from landsea_core.planner.reference import ReferencePlanner

        self.network = network
        self.engine: Planner = ReferencePlanner(network, ENOUGH_LABELS if _numba_is_here() else None)

    def journeys(self, query: Query) -> list[Journey]:
        """Return the exact Pareto set, one journey for each vector of values, sorted by values; empty: no way."""
        try:
            return self.engine.journeys(query)
        except TooManyLabels:
            self.engine = planner_for(self.network)
            return self.engine.journeys(query)

    def front(self, query: Query) -> list[Values]:
        """Return the values of the journeys alone, sorted."""
        return [journey.values for journey in self.journeys(query)]


__all__ = ["compile_beforehand", "planner_at_once", "planner_for"]
