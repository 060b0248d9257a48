"""Sending: one claim a delivery, nothing lost when a sender dies, and what each answer of a mail server means."""

import smtplib
import threading
from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection

from landsea.base.outbox.actions.send import (
    LADDER,
    STUCK_AFTER,
    claim_delivery,
    compose_message,
    free_stuck_deliveries,
    send_due,
)
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.outbox.tests.factory import NOW, delivery
from landsea.directory.models import Evidence


class RefusingBackend(EmailBackend):
    """Raises `problem` for addresses that begin with "refused", and keeps the others as locmem does."""

    problem: Exception = OSError("nobody there")

    def send_messages(self, messages):
        if any(message.to[0].startswith("refused") for message in messages):
            raise self.problem
        return super().send_messages(messages)


@pytest.fixture
def refusing(settings, monkeypatch):
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    return lambda problem: monkeypatch.setattr(RefusingBackend, "problem", problem)


def refused(**fields) -> Delivery:
    return delivery(address="refused@demo.example.org", **fields)


def at_address(code: int, reply: bytes) -> Exception:
    return smtplib.SMTPRecipientsRefused({"refused@demo.example.org": (code, reply)})


@pytest.mark.django_db
def test_a_due_delivery_is_sent_in_its_language_under_its_own_message_id(settings):
    one = delivery()
    send_due(now=NOW)
    one.refresh_from_db()
    [sent] = mail.outbox
    assert (one.state, one.attempts, one.in_flight_since) == (DeliveryState.SENT, 1, None) and one.ended_at
    assert sent.subject == f"Case {one.facts['ref']}" and settings.PUBLIC_ADDRESS in sent.body
    assert sent.extra_headers["Message-ID"] == f"<delivery-{one.pk}@{settings.MAIL_DOMAIN}>"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words", ["ກໍລະນີຂອງທ່ານມາຮອດແລ້ວ ແລະ ມີໂຕະຮັບຜິດຊອບ", "您的案件已经到达，由一个部门负责处理" * 2, "เรื่อง" * 30]
)
def test_a_long_subject_of_another_script_begins_on_its_own_line(words):
    one = delivery(facts={"ref": words})
    written = compose_message(one).message().as_bytes()
    [subject] = [line for line in written.splitlines() if line.startswith(b"Subject:")]
    assert subject.startswith(b"Subject: =?utf-8?"), "the first line of the subject is empty"
    assert max(map(len, written.partition(b"\n\n")[0].splitlines())) <= 78
    assert message_from_bytes(written, policy=default)["Subject"] == f"Case {words}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("hours", "reply", "says"),
    [(60, "OSError: no route", True), (3, "OSError: no route", False), (60, "", False)],
)
def test_a_mail_that_could_not_be_sent_for_long_says_on_top_when_it_was_written(hours, reply, says):
    delivery(
        created_at=NOW - timedelta(hours=hours),
        last_reply=reply,
        facts={"ref": "LS-1", "zone": "Asia/Vientiane"},
        language="en",
    )
    send_due(now=NOW)
    [sent] = mail.outbox
    assert sent.body.startswith("This mail was written on Sun 15 Mar, 22:00, Vientiane (UTC+07)") is says
    assert ("could not be sent until now" in sent.alternatives[0].content) is says


@pytest.mark.django_db
def test_what_is_not_due_yet_waits():
    delivery(not_before=NOW + timedelta(seconds=1))
    assert send_due(now=NOW) == 0 and not mail.outbox


@pytest.mark.django_db(transaction=True)
def test_of_many_senders_at_once_exactly_one_gets_the_claim():
    one = delivery()
    start, claims = threading.Barrier(6), []

    def try_it():
        start.wait()
        claims.append(claim_delivery(one.pk, NOW))
        connection.close()

    threads = [threading.Thread(target=try_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(claims) == 6 and sum(found is not None for found in claims) == 1
    assert Delivery.objects.get().attempts == 1


@pytest.mark.django_db
def test_a_sender_that_died_after_sending_is_followed_by_the_same_mail_once_more():
    one = delivery()
    compose_message(claim_delivery(one.pk, NOW)).send()  # and dies before it records
    assert send_due(now=NOW + timedelta(hours=1)) == 0, "while in flight nobody else takes it"
    assert free_stuck_deliveries(now=NOW + STUCK_AFTER) == 0, "it may still be at work"
    later = NOW + STUCK_AFTER + timedelta(seconds=1)
    assert free_stuck_deliveries(now=later) == 1
    send_due(now=later)
    send_due(now=later + timedelta(days=1))
    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]
    one.refresh_from_db()
    assert (one.state, one.attempts) == (DeliveryState.SENT, 2)


@pytest.mark.django_db
def test_a_sender_that_comes_back_late_does_not_undo_what_another_recorded(refusing):
    from landsea.base.outbox.actions.send import send_claimed

    refusing(at_address(550, b"5.1.1 unknown"))
    late = claim_delivery(refused().pk, NOW)
    free_stuck_deliveries(now=NOW + STUCK_AFTER * 2)
    Delivery.objects.update(address="moved@demo.example.org")
    send_due(now=NOW + STUCK_AFTER * 2)
    send_claimed(late)
    assert Delivery.objects.get().state == DeliveryState.SENT


@pytest.mark.django_db
def test_each_try_that_fails_puts_the_next_further_off_until_the_ladder_ends(refusing, monkeypatch):
    refusing(OSError("nobody there"))
    one, now, waited = refused(), NOW, []
    for _rung in range(len(LADDER) + 1):
        monkeypatch.setattr("landsea.base.outbox.actions.send.timezone.now", lambda now=now: now)
        send_due()
        one.refresh_from_db()
        if one.state == DeliveryState.WAITING:
            waited.append(one.not_before - now)
            now = one.not_before
    assert waited == LADDER == sorted(LADDER)
    assert (one.state, one.last_reply) == (DeliveryState.FAILED, "OSError: nobody there")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("problem", "state"),
    [
        (at_address(550, b"5.1.1 no such user"), DeliveryState.BOUNCED),
        (at_address(550, b"5.7.1 relaying denied"), DeliveryState.FAILED),
        (at_address(552, b"mailbox full"), DeliveryState.FAILED),
        (at_address(451, b"greylisted"), DeliveryState.WAITING),
        (smtplib.SMTPDataError(550, b"looks like spam"), DeliveryState.FAILED),
        (smtplib.SMTPDataError(452, b"busy"), DeliveryState.WAITING),
        (smtplib.SMTPAuthenticationError(535, b"bad password"), DeliveryState.WAITING),
        (smtplib.SMTPSenderRefused(553, b"not your domain", "us"), DeliveryState.WAITING),
        (smtplib.SMTPServerDisconnected("gone"), DeliveryState.WAITING),
    ],
    ids=str,
)
def test_what_the_server_says_decides(refusing, problem, state):
    refusing(problem)
    one = refused()
    send_due(now=NOW)
    one.refresh_from_db()
    assert one.state == state and one.last_reply
    assert (one.ended_at is None) == (state == DeliveryState.WAITING)


@pytest.mark.django_db
def test_a_bounce_is_evidence_about_the_contact(refusing, contact):
    refusing(at_address(550, b"5.1.1 no such user"))
    refused(contact_id=contact.pk)
    send_due(now=NOW)
    fact = Evidence.objects.get()
    assert (fact.contact, fact.kind, fact.note) == (contact, "bounced", "550 5.1.1 no such user")


@pytest.mark.django_db
@pytest.mark.parametrize("poison", ["refused", "words"])
def test_poison_at_the_head_does_not_hold_the_others(refusing, poison):
    refusing(OSError("nobody there"))
    first = refused() if poison == "refused" else delivery(template="broken_mail")
    others = [delivery() for _ in range(3)]
    assert send_due(now=NOW, limit=1) == 1
    while send_due(now=NOW, limit=1):
        pass
    assert {message.to[0] for message in mail.outbox} == {one.address for one in others}
    first.refresh_from_db()
    assert first.state == DeliveryState.WAITING and first.not_before > NOW
