"""The sheet's rules: what a move, a boarding and a transfer cost by mode, and the network that a feed becomes by them.

Cost in units of 10 USD, CO2e in units of 10 kg, risk in units of 0.01 nat, times in minutes.
"""

import math
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from landsea_search.risk import exponential_curve
from landsea_search.spi import Boarding, Line, Move, Network, Stop, Transfer
from landsea_search.worksheet.feed import Call, Feed, FeedProblem, FeedStop

EARTH_RADIUS_KM = 6371
TRANSFER_COST, TRANSFER_CO2 = 15, 2
WINDOW_MINUTES = 20 * 1440


@dataclass(frozen=True, slots=True)
class Mode:
    """USD and kg CO2e a kilometre (times 1000/10 in the sheet's units), cost of boarding, fading of lateness."""

    usd: int
    kg: int
    boarding: int
    tau: int


MODES = {
    "road": Mode(110, 80, 3, 60),
    "rail": Mode(35, 28, 6, 180),
    "barge": Mode(12, 25, 7, 240),
    "sea": Mode(7, 11, 9, 480),
    "air": Mode(450, 700, 12, 90),
}
CURVES = {name: number for number, name in enumerate(MODES)}


def great_circle_km(a: FeedStop, b: FeedStop) -> float:
    """Return the distance on a sphere of 6,371 km, by the haversine formula."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (a.latitude, a.longitude, b.latitude, b.longitude))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))


def mode_of(stop: FeedStop) -> str:
    """Return the first word of the stop's name; raises `FeedProblem` when the sheet has no such mode."""
    mode = stop.name.split(" ", 1)[0]
    if mode not in MODES:
        raise FeedProblem(f"stops.txt: stop {stop.key} is called {stop.name!r}; begin with one of {', '.join(MODES)}.")
    return mode


def network_of(feed: Feed) -> Network:
    """Return the feed as a network; trips that make the same moves at the same intervals become runs of one line."""
    modes = [mode_of(stop) for stop in feed.stops]
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
    lines = tuple(
        Line(_moves(pattern, feed.stops, modes), tuple(sorted(starts[pattern])), names[pattern]) for pattern in starts
    )
    return Network(
        stops=tuple(
            Stop(stop.key, _minutes(feed.transfers.get((number, number), 0))) for number, stop in enumerate(feed.stops)
        ),
        lines=lines,
        transfers=tuple(
            Transfer(a, b, _minutes(seconds), TRANSFER_COST, TRANSFER_CO2)
            for (a, b), seconds in feed.transfers.items()
            if a != b
        ),
        curves=tuple(exponential_curve(mode.tau) for mode in MODES.values()),
    )


def _minutes(seconds: int) -> int:
    """Whole minutes, begun ones counted."""
    return -(-seconds // 60)


def _moves(pattern: tuple[Call, ...], stops: tuple[FeedStop, ...], modes: list[str]) -> tuple[Move, ...]:
    """Return a trip's moves with the sheet's cost and CO2e, by the mode of the stop each departs from."""
    moves = []
    for here, there in pairwise(pattern):
        mode = MODES[modes[here.stop]]
        km = great_circle_km(stops[here.stop], stops[there.stop])
        boarding = Boarding(mode.boarding, 0, CURVES[modes[here.stop]]) if here.boarding else None
        cost, co2 = (max(1, round(km * factor / 1000)) for factor in (mode.usd, mode.kg))
        moves.append(Move(here.stop, there.stop, here.departs, there.arrives, cost, co2, boarding, there.alighting))
    return tuple(moves)
