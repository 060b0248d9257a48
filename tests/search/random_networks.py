"""Small random networks with everything a network may have, made from a seed."""

import random

from landsea_search import Boarding, Haulage, Line, Move, Network, Opening, Query, RiskCurve, Stop, Transfer

HORIZON = 420


def random_network(seed: int, stops: int | None = None) -> Network:
    """Up to twelve places; moves of half an hour to two hours within seven hours, so that all journeys can be listed."""
    chance = random.Random(seed)
    count = stops or chance.randrange(3, 13)
    curves = tuple(
        RiskCurve(tuple(sorted((chance.randrange(60) for _ in range(chance.randrange(1, 90))), reverse=True)))
        for _ in range(2)
    )
    lines = tuple(_line(chance, count) for _ in range(chance.randrange(count, 2 * count + 4)))
    pairs = [chance.sample(range(count), 2) for _ in range(6)]
    haulages = tuple(
        Haulage(
            a,
            b,
            chance.randrange(40, 150),
            chance.randrange(30),
            chance.randrange(30),
            chance.randrange(9),
            _opening(chance),
        )
        for a, b in pairs[: chance.randrange(0, 3)]
    )
    transfers = tuple(
        Transfer(a, b, chance.randrange(0, 60), chance.randrange(9), chance.randrange(9), _opening(chance))
        for a, b in pairs[3 : 3 + chance.randrange(0, 4)]
    )
    places = tuple(
        Stop(f"place {number}", chance.choice((None, 0, 10, 30)), _opening(chance) if chance.random() < 0.2 else None)
        for number in range(count)
    )
    return Network(places, lines, haulages, transfers, curves)


def random_query(seed: int, network: Network, criteria: int) -> Query:
    """Two different places, ready in the first hour."""
    chance = random.Random(seed)
    origin, destination = chance.sample(range(len(network.stops)), 2)
    return Query(origin, destination, chance.randrange(60), HORIZON, criteria)


def _line(chance: random.Random, count: int) -> Line:
    path = [chance.randrange(count)]
    for _ in range(chance.randrange(1, 4)):
        path.append(chance.choice([stop for stop in range(count) if stop != path[-1]]))
    minute, moves = 0, []
    for here, there in zip(path, path[1:], strict=False):
        boarding = Boarding(
            chance.randrange(9), chance.randrange(5), chance.choice((None, 0, 1)), chance.choice((0, 0, 15))
        )
        arrives = minute + chance.randrange(30, 120)
        moves.append(
            Move(
                here,
                there,
                minute,
                arrives,
                chance.randrange(20),
                chance.randrange(20),
                boarding if chance.random() < 0.9 else None,
                chance.random() < 0.9,
            )
        )
        minute = arrives + chance.choice((0, 0, 20))
    starts = tuple(sorted({chance.randrange(HORIZON) for _ in range(chance.randrange(1, 6))}))
    return Line(tuple(moves), starts)


def _opening(chance: random.Random) -> Opening | None:
    if chance.random() < 0.5:
        return None
    edges = sorted(chance.sample(range(HORIZON), 2 * chance.randrange(1, 3)))
    return Opening(tuple(zip(edges[::2], edges[1::2], strict=True)))
