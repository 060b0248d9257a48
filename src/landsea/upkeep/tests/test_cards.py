"""The operators' page says what waits too long, by the bounds of the alerts, and is silent while nothing does."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings as conf
from django.urls import reverse

from landsea.base.outbox.models import Delivery
from landsea.base.outbox.tests.factory import delivery
from landsea.cases.tests.world import make_world
from landsea.upkeep import cards
from landsea.upkeep.activity import Activity, read_activity
from landsea.upkeep.cards import find_troubles

NOW = datetime(2026, 12, 1, 8, tzinfo=UTC)


def activity(*, worker=5, job=0, mail=0, deadline=0, token=0, free=50, backup=3600):
    """Return an activity in which each kind waits, or was last seen, so many seconds ago; None: never."""

    def ago(seconds):
        return None if seconds is None else NOW - timedelta(seconds=seconds)

    kinds = {"job": job, "mail": mail, "deadline": deadline, "token": token}
    waiting = {kind: ago(seconds or None) for kind, seconds in kinds.items()}
    last = {"worker": ago(worker), "backup": ago(backup)}
    return Activity(at=NOW, last=last, waiting_since=waiting, counts={"disk_bytes": 100, "disk_bytes_free": free})


def pages(**found):
    return [one.page for one in find_troubles(activity(**found))]


def test_nothing_is_said_while_nothing_waits(settings):
    settings.DEMO = False
    assert pages() == []


@pytest.mark.parametrize(
    ("found", "page"),
    [
        ({"worker": 121}, "WorkerGone"),
        ({"worker": None}, "WorkerGone"),
        ({"job": 301}, "JobsWait"),
        ({"mail": 901}, "MailsWait"),
        ({"deadline": 301}, "DeadlinesNotActedOn"),
        ({"token": 10801}, "MessengerTokenFails"),
        ({"free": 9}, "DiskFull"),
        ({"backup": 2 * 86400 + 1}, "BackupOld"),
        ({"backup": None}, "BackupOld"),
    ],
)
def test_each_line_names_the_page_that_says_what_to_do(settings, found, page):
    settings.DEMO = False
    assert pages(**found) == [page]
    assert (Path(conf.ROOT) / f"docs/operators/alerts/{page}.md").exists()


def test_the_bounds_are_those_of_the_alerts():
    told = (Path(conf.ROOT) / "ops/prometheus/alerts.yml").read_text()
    seconds = {
        name: int(re.search(rf"alert: {name}\n.*> (\d+)$", told, re.MULTILINE)[1])
        for name in ("WorkerGone", "JobsWait", "MailsWait", "DeadlinesNotActedOn", "MessengerTokenFails")
    }
    bounds = (cards.WORKER, cards.JOB, cards.MAIL, cards.DEADLINE, cards.TOKEN)
    assert [bound.total_seconds() for bound in bounds] == list(seconds.values())


@pytest.mark.django_db
def test_the_page_shows_it(settings):
    settings.DEMO = True
    page = make_world().client("operator").get(reverse("deliveries")).content.decode()
    assert "No worker runs now." in page and "WorkerGone.md" in page


def waiting_since():
    return read_activity(NOW).waiting_since["mail"]


def tried(*, attempts=3, again=timedelta(minutes=10), said="SMTPAuthenticationError: 535 5.7.8 wrong"):
    """Write a mail that was tried so often and waits for its next try; three tries ago is 26 minutes before the next."""
    return delivery(state="waiting", attempts=attempts, not_before=NOW + again, last_reply=said)


@pytest.mark.django_db
def test_a_mail_server_that_takes_nothing_is_told_of_though_no_mail_is_due():
    assert waiting_since() is None
    one = tried()
    tried(attempts=1, again=timedelta(seconds=30))
    assert waiting_since() == NOW - timedelta(minutes=16)
    assert "MailsWait" in [trouble.page for trouble in find_troubles(read_activity(NOW))]
    Delivery.objects.filter(pk=one.pk).update(attempts=1)
    assert waiting_since() == NOW - timedelta(seconds=30)


@pytest.mark.django_db
def test_one_full_mailbox_and_a_server_that_took_a_mail_since_are_no_trouble():
    tried(said="452 4.2.2 mailbox full")
    assert waiting_since() is None
    tried()
    delivery(state="sent", ended_at=NOW - timedelta(minutes=5))
    assert waiting_since() is None
    delivery(not_before=NOW - timedelta(minutes=20))
    assert waiting_since() == NOW - timedelta(minutes=20), "what nobody sends waits as before"
