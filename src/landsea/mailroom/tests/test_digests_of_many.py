"""The mails of the day of many readers at once: each gets one that names its own mails, and more readers take no more
statements.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from landsea.accounts.models import User
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.mailroom.actions.put_off import put_off_by_choice
from landsea.mailroom.models import MailChoice

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 1, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def readers(number: int, *, mails: int = 3, quiet: bool = False, first: int = 0) -> list[User]:
    """Return so many people who chose one mail a day, with mails of yesterday."""
    made = []
    for n in range(first, first + number):
        user = User.objects.create_user(f"reader{n}@demo.example.org", name="Reader Demo", time_zone="Asia/Shanghai")
        hours = {"quiet_from": 9, "quiet_until": 12} if quiet else {}
        MailChoice.objects.create(user=user, daily=True, daily_hour=8, **hours)
        for turn in range(mails):
            Delivery.objects.create(
                once=f"{n}:{turn}",
                stream="case:1",
                template="case_reply",
                address=user.email,
                user=user,
                language="en",
                facts={"ref": f"LS-2026-{n:03d}{turn:03d}", "due": "", "zone": "Asia/Shanghai", "gist": {}},
                not_before=NOW - timedelta(days=1),
                created_at=NOW - timedelta(days=1),
            )
        made.append(user)
    return made


def due() -> list[int]:
    rows = Delivery.objects.filter(state=DeliveryState.QUEUED, not_before__lte=NOW).exclude(template="mail_digest")
    return list(rows.values_list("pk", flat=True))


def test_each_reader_gets_one_mail_that_names_its_own():
    people, chosen = readers(5), None
    chosen = due()
    assert put_off_by_choice(chosen, NOW) == set(chosen)
    digests = {mail.user_id: mail for mail in Delivery.objects.filter(template="mail_digest")}
    assert set(digests) == {user.pk for user in people}
    for n, user in enumerate(people):
        subjects = [one["subject"] for one in digests[user.pk].facts["mails"]]
        assert len(subjects) == 3 and all(f"LS-2026-{n:03d}" in subject for subject in subjects)
        assert all(f"LS-2026-{n:03d}" in one["page"] for one in digests[user.pk].facts["mails"])
    assert set(Delivery.objects.filter(pk__in=chosen).values_list("state", flat=True)) == {DeliveryState.WITHDRAWN}
    assert not due(), "nothing goes twice"


@pytest.mark.usefixtures("marks_are_believed")
def test_more_readers_take_no_more_statements():
    counts = []
    for number, first in ((2, 0), (9, 100)):
        readers(number, first=first)
        put_off_by_choice(due()[:2], NOW)  # what a process keeps is kept now
        with CaptureQueriesContext(connection) as queries:
            put_off_by_choice(due(), NOW)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_quiet_hours_one_alone_and_many_are_told_apart_in_one_look():
    asleep, alone, many = readers(1, quiet=True), readers(1, mails=1, first=1), readers(1, first=2)
    chosen = due()
    held = put_off_by_choice(chosen, NOW)
    mine = {
        user.pk: set(Delivery.objects.filter(user=user, pk__in=chosen).values_list("pk", flat=True))
        for user in (*asleep, *alone, *many)
    }
    assert held == mine[asleep[0].pk] | mine[many[0].pk], "what is alone goes as it is"
    waits = Delivery.objects.filter(user=asleep[0]).values_list("not_before", flat=True)
    assert set(waits) == {NOW.replace(hour=12)}


def test_what_a_sender_has_claimed_meanwhile_goes_alone():
    (reader,) = readers(1)
    chosen = due()
    Delivery.objects.filter(pk=chosen[0]).update(state=DeliveryState.IN_FLIGHT)
    put_off_by_choice(chosen, NOW)
    assert len(Delivery.objects.get(template="mail_digest", user=reader).facts["mails"]) == 2
    assert Delivery.objects.get(pk=chosen[0]).state == DeliveryState.IN_FLIGHT
