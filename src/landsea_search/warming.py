"""One small search by each kind of query, after which all loops of a part are compiled, or loaded from disk."""

import numpy as np

from landsea_search.answering.planner import CompiledPlanner
from landsea_search.answering.stages import Stages
from landsea_search.network import Line, Move, Network, Stop
from landsea_search.query import Criteria, Query
from landsea_search.stamps import Part


def search_once(part: Part) -> None:
    """Search a network of three places by each kind of query that a part answers: Numba compiles, or loads what it kept.

    Two boardings at least: an array of one column lies in memory in another way, for which Numba compiles apart.
    """
    stops = (Stop("here"), Stop("between"), Stop("there"))
    network = Network(stops, (Line((Move(0, 1, 0, 1), Move(1, 2, 1, 2)), (0,)),))
    planner, nothing = CompiledPlanner(network), np.zeros(0, np.int64)
    for criteria in Criteria:
        query = Query(0, 2, 0, 2, criteria)
        planner.find_journeys(query)
        if part == Part.LOOKAHEAD and criteria > Criteria.ARRIVAL:
            stages = Stages(planner.fit(query), planner.least_ahead, query, planner.most_labels)
            stages.run()
            stages.search_by_halves(nothing, nothing)
