"""SMS by a generic HTTP gateway: the request as the operator wrote it, and what each answer means."""

from datetime import timedelta
from urllib.parse import parse_qs

import pytest

from landsea.base.messengers.gateway_links import write_sms_report_address
from landsea.base.messengers.ways import find_way
from landsea.base.messengers.ways.shapes import ShortMessage
from landsea.base.messengers.ways.sms_by_http import fill_body, find_value
from landsea.base.outbox.models import DeliveryState
from landsea.base.outgoing import public_network

NUMBER = "+8562055500000"
MESSAGE = ShortMessage(7, 'Case "LS-1" waits: ຮີບດ່ວນ {to}')


def test_nothing_is_set_up_by_default():
    assert find_way("sms") is None


def test_the_request_is_as_the_operator_wrote_it_and_words_cannot_change_its_shape(sms):
    sms.answer({"id": "g-1"}, status=202)
    outcome = find_way("sms").send(NUMBER, MESSAGE)
    [asked] = sms.asked
    assert asked.json == {"to": NUMBER, "from": "Landsea", "text": MESSAGE.text, "callback": write_sms_report_address()}
    assert asked.headers["authorization"] == "Bearer sms-token" and asked.headers["idempotency-key"] == "landsea-7"
    assert (outcome.state, outcome.remote_id) == (DeliveryState.SENT, "g-1")


def test_a_form_another_header_and_a_number_deep_in_the_answer(sms, settings):
    settings.SMS_BODY, settings.SMS_HEADER, settings.SMS_ID = "p={to}&m={text}", "X-Key: {token}", "messages.0.ref"
    sms.answer({"messages": [{"ref": 99}]})
    outcome = find_way("sms").send(NUMBER, MESSAGE)
    assert parse_qs(sms.asked[0].body.decode()) == {"p": [NUMBER], "m": [MESSAGE.text]}
    assert sms.asked[0].headers["x-key"] == "sms-token" and outcome.remote_id == "99"


@pytest.mark.parametrize(
    ("status", "headers", "state", "after"),
    [
        (429, {"Retry-After": "30"}, DeliveryState.WAITING, timedelta(seconds=30)),
        (429, {}, DeliveryState.WAITING, None),
        (503, {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, DeliveryState.WAITING, timedelta()),
        (503, {"Retry-After": "soon"}, DeliveryState.WAITING, None),
        (500, {}, DeliveryState.WAITING, None),
        (401, {}, DeliveryState.FAILED, None),
        (422, {}, DeliveryState.FAILED, None),
        (302, {"Location": "http://127.0.0.1:1/"}, DeliveryState.FAILED, None),
    ],
)
def test_what_each_status_means(sms, status, headers, state, after):
    sms.answer({"error": "as told"}, status=status, headers=headers)
    outcome = find_way("sms").send(NUMBER, MESSAGE)
    assert (outcome.state, outcome.after) == (state, after) and str(status) in outcome.reply
    assert len(sms.asked) == 1, "no redirect is followed, nothing is tried twice"


def test_a_gateway_that_hangs_or_is_gone_is_waited_for_and_its_address_is_in_no_reply(sms, settings, monkeypatch):
    monkeypatch.setattr(
        public_network.ask_server, "__kwdefaults__", {**public_network.ask_server.__kwdefaults__, "seconds": 0.2}
    )
    sms.answer({"id": "late"}, wait=0.6)
    hung = find_way("sms").send(NUMBER, MESSAGE)
    settings.SMS_URL = "http://127.0.0.1:9/?token=secret"
    gone = find_way("sms").send(NUMBER, MESSAGE)
    assert {hung.state, gone.state} == {DeliveryState.WAITING} and "may have taken" in hung.reply
    assert "secret" not in gone.reply and "127.0.0.1" not in gone.reply


def test_a_private_address_is_refused_unless_the_operator_says_so(sms, settings):
    settings.GATEWAYS_MAY_BE_PRIVATE = False
    settings.SMS_URL = settings.SMS_URL.replace("http:", "https:")
    assert "private network" in find_way("sms").send(NUMBER, MESSAGE).reply and not sms.asked


def test_templates_leave_what_they_do_not_know():
    assert fill_body('{"a": "{x} {to} {", "n": 1}', {"to": "1"})[0] == b'{"a": "{x} 1 {", "n": 1}'
    assert find_value({"a": [{"b": True}]}, "a.0.b") == "" and find_value([], "a") == ""
