"""`python -m landsea_core.planner.compiled`: compile the loops once, so that no query waits for it (half a minute)."""

from landsea_core.planner.compiled.planner import CompiledPlanner
from landsea_core.planner.spi import Criteria, Line, Move, Network, Query, Stop


def compile_all() -> None:
    """Search a network of two places by each of the three kinds of query; Numba keeps what it compiled."""
    network = Network((Stop("here"), Stop("there")), (Line((Move(0, 1, 0, 1),), (0,)),))
    planner = CompiledPlanner(network)
    for criteria in Criteria:
        planner.journeys(Query(0, 1, 0, 1, criteria))


if __name__ == "__main__":
    compile_all()
