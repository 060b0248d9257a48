"""Silence waits for nobody who is on leave, and calls whoever is back."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.base.outbox.models import Delivery
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.cases.recipients import PooledRecipientLookup, RecipientLookup
from landsea.cases.tests.world import make_world
from landsea.directory.models import Appointment, Leave
from landsea_core.caseflow import Called, Lane

pytestmark = pytest.mark.django_db
LANES = pytest.mark.parametrize("lane", list(Lane))


@pytest.fixture
def world():
    return make_world()


def _when_next(case):
    """Return when the watcher has something to do: after the deadline, or after whoever was called last had their time."""
    case.refresh_from_db()
    return (case.wakes_at if case.silent_since else case.due_at) + timedelta(minutes=1)


def _call_everybody(case):
    """Let everybody be called who is there, one after another; return whom, in order."""
    called = [case.called]
    while case.wakes_at is not None:
        act_on_due_cases(_when_next(case))
        case.refresh_from_db()
        called.append(case.called)
    return called


@LANES
def test_who_is_on_leave_is_not_waited_for_and_who_is_back_is(world, lane):
    world.add_secretariat()
    filed = world.file("Nobody says a word.", lane=lane).case
    put_on_leave(world, "deputy", filed.filed_at, days=400)
    put_on_leave(world, "secretariat", filed.filed_at, days=400)
    put_on_leave(world, "coordinator", filed.filed_at - timedelta(days=3), days=2)
    for _ in range(2):
        act_on_due_cases(_when_next(filed))
    filed.refresh_from_db()
    assert _call_everybody(filed) == ["coordinator", "dialogue"]
    late = Delivery.objects.filter(stream=f"case:{filed.pk}", template="case_late").values_list("address", flat=True)
    assert list(late) == [world.people["coordinator"].email]


def test_a_coordinator_on_leave_without_anybody_beside_is_passed_over(world):
    case = world.file("Nobody says a word.").case
    put_on_leave(world, "deputy", case.filed_at, days=400)
    put_on_leave(world, "coordinator", case.filed_at, days=400)
    assert list(Appointment.objects.filter(desk=world.coordinator).values_list("user", flat=True)) == [
        world.people["coordinator"].pk
    ]
    for _ in range(2):
        act_on_due_cases(_when_next(case))
    case.refresh_from_db()
    assert (case.called, case.desk) == ("dialogue", world.quarantine)


def test_a_head_on_leave_is_passed_over_after_acceptance(world):
    case = world.file().case
    one = RecipientLookup()
    assert Called.HEAD not in one.rungs_with_nobody(world.quarantine, case.filed_at)
    put_on_leave(world, "head", case.filed_at, days=1)
    assert Called.HEAD in one.rungs_with_nobody(world.quarantine, case.filed_at)
    assert Called.HEAD in PooledRecipientLookup([case], case.filed_at).rungs_with_nobody(
        world.quarantine, case.filed_at
    )
    assert Called.HEAD not in one.rungs_with_nobody(world.quarantine, case.filed_at + timedelta(days=3))


def put_on_leave(world, part, since, *, days):
    """Enter leave in the days of the desk's zone, from the day before `since` on."""
    first = since.astimezone(ZoneInfo("Asia/Shanghai")).date() - timedelta(days=1)
    Leave.objects.create(user=world.people[part], first_day=first, last_day=first + timedelta(days=days))


@pytest.mark.parametrize(("first", "last"), [("0001-01-01", "9999-12-31"), ("0001-01-01", "2999-01-01")])
def test_a_leave_of_days_that_cannot_be_stops_no_page_and_no_deadline(world, first, last):
    """No form takes such days any more; a row that was brought in another way is counted as far as it can be."""
    case = world.file().case
    Leave.objects.create(user=world.people["holder"], first_day=first, last_day=last)
    assert world.client("coordinator").get(f"/who/desks/{world.quarantine.code}/").status_code == 200
    assert world.client("coordinator").get("/board/").status_code == 200
    assert world.file().case.desk_id == case.desk_id
    assert act_on_due_cases(_when_next(case)) >= 1
    case.refresh_from_db()
    assert case.wake_failures == 0 and case.wakes_at is not None


FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)
NOBODY_S_DAYS = [(FIRST, LAST), (FIRST, date(2026, 12, 31)), (date(2026, 1, 1), LAST)]


@pytest.mark.parametrize(("first", "last"), NOBODY_S_DAYS)
def test_a_leave_of_days_that_nobody_can_reckon_with_breaks_no_page_and_stops_no_deadline(world, first, last):
    """However it came into the table: a restored backup, a hand in the database."""
    for part in ("holder", "deputy"):
        Leave.objects.create(user=world.people[part], first_day=first, last_day=last)
    case = world.file(now=timezone.now() - timedelta(days=30)).case
    before = (case.state, case.due_at, case.silent_since)
    act_on_due_cases(timezone.now())
    case.refresh_from_db()
    assert (case.state, case.due_at, case.silent_since) != before, "its deadline was not acted on"
    pages = [("holder", "queue", []), ("coordinator", "board", []), ("head", "leaves", []), ("holder", "my_desks", [])]
    pages += [("holder", "case", [case.ref]), ("anonymous", "desk_page", [world.quarantine.code])]
    for who, name, where in pages:
        assert world.client(who).get(reverse(name, args=where)).status_code == 200, name
