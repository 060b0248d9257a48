"""The fronts are exact: against listing every journey, in both implementations, and legs come to what is said."""

import pytest
from tests.search.listing import every_journey, expanded_front, front_of, replayed
from tests.search.random_networks import random_network, random_query

from landsea_search import make_planner
from landsea_search.checks import find_faults

NETWORKS = 2000
SLICES = 20


@pytest.mark.parametrize("part", range(SLICES))
def test_2000_random_networks_against_every_journey(part, monkeypatch):
    """The compiled search twice: as it is, and as if labels were many, so that they board together."""
    not_empty = 0
    for seed in range(part, NETWORKS, SLICES):
        network = random_network(seed)
        planner, plain = make_planner(network), make_planner(network, compiled=False)
        listed = {}
        for criteria in (1, 3, 4):
            query = random_query(seed, network, criteria)
            listed = listed or set(every_journey(network, query))
            expected = front_of(listed, criteria)
            for enough in (1, 30_000):
                monkeypatch.setattr("landsea_search.answering.stages.ENOUGH_LABELS", enough)
                journeys = planner.find_journeys(query)
                assert [journey.values for journey in journeys] == expected, (seed, criteria)
                assert [replayed(network, query, journey) for journey in journeys] == expected
            assert [journey.values for journey in plain.find_journeys(query)] == expected, (seed, criteria)
            not_empty += bool(expected)
    assert not_empty > NETWORKS // SLICES  # of three times as many questions, or little was shown


@pytest.mark.parametrize("seed", range(200))
def test_200_queries_against_the_time_expanded_graph(seed):
    network = random_network(10_000 + seed, stops=20)
    assert not find_faults(network)
    for criteria in (3, 4):
        query = random_query(seed, network, criteria)
        assert make_planner(network).find_front(query) == expanded_front(network, query)


def test_legs_of_plain_python_come_to_what_is_said():
    for seed in range(100):
        network = random_network(seed)
        query = random_query(seed, network, 4)
        for journey in make_planner(network, compiled=False).find_journeys(query):
            assert replayed(network, query, journey) == journey.values
