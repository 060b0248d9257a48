"""Pages for machines that watch: what they say, that they tell nothing of persons, and who may read metrics."""

import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from landsea.base.outbox.tests.factory import delivery
from landsea.base.signs_of_life import SIGNS_OF_LIFE
from landsea.cases.models import Case
from landsea.cases.tests.world import make_world
from landsea.upkeep import readiness
from landsea.upkeep.activity import read_activity

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def test_a_process_is_alive_without_a_database(client, django_db_blocker):
    with django_db_blocker.block():
        answer = client.get("/health/live")
    assert (answer.status_code, answer.content) == (200, b"alive ok\n")


def test_ready_says_what_is_missing(client, monkeypatch):
    monkeypatch.setattr(readiness, "_seen_ready", set())
    answer = client.get("/health/ready")
    assert answer.status_code == 503 and b"desks no desk is loaded: run landsea prepare" in answer.content
    make_world()
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.content) == (200, b"database ok\ntables ok\ndesks ok\n")


def test_activity_tells_times_and_never_whose(client, world):
    case = world.file("Our durian waits at Mohan.", email="somebody@example.org", name="Somebody").case
    said = client.get("/health/activity?format=json").json()
    assert said["last_filing"] == case.filed_at.isoformat(timespec="seconds")
    assert said["last_mail_out"] is None and said["oldest_step_waits_seconds"] == 0
    text = json.dumps(said)
    assert "Somebody" not in text and "example.org" not in text and case.ref not in text and "durian" not in text


def test_activity_in_plain_lines_and_for_who_accepts_only_json(client):
    assert b"last_filing never\n" in client.get("/health/activity").content
    assert client.get("/health/activity", headers={"accept": "application/json"}).json()["last_filing"] is None


def test_the_oldest_undone_step_and_a_watcher_that_is_late(world):
    now, case = timezone.now(), world.file().case
    Case.objects.filter(pk=case.pk).update(due_at=now - timedelta(hours=2), wakes_at=now - timedelta(minutes=7))
    found = read_activity(now)
    assert found.seconds_waiting("step") == 7200 and found.seconds_waiting("deadline") == 420


def test_a_job_that_waits_is_as_old_as_its_asking(world):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    assert read_activity(timezone.now()).seconds_waiting("job") == 0
    world.file()
    later = read_activity(timezone.now() + timedelta(minutes=10))
    assert 590 < later.seconds_waiting("job") < 660 and later.counts["jobs_waiting"] >= 1


def test_rooms_say_when_they_last_heard_of_the_world(monkeypatch):
    moment = timezone.now()
    monkeypatch.setattr(SIGNS_OF_LIFE, "_given", [(1, ("mail_in", lambda: moment))])
    assert read_activity(timezone.now()).last["mail_in"] == moment


def test_metrics_want_their_token(client, settings):
    assert client.get("/metrics").status_code == 404
    settings.METRICS_TOKEN = "let me see"
    assert client.get("/metrics").status_code == 401
    assert client.get("/metrics", headers={"authorization": "Bearer letmesee"}).status_code == 401


def test_metrics_hold_what_waits(client, settings, tmp_path, monkeypatch):
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    settings.METRICS_TOKEN = "let me see"
    text = client.get("/metrics", headers={"authorization": "Bearer let me see"}).content.decode()
    assert "landsea_oldest_job_seconds 0.0" in text and "landsea_database_connections_allowed" in text


def test_processes_of_a_machine_count_together(tmp_path):
    program = (
        "import django; django.setup()\n"
        "from landsea.upkeep.metrics import AnswersCounted\n"
        "from django.http import HttpResponse\nfrom django.test import RequestFactory\n"
        "AnswersCounted(lambda request: HttpResponse())(RequestFactory().post('/'))\n"
    )
    for _ in range(2):
        environment = os.environ | {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
        subprocess.run([sys.executable, "-c", program], env=environment, check=True)
    from prometheus_client import CollectorRegistry
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=str(tmp_path))
    counted = registry.get_sample_value("landsea_answer_seconds_count", {"method": "POST", "status": "200"})
    assert counted == 2


@pytest.mark.django_db
def test_mails_that_were_given_up_are_counted(client):
    delivery(state="failed", ended_at=timezone.now())
    delivery(state="bounced", ended_at=timezone.now())
    delivery(state="sent", ended_at=timezone.now())
    assert "mails_given_up 2\n" in client.get("/health/activity").content.decode()
