"""Whose trips count, and for how much: nobody nameless, no account and no house can bend a figure alone.

A *sender* is an account, a *house* the office or association that vouches for it. All houses weigh the same, within a
house all its senders, within a sender all its trips: five hundred trips from one account are one voice. What lies outside
stated bounds is held until an editor has looked. Trips count for a year; within it a sender's newer ones weigh more than
the older. The reasons stand in `docs/decisions/trips.md`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from landsea_core.planner.network.event_standards import ARRIVED, BORDER_IN, BORDER_OUT, DEPARTED
from landsea_core.planner.network.geography import measure_great_circle_km
from landsea_core.planner.network.model import LINE, Corridor
from landsea_core.planner.network.service_checks import SPEED_KMH
from landsea_core.planner.network.trip_events import TripEvent
from landsea_core.planner.network.trip_samples import TripFacts

LEAST_OF_SAID, MOST_OF_SAID = 0.5, 4.0
"""Bounds as parts of the advertised hours. The slowest traced journey on record took 2.9 times what was claimed."""
MOST_HOURS = 30 * 24
"""At one border post, or over a stretch of which nothing is advertised."""
YEAR_DAYS = 365
"""Trips count for so long after they ended: each season is in it once. Those of the year before are told beside them."""


class TripStanding(StrEnum):
    """What a trip counts for."""

    COUNTED = "counted"
    NAMELESS = "nameless"
    """Nobody vouches for who logged it: shown apart, and no plan counts with it."""
    HELD = "held"
    """Outside the bounds: an editor looks before it counts."""
    LEFT_OUT = "left_out"
    """An editor left it out, with a reason."""
    EARLIER = "earlier"
    """Ended in the year before the last: it would count, and is told beside what does."""
    OTHER_TIME = "other_time"
    """Older still, or ended more than a year ago and would not have counted, or lies ahead."""


def count_hours_between(first: datetime, last: datetime) -> float:
    """Return the hours from one moment to another."""
    return (last - first).total_seconds() / 3600


def list_stretches(milestones: Sequence[TripEvent]) -> Iterable[tuple[str, str, float]]:
    """Give from each departure to the next arrival elsewhere: from, to, hours."""
    left: TripEvent | None = None
    for one in milestones:
        if one.what == DEPARTED:
            left = one
        elif one.what == ARRIVED and left is not None and one.place != left.place:
            yield left.place, one.place, count_hours_between(left.at, one.at)
            left = None


def list_border_waits(milestones: Sequence[TripEvent]) -> Iterable[tuple[str, float]]:
    """Give the hours at each border post, from coming to being let through: post, hours."""
    came: dict[str, datetime] = {}
    for one in milestones:
        if one.what == BORDER_IN:
            came[one.place] = one.at
        elif one.what == BORDER_OUT and one.place in came:
            yield one.place, count_hours_between(came.pop(one.place), one.at)


AdvertisedLines = dict[tuple[str, str, str], tuple[str, float, str]]


def list_advertised_lines(corridor: Corridor) -> AdvertisedLines:
    """Return what is advertised by ends and mode: the line's id, its hours, their grade."""
    return {
        (one.calls[0].place, one.calls[-1].place, one.mode): (one.id, one.hours, one.fact.grade)
        for one in corridor.services.values()
        if one.kind == LINE
    }


TripsByStanding = dict[TripStanding, list[TripFacts]]
"""Trips by what they count for; every standing has a list."""


def sort_by_standing(corridor: Corridor, trips: Iterable[TripFacts], day: date) -> TripsByStanding:
    """Return the trips by what they count for on a day, each with what it weighs then."""
    lines = list_advertised_lines(corridor)
    found: TripsByStanding = {one: [] for one in TripStanding}
    for trip in trips:
        stands = find_standing_of_trip(corridor, trip, lines, day)
        aged = stands in (TripStanding.COUNTED, TripStanding.NAMELESS)
        found[stands].append(replace(trip, weight=_weigh_by_age(trip, day)) if aged else trip)
    return found


def find_standing_of_trip(corridor: Corridor, trip: TripFacts, lines: AdvertisedLines, day: date) -> TripStanding:
    """Return what one trip counts for on a day; `lines` are those of `list_advertised_lines`."""
    if trip.ruling == TripStanding.LEFT_OUT:
        return TripStanding.LEFT_OUT
    age, vouched = _count_days_old(trip, day), bool(trip.sender and trip.house)
    if not -1 <= age < 2 * YEAR_DAYS or (age >= YEAR_DAYS and not vouched):
        return TripStanding.OTHER_TIME
    if not vouched:
        return TripStanding.NAMELESS
    counts = trip.ruling == TripStanding.COUNTED or _is_within_bounds(corridor, trip, lines)
    if age >= YEAR_DAYS:
        return TripStanding.EARLIER if counts else TripStanding.OTHER_TIME
    return TripStanding.COUNTED if counts else TripStanding.HELD


def _count_days_old(trip: TripFacts, day: date) -> int:
    """Return the days since a trip ended; a day ahead is of a clock further east. One without milestones has no age yet."""
    return (day - trip.milestones[-1].at.date()).days if trip.milestones else 0


def _weigh_by_age(trip: TripFacts, day: date) -> float:
    """Return what a trip weighs among its sender's: evenly less by its age, nothing after a year."""
    return 1 - max(0, _count_days_old(trip, day)) / YEAR_DAYS


def _is_within_bounds(corridor: Corridor, trip: TripFacts, lines: AdvertisedLines) -> bool:
    for origin, destination, hours in list_stretches(trip.milestones):
        _, said, _ = lines.get((origin, destination, trip.mode), ("", 0.0, ""))
        if said:
            fits = LEAST_OF_SAID * said <= hours <= MOST_OF_SAID * said
        else:
            km = measure_great_circle_km(corridor.places[origin], corridor.places[destination])
            fits = km / SPEED_KMH[trip.mode][1] <= hours <= MOST_HOURS
        if not fits:
            return False
    return all(hours <= MOST_HOURS for _, hours in list_border_waits(trip.milestones))
