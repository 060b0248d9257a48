"""The small world of the cases, and a plan that somebody keeps."""

from datetime import UTC, datetime

import pytest
from django.http import QueryDict

from landsea.accounts.actors import ANONYMOUS
from landsea.cases.tests.world import World, make_world
from landsea.corridor import access
from landsea.corridor.actions.keep_plan import Wish, confirm, keep_plan
from landsea.corridor.asking import question_of
from landsea.corridor.models import KeptPlan
from landsea_core.planner.network.planning import plan
from landsea_core.planner.network.report import itinerary_data

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
QUESTION = "from=CNNNG&to=VNHAN&ready=2026-12-01T06:00&mode=road"


@pytest.fixture
def world(db) -> World:
    """The small world of the cases."""
    return make_world()


@pytest.fixture
def kept(db) -> KeptPlan:
    """A confirmed plan from Nanning to Hanoi by lorry, by the quickest way."""
    room = access.room()
    found = plan(room, question_of(QueryDict(QUESTION)))
    chosen = itinerary_data(room.corridor, min(found.itineraries, key=lambda one: one.hours.typical))
    wish = Wish("trader@example.org", "en", "Nanning - Hanoi", QUESTION, chosen, found.question.ready)
    row = keep_plan(wish, actor=ANONYMOUS, now=NOW)
    confirm(row, now=NOW)
    return row
