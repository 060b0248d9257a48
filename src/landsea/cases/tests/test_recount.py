"""A predicted day becomes official: deadlines across it move, never nearer, and both sides are told."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from landsea.base.outbox.models import Delivery
from landsea.cases import mapping
from landsea.cases.actions.recount import recount_running_steps
from landsea.cases.models import Case, StepRecord
from landsea.cases.tests.world import make_world
from landsea.directory import office_calendars
from landsea_core.caseflow import Lane
from landsea_core.clock import get_calendar, read_overrides

pytestmark = pytest.mark.django_db
SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 3, 16, 10, tzinfo=SHANGHAI)
ROW = {
    "country": "CN",
    "day": "2026-03-18",
    "name": "A day",
    "source": "A notice",
    "grade": "published",
    "checked": "2026-03-01",
}


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def days(monkeypatch):
    """Set what the calendars say of 18 March: give `working` and `status`."""

    def say(working: bool, status: str) -> None:
        rows = read_overrides({"CN.jsonl": [json.dumps(ROW | {"working": working, "status": status})]})
        monkeypatch.setattr(
            office_calendars, "_build_calendar", lambda country, *_rest: get_calendar(country, overrides=rows)
        )

    return say


def test_a_day_that_was_worked_by_prediction_is_proclaimed_a_holiday(world, days):
    days(True, "predicted")
    case = world.file(now=MONDAY).case
    urgent = world.file(now=MONDAY, lane=Lane.URGENT).case
    (record,) = StepRecord.objects.filter(case=case)
    assert record.predicted and case.due_at.date().isoformat() == "2026-03-19"

    days(False, "official")
    done = recount_running_steps(MONDAY + timedelta(hours=3))

    assert (done.looked, done.moved) == (1, 1)
    case.refresh_from_db()
    record.refresh_from_db()
    assert case.due_at == record.due_at and case.due_at.date().isoformat() == "2026-03-20"
    assert not record.predicted and ["2026-03-18", 0, "A day", "holiday", 0] in record.counted
    assert case.wakes_at == case.due_at, "nobody is reminded of admission"
    told = Delivery.objects.filter(stream=f"case:{case.pk}", template__startswith="case_due_moved")
    assert {one.address for one in told} == {"filer@demo.example.org", world.people["holder"].email}
    assert Case.objects.get(pk=urgent.pk).due_at == urgent.due_at
    assert recount_running_steps(MONDAY + timedelta(hours=4)).moved == 0


def test_a_predicted_holiday_that_is_worked_after_all_brings_no_deadline_nearer(world, days):
    days(False, "predicted")
    case = world.file(now=MONDAY).case
    due = case.due_at
    days(True, "official")
    assert recount_running_steps(MONDAY + timedelta(hours=3)).moved == 0
    case.refresh_from_db()
    assert case.due_at == due
    assert not StepRecord.objects.get(case=case).predicted
    assert not Delivery.objects.filter(template__startswith="case_due_moved").exists()


def test_a_prediction_that_comes_true_is_noted_and_nobody_is_told(world, days):
    days(False, "predicted")
    case = world.file(now=MONDAY).case
    days(False, "official")
    assert recount_running_steps(MONDAY + timedelta(hours=3)).moved == 0
    record = StepRecord.objects.get(case=case)
    assert not record.predicted and ["2026-03-18", 0, "A day", "holiday", 0] in record.counted
    assert mapping.find_calendar(case.desk).label.startswith("CN")
