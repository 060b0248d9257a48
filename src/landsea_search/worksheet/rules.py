"""The sheet's rules: what a move, a boarding and a transfer cost by mode, and the network that a feed becomes by them.

Cost in units of 10 USD, CO2e in units of 10 kg, risk in units of 0.01 nat, times in minutes.
"""

from collections import defaultdict
from itertools import pairwise

from landsea_search.network import Boarding, Line, Move, Network, Stop, Transfer
from landsea_search.risk import make_exponential_curve
from landsea_search.worksheet.distances import measure_great_circle_km
from landsea_search.worksheet.feed import Call, Feed, FeedStop
from landsea_search.worksheet.modes import CURVES, MODES, read_mode

TRANSFER_COST, TRANSFER_CO2 = 15, 2
WINDOW_MINUTES = 20 * 1440


def make_network(feed: Feed) -> Network:
    """Return the feed as a network; trips that make the same moves at the same intervals become runs of one line."""
    modes = [read_mode(stop) for stop in feed.stops]
    starts, names = _group_trips(feed)
    return Network(
        stops=tuple(
            Stop(stop.key, _round_up(feed.transfers.get((number, number), 0))) for number, stop in enumerate(feed.stops)
        ),
        lines=tuple(
            Line(_make_moves(pattern, feed.stops, modes), tuple(sorted(starts[pattern])), names[pattern])
            for pattern in starts
        ),
        transfers=tuple(
            Transfer(a, b, _round_up(seconds), TRANSFER_COST, TRANSFER_CO2)
            for (a, b), seconds in feed.transfers.items()
            if a != b
        ),
        curves=tuple(make_exponential_curve(mode.tau) for mode in MODES.values()),
    )


def _group_trips(feed: Feed) -> tuple[dict[tuple[Call, ...], set[int]], dict[tuple[Call, ...], str]]:
    """Return, by the calls after its start, when a line starts and the name of its first trip."""
    starts: dict[tuple[Call, ...], set[int]] = defaultdict(set)
    names: dict[tuple[Call, ...], str] = {}
    for trip, calls in feed.calls.items():
        if len(calls) < 2 or not feed.days[trip]:
            continue
        begin = calls[0].departs
        pattern = tuple(
            Call(call.stop, call.arrives - begin, call.departs - begin, call.boarding, call.alighting) for call in calls
        )
        names.setdefault(pattern, trip)
        starts[pattern].update(day + begin for day in feed.days[trip])
    return starts, names


def _round_up(seconds: int) -> int:
    """Return whole minutes, begun ones counted."""
    return -(-seconds // 60)


def _make_moves(pattern: tuple[Call, ...], stops: tuple[FeedStop, ...], modes: list[str]) -> tuple[Move, ...]:
    """Return a trip's moves with the sheet's cost and CO2e, by the mode of the stop each departs from."""
    moves = []
    for here, there in pairwise(pattern):
        mode = MODES[modes[here.stop]]
        km = measure_great_circle_km(stops[here.stop], stops[there.stop])
        boarding = Boarding(mode.boarding, 0, CURVES[modes[here.stop]]) if here.boarding else None
        cost, co2 = (max(1, round(km * factor / 1000)) for factor in (mode.usd, mode.kg))
        moves.append(Move(here.stop, there.stop, here.departs, there.arrives, cost, co2, boarding, there.alighting))
    return tuple(moves)
