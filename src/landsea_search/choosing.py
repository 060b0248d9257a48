"""Which search answers: the plain one at once, the compiled one where it stands ready. Both give the same fronts."""

import subprocess
import sys

from landsea_search import stamps
from landsea_search.spi import Journey, Network, Planner, Query, TooManyLabels, Values

ENOUGH_LABELS = 6000
"""So many labels the plain search settles in about half the time in which Numba and the compiled search are loaded.

Measured by `python -m bench.plan`; most questions on the real network need fewer, the hardest sixty times as many.
"""
MOST_PLAIN_LABELS = 1 << 21
"""So many where plain Python has to search, whose labels are objects and take many times the memory."""


class _Loaded:
    """Whether this process has loaded the compiled search, from disk or by compiling it for itself alone."""

    yes = False


def planner_for(network: Network, *, compiled: bool | None = None) -> Planner:
    """Return a planner for a network that `find_faults` finds in order.

    `compiled` None takes the compiled search where it is ready, else the plain one, and never waits. True compiles it
    first where it is not ready (half a minute) and raises ImportError without Numba. False takes the plain one.
    """
    if compiled is None:
        compiled = _Loaded.yes or stamps.is_compiled()
    elif compiled:
        load_compiled()
    if compiled:
        from landsea_search.compiled.planner import CompiledPlanner

        return CompiledPlanner(network)
    from landsea_search.reference import ReferencePlanner

    return ReferencePlanner(network, MOST_PLAIN_LABELS)


def planner_at_once(network: Network, *, enough_labels: int = ENOUGH_LABELS) -> Planner:
    """Return a planner for a single question of a command: plain at first, compiled when the question is hard.

    Hard is what needs more than `enough_labels`; where the compiled search is not ready, the plain one goes on instead.
    Whoever answers many questions in one process takes `planner_for`; all answer the same.
    """
    return AtOncePlanner(network, enough_labels)


def load_compiled(*, gently: bool = False) -> None:
    """Load the compiled search into this process, about half a second, and compile it first where it is not ready.

    It is compiled in a process of its own, so that other threads of this one go on answering; `gently` leaves the
    processor to everybody else. Where nothing can be kept on disk, this process compiles for itself. Without Numba
    there is nothing to do.
    """
    if _Loaded.yes or not stamps.is_numba_installed():
        return
    if not stamps.is_compiled():
        subprocess.run(compile_command(gently=gently), check=False, stdin=subprocess.DEVNULL)
    from landsea_search.compiling import search_once

    search_once()
    _Loaded.yes = True


def compile_command(*, gently: bool = False) -> list[str]:
    """Return the command that compiles the search if it is not ready, for whoever starts processes in their own way."""
    return [sys.executable, "-m", "landsea_search.compiling", *(["--gently"] if gently else [])]


class AtOncePlanner:
    """The plain search while it is quicker than loading the compiled one."""

    def __init__(self, network: Network, enough_labels: int) -> None:
        from landsea_search.reference import ReferencePlanner

        self.network = network
        self.engine: Planner = ReferencePlanner(network, enough_labels if stamps.is_numba_installed() else None)

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
