"""What a change of the network or the query may do to a front, whatever the network is."""

from dataclasses import replace

import pytest
from tests.breadth import all_or
from tests.search.random_networks import random_network, random_query

from landsea_search import Haul, Network, Opening, Passage, make_planner

SEEDS = range(0, 300, all_or(3, 9))


def no_better(worse, better) -> bool:
    """Whether each vector of one front has one of the other that is at least as good in everything."""
    return all(any(all(b <= w for b, w in zip(other, vector, strict=True)) for other in better) for vector in worse)


@pytest.fixture(params=[1, 3, 4])
def criteria(request):
    return request.param


def test_adding_a_service_never_worsens_a_front(criteria):
    for seed in SEEDS:
        network = random_network(seed, stops=8)
        more = replace(network, lines=(*network.lines, *random_network(seed + 5000, stops=8).lines[:2]))
        more = replace(more, curves=network.curves)
        query = random_query(seed, network, criteria)
        assert no_better(make_planner(network).find_front(query), make_planner(more).find_front(query))


def test_prices_in_another_currency_keep_the_front():
    def priced(rows):
        return tuple(replace(row, cost=7 * row.cost) for row in rows)

    for seed in SEEDS:
        network = random_network(seed)
        lines = tuple(
            replace(
                line,
                moves=tuple(
                    replace(move, boarding=move.boarding and replace(move.boarding, cost=7 * move.boarding.cost))
                    for move in priced(line.moves)
                ),
            )
            for line in network.lines
        )
        dearer = replace(network, lines=lines, haulages=priced(network.haulages), transfers=priced(network.transfers))
        query = random_query(seed, network, 4)
        expected = [
            (arrival, 7 * cost, co2, risk) for arrival, cost, co2, risk in make_planner(network).find_front(query)
        ]
        assert make_planner(dearer).find_front(query) == expected


def closed(network: Network, stop: int) -> Network:
    """The network without boarding, leaving, haulage or transfer at a stop; vehicles still pass."""

    def moves(line):
        return tuple(
            replace(
                move,
                boarding=None if move.origin == stop else move.boarding,
                alighting=move.alighting and move.destination != stop,
            )
            for move in line.moves
        )

    def elsewhere(rows):
        """Rows keep their numbers: what is closed never opens."""
        return tuple(
            replace(row, opening=Opening(())) if stop in {row.origin, row.destination} else row for row in rows
        )

    return replace(
        network,
        lines=tuple(replace(line, moves=moves(line)) for line in network.lines),
        haulages=elsewhere(network.haulages),
        transfers=elsewhere(network.transfers),
    )


def stops_used(network: Network, journey) -> set[int]:
    used = set()
    for leg in journey.legs:
        if isinstance(leg, Haul):
            row = network.haulages[leg.haulage]
            used |= {row.origin, row.destination}
        elif isinstance(leg, Passage):
            row = network.transfers[leg.transfer]
            used |= {row.origin, row.destination}
        else:
            moves = network.lines[leg.line].moves
            used |= {moves[leg.first].origin, moves[leg.last].destination}
    return used


def test_closing_a_place_removes_exactly_its_users(criteria):
    for seed in SEEDS:
        network = random_network(seed)
        query = random_query(seed, network, criteria)
        before = make_planner(network).find_journeys(query)
        for stop in {s for journey in before for s in stops_used(network, journey)} - {query.origin, query.destination}:
            after = make_planner(closed(network, stop)).find_journeys(query)
            values = [journey.values for journey in after]
            assert all(stop not in stops_used(network, journey) for journey in after)
            assert no_better(values, [journey.values for journey in before])
            stay = [journey.values for journey in before if stop not in stops_used(network, journey)]
            assert set(stay) <= set(values)


def test_ready_later_is_never_better(criteria):
    for seed in SEEDS:
        network = random_network(seed)
        query = random_query(seed, network, criteria)
        later = replace(query, ready=query.ready + 25)
        assert no_better(make_planner(network).find_front(later), make_planner(network).find_front(query))


def test_a_longer_window_only_adds_later_arrivals(criteria):
    for seed in SEEDS:
        network = random_network(seed)
        query = random_query(seed, network, criteria)
        shorter = replace(query, latest=query.latest - 120)
        whole = make_planner(network).find_front(query)
        assert make_planner(network).find_front(shorter) == [vector for vector in whole if vector[0] <= shorter.latest]


@pytest.mark.parametrize("earlier", [100, 200, 100_000])
def test_the_instant_that_is_minute_0_makes_no_difference(criteria, earlier):
    """Times before it are negative, and the same journeys are found, those with openings among them."""

    def move_earlier(rows):
        return tuple(replace(row, opening=row.opening and shifted(row.opening)) for row in rows)

    def shifted(opening):
        return Opening(tuple((opens - earlier, closes - earlier) for opens, closes in opening.windows))

    for seed in SEEDS:
        network = random_network(seed)
        query = random_query(seed, network, criteria)
        lines = tuple(replace(line, starts=tuple(start - earlier for start in line.starts)) for line in network.lines)
        stops, haulages, transfers = map(move_earlier, (network.stops, network.haulages, network.transfers))
        moved = replace(network, stops=stops, lines=lines, haulages=haulages, transfers=transfers)
        asked = replace(query, ready=query.ready - earlier, latest=query.latest - earlier)
        expected = [(arrival - earlier, *rest) for arrival, *rest in make_planner(network).find_front(query)]
        for compiled in (True, False):
            assert make_planner(moved, compiled=compiled).find_front(asked) == expected
