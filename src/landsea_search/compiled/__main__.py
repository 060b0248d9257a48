"""`python -m landsea_search.compiled`: compile the loops once, so that no query waits for it (half a minute).

Run it after a change to any of these modules: Numba looks only at the file of a function itself, and would go on using
a loop compiled with the old version of what it calls from another file.
"""

from pathlib import Path


def forget() -> None:
    """Remove what was compiled before."""
    for file in (Path(__file__).parent / "__pycache__").glob("*.nb[ci]"):
        file.unlink()


def compile_all() -> None:
    """Search a network of three places by each of the three kinds of query; Numba keeps what it compiled.

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


if __name__ == "__main__":
    forget()
    compile_all()
