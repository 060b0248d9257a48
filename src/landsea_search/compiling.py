"""`python -m landsea_search.compiling [--gently]`: compile the search, half a minute of processor, if it is not ready.

However many processes ask for it at the same time, one compiles and the others wait for it. `--gently` leaves the processor
to whoever else wants it. Where the folder of the sources cannot be written to, nothing is kept, and a sentence says so.
"""

import argparse
import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from landsea_search import stamps


def main(arguments: list[str]) -> int:
    """Compile what is not ready; return 0, or 1 with a sentence when it cannot be done here."""
    parser = argparse.ArgumentParser(prog="python -m landsea_search.compiling", description=__doc__)
    parser.add_argument("--gently", action="store_true", help="let every other process go first")
    if parser.parse_args(arguments).gently:
        os.nice(10)
    if not stamps.is_numba_installed():
        print(
            "Numba is not installed: the search answers in plain Python. Install numba to compile it.", file=sys.stderr
        )
        return 1
    try:
        compile_if_needed()
    except OSError as problem:
        print(f"The compiled search cannot be kept beside its sources: {problem}", file=sys.stderr)
        return 1
    return 0


def compile_if_needed() -> None:
    """Compile the search unless it is ready; raises OSError where what is compiled cannot be kept."""
    with _lock():
        if stamps.is_compiled():
            return
        stamps.forget_compiled()
        search_once()
        stamps.mark_compiled()


def search_once() -> None:
    """Search a network of three places by each of the three kinds of query: Numba compiles, or loads what it kept.

    Two boardings at least: an array of one column lies in memory in another way, for which Numba compiles apart.
    """
    import numpy as np

    from landsea_search.compiled.labels import COLUMNS
    from landsea_search.compiled.lookout import Spread
    from landsea_search.compiled.planner import CompiledPlanner
    from landsea_search.spi import Criteria, Line, Move, Network, Query, Stop

    stops = (Stop("here"), Stop("between"), Stop("there"))
    network = Network(stops, (Line((Move(0, 1, 0, 1), Move(1, 2, 1, 2)), (0,)),))
    planner = CompiledPlanner(network)
    for criteria in Criteria:
        planner.journeys(Query(0, 2, 0, 2, criteria))
    for key, fitted in list(planner.fitted.items()):  # what only questions of very many labels need
        if fitted.lookout is not None:
            planner.by_halves(Query(0, 2, 0, 2), key, np.zeros(COLUMNS, np.int64), Spread(np.zeros(0, np.int64), 1))


@contextmanager
def _lock() -> Iterator[None]:
    """Let one process at a time in; the lock goes with the process that holds it."""
    folder = stamps.FOLDER / "__pycache__"
    folder.mkdir(exist_ok=True)
    with (folder / "compiling.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
