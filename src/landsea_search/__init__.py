"""The door of the exact search: all journeys that no other beats in arrival, cost, CO2e and risk, on scheduled freight.

Whoever uses the search imports this module and none inside. It takes a `Network` and a `Query` in whole numbers and gives
`Journey`s; it knows no cargo, no money, no clock and no database. README.md beside it explains problem, method and use.
"""

from argparse import ArgumentParser, Namespace
from importlib.util import find_spec

from landsea_search.checks import faults
from landsea_search.risk import exponential_curve
from landsea_search.spi import (
    Boarding,
    Criteria,
    Haul,
    Haulage,
    Journey,
    Leg,
    Line,
    Move,
    Network,
    Opening,
    Passage,
    Planner,
    Query,
    Ride,
    RiskCurve,
    Stop,
    TooManyLabels,
    Transfer,
    Values,
)


def planner_for(network: Network, *, compiled: bool | None = None) -> Planner:
    """Return a planner for a network that `checks.faults` finds in order.

    `compiled` None takes the compiled search where Numba is installed, else the one in plain Python; both answer the
    same. True raises ImportError without Numba.
    """
    if compiled is None:
        compiled = _numba_is_here()
    if compiled:
        from landsea_search.compiled.planner import CompiledPlanner

        return CompiledPlanner(network)
    from landsea_search.reference import ReferencePlanner

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
        from landsea_search.compiled.__main__ import compile_all

        compile_all()


def add_work_sheet_options(parser: ArgumentParser) -> None:
    """Add to a command line what `run_work_sheet` may be asked."""
    from landsea_search.worksheet.command import add_options

    add_options(parser)


def run_work_sheet(options: Namespace, program: str) -> int:
    """Time the search on a GTFS feed by the rules of the work sheet; return the exit status.

    `program` is how the command is called: errors begin with it.
    """
    from landsea_search.worksheet.command import run

    return run(options, program)


class _AtOnce:
    """The plain search while it is quicker than loading the compiled one."""

    def __init__(self, network: Network) -> None:
        from landsea_search.reference import ReferencePlanner

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


__all__ = [
    "Boarding",
    "Criteria",
    "Haul",
    "Haulage",
    "Journey",
    "Leg",
    "Line",
    "Move",
    "Network",
    "Opening",
    "Passage",
    "Planner",
    "Query",
    "Ride",
    "RiskCurve",
    "Stop",
    "TooManyLabels",
    "Transfer",
    "Values",
    "add_work_sheet_options",
    "compile_beforehand",
    "exponential_curve",
    "faults",
    "planner_at_once",
    "planner_for",
    "run_work_sheet",
]
