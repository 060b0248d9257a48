"""A call by a webhook: signed as Standard Webhooks say, and its signed report."""

import base64
import hashlib
import hmac
import json
import time

import pytest
from django.urls import reverse

from landsea.base.messengers.models import Incoming
from landsea.base.messengers.ways import find_way
from landsea.base.messengers.ways.shapes import ShortMessage
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.outbox.tests.factory import delivery
from landsea.base.outgoing.signing import is_signed, write_signed_headers

NUMBER = "+66800000000"


def signature(secret: str, number: str, seconds: str, body: bytes) -> str:
    """As a receiver would compute it, from the specification alone."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    return base64.b64encode(hmac.new(key, f"{number}.{seconds}.".encode() + body, hashlib.sha256).digest()).decode()


def test_the_caller_gets_number_words_and_keys_signed(caller, settings):
    caller.answer({"id": "call-9"})
    outcome = find_way("call").send(NUMBER, ShortMessage(7, "A case waits", "vi", (("1", "I take it"),)))
    [asked] = caller.asked
    assert asked.json["to"] == NUMBER and asked.json["press"] == ["1"] and asked.json["language"] == "vi"
    names = ("webhook-id", "webhook-timestamp", "webhook-signature")
    number, seconds, given = (asked.headers[name] for name in names)
    assert given == f"v1,{signature(settings.CALL_SECRET, number, seconds, asked.body)}" and number == "landsea-7"
    assert (outcome.state, outcome.remote_id) == (DeliveryState.SENT, "call-9")


def report(client, settings, content, *, secret=None, seconds=None):
    body = json.dumps(content).encode()
    at = int(time.time()) if seconds is None else seconds
    headers = write_signed_headers(secret or settings.CALL_SECRET, f"r-{content.get('event')}", at, body)
    return client.post(reverse("call_report"), body, content_type="application/json", headers=headers)


@pytest.mark.django_db
def test_a_press_is_taken_once_and_a_forged_or_old_report_never(caller, client, settings):
    one = delivery(channel="call", state=DeliveryState.SENT, remote_id="call-9")
    pressed = {"id": "call-9", "event": "pressed", "to": NUMBER, "digits": "1"}
    forged = "whsec_" + base64.b64encode(b"x" * 24).decode()
    assert report(client, settings, pressed, secret=forged).status_code == 403
    assert report(client, settings, pressed, seconds=int(time.time()) - 3600).status_code == 403
    assert not Incoming.objects.exists()
    for _again in range(2):
        assert report(client, settings, pressed).status_code == 200
    row = Incoming.objects.get()
    assert (row.remote, row.choice) == (NUMBER, "1")
    assert Delivery.objects.get(pk=one.pk).state == DeliveryState.ARRIVED


@pytest.mark.django_db
@pytest.mark.parametrize("event", ["no_answer", "busy", "failed"])
def test_a_call_that_nobody_took_is_a_failure(caller, client, settings, event):
    one = delivery(channel="call", state=DeliveryState.SENT, remote_id="call-9")
    report(client, settings, {"id": "call-9", "event": event})
    one.refresh_from_db()
    assert (one.state, one.last_reply) == (DeliveryState.FAILED, event)


def test_signatures_of_nonsense_are_none():
    assert not is_signed("whsec_demo", "1", "now", "v1,x", b"", now=0)
    assert not is_signed("whsec_demo", "1", "0", "", b"", now=0)
