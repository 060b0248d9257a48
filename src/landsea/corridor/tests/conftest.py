"""The small world of the cases, and a plan that somebody keeps."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.http import QueryDict

from landsea.base.actors import ANONYMOUS
from landsea.cases.tests.world import World, make_world
from landsea.corridor import access, access_trips, chosen_ways
from landsea.corridor.actions.keep_plan import Wish, confirm_plan, keep_plan
from landsea.corridor.actions.log_trip import Wish as TripWish
from landsea.corridor.actions.log_trip import log_file
from landsea.corridor.asking import read_question
from landsea.corridor.models import KeptPlan
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.report import describe_itinerary
from landsea_core.planner.network.trip_events import TripEvent

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
QUESTION = "from=CNNNG&to=VNHAN&ready=2026-12-01T06:00&mode=road"


@pytest.fixture(autouse=True)
def nothing_sent_yet() -> None:
    """No network has logged a trip within the hour."""
    cache.clear()


@pytest.fixture(autouse=True)
def trips_are_weighed_on_the_day_of_the_tests(monkeypatch) -> None:
    """Whenever they are run: trips age."""
    monkeypatch.setattr(access_trips, "find_day_of_weighing", NOW.date)


@pytest.fixture(autouse=True)
def plans_are_asked_for_on_the_day_of_the_tests(monkeypatch) -> None:
    """Whenever they are run: what is ready in the past is not planned."""
    monkeypatch.setattr(chosen_ways, "timezone", SimpleNamespace(now=lambda: NOW))


@pytest.fixture
def world(db) -> World:
    """The small world of the cases."""
    return make_world()


@pytest.fixture
def kept(db) -> KeptPlan:
    """A confirmed plan from Nanning to Hanoi by lorry, by the quickest way."""
    return keep_confirmed_plan()


def keep_confirmed_plan() -> KeptPlan:
    """Keep such a plan, and confirm it."""
    planning = access.read_planning_context()
    found = plan(planning, read_question(QueryDict(QUESTION)))
    chosen = describe_itinerary(planning.corridor, min(found.itineraries, key=lambda one: one.hours.typical))
    wish = Wish("trader@example.org", "en", "Nanning - Hanoi", QUESTION, chosen, found.question.ready)
    row = keep_plan(wish, actor=ANONYMOUS, now=NOW)
    confirm_plan(row, now=NOW)
    return row


SENDERS = ("holder", "other_holder", "clerk", "other_clerk", "coordinator")
"""Five people of five houses, whose trips count."""


@pytest.fixture
def five_senders(world) -> World:
    """A world in which five senders of five houses have each logged a trip of 20 hours from Nanning to Hanoi."""
    for number, part in enumerate(SENDERS):
        log_file(journey(number), TripWish("road", how="csv"), actor=world.actor(part), now=NOW)
    return world


def journey(number: int, hours: float = 20.0) -> list[TripEvent]:
    """A trip over all of the line D009, of which 13.3 hours are said, at another hour for each number."""
    at = datetime(2026, 10, 1, 8, tzinfo=UTC) + timedelta(hours=number)
    return [
        TripEvent(f"t{number}", "CNNNG", "departed", at),
        TripEvent(f"t{number}", "VNHAN", "arrived", at + timedelta(hours=hours)),
    ]
