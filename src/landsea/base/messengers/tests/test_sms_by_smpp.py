"""SMS by SMPP, against a message centre that speaks the bytes of version 3.4."""

import struct
from datetime import timedelta

import pytest

from landsea.base.messengers.actions.collect_sms import collect_sms
from landsea.base.messengers.models import Incoming
from landsea.base.messengers.tests.imitation import deliver_sm
from landsea.base.messengers.ways import find_way, sms_by_smpp
from landsea.base.messengers.ways.shapes import ShortMessage
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.outbox.tests.factory import NOW, delivery

NUMBER = "+84900000000"


def send(text="Case LS-1 waits"):
    return find_way("sms").send(NUMBER, ShortMessage(7, text))


def test_a_message_is_taken_and_asks_for_a_report(centre):
    outcome = send()
    [body] = centre.submitted
    assert (outcome.state, outcome.remote_id) == (DeliveryState.SENT, "smsc-1")
    assert b"84900000000\0" in body and b"Landsea\0" in body and b"Case LS-1 waits" in body


def test_other_scripts_go_as_ucs2_and_long_words_in_parts(centre):
    outcome = send("紧急案件 " * 30)
    assert len(centre.submitted) == 3 and outcome.remote_id == "smsc-3"
    assert "紧急".encode("utf-16-be") in centre.submitted[0]


@pytest.mark.parametrize(
    ("status", "state", "after"),
    [
        (0x58, DeliveryState.WAITING, timedelta(seconds=30)),
        (0x14, DeliveryState.WAITING, timedelta(minutes=1)),
        (0x0B, DeliveryState.BOUNCED, None),
        (0x45, DeliveryState.FAILED, None),
    ],
)
def test_what_each_refusal_means(centre, status, state, after):
    centre.status = status
    outcome = send()
    assert (outcome.state, outcome.after) == (state, after) and len(centre.submitted) == 1


def test_a_centre_that_does_not_know_us_or_is_gone(centre, settings):
    centre.bind_status = 0x0E
    assert send().state == DeliveryState.FAILED
    settings.SMPP_PORT = 9
    assert send().state == DeliveryState.WAITING


@pytest.mark.django_db
def test_reports_and_replies_that_waited_are_collected(centre, monkeypatch):
    monkeypatch.setattr(sms_by_smpp, "COLLECTED_FOR", 1)
    taken = [delivery(channel="sms", state=DeliveryState.SENT, remote_id=f"smsc-{n}") for n in (1, 2)]
    state = struct.pack(">HHB", 0x0427, 1, 5) + struct.pack(">HH", 0x001E, 7) + b"smsc-2\0"
    centre.waiting = [
        deliver_sm("84900000000", b"id:smsc-1 sub:001 dlvrd:001 stat:DELIVRD err:000 text:Case", kind=4),
        deliver_sm("84900000000", b"", kind=4, more=state),
        deliver_sm("84900000000", "是 1".encode("utf-16-be"), coding=8),
    ]
    assert collect_sms(NOW) == 3
    states = [Delivery.objects.get(pk=one.pk).state for one in taken]
    assert states == [DeliveryState.ARRIVED, DeliveryState.FAILED] and centre.acknowledged == 3
    reply = Incoming.objects.get()
    assert (reply.channel, reply.remote, reply.text) == ("sms", NUMBER, "是 1")


@pytest.mark.django_db
def test_a_centre_that_is_gone_is_asked_again_later(centre, settings):
    settings.SMPP_PORT = 9
    assert collect_sms(NOW) == 0
    settings.SMS = ""
    assert collect_sms(NOW) == 0
