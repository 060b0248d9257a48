"""What an SMS gateway posts, and what a day may cost."""

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.base.messengers.actions.spend_budget import spend_budget
from landsea.base.messengers.gateway_links import make_gateway_secret
from landsea.base.messengers.models import DaySpent, Incoming
from landsea.base.messengers.ways.asking_gateways import wait_asked_for
from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.models import DeliveryState
from landsea.base.outbox.tests.factory import delivery
from landsea.base.ui.logs import hide_secrets

pytestmark = pytest.mark.django_db


def post(client, name, content, secret=None, **how):
    return client.post(reverse(name, args=[secret or make_gateway_secret("sms")]), content, **how)


def test_a_report_ends_a_delivery_and_a_guessed_secret_ends_none(sms, client):
    one = delivery(channel="sms", state=DeliveryState.SENT, remote_id="g-1")
    assert post(client, "sms_report", {"id": "g-1", "status": "failed"}, secret="x" * 43).status_code == 404
    assert post(client, "sms_report", {"id": "g-1", "status": "enroute"}).status_code == 200
    assert client.get(reverse("sms_report", args=[make_gateway_secret("sms")])).status_code == 405
    one.refresh_from_db()
    assert one.state == DeliveryState.SENT
    post(client, "sms_report", {"id": "g-1", "status": "DELIVRD"}, content_type="application/json")
    one.refresh_from_db()
    assert one.state == DeliveryState.ARRIVED


def test_the_fields_are_called_as_the_operator_says(sms, client, settings):
    settings.SMS_FIELDS = "id=message.sid,status=message.state,from=msisdn,text=body"
    one = delivery(channel="sms", state=DeliveryState.SENT, remote_id="g-2")
    content = {"message": {"sid": "g-2", "state": "undelivered"}}
    post(client, "sms_report", content, content_type="application/json")
    one.refresh_from_db()
    assert one.state == DeliveryState.FAILED
    post(client, "sms_reply", {"msisdn": "8562055500000", "body": "1"})
    assert Incoming.objects.get().remote == "+8562055500000"


def test_a_reply_is_kept_once_by_the_gateway_s_number(sms, client):
    for _again in range(2):
        post(client, "sms_reply", {"id": "r-1", "from": "+8562055500000", "text": "1"})
    assert Incoming.objects.get().text == "1"


def test_beyond_the_day_s_budget_nothing_goes_out(sms, settings):
    settings.MESSAGE_BUDGET_A_DAY, settings.SMS_COST = 10, 4
    now = timezone.now()
    assert [spend_budget("sms", now) for _one in range(3)] == [True, True, False]
    assert spend_budget("telegram", now), "messengers cost nothing"
    row = DaySpent.objects.get()
    assert (row.count, row.cost) == (2, 8)
    sms.answer({"id": "g"})
    one = delivery(channel="sms", address="+8562055500000", template="code_not_good")
    send_due()
    one.refresh_from_db()
    assert one.state == DeliveryState.FAILED and "budget" in one.last_reply and not sms.asked


def test_a_price_above_the_budget_is_never_paid(settings):
    settings.MESSAGE_BUDGET_A_DAY, settings.CALL_COST = 3, 5
    assert not spend_budget("call", timezone.now())


def test_the_log_holds_no_secret_of_a_gateway():
    assert make_gateway_secret("sms") not in hide_secrets(
        f"POST {reverse('sms_report', args=[make_gateway_secret('sms')])} 200"
    )


@pytest.mark.parametrize("sign", ["\\u0000", "\\ud83d"])
def test_half_a_sign_or_a_nul_stops_no_message(sms, telegram, client, sign):
    """Refused, the gateway would post the same again and hold up what stands behind it."""
    content = f'{{"id": "r-2{sign}", "from": "+8562055500000{sign}", "text": "1{sign}"}}'
    assert post(client, "sms_reply", content, content_type="application/json").status_code == 200
    document = f'{{"file_id": "f1{sign}", "file_name": "in{sign}voice.pdf"}}'
    people = f'"chat": {{"id": 5, "type": "private"}}, "from": {{"id": 5, "language_code": "e{sign}n"}}'
    update = f'{{"update_id": 7, "message": {{{people}, "caption": "see{sign}", "document": {document}}}}}'
    headers = {"X-Telegram-Bot-Api-Secret-Token": make_gateway_secret("telegram")}
    answer = client.post(reverse("telegram_updates"), update, content_type="application/json", headers=headers)
    assert answer.status_code == 200
    first, second = Incoming.objects.order_by("id")
    assert (first.remote, first.text) == ("+8562055500000", "1")
    assert (second.text, second.language, second.file["name"]) == ("see", "en", "invoice.pdf")


def test_a_time_that_is_no_number_is_a_forged_post(caller, wecom, client):
    """`²` is a digit for `isdigit` and no number."""
    headers = {"webhook-id": "r", "webhook-timestamp": "²", "webhook-signature": "v1,x"}
    assert (
        client.post(reverse("call_report"), b"{}", content_type="application/json", headers=headers).status_code == 403
    )
    address = reverse("wecom_messages") + "?timestamp=²&nonce=1&msg_signature=x"
    assert client.post(address, b"<xml/>", content_type="text/xml").status_code == 403
    assert wait_asked_for("²") is None


@pytest.mark.parametrize("body", [b"[" * 20_000, b"{", b"null", b"\xff"])
def test_what_is_no_json_ends_nothing(sms, client, body):
    assert post(client, "sms_report", body, content_type="application/json").status_code in (200, 400, 422)
