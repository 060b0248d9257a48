"""Trips of the played year: by hand on the way, and month by month from files as forwarders, carriers and railways send
them. Times are the advertised ones, stretched and scattered; every trip is marked as demo.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from landsea.base.actors import ANONYMOUS, Actor
from landsea.corridor.access import find_current_network
from landsea.corridor.actions.log_trip import Wish, add_milestone, begin_trip, log_file
from landsea_core.planner.network.milestones import read_milestones
from landsea_core.planner.network.trip_events import TripEvent
from landsea_demo.played_year.people import find_holder_by_code
from landsea_demo.played_year.schedule import Schedule
from landsea_demo.played_year.trip_files import WRITERS

DAY = timedelta(days=1)
MONTHS = 12


@dataclass(frozen=True)
class Route:
    """A line that trips are told of: how (hand, csv, dcsa, epcis), how many, its border post and the hours there, how
    much longer than advertised it usually takes, and what it costs in US dollars (None: nobody says).
    """

    service: str
    how: str
    trips: int
    post: str = ""
    border_hours: float = 0
    stretch: float = 1.1
    cost: int | None = None


ROUTES = (
    Route("D009", "csv", 26, "CNYYG", 5.5, 1.45, 880),
    Route("D011", "csv", 12, "CNMHN", 11, 1.2, 3900),
    Route("R041", "epcis", 24, "CNMHR", 6, 1.15),
    Route("R043", "epcis", 14, "CNMHR", 9, 1.3),
    Route("R045", "epcis", 14, "CNMHR", 16, 1.35),
    Route("R020", "hand", 8, "CNPIN", 2.5, 1.05, 640),
    Route("R001", "dcsa", 18, stretch=1.05),
    Route("S001", "dcsa", 16, stretch=1.2, cost=410),
    Route("S010", "dcsa", 4, stretch=1.1),
)
"""The last one stays under five trips, so that a page shows what hidden figures look like."""
SENDERS = (
    "cn-youyi-guan-customs.clearance",
    "vn-vnr.rail",
    "la-railway.rail",
    "cn-railway-kunming.rail",
    "cn-chongqing-customs.clearance",
    "",
)
"""Desks whose people log the trips in turn, each of another office; the last ones are logged without a name."""


def play_trips(schedule: Schedule, chance: Random) -> None:
    """Let trips happen all over the year and be logged: by hand while they go, else with the file of their month."""
    for route in ROUTES:
        told = [_trip(schedule, route, number, chance) for number in range(route.trips)]
        for number, desk in enumerate(SENDERS):
            theirs = told[number :: len(SENDERS)]
            if route.how == "hand":
                for milestones in theirs:
                    _on_the_way(schedule, route, milestones, desk)
            else:
                _by_month(schedule, route, theirs, desk)


def _by_month(schedule: Schedule, route: Route, trips: list[list[TripEvent]], desk: str) -> None:
    for month in range(MONTHS):
        first = schedule.start + timedelta(days=30 * month)
        rows = [one for trip in trips if first <= trip[0].at < first + timedelta(days=30) for one in trip]
        if rows:
            schedule.at(max(one.at for one in rows) + DAY, _file(route, rows, desk))


def _sender(desk: str, now: datetime) -> Actor:
    return find_holder_by_code(desk, now) if desk else ANONYMOUS


def _trip(schedule: Schedule, route: Route, number: int, chance: Random) -> list[TripEvent]:
    """Return the milestones of one trip, evenly spread over the year up to three weeks before its end."""
    line = find_current_network().services[route.service]
    begin = (
        schedule.start + (schedule.end - schedule.start - timedelta(days=21)) * (number + chance.random()) / route.trips
    )
    moving = line.hours * route.stretch * chance.lognormvariate(0, 0.12)
    waiting = route.border_hours * chance.lognormvariate(0, 0.5)
    trip, ends = f"{route.service}-{number}", (line.calls[0].place, line.calls[-1].place)
    found = [TripEvent(trip, ends[0], "departed", begin)]
    if route.post:
        comes = begin + timedelta(hours=0.6 * moving)
        found.append(TripEvent(trip, route.post, "border_in", comes))
        found.append(TripEvent(trip, route.post, "border_out", comes + timedelta(hours=waiting)))
    return [*found, TripEvent(trip, ends[1], "arrived", begin + timedelta(hours=moving + waiting))]


def _wish(route: Route) -> Wish:
    mode = find_current_network().services[route.service].mode
    return Wish(mode, cost_usd=route.cost, how=route.how, is_demo=True)


def _on_the_way(schedule: Schedule, route: Route, milestones: list[TripEvent], desk: str) -> None:
    def begin(now: datetime) -> None:
        row = begin_trip(_wish(route), actor=_sender(desk, now), now=now)
        for one in milestones:
            schedule.at(one.at, lambda at, said=one: add_milestone(row, said, now=at))

    schedule.at(milestones[0].at, begin)


def _file(route: Route, rows: list[TripEvent], desk: str) -> Callable[[datetime], None]:
    def upload(now: datetime) -> None:
        how, reading = read_milestones(find_current_network(), WRITERS[route.how](rows))
        if how != route.how or reading.faults:
            raise ValueError(f"the file of {route.service} was read as {how}: {reading.faults[:3]}")
        log_file(reading.found, _wish(route), actor=_sender(desk, now), now=now)

    return upload
