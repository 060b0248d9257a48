"""The lines that journeys ride, read from their labels, and a search along these alone."""

from dataclasses import replace

import numpy as np
from tests.search.random_networks import random_network, random_query

from landsea_search import Ride
from landsea_search.answering.planner import CompiledPlanner
from landsea_search.answering.stages import Stages
from landsea_search.compiled.known_lines import find_other_boardings, find_ridden_lines
from landsea_search.compiled.room import make_state
from landsea_search.compiled.room_columns import JOURNEYS
from landsea_search.compiled.searching import ON_KNOWN_LINES, search_in


def test_the_lines_read_from_labels_are_those_of_the_journeys():
    lines_seen = 0
    for seed in range(200):
        network = random_network(seed)
        planner, query = CompiledPlanner(network), random_query(seed, network, 4)
        journeys = planner.find_journeys(query)
        if not planner.fitted or not journeys:
            continue
        room, tables = planner.fitted[next(iter(planner.fitted))].room, planner.arrays.tables
        state = make_state()
        state[JOURNEYS] = len(journeys)
        first_move = np.cumsum([0, *(len(line.moves) for line in network.lines)])
        expected = {leg.line for journey in journeys for leg in journey.legs if isinstance(leg, Ride)}
        ridden = find_ridden_lines(tables, room, state)
        assert np.flatnonzero(ridden).tolist() == sorted(first_move[line] for line in expected)
        assert find_other_boardings(tables, ridden).sum() == sum(
            move.boarding is not None
            for number, line in enumerate(network.lines)
            if number not in expected
            for move in line.moves
        )
        lines_seen += len(expected)
    assert lines_seen > 200


def test_known_lines_alone_give_the_front_of_the_network_without_the_others():
    smaller = 0
    for seed in range(200):
        network = random_network(seed)
        planner, query = CompiledPlanner(network), random_query(seed, network, 4)
        if not planner.find_front(query):
            continue
        fitted = next(iter(planner.fitted.values()), None)
        if fitted is None or fitted.prices is None:
            continue
        ridden = np.zeros(len(planner.arrays.tables.moves), np.bool_)
        first_move = np.cumsum([0, *(len(line.moves) for line in network.lines)])
        kept = [number for number in range(len(network.lines)) if number % 2]
        ridden[[first_move[number] for number in kept]] = True
        state = make_state()
        ground = Stages(fitted, planner.least_ahead, query, 1 << 20).ground
        search_in(ground, query, fitted.room, state, ON_KNOWN_LINES, 1 << 20, also_ridden=ridden)
        minutes, cost, co2, risk = fitted.layout.unpack(fitted.room.journeys[: state[JOURNEYS]])
        found = sorted(zip(minutes + query.ready, cost, co2, risk, strict=True))
        less = replace(network, lines=tuple(network.lines[number] for number in kept))
        assert found == CompiledPlanner(less).find_front(query)
        smaller += found != planner.find_front(query)
    assert smaller > 20
