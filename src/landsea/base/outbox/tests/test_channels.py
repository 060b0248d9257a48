"""Short messages are deliveries like mails: claimed once, put off where nothing was taken, tried once where it could ring."""

from datetime import timedelta

import pytest

from landsea.base.outbox.actions.queue_again import queue_failed_delivery_again
from landsea.base.outbox.actions.record_report import record_report
from landsea.base.outbox.actions.send import STUCK_AFTER, free_stuck_deliveries, send_due, send_due_messages
from landsea.base.outbox.channels import CHANNELS, Channel, Outcome
from landsea.base.outbox.models import DeliveryState
from landsea.base.outbox.tests.factory import NOW, delivery

pytestmark = pytest.mark.django_db
ONCE = {"channel": "pigeon", "address": "+66800000000", "give_up_at": NOW + timedelta(minutes=5)}


@pytest.fixture
def pigeon(monkeypatch):
    """A channel whose answers a test may change."""
    answers: list[Outcome] = []
    monkeypatch.setattr(CHANNELS, "_given", [(1, Channel("pigeon", lambda _delivery: answers.pop(0)))])
    return answers


def sent_with(pigeon, outcome, now=NOW, **fields):
    pigeon.append(outcome)
    one = delivery(**fields)
    send_due(now=now)
    one.refresh_from_db()
    return one


def test_a_gateway_takes_it_and_reports_once_that_it_arrived(pigeon):
    one = sent_with(pigeon, Outcome(DeliveryState.SENT, "taken", remote_id="g-1"), **ONCE)
    assert (one.state, one.remote_id, one.last_reply) == (DeliveryState.SENT, "g-1", "taken")
    assert record_report("pigeon", "g-1", arrived=True, reply="DELIVRD", now=NOW)
    assert not record_report("pigeon", "g-1", arrived=False, reply="EXPIRED", now=NOW), "a second one changes nothing"
    assert not record_report("sms", "g-1", arrived=True, reply="", now=NOW), "another gateway's number"
    assert not record_report("pigeon", "", arrived=True, reply="", now=NOW)
    one.refresh_from_db()
    assert (one.state, one.last_reply) == (DeliveryState.ARRIVED, "DELIVRD")


def test_a_call_goes_alone_while_mails_wait_for_their_server(pigeon):
    mail, call = delivery(), delivery(**ONCE)
    pigeon.append(Outcome(DeliveryState.SENT, "taken"))
    assert send_due_messages(now=NOW) == 1
    mail.refresh_from_db()
    call.refresh_from_db()
    assert (mail.state, call.state) == (DeliveryState.QUEUED, DeliveryState.SENT)


def test_what_is_tried_once_waits_only_where_nothing_was_taken_and_time_is_left(pigeon):
    busy = Outcome(DeliveryState.WAITING, "429", after=timedelta(seconds=40))
    one = sent_with(pigeon, busy, **ONCE)
    assert (one.state, one.not_before) == (DeliveryState.WAITING, NOW + timedelta(seconds=40))
    late = Outcome(DeliveryState.WAITING, "429", after=timedelta(minutes=9))
    assert sent_with(pigeon, late, **ONCE).state == DeliveryState.FAILED
    assert sent_with(pigeon, Outcome(DeliveryState.WAITING, "no answer"), **ONCE).state == DeliveryState.FAILED


def test_after_its_time_it_is_not_tried_any_more_and_nobody_may_send_it_again(pigeon):
    one = sent_with(pigeon, Outcome(DeliveryState.SENT, ""), now=NOW + timedelta(minutes=6), **ONCE)
    assert one.state == DeliveryState.FAILED and len(pigeon) == 1
    assert not queue_failed_delivery_again(None, one.pk, now=NOW)


def test_a_sender_that_died_over_it_leaves_it_failed_for_it_may_have_rung(pigeon):
    one = delivery(state=DeliveryState.IN_FLIGHT, in_flight_since=NOW, **ONCE)
    other = delivery(state=DeliveryState.IN_FLIGHT, in_flight_since=NOW)
    assert free_stuck_deliveries(now=NOW + STUCK_AFTER * 2) == 2
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.state, other.state) == (DeliveryState.FAILED, DeliveryState.WAITING)


def test_a_notice_is_put_off_by_the_ladder_or_for_as_long_as_was_asked(pigeon):
    one = sent_with(pigeon, Outcome(DeliveryState.WAITING, "429", after=timedelta(hours=2)), channel="pigeon")
    assert one.state == DeliveryState.WAITING and one.not_before > NOW + timedelta(hours=2)


def test_a_channel_that_breaks_or_is_gone_is_a_failure_with_its_reason(pigeon):
    one = delivery(**ONCE)
    send_due(now=NOW)  # with no answer ready the pigeon raises
    one.refresh_from_db()
    assert one.state == DeliveryState.FAILED and "IndexError" in one.last_reply
    gone = delivery(channel="telex")
    send_due(now=NOW)
    gone.refresh_from_db()
    assert gone.state == DeliveryState.FAILED and "telex" in gone.last_reply
