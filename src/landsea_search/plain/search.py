"""One query answered in plain Python: labels are settled in the order in which their cargo is ready.

A label says that cargo can be ready at a stop at a minute, what has been paid by then, and by which legs. As labels are
settled in the order of their minutes, a label can only be beaten by labels settled at the same stop before it.
`Search.is_new` argues why the front stays exact when beaten labels are dropped.
"""

from bisect import bisect_left
from collections import defaultdict
from heapq import heappop, heappush
from itertools import count

from landsea_search.journey import Haul, Journey, Passage, Ride
from landsea_search.plain.found import Chain, FoundJourneys, Paid, is_dominated
from landsea_search.plain.least_ahead import Least
from landsea_search.plain.openings import find_beginning
from landsea_search.plain.prepared import PreparedNetwork
from landsea_search.planner import TooManyLabels
from landsea_search.query import Criteria, Query


class Search:
    """The labels of one query."""

    def __init__(
        self, prepared: PreparedNetwork, query: Query, least_ahead: list[Least | None], most_labels: int | None
    ) -> None:
        self.prepared, self.network, self.query = prepared, prepared.network, query
        self.most_labels = most_labels
        self.least_ahead = least_ahead
        self.settled: dict[int, list[Paid]] = defaultdict(list)
        self.on_board: dict[tuple[int, int], list[tuple[int, Paid]]] = defaultdict(list)
        self.found = FoundJourneys()
        self.queue: list[tuple[int, Paid, int, int, Chain]] = []
        self.order = count()

    def run(self) -> list[Journey]:
        """Settle labels until none is left, and return the front."""
        self._push(self.query.origin, self.query.ready, (0, 0, 0), None)
        self._make_transfers(self.query.origin, self.query.ready, (0, 0, 0), None)
        allowed = self.most_labels
        settled = 0
        while self.queue:
            ready, paid, _, stop, chain = heappop(self.queue)
            if self.is_new(stop, paid) and self._may_lead_to_new(stop, ready, paid):
                settled += 1
                if allowed is not None and settled > allowed:
                    raise TooManyLabels(allowed)
                self.settled[stop].append(paid)
                self._board_lines(stop, ready, paid, chain)
                self._take_haulages(stop, ready, paid, chain)
        return self.found.read_journeys()

    def is_new(self, stop: int, paid: Paid) -> bool:
        """Say whether no label that was ready at the stop earlier, or at the same minute, is as good in everything.

        Why a beaten label may be dropped: let A be ready at a stop no later than B, and let A have paid no more than B
        in cost, CO2e and risk. Whatever run, haulage or opening B can take, A can take too: a cut-off that B meets A
        meets, and cargo that is ready earlier never begins later. A haulage that A takes earlier arrives no later. On
        the same run A has at least B's slack, and the curve never rises, so A's rounded risk of this boarding is no
        more than B's: rounding depends on the slack alone, and a sum of whole numbers keeps the order. So each way to
        go on from B has a way to go on from A that is no worse in anything, by induction over its legs.
        The origin's own label has no slack to lose: it boards without risk and beats whatever returns there.
        """
        return not is_dominated(paid, self.settled[stop])

    def _may_lead_to_new(self, stop: int, minute: int, paid: Paid) -> bool:
        """Say whether, at best, the destination can be reached in time and better than by a journey already found."""
        least = self.least_ahead[stop]
        if least is None or minute + least.minutes > self.query.latest:
            return False
        at_best = (paid[0] + least.cost, paid[1] + least.co2, paid[2])
        return not self.found.has_as_good(minute + least.minutes, at_best)

    def _push(self, stop: int, ready: int | None, paid: Paid, chain: Chain) -> None:
        """Let a label wait until its minute comes, if it may lead to anything."""
        if ready is not None and ready <= self.query.latest and self._may_lead_to_new(stop, ready, paid):
            heappush(self.queue, (ready, paid, next(self.order), stop, chain))

    def _board_lines(self, stop: int, ready: int, paid: Paid, chain: Chain) -> None:
        """Board the first run of each line and, as waiting lowers risk, later ones until it is at its lowest."""
        at_origin = chain is None
        for number, place in self.prepared.boardings[stop]:
            line = self.network.lines[number]
            boarding, departs = line.moves[place].boarding, line.moves[place].departs
            assert boarding is not None  # `PreparedNetwork.boardings` holds no other moves
            curve = self.network.curves[boarding.curve].values if boarding.curve is not None else (0,)
            if at_origin or self.query.criteria < Criteria.ARRIVAL_COST_CO2_RISK:
                curve = (0,)
            first = bisect_left(line.starts, ready + boarding.cut_off - departs)
            for start in line.starts[first:]:
                slack = start + departs - boarding.cut_off - ready
                risk = curve[min(slack, len(curve) - 1)]
                self._ride(number, start, place, self._add(paid, boarding.cost, boarding.co2, risk), chain)
                if risk == curve[-1]:
                    break

    def _add(self, paid: Paid, cost: int, co2: int, risk: int = 0) -> Paid:
        """Add to the criteria that were asked for; the others stay 0."""
        criteria = self.query.criteria
        if criteria == Criteria.ARRIVAL:
            return (0, 0, 0)
        return (paid[0] + cost, paid[1] + co2, paid[2] + (risk if criteria > Criteria.ARRIVAL_COST_CO2 else 0))

    def _ride(self, number: int, start: int, place: int, paid: Paid, chain: Chain) -> None:
        """Stay on the run from move `place` to its end, unless cargo that has paid no more is already on board there."""
        line = self.network.lines[number]
        before = line.moves[:place]
        on_way = self._add((0, 0, 0), sum(move.cost for move in before), sum(move.co2 for move in before))
        relative = (paid[0] - on_way[0], paid[1] - on_way[1], paid[2])
        aboard = self.on_board[number, start]
        if any(since <= place and is_dominated(relative, [other]) for since, other in aboard):
            return
        aboard.append((place, relative))
        for last in range(place, len(line.moves)):
            move = line.moves[last]
            paid = self._add(paid, move.cost, move.co2)
            if start + move.arrives > self.query.latest:
                return
            if move.alighting:
                departs = start + line.moves[place].departs
                ride = Ride(number, start, place, last, departs, start + move.arrives)
                self._leave_vehicle(move.destination, start + move.arrives, paid, (chain, ride))

    def _take_haulages(self, stop: int, ready: int, paid: Paid, chain: Chain) -> None:
        """Take each haulage that leaves from a stop."""
        for number in self.prepared.haulages[stop]:
            row = self.network.haulages[number]
            begin = find_beginning(row.opening, ready)
            if begin is not None and begin + row.minutes <= self.query.latest:
                haul = Haul(number, begin, begin + row.minutes)
                after = self._add(paid, row.cost, row.co2, row.risk)
                self._leave_vehicle(row.destination, haul.arrives, after, (chain, haul))

    def _leave_vehicle(self, stop: int, minute: int, paid: Paid, chain: Chain) -> None:
        """Leave a vehicle: the cargo has arrived, changes here, or makes a transfer."""
        if stop == self.query.destination:
            self._arrive(minute, paid, chain)
            return
        place = self.network.stops[stop]
        begin = find_beginning(place.opening, minute)
        if place.interchange is not None and begin is not None:
            self._push(stop, begin + place.interchange, paid, chain)
        self._make_transfers(stop, minute, paid, chain)

    def _make_transfers(self, stop: int, minute: int, paid: Paid, chain: Chain) -> None:
        """Make each transfer that leaves from a stop."""
        for number in self.prepared.transfers[stop]:
            row = self.network.transfers[number]
            begin = find_beginning(row.opening, minute)
            if begin is None:
                continue
            passage = (chain, Passage(number, begin, begin + row.minutes))
            after = self._add(paid, row.cost, row.co2)
            if row.destination == self.query.destination:
                self._arrive(begin + row.minutes, after, passage)
            else:
                self._push(row.destination, begin + row.minutes, after, passage)

    def _arrive(self, minute: int, paid: Paid, chain: Chain) -> None:
        """Note a journey that ends here, if it ends in time."""
        if minute <= self.query.latest:
            self.found.add(minute, paid, chain)
