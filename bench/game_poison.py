"""One poisoned row in each queue, with a sound one behind it; and what became of both."""

import os
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta

from tests.coming_days import coming_tuesday

from bench.drill_people import hand_over, mail_of, new_words
from bench.mail_site import DOMAIN

Outcome = Callable[[], str]


def poison_all(mail_port: int) -> Iterator[tuple[str, Outcome]]:
    """Put them in; yield each queue's name and what tells, later, what became of its two rows."""
    yield "mails out", poison_mails_out()
    yield "mails in", poison_mails_in(mail_port)
    yield "deadlines", poison_deadlines()
    yield "jobs", poison_jobs()
    yield "plans ordered by programs", poison_plans()
    yield "posts to webhooks", poison_webhooks()
    yield "messages of messengers", poison_messengers()


def poison_mails_out() -> Outcome:
    """A mail whose words are in no template."""
    from django.utils import timezone

    from landsea.base.outbox.models import Delivery

    now = timezone.now()
    about = {"stream": "game:1", "address": "a@drill.example.org", "not_before": now, "created_at": now}
    bad = Delivery.objects.create(once=uuid.uuid4().hex, template="no_such_words", **about)
    good = Delivery.objects.create(
        once=uuid.uuid4().hex, template="case_reply", facts={"ref": "LS-2026-000001"}, **about
    )

    def tell() -> str:
        bad.refresh_from_db()
        good.refresh_from_db()
        return f"bad: {bad.state} after {bad.attempts} tries ({bad.last_reply[:60]}); behind it: {good.state}"

    return tell


def poison_mails_in(mail_port: int) -> Outcome:
    """A mail of random bytes at a country's address."""
    import threading

    from landsea.mailroom.models import InboundMail

    recipient, words = f"cn@{DOMAIN}", new_words("filed by mail")
    head = b"From: a@drill.example.org\r\nContent-Type: application/ms-tnef\r\n\r\n"
    bad = head + os.urandom(20_000).replace(b"\n", b"x")
    hand_over(mail_port, "a@drill.example.org", recipient, bad, threading.Event())
    text = f"{words} our lorry with dried cassava waits at Mohan; the plant quarantine does not take the certificate."
    hand_over(
        mail_port,
        "b@drill.example.org",
        recipient,
        mail_of("b@drill.example.org", recipient, "Mohan", text),
        threading.Event(),
    )

    def tell() -> str:
        first, second = InboundMail.objects.order_by("-id")[:2][::-1]
        return f"bad: {first.state} ({first.verdict}); behind it: {second.state} ({second.verdict})"

    return tell


def poison_deadlines() -> Outcome:
    """A case at a step that nobody knows, due now, and another case due now."""
    from django.utils import timezone

    from landsea.cases.models import Case, StepRecord

    now = timezone.now() - timedelta(minutes=1)
    bad, good = Case.objects.filter(closed_at=None, state="filed").order_by("id")[:2]
    for case in (bad, good):
        StepRecord.objects.filter(case=case, ended_at=None).update(due_at=now, reminders=[])
        Case.objects.filter(pk=case.pk).update(due_at=now, wakes_at=now)
    StepRecord.objects.filter(case=bad, ended_at=None).update(step="nonsense")
    Case.objects.filter(pk=bad.pk).update(step="nonsense")

    def tell() -> str:
        bad.refresh_from_db()
        good.refresh_from_db()
        aside = f"put aside after {bad.wake_failures} tries ({bad.wake_error[:60]})"
        put_off = aside if bad.wake_failures else f"{bad.state} at the step {bad.step}"
        return f"bad: {put_off}; behind it: {good.state} at the step {good.step}"

    return tell


def poison_jobs() -> Outcome:
    """A job whose task no version knows, and one whose arguments are wrong."""
    from django.db import connection
    from procrastinate.contrib.django.models import ProcrastinateJob

    from landsea.base.jobs.waking import order_task

    order_task("api.plan", plan_id="no number")
    order_task("api.plan", plan_id=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET task_name = 'no.such' WHERE id = (SELECT max(id) FROM procrastinate_jobs)"
        )

    def tell() -> str:
        found = ProcrastinateJob.objects.filter(task_name__in=["no.such", "api.plan"]).values_list(
            "task_name", "status"
        )
        return "bad: " + ", ".join(f"{task} {status}" for task, status in found) + "; others go on"

    return tell


def poison_plans() -> Outcome:
    """A question for ways that is none, and a sound one."""
    from django.utils import timezone

    from landsea.api.actions.order_plan import order_plan
    from landsea.api.models import OrderedPlan

    for question in (
        "from=%00%ff&to=%F0&ready=9999-99-99",
        f"from=CNCKG&to=THBKK&teu=1&ready={coming_tuesday()}T08:00",
    ):
        order_plan(question, language="en", now=timezone.now())

    def tell() -> str:
        first, second = OrderedPlan.objects.order_by("-id")[:2][::-1]
        said = [
            str((one.answer or {}).get("error", "answered"))[:70] if one.done_at else "waits" for one in (first, second)
        ]
        return f"bad: {said[0]}; behind it: {said[1]}"

    return tell


def poison_webhooks() -> Outcome:
    """A post to a receiver whose address cannot be asked."""
    from django.utils import timezone

    from landsea.accounts.models import User
    from landsea.webhooks.models import EventPost, Receiver

    now = timezone.now()
    user = User.objects.filter(is_active=True).first()
    receiver = Receiver.objects.create(
        user=user, name="broken", url="https://[::1/", kinds=["case.answered"], made_at=now
    )
    post = EventPost.objects.create(receiver=receiver, kind="test", body="\x7f not json", noted_at=now, not_before=now)

    def tell() -> str:
        post.refresh_from_db()
        return f"bad: {post.attempts} tries, {post.words or 'nothing said'}; others go on"

    return tell


def poison_messengers() -> Outcome:
    """A message from a messenger that is not set up."""
    from django.utils import timezone

    from landsea.base.messengers.models import Incoming

    row = Incoming.objects.create(
        channel="telegram", update=uuid.uuid4().hex, remote="x", text="\x1b[0m", press="x", received_at=timezone.now()
    )

    def tell() -> str:
        row.refresh_from_db()
        return f"bad: {'dealt with' if row.handled_at else f'{row.failures} tries'}; others go on"

    return tell
