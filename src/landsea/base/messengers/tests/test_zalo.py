"""The account in Zalo, against an imitation of its documented Official Account API, its tokens and its events."""

import hashlib
import json
import time
from datetime import timedelta
from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from landsea.base.messengers.access import find_since_when_tokens_fail
from landsea.base.messengers.actions.renew_token import CLAIM_LASTS, BeingRenewed, find_current_token
from landsea.base.messengers.models import Incoming, RenewedToken
from landsea.base.messengers.tasks import renew_tokens_ahead
from landsea.base.messengers.ways import find_way
from landsea.base.messengers.ways import zalo as zalo_way
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, ShortMessage
from landsea.base.messengers.ways.zalo import read_zalo_messages
from landsea.base.outbox.models import DeliveryState

pytestmark = pytest.mark.django_db
MESSAGE = ShortMessage(7, "Xe còn chờ", choices=(("1", "Gửi"),))
DONE = {"data": {"message_id": "m-1", "user_id": "2468"}, "error": 0, "message": "Success"}


def token(number):
    return {"access_token": f"A{number}", "refresh_token": f"R{number}", "expires_in": "90000"}


def test_a_token_is_asked_for_once_and_the_text_goes_to_a_follower(zalo):
    for content in (token(1), DONE):
        zalo.answer(content)
    outcomes = [find_way("zalo").send("2468", MESSAGE) for _twice in range(2)]
    assert [one.path for one in zalo.asked] == ["/v4/oa/access_token", *["/v3.0/oa/message/cs"] * 2]
    asked, sent = zalo.asked[0], zalo.asked[1]
    form = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
    assert form == {"refresh_token": "R0", "app_id": "4321", "grant_type": "refresh_token"}
    assert asked.headers["secret_key"] == "app secret" and sent.headers["access_token"] == "A1"
    assert sent.json == {"recipient": {"user_id": "2468"}, "message": {"text": "Xe còn chờ\n1: Gửi"}}
    assert {(one.state, one.remote_id) for one in outcomes} == {(DeliveryState.SENT, "m-1")}


@pytest.mark.parametrize("ended", [-216, -124])
def test_a_token_that_ended_is_renewed_by_the_refresh_token_that_came_with_it(zalo, ended):
    for content in (token(1), {"error": ended, "message": "Access token is invalid"}, token(2), DONE):
        zalo.answer(content)
    assert find_way("zalo").send("2468", MESSAGE).state == DeliveryState.SENT
    assert b"refresh_token=R1" in zalo.asked[2].body and zalo.asked[3].headers["access_token"] == "A2"
    assert RenewedToken.objects.get().refresh == "R2"


def test_another_refresh_token_in_the_settings_begins_another_chain(zalo, settings):
    for content in (token(1), DONE, token(5), DONE):
        zalo.answer(content)
    find_way("zalo").send("2468", MESSAGE)
    settings.ZALO_REFRESH_TOKEN = "given anew"
    assert find_way("zalo").send("2468", MESSAGE).state == DeliveryState.SENT
    assert b"refresh_token=given+anew" in zalo.asked[2].body


def test_without_a_token_nothing_is_sent_and_nothing_is_lost(zalo):
    zalo.answer(token(1))
    zalo.answer({"error": -216, "message": "ended"})
    zalo.answer({"error": -14014, "error_name": "Invalid refresh token"})
    outcome = find_way("zalo").send("2468", MESSAGE)
    assert outcome.state == DeliveryState.WAITING and "-14014" in outcome.reply and "secret" not in outcome.reply
    assert RenewedToken.objects.get().refresh == "R1"


def test_nobody_waits_for_a_row_while_zalo_is_asked(zalo, monkeypatch):
    """A request that held the row kept each other sender, and its connection, for as long as Zalo took to answer."""
    in_blocks = []
    zalo.answer(token(1))
    zalo.answer(DONE)
    ask = zalo_way.ask_gateway
    outside = len(connection.savepoint_ids)

    def look(*args, **options):
        in_blocks.append(len(connection.savepoint_ids) - outside)
        row = RenewedToken.objects.get()
        with pytest.raises(BeingRenewed):
            find_current_token("zalo", "R0", lambda refresh: 1 / 0, worn="", now=row.claimed_at, wait=0)
        return ask(*args, **options)

    monkeypatch.setattr(zalo_way, "ask_gateway", look)
    assert find_way("zalo").send("2468", MESSAGE).state == DeliveryState.SENT
    assert in_blocks == [0]


def test_the_hourly_round_renews_before_the_end_and_says_since_when_it_cannot(zalo):
    zalo.answer({**token(1), "expires_in": str(3 * 3600)})  # it ends before the round after the next
    zalo.answer({"error": -14014, "error_name": "Invalid refresh token"})
    zalo.answer(token(2))
    renew_tokens_ahead(0)
    assert find_since_when_tokens_fail() is None and RenewedToken.objects.get().refresh == "R1"
    renew_tokens_ahead(0)
    row = RenewedToken.objects.get()
    assert find_since_when_tokens_fail() == row.failing_since is not None and "-14014" in row.failure
    assert row.access == "A1" and row.claimed_at is None  # messages still go out with what lasts
    renew_tokens_ahead(0)
    assert find_since_when_tokens_fail() is None and RenewedToken.objects.get().access == "A2"
    renew_tokens_ahead(0)
    assert len(zalo.asked) == 3  # it lasts for a day now


def test_a_claim_whose_process_died_ends(zalo):
    RenewedToken.objects.create(channel="zalo", claimed_at=timezone.now() - CLAIM_LASTS)
    zalo.answer(token(1))
    zalo.answer(DONE)
    assert find_way("zalo").send("2468", MESSAGE).state == DeliveryState.SENT


@pytest.mark.parametrize(
    ("said", "state", "after"),
    [
        ({"error": -32, "message": "Rate limit exceeded"}, DeliveryState.WAITING, timedelta(minutes=1)),
        ({"error": -213, "message": "User has not followed OA"}, DeliveryState.BOUNCED, None),
        ({"error": -230, "message": "User has not interacted"}, DeliveryState.FAILED, None),
        ({"error": -201, "message": "Params invalid"}, DeliveryState.FAILED, None),
        ({"no": "error"}, DeliveryState.WAITING, None),
    ],
)
def test_what_each_refusal_means(zalo, said, state, after):
    zalo.answer(token(1))
    zalo.answer(said)
    outcome = find_way("zalo").send("2468", MESSAGE)
    assert (outcome.state, outcome.after) == (state, after)


def test_a_photo_is_fetched_from_where_it_lies_and_nowhere_within_the_house(zalo, settings):
    zalo.answer(b"\xff\xd8\xff", headers={"Content-Type": "image/jpeg"})
    zalo.answer(b"gone", status=404)
    where = f"{zalo.address}/photo/1.jpg"
    assert find_way("zalo").fetch_file(IncomingFile(where, "photo.jpg")) == b"\xff\xd8\xff"
    with pytest.raises(FileLost, match="404"):
        find_way("zalo").fetch_file(IncomingFile(where, "photo.jpg"))
    settings.GATEWAYS_MAY_BE_PRIVATE = False
    for address in (where, where.replace("http://", "https://"), "file:///etc/passwd", "https://[", ""):
        with pytest.raises(FileLost):
            find_way("zalo").fetch_file(IncomingFile(address, "photo.jpg"))


def event(kind="user_send_text", *, age=0, **message):
    return {
        "app_id": "4321",
        "sender": {"id": "2468"},
        "recipient": {"id": "3886"},
        "event_name": kind,
        "message": {"msg_id": "96d3", **message},
        "timestamp": str(int((time.time() - age) * 1000)),
    }


def post(client, content, secret="oa secret", **how):
    body = json.dumps(content, ensure_ascii=False).encode()
    signed = b"4321" + body + str(content.get("timestamp", "")).encode() + secret.encode()
    headers = {"X-ZEvent-Signature": how.get("signature", f"mac={hashlib.sha256(signed).hexdigest()}")}
    return client.post(reverse("zalo_events"), body, content_type="application/json", headers=headers)


def test_a_message_is_kept_once_and_what_is_forged_copied_or_of_another_application_never(zalo, client):
    text = event(text="友谊关 榴莲")
    refused = [
        post(client, text, "guessed"),
        post(client, text, signature="ü"),
        post(client, text | {"app_id": "9"}),
        post(client, event(text="old", age=2 * 86400)),
        client.post(reverse("zalo_events"), b"[", content_type="application/json"),
    ]
    assert {one.status_code for one in refused} == {403} and not Incoming.objects.exists()
    for _again in range(2):
        assert post(client, text).status_code == 200
    row = Incoming.objects.get()
    assert (row.channel, row.remote, row.text, row.update) == ("zalo", "2468", "友谊关 榴莲", "96d3")


def test_each_photo_of_a_message_is_taken_and_stickers_and_our_own_words_are_not():
    photos = [{"type": "image", "payload": {"url": f"https://z.example/{n}.jpg", "thumbnail": "t"}} for n in range(2)]
    found = list(read_zalo_messages(event("user_send_image", text="niêm phong đứt", attachments=photos)))
    assert [(one.update, one.text, one.file.remote_id[-5:]) for one in found] == [
        ("96d3", "niêm phong đứt", "0.jpg"[-5:]),
        ("96d3:1", "", "1.jpg"[-5:]),
    ]
    paper = [{"type": "file", "payload": {"url": "https://z.example/f", "name": "FormE.pdf", "size": "2138"}}]
    (one,) = read_zalo_messages(event("user_send_file", attachments=paper))
    assert (one.file.name, one.file.size) == ("FormE.pdf", 2138)
    for nothing in (
        event("user_send_sticker", attachments=photos),
        event("oa_send_text", text="x"),
        event(text=""),
        event("user_send_image", attachments=5),
        event() | {"sender": 5},
        event() | {"message": None},
        {},
    ):
        assert list(read_zalo_messages(nothing)) == []
