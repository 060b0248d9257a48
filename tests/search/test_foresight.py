"""Rows of what lies ahead: bounds on what is still paid, made only where their numbers fit into a label's word."""

from dataclasses import replace

import numpy as np
import pytest
from tests.search.listing import replayed
from tests.search.random_networks import random_network, random_query

from landsea_search import Line, Move, Network, Query, Ride, Stop
from landsea_search.answering.planner import CompiledPlanner
from landsea_search.compiled.packing import MOST_IN_ROW
from landsea_search.lookahead.choosing_caps import choose_latest_arrivals
from landsea_search.lookahead.foresight import CAPS, JOINT, LATE
from landsea_search.lookahead.wide_lines import CAPS_OF_LINE


def test_rows_are_never_above_what_a_label_goes_on_to_pay():
    """Of every ride of every best journey: what it still pays, in each field, by the first latest arrival after its own."""
    seen = 0
    for seed in range(500):
        network = replace(random_network(seed), haulages=())
        planner, query = CompiledPlanner(network), random_query(seed, network, 4)
        journeys = planner.find_journeys(query)
        fitted = planner.fitted.get((10, True))
        if not journeys or fitted is None:
            continue
        arrivals = np.array([journey.arrival - query.ready for journey in journeys])
        lookout = fitted.load_halves().lookout
        foresight = lookout.make_foresight(query, arrivals, int(np.median(arrivals)))
        first_run = np.cumsum([0, *(len(line.starts) for line in network.lines)])
        first_move = np.cumsum([0, *(len(line.moves) for line in network.lines)])
        for journey in journeys:
            for place, leg in enumerate(journey.legs):
                if not isinstance(leg, Ride):
                    continue
                until = replace(journey, legs=journey.legs[: place + 1])
                stop = network.lines[leg.line].moves[leg.last].destination
                paid = replayed(network, replace(query, destination=stop), until)
                rest = [whole - part for whole, part in zip(journey.values[1:], paid[1:], strict=True)]
                run = first_run[leg.line] + network.lines[leg.line].starts.index(leg.start)
                row = foresight.base[run] + first_move[leg.line] + leg.last
                cap = int(np.searchsorted(foresight.caps, journey.arrival - query.ready))
                assert foresight.left_able[row] <= cap < CAPS
                fields = foresight.left_rows[row].reshape(CAPS, 4)[cap].tolist()
                pairs = zip(fields, [*rest, JOINT * rest[1] + rest[2]], strict=True)
                assert all(least <= really for least, really in pairs), (seed, fields, rest)
                seen += place + 1 < len(journey.legs)
    assert seen > 100


@pytest.mark.parametrize(("days", "able"), [(20, True), (60, True), (200, False)])
def test_rows_are_made_only_where_their_numbers_fit_beside_a_label_s(days, able):
    """A label and a row together run into the guard bit at most, never into the next field."""
    network = Network((Stop("0"), Stop("1")), (Line((Move(0, 1, 0, 10, 1, 1),), (0,)),))
    planner = CompiledPlanner(network)
    planner.find_front(Query(0, 1, 0, days * 1440, 4))
    (fitted,) = planner.fitted.values()
    assert fitted.can_look_ahead is able
    if able:
        assert fitted.layout.most + MOST_IN_ROW < 2 * (fitted.layout.most + 1)


@pytest.mark.parametrize("divide", [0, 400, 960, 1440])
@pytest.mark.parametrize("arrivals", [[], [960], range(100, 1400, 7), [300] * 500 + [900, 1000]])
def test_latest_arrivals_rise_and_keep_the_halves_apart(arrivals, divide):
    caps = choose_latest_arrivals(np.array(arrivals, np.int64), divide, 1440).tolist()
    early = LATE * CAPS_OF_LINE
    assert len(caps) == CAPS
    assert caps == sorted(caps)
    assert caps[early - 1] == divide
    assert caps[-1] == 1440
    few = sorted({minute for minute in arrivals if minute <= divide})
    if len(few) < early:
        assert sorted(set(caps[:early])) == sorted({*few, divide})
