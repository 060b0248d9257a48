"""Two slow and independent ways to the same fronts, and the price of a journey by its legs.

`every_journey` lists all journeys without ever comparing two. `expanded_front` searches the time-expanded graph: one
node for each stop at each minute somebody can be ready there and for each move of each run; labels are compared only
within one node, so nothing rests on an earlier one being as good as a later one.
"""

from collections import defaultdict
from heapq import heappop, heappush

from landsea_search import Haul, Journey, Network, Opening, Passage, Query, Ride


def front_of(vectors, criteria: int) -> list[tuple]:
    """Keep the vectors that no other one is at least as good as; criteria that were not asked for become 0."""
    asked = {tuple(value if place < criteria else 0 for place, value in enumerate(vector)) for vector in vectors}
    kept = []
    for vector in sorted(asked):  # whatever dominates it has come before
        if not any(all(a <= b for a, b in zip(other, vector, strict=True)) for other in kept):
            kept.append(vector)
    return kept


def begins(opening: Opening | None, minute: int) -> int | None:
    """The first minute at which work may begin, tried one window after the other."""
    if opening is None:
        return minute
    possible = [max(minute, opens) for opens, closes in opening.windows if minute < closes]
    return min(possible, default=None)


def risk_of(network: Network, curve: int | None, slack: int) -> int:
    """The curve's value at a slack."""
    if curve is None:
        return 0
    values = network.curves[curve].values
    return values[slack] if slack < len(values) else values[-1]


def rides(network: Network, stop: int, ready: int, latest: int, at_origin: bool):
    """Yield (where, arrival, cost, co2, risk) of each ride that can be boarded."""
    for line in network.lines:
        for start in line.starts:
            for first, move in enumerate(line.moves):
                boarding = move.boarding
                if move.origin != stop or boarding is None:
                    continue
                slack = start + move.departs - boarding.cut_off - ready
                if slack < 0:
                    continue
                cost, co2 = boarding.cost, boarding.co2
                risk = 0 if at_origin else risk_of(network, boarding.curve, slack)
                for later in line.moves[first:]:
                    cost, co2 = cost + later.cost, co2 + later.co2
                    if start + later.arrives <= latest and later.alighting:
                        yield later.destination, start + later.arrives, cost, co2, risk


def hauls(network: Network, stop: int, ready: int, latest: int):
    """Yield (where, arrival, cost, co2, risk) of each haulage from here."""
    for row in network.haulages:
        begin = begins(row.opening, ready)
        if row.origin == stop and begin is not None and begin + row.minutes <= latest:
            yield row.destination, begin + row.minutes, row.cost, row.co2, row.risk


def transfers(network: Network, stop: int, minute: int, latest: int):
    """Yield (where, minute, cost, co2) of each transfer from here."""
    for row in network.transfers:
        begin = begins(row.opening, minute)
        if row.origin == stop and begin is not None and begin + row.minutes <= latest:
            yield row.destination, begin + row.minutes, row.cost, row.co2


def after_leaving(network: Network, stop: int, minute: int, latest: int):
    """Yield (where ready, minute, cost, co2): changing here, and each transfer."""
    begin, interchange = begins(network.stops[stop].opening, minute), network.stops[stop].interchange
    if interchange is not None and begin is not None and begin + interchange <= latest:
        yield stop, begin + interchange, 0, 0
    yield from transfers(network, stop, minute, latest)


def every_journey(network: Network, query: Query):
    """Yield the values of every journey, however bad."""

    def ready(stop, minute, cost, co2, risk, at_origin):
        for there, arrival, c, e, r in (
            *rides(network, stop, minute, query.latest, at_origin),
            *hauls(network, stop, minute, query.latest),
        ):
            paid = (cost + c, co2 + e, risk + r)
            if there == query.destination:
                yield (arrival, *paid)
                continue
            for next_stop, next_minute, more, emitted in after_leaving(network, there, arrival, query.latest):
                if next_stop == query.destination:
                    yield (next_minute, paid[0] + more, paid[1] + emitted, paid[2])
                else:
                    yield from ready(next_stop, next_minute, paid[0] + more, paid[1] + emitted, paid[2], False)

    yield from ready(query.origin, query.ready, 0, 0, 0, True)
    for there, minute, cost, co2 in transfers(network, query.origin, query.ready, query.latest):
        if there == query.destination:
            yield minute, cost, co2, 0
        else:
            yield from ready(there, minute, cost, co2, 0, False)


def expanded_front(network: Network, query: Query) -> list[tuple]:
    """Return the front by Martins' algorithm on the time-expanded graph."""
    bags: dict[tuple, list[tuple]] = defaultdict(list)
    found, queue = [], []

    def push(stop, minute, cost, co2, risk, at_origin=False):
        values = (cost, co2 if query.criteria > 1 else 0, risk if query.criteria > 3 else 0)
        if stop == query.destination:
            found.append((minute, *values))
            return
        bag = bags[stop, minute, at_origin]
        if any(all(a <= b for a, b in zip(other, values, strict=True)) for other in bag):
            return
        bag[:] = [other for other in bag if not all(a <= b for a, b in zip(values, other, strict=True))] + [values]
        heappush(queue, (minute, values, stop, at_origin))

    push(query.origin, query.ready, 0, 0, 0, True)
    for there, minute, cost, co2 in transfers(network, query.origin, query.ready, query.latest):
        push(there, minute, cost, co2, 0)
    while queue:
        minute, values, stop, at_origin = heappop(queue)
        if values not in bags[stop, minute, at_origin]:
            continue
        for there, arrival, c, e, r in (
            *rides(network, stop, minute, query.latest, at_origin),
            *hauls(network, stop, minute, query.latest),
        ):
            paid = (values[0] + c, values[1] + e, values[2] + r)
            if there == query.destination:
                push(there, arrival, *paid)
                continue
            for next_stop, next_minute, more, emitted in after_leaving(network, there, arrival, query.latest):
                push(next_stop, next_minute, paid[0] + more, paid[1] + emitted, paid[2])
    return front_of(found, query.criteria)


def replayed(network: Network, query: Query, journey: Journey) -> tuple:
    """Travel a journey leg by leg and return what it comes to; fails where a leg cannot be made."""
    stop, minute, ready, cost, co2, risk, at_origin, moved = query.origin, query.ready, True, 0, 0, 0, True, False
    for leg in journey.legs:
        if isinstance(leg, Passage):
            row = network.transfers[leg.transfer]
            assert row.origin == stop and (at_origin or not ready) and not moved
            assert begins(row.opening, minute) == leg.departs and leg.departs + row.minutes == leg.arrives
            cost, co2, ready, moved, at_origin = cost + row.cost, co2 + row.co2, True, True, False
            stop, minute = row.destination, leg.arrives
            continue
        if not ready:
            minute = begins(network.stops[stop].opening, minute) + network.stops[stop].interchange
        if isinstance(leg, Haul):
            row = network.haulages[leg.haulage]
            assert row.origin == stop and begins(row.opening, minute) == leg.departs
            assert leg.departs + row.minutes == leg.arrives
            cost, co2, risk, stop = cost + row.cost, co2 + row.co2, risk + row.risk, row.destination
        else:
            assert isinstance(leg, Ride)
            line = network.lines[leg.line]
            first, last = line.moves[leg.first], line.moves[leg.last]
            slack = leg.start + first.departs - first.boarding.cut_off - minute
            assert leg.start in line.starts and first.origin == stop and slack >= 0 and last.alighting
            assert (leg.departs, leg.arrives) == (leg.start + first.departs, leg.start + last.arrives)
            risk += 0 if at_origin else risk_of(network, first.boarding.curve, slack)
            cost += first.boarding.cost + sum(move.cost for move in line.moves[leg.first : leg.last + 1])
            co2 += first.boarding.co2 + sum(move.co2 for move in line.moves[leg.first : leg.last + 1])
            stop = last.destination
        minute, ready, moved, at_origin = leg.arrives, False, False, False
    assert stop == query.destination
    values = (minute, cost, co2, risk)
    return tuple(value if place < query.criteria else 0 for place, value in enumerate(values))
