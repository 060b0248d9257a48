"""What cannot be computed is told to operators by kind, in a sentence, and mended by a press; nobody else presses."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from landsea.base.audit.models import Entry
from landsea.base.jobs.waking import order_task
from landsea.base.messengers.actions.handle_incoming import MOST_FAILURES
from landsea.base.messengers.models import Incoming
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.cases.models import Case, StepRecord
from landsea.cases.tests.world import make_world


@pytest.fixture
def world(db):
    return make_world()


def operators_page(world) -> str:
    text = world.client("operator").get(reverse("deliveries")).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def press(world, who: str, kind: str, key: str):
    return world.client(who).post(reverse("mend_row", args=[kind, key]))


def test_a_case_at_a_step_that_is_none_stops_no_other_and_its_step_begins_anew(world):
    now = timezone.now()
    bad, good = (
        world.file("Bad.", now=now - timedelta(days=90)).case,
        world.file("Good.", now=now - timedelta(days=90)).case,
    )
    StepRecord.objects.filter(case=bad).update(step="nonsense")
    Case.objects.filter(pk=bad.pk).update(step="nonsense")
    assert act_on_due_cases(now) >= 1
    good.refresh_from_db()
    assert good.step == "accept"
    page = operators_page(world)
    assert "1 case is put aside" in page and bad.ref in page and "Bad." not in page
    for who, address in (("coordinator", "/board/"), ("coordinator", "/"), ("head", "/office/"), ("holder", "/today/")):
        assert world.client(who).get(address).status_code < 400, address
    assert press(world, "coordinator", "cases", bad.ref).status_code == 403
    press(world, "operator", "cases", bad.ref)
    bad.refresh_from_db()
    assert (bad.step, bad.wake_failures) == ("admit", 0) and bad.due_at > now
    assert StepRecord.objects.filter(case=bad, ended_at=None).values_list("step", flat=True).get() == "admit"
    entry = Entry.objects.get(act="begin_step_anew", stream=f"case:{bad.pk}")
    assert entry.facts["was"] == "nonsense" and entry.facts["was_due"] < f"{now:%Y-%m-%d}"
    assert "put aside" not in operators_page(world)
    press(world, "operator", "cases", bad.ref)
    assert Entry.objects.filter(act="begin_step_anew").count() == 1, "there is nothing to mend any more"


def test_a_case_that_can_be_computed_again_stays_as_late_as_it_is(world, monkeypatch):
    """An hour without a calendar put every due case aside, and a press on each gave its desk all its days once more."""
    now = timezone.now()
    case = world.file("Late.", now=now - timedelta(days=90)).case
    with monkeypatch.context() as broken:
        broken.setattr("landsea.cases.deadline_watcher.expire_step", lambda *_: 1 / 0)
        act_on_due_cases(now)
    case.refresh_from_db()
    assert case.wake_failures == 1
    press(world, "operator", "cases", case.ref)
    case.refresh_from_db()
    assert case.wake_failures == 0 and not Entry.objects.filter(act="begin_step_anew").exists()
    assert StepRecord.objects.filter(case=case, expired_at__isnull=False).exists(), "its deadline passed, as it did"


def test_a_job_that_failed_is_told_and_done_again(world):
    order_task("api.plan", plan_id=0)
    job = ProcrastinateJob.objects.order_by("-pk").first()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s", [job.pk])
    assert "1 job failed" in operators_page(world)
    press(world, "operator", "jobs", str(job.pk))
    assert ProcrastinateJob.objects.get(pk=job.pk).status == "todo"
    assert "job failed" not in operators_page(world)


def test_a_message_that_nobody_could_deal_with_is_told_and_tried_again(world):
    row = Incoming.objects.create(
        channel="telegram", update="1", remote="x", text="secret", received_at=timezone.now(), failures=MOST_FAILURES
    )
    page = operators_page(world)
    assert "1 message could not be dealt with" in page and "secret" not in page
    press(world, "operator", "messages", str(row.pk))
    row.refresh_from_db()
    assert row.failures == 0


def test_what_is_no_row_is_said_to_be_gone(world):
    for kind in ("cases", "jobs", "messages"):
        for key in ("0", "9" * 30, "x", "٣"):
            assert press(world, "operator", kind, key).status_code == 302
    assert press(world, "operator", "network", "1").status_code == 404
    assert press(world, "operator", "nonsense", "1").status_code == 404
    assert not Entry.objects.filter(stream__in=["jobs", "messengers"]).exists()
