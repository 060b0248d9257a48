"""Which of the ways on offer is best in what, and their order when it counts how sure each is.

A promise of assumed roads is no better than a train that somebody published: nine of ten journeys by assumed times take
longer still than was reckoned, so a way's rank counts what is assumed of it once more.
"""

from collections.abc import Sequence

from landsea_core.planner.network.hauls_to_served import is_line_on_no_record, is_reckoned
from landsea_core.planner.network.itinerary import Itinerary

UNSURE = frozenset({"assumed", "claimed"})
"""Grades of a time that nobody who runs it has published."""
COUNTED_AGAIN = 0.5
"""How much of the hours by unsure times is added in a rank. An assumption of the house, as good as a coin."""
ON_NO_RECORD = 60 * 24 * 365
"""Minutes by which a way with a flight on no record is ranked behind all that somebody is known to run."""
EARLIEST, CHEAPEST, GREENEST, SUREST = "earliest", "cheapest", "greenest", "surest"


def sum_unsure_hours(one: Itinerary) -> float:
    """Return the usual hours on board of vehicles whose times are assumed or claimed."""
    return sum(leg.hours.typical for leg in one.legs if leg.grade in UNSURE)


def is_partly_assumed(one: Itinerary) -> bool:
    """Say whether any time on the way, of what is done to the cargo, or the day of any departure is assumed or claimed, or a
    haul is on no record: its speed is assumed.
    """
    done = [operation for leg in one.legs for operation in leg.vehicle.operations]
    by_times = any(leg.grade in UNSURE or leg.service.has_assumed_days or is_reckoned(leg.service) for leg in one.legs)
    return by_times or any(step.fact.grade in UNSURE for step in done)


def rank_by_sure_arrival(one: Itinerary) -> float:
    """Return the minute by which nine of ten have arrived, with half of the unsure hours on top: less is better. A way with a
    flight on no record comes last.
    """
    behind = ON_NO_RECORD if is_on_no_record(one) else 0
    return one.depart + 60 * (one.hours.p90 + COUNTED_AGAIN * sum_unsure_hours(one)) + behind


def is_on_no_record(one: Itinerary) -> bool:
    """Say whether a way has a flight that was reckoned from the map: nobody is known to fly it."""
    return any(is_line_on_no_record(leg.service) for leg in one.legs)


def choose_badges(ways: Sequence[Itinerary]) -> dict[int, tuple[str, ...]]:
    """Return by number in `ways` (from 0) what it is best in; of equals the first. One alone is best in nothing, nor is a
    flight on no record.

    The cheapest is the one with the least high price among those whose price is known whole; where none is, nobody is.
    """
    known = [n for n, one in enumerate(ways) if not is_on_no_record(one)]
    if len(known) < 2:
        return {}
    priced = [n for n in known if ways[n].cost.high is not None and not ways[n].cost.unknown]
    best = {
        EARLIEST: min(known, key=lambda n: (ways[n].arrive, n)),
        GREENEST: min(known, key=lambda n: (ways[n].co2e_kg, n)),
        SUREST: min(known, key=lambda n: (_doubt(ways[n]), n)),
    }
    if priced:
        best[CHEAPEST] = min(priced, key=lambda n: (ways[n].cost.high or 0.0, n))
    found: dict[int, tuple[str, ...]] = {}
    for badge in (EARLIEST, CHEAPEST, GREENEST, SUREST):
        if badge in best:
            found[best[badge]] = (*found.get(best[badge], ()), badge)
    return found


def _doubt(one: Itinerary) -> float:
    """Return the chance to fail, and half of the part of the time on board that nobody has published: less is surer."""
    on_board = sum(leg.hours.typical for leg in one.legs)
    return 1 - one.on_time + COUNTED_AGAIN * (sum_unsure_hours(one) / on_board if on_board else 0.0)
