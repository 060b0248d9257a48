"""The search in plain Python: the oracle the compiled one is held against, and what runs where Numba is not installed.

Labels are settled in the order in which their cargo is ready, so a label at a stop can only be dominated by labels
settled before it. `settles` argues why comparing (ready, cost, CO2e, risk) at one stop keeps the front exact.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from heapq import heappop, heappush
from itertools import count

from landsea_search.bounds import lower_bounds
from landsea_search.spi import (
    Criteria,
    Haul,
    Haulage,
    Journey,
    Leg,
    Network,
    Opening,
    Passage,
    Query,
    Ride,
    TooManyLabels,
    Transfer,
    Values,
)

Paid = tuple[int, int, int]  # cost, CO2e, risk
Chain = tuple["Chain", Leg] | None  # legs so far, the last one outermost


class ReferencePlanner:
    """Searches one network; keeps nothing between queries.

    `most_labels`: so many may be settled for one query, then TooManyLabels is raised; None: any number.
    """

    def __init__(self, network: Network, most_labels: int | None = None) -> None:
        self.network, self.most_labels = network, most_labels
        self.boardings: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, line in enumerate(network.lines):
            for place, move in enumerate(line.moves):
                if move.boarding:
                    self.boardings[move.origin].append((number, place))
        self.haulages = _by_origin(network.haulages)
        self.transfers = _by_origin(network.transfers)

    def journeys(self, query: Query) -> list[Journey]:
        """Return the exact Pareto set, one journey for each vector of values, sorted by values; empty: no way."""
        return _Search(self, query).run()

    def front(self, query: Query) -> list[Values]:
        """Return the values of the journeys alone, sorted."""
        return [journey.values for journey in self.journeys(query)]


def _by_origin(rows: tuple[Haulage, ...] | tuple[Transfer, ...]) -> dict[int, list[int]]:
    """Return the numbers of the rows that leave from each stop."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        found[row.origin].append(number)
    return found


def begins(opening: Opening | None, minute: int) -> int | None:
    """Return the first minute, from `minute` on, at which work may begin; None: never again."""
    if opening is None:
        return minute
    place = bisect_right(opening.windows, (minute, float("inf"))) - 1
    if place >= 0 and minute < opening.windows[place][1]:
        return minute
    return opening.windows[place + 1][0] if place + 1 < len(opening.windows) else None


def dominated(values: Paid, others: list[Paid]) -> bool:
    """Say whether one of the others is at least as good in everything."""
    cost, co2, risk = values
    for other in others:  # noqa: SIM110 - a loop, not any(): the search spends most of its time here
        if other[0] <= cost and other[1] <= co2 and other[2] <= risk:
            return True
    return False


class _Search:
    """One query's labels."""

    def __init__(self, planner: ReferencePlanner, query: Query) -> None:
        self.planner, self.network, self.query = planner, planner.network, query
        self.bounds = lower_bounds(self.network, query.destination)
        self.settled: dict[int, list[Paid]] = defaultdict(list)
        self.on_board: dict[tuple[int, int], list[tuple[int, Paid]]] = defaultdict(list)
        self.found: dict[tuple[int, Paid], Chain] = {}
        self.queue: list[tuple[int, Paid, int, int, Chain]] = []
        self.order = count()

    def run(self) -> list[Journey]:
        """Settle labels until none is left, and return the front."""
        query = self.query
        if query.ready > query.latest:
            return []
        if query.origin == query.destination:
            return [Journey(query.ready, 0, 0, 0)]
        self._push(query.origin, query.ready, (0, 0, 0), None)
        self._transfer(query.origin, query.ready, (0, 0, 0), None)
        allowed = self.planner.most_labels
        settled = 0
        while self.queue:
            ready, values, _, stop, chain = heappop(self.queue)
            if self.settles(stop, values) and self._hopeful(stop, ready, values):
                settled += 1
                if allowed is not None and settled > allowed:
                    raise TooManyLabels(allowed)
                self.settled[stop].append(values)
                self._board(stop, ready, values, chain)
                self._haul(stop, ready, values, chain)
        return self._front()

    def settles(self, stop: int, values: Paid) -> bool:
        """Say whether a label that was ready at the stop earlier, or at the same minute, is not as good in everything.

        Why a dominated label may be dropped: let A be ready at a stop no later than B and cost, emit and risk no more.
        Whatever run, haulage or opening B can take, A can take too: a cut-off met by B is met by A, and the minute at
        which work begins never decreases with the minute of readiness. A haulage that A takes earlier arrives no later.
        On the same run A has at least B's slack, and the curve never rises, so A's rounded risk of this boarding is no
        more than B's (rounding is a function of the slack alone, and a sum of whole numbers keeps the order). So each
        way to go on from B has a way to go on from A that is no worse in anything, by induction over its legs.
        The origin's own label has no slack to lose: it boards without risk and dominates whatever returns there.
        """
        return not dominated(values, self.settled[stop])

    def _hopeful(self, stop: int, minute: int, values: Paid) -> bool:
        """Say whether, at best, the destination could be reached in time and not dominated by what was found."""
        best = self.bounds[stop]
        if best is None or minute + best.minutes > self.query.latest:
            return False
        arrival, cost, co2, risk = minute + best.minutes, values[0] + best.cost, values[1] + best.co2, values[2]
        for reached, other in self.found:
            if reached <= arrival and other[0] <= cost and other[1] <= co2 and other[2] <= risk:
                return False
        return True

    def _push(self, stop: int, ready: int | None, values: Paid, chain: Chain) -> None:
        if ready is not None and ready <= self.query.latest and self._hopeful(stop, ready, values):
            heappush(self.queue, (ready, values, next(self.order), stop, chain))

    def _board(self, stop: int, ready: int, values: Paid, chain: Chain) -> None:
        """Board the first run of each line and, as waiting lowers risk, later ones until it is at its lowest."""
        at_origin = chain is None
        for number, place in self.planner.boardings[stop]:
            line = self.network.lines[number]
            boarding, departs = line.moves[place].boarding, line.moves[place].departs
            curve = self.network.curves[boarding.curve].values if boarding.curve is not None else (0,)
            if at_origin or self.query.criteria < Criteria.ARRIVAL_COST_CO2_RISK:
                curve = (0,)
            first = bisect_left(line.starts, ready + boarding.cut_off - departs)
            for start in line.starts[first:]:
                slack = start + departs - boarding.cut_off - ready
                risk = curve[min(slack, len(curve) - 1)]
                self._ride(number, start, place, self._sum(values, boarding.cost, boarding.co2, risk), chain)
                if risk == curve[-1]:
                    break

    def _sum(self, values: Paid, cost: int, co2: int, risk: int = 0) -> Paid:
        """Add to the criteria that were asked for; the others stay 0."""
        criteria = self.query.criteria
        if criteria == Criteria.ARRIVAL:
            return (0, 0, 0)
        return (values[0] + cost, values[1] + co2, values[2] + (risk if criteria > Criteria.ARRIVAL_COST_CO2 else 0))

    def _ride(self, number: int, start: int, place: int, values: Paid, chain: Chain) -> None:
        """Stay on the run from move `place` to its end, unless somebody as good is already on board there."""
        line = self.network.lines[number]
        before = line.moves[:place]
        paid = self._sum((0, 0, 0), sum(move.cost for move in before), sum(move.co2 for move in before))
        relative = (values[0] - paid[0], values[1] - paid[1], values[2])
        aboard = self.on_board[number, start]
        if any(since <= place and dominated(relative, [other]) for since, other in aboard):
            return
        aboard.append((place, relative))
        for last in range(place, len(line.moves)):
            move = line.moves[last]
            values = self._sum(values, move.cost, move.co2)
            if start + move.arrives > self.query.latest:
                return
            if move.alighting:
                departs = start + line.moves[place].departs
                ride = Ride(number, start, place, last, departs, start + move.arrives)
                self._arrive(move.destination, start + move.arrives, values, (chain, ride))

    def _haul(self, stop: int, ready: int, values: Paid, chain: Chain) -> None:
        for number in self.planner.haulages[stop]:
            row = self.network.haulages[number]
            begin = begins(row.opening, ready)
            if begin is not None and begin + row.minutes <= self.query.latest:
                haul = Haul(number, begin, begin + row.minutes)
                self._arrive(
                    row.destination, haul.arrives, self._sum(values, row.cost, row.co2, row.risk), (chain, haul)
                )

    def _arrive(self, stop: int, minute: int, values: Paid, chain: Chain) -> None:
        """Leave a vehicle: arrived, changing here, or a transfer."""
        if stop == self.query.destination:
            self._find(minute, values, chain)
            return
        place = self.network.stops[stop]
        begin = begins(place.opening, minute)
        if place.interchange is not None and begin is not None:
            self._push(stop, begin + place.interchange, values, chain)
        self._transfer(stop, minute, values, chain)

    def _transfer(self, stop: int, minute: int, values: Paid, chain: Chain) -> None:
        for number in self.planner.transfers[stop]:
            row = self.network.transfers[number]
            begin = begins(row.opening, minute)
            if begin is None:
                continue
            passage = (chain, Passage(number, begin, begin + row.minutes))
            after = self._sum(values, row.cost, row.co2)
            if row.destination == self.query.destination:
                self._find(begin + row.minutes, after, passage)
            else:
                self._push(row.destination, begin + row.minutes, after, passage)

    def _find(self, arrival: int, values: Paid, chain: Chain) -> None:
        """Keep a journey unless one that was found is as good; drop those it makes superfluous."""
        if arrival > self.query.latest or any(a <= arrival and dominated(values, [v]) for a, v in self.found):
            return
        self.found = {
            (a, v): old for (a, v), old in self.found.items() if not (arrival <= a and dominated(v, [values]))
        }
        self.found[arrival, values] = chain

    def _front(self) -> list[Journey]:
        journeys = [Journey(arrival, *values, legs=_legs(chain)) for (arrival, values), chain in self.found.items()]
        return sorted(journeys, key=lambda journey: journey.values)


def _legs(chain: Chain) -> tuple[Leg, ...]:
    """Return the legs of a chain in the order of travel."""
    legs = []
    while chain is not None:
        chain, leg = chain
        legs.append(leg)
    return tuple(reversed(legs))
