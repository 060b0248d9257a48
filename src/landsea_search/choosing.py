"""Which search answers: the plain one at once, the compiled one where it stands ready. Both give the same fronts."""

import subprocess
import sys

from landsea_search import stamps
from landsea_search.network import Network
from landsea_search.planner import Planner
from landsea_search.stamps import Part

ENOUGH_LABELS = 6000
"""So many labels the plain search settles in about half the time in which Numba and the compiled search are loaded.

Measured by `python -m bench.plan`; most questions on the real network need fewer, the hardest sixty times as many.
"""
_loaded: set[Part] = set()
"""The parts that this process has loaded, from disk or by compiling them for itself alone."""


def make_planner(network: Network, *, compiled: bool | None = None) -> Planner:
    """Return a planner for a network that `find_faults` finds in order.

    `compiled` None takes the compiled search where it is ready, else the plain one, and never waits. True compiles it
    first where it is not ready (half a minute) and raises ImportError without Numba. False takes the plain one.
    """
    if compiled is None:
        compiled = Part.SEARCH in _loaded or stamps.is_compiled()
    elif compiled:
        load_compiled()
    if compiled:
        from landsea_search.answering.planner import CompiledPlanner

        return CompiledPlanner(network)
    from landsea_search.plain.planner import MOST_PLAIN_LABELS, PlainPlanner

    return PlainPlanner(network, MOST_PLAIN_LABELS)


def make_planner_at_once(network: Network, *, enough_labels: int = ENOUGH_LABELS) -> Planner:
    """Return a planner for a single question of a command: plain at first, compiled when the question is hard.

    Hard is what needs more than `enough_labels`; where the compiled search is not ready, the plain one goes on instead.
    Whoever answers many questions in one process takes `make_planner`; all answer the same.
    """
    from landsea_search.at_once import AtOncePlanner

    return AtOncePlanner(network, enough_labels if stamps.is_numba_installed() else None, make_planner)


def load_compiled(*, very_many_labels: bool = False, gently: bool = False) -> None:
    """Load the compiled search into this process, about half a second, and compile it first where it is not ready.

    `very_many_labels` loads the optional part for such queries too. What is missing is compiled in a process of its own,
    so that other threads of this one go on answering; `gently` leaves the processor to everybody else. Where nothing can
    be kept on disk, this process compiles for itself. Without Numba there is nothing to do.
    """
    wanted = {Part.SEARCH, Part.LOOKAHEAD} if very_many_labels else {Part.SEARCH}
    if wanted <= _loaded or not stamps.is_numba_installed():
        return
    if not all(map(stamps.is_compiled, wanted)):
        command = compile_command(very_many_labels=very_many_labels, gently=gently)
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL)
    from landsea_search.warming import search_once

    for part in sorted(wanted - _loaded):
        search_once(part)
    _loaded.update(wanted)


def compile_command(*, very_many_labels: bool = False, gently: bool = False) -> list[str]:
    """Return the command that compiles the search if it is not ready, for whoever starts processes in their own way."""
    options = [*(["--all"] if very_many_labels else []), *(["--gently"] if gently else [])]
    return [sys.executable, "-m", "landsea_search.compiling", *options]
