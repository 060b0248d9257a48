"""The account in LINE, against an imitation of its documented Messaging API and events."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta

import pytest
from django.urls import reverse

from landsea.accounts.models import User
from landsea.base.messengers.models import Incoming
from landsea.base.messengers.ways import find_way
from landsea.base.messengers.ways import line as line_way
from landsea.base.messengers.ways.line import read_line_messages
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, ShortMessage
from landsea.base.outbox.models import DeliveryState

PERSON = "U" + "4af4980629" * 3 + "ab"
MESSAGE = ShortMessage(7, "ตู้ค้างที่ด่าน", choices=(("1", "Send it"), ("2", "It cannot wait: goods spoil")))
TAKEN = {"sentMessages": [{"id": "461230966842064897", "quoteToken": "q"}]}


def test_a_push_goes_to_a_person_with_quick_replies_and_numbers_and_one_key_for_every_try(line):
    line.answer(TAKEN)
    outcomes = [find_way("line").send(PERSON, MESSAGE) for _twice in range(2)]
    first, second = line.asked
    assert (first.method, first.path) == ("POST", "/v2/bot/message/push")
    assert first.headers["authorization"] == "Bearer line token"
    assert first.headers["x-line-retry-key"] == second.headers["x-line-retry-key"]
    said = first.json["messages"][0]
    assert first.json["to"] == PERSON and said["text"].endswith("1: Send it\n2: It cannot wait: goods spoil")
    press = said["quickReply"]["items"][1]["action"]
    assert press["data"] == "2" and len(press["label"]) == 20 and press["displayText"] == "It cannot wait: goods spoil"
    assert {(one.state, one.remote_id) for one in outcomes} == {(DeliveryState.SENT, "461230966842064897")}


@pytest.mark.parametrize(
    ("status", "said", "headers", "state", "after"),
    [
        (409, {"message": "already accepted"}, {"X-Line-Accepted-Request-Id": "r1"}, DeliveryState.SENT, None),
        (429, {"message": "You have reached your monthly limit."}, {}, DeliveryState.FAILED, None),
        (429, {"message": "The API rate limit"}, {"Retry-After": "7"}, DeliveryState.WAITING, timedelta(seconds=7)),
        (400, {"message": "The property, 'to', in the request body is invalid"}, {}, DeliveryState.BOUNCED, None),
        (401, {"message": "Authentication failed"}, {}, DeliveryState.FAILED, None),
        (500, {"message": "Internal"}, {}, DeliveryState.WAITING, None),
    ],
)
def test_what_each_refusal_means(line, status, said, headers, state, after):
    line.answer(said, status=status, headers={"Content-Type": "application/json", **headers})
    outcome = find_way("line").send(PERSON, MESSAGE)
    assert (outcome.state, outcome.after) == (state, after) and "line token" not in outcome.reply


def test_a_long_text_is_cut_before_its_choices(line):
    line.answer(TAKEN)
    find_way("line").send(PERSON, ShortMessage(8, "🚚" * 4000, choices=(("1", "Send it"),)))
    text = line.asked[0].json["messages"][0]["text"]
    assert len(text.encode("utf-16-le")) // 2 <= 5000 and text.endswith("🚚\n1: Send it")


def test_a_voice_message_is_waited_for_and_a_lost_file_says_so(line, monkeypatch):
    monkeypatch.setattr(line_way, "WAITS_FOR_CONTENT", (0.0,))
    line.answer(b"", status=202)
    line.answer(b"\0\0\0 ftypM4A ", headers={"Content-Type": "audio/x-m4a"})
    line.answer({"message": "Not found"}, status=404)
    assert find_way("line").fetch_file(IncomingFile("55", "voice.m4a")).endswith(b"ftypM4A ")
    assert line.asked[1].path == "/v2/bot/message/55/content"
    with pytest.raises(FileLost, match="404"):
        find_way("line").fetch_file(IncomingFile("55", "voice.m4a"))


def event(number="01FZ", **more):
    base = {
        "type": "message",
        "mode": "active",
        "timestamp": 1462629479859,
        "source": {"type": "user", "userId": PERSON},
    }
    return base | {"webhookEventId": number, "deliveryContext": {"isRedelivery": False}} | more


TEXT = event(message={"type": "text", "id": "444573844083572737", "text": "友谊关 榴莲", "quoteToken": "q"})


def post(client, content, secret="line secret", **how):
    body = json.dumps(content, ensure_ascii=False).encode()
    signature = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
    headers = {"X-Line-Signature": how.get("signature", signature)}
    return client.post(reverse("line_events"), body, content_type="application/json", headers=headers)


@pytest.mark.django_db
def test_a_message_is_kept_once_and_what_line_did_not_sign_never(line, client):
    refused = [post(client, {"events": [TEXT]}, "guessed"), post(client, {"events": [TEXT]}, signature="ü")]
    assert {one.status_code for one in refused} == {403} and not Incoming.objects.exists()
    for _again in range(2):
        assert post(client, {"destination": "U1", "events": [TEXT]}).status_code == 200
    row = Incoming.objects.get()
    assert (row.channel, row.remote, row.text, row.update) == ("line", PERSON, "友谊关 榴莲", "01FZ")
    assert post(client, {"destination": "U1", "events": []}).status_code == 200, "LINE's own question"
    assert [post(client, content).status_code for content in ([], {"events": 5}, {"events": [5, {}]})] == [200] * 3


@pytest.mark.django_db
def test_without_settings_there_is_no_such_address(client):
    assert client.post(reverse("line_events"), b"{}", content_type="application/json").status_code == 404


def test_presses_photos_voices_and_papers_are_taken_and_groups_stickers_and_standby_are_not():
    taken = [
        event("1", type="postback", postback={"data": "2"}),
        event("2", message={"type": "image", "id": "21", "contentProvider": {"type": "line"}}),
        event("3", message={"type": "audio", "id": "31", "duration": 900, "contentProvider": {"type": "line"}}),
        event("4", message={"type": "file", "id": "41", "fileName": "FormE.pdf", "fileSize": 2138}),
    ]
    others = [
        event("5", message={"type": "sticker", "id": "51", "packageId": "1"}),
        event("6", message={"type": "text", "id": "61", "text": "x"}, source={"type": "group", "groupId": "C"}),
        event("7", message={"type": "text", "id": "71", "text": "x"}, mode="standby"),
        event("8", message={"type": "image", "id": "81", "contentProvider": {"type": "external"}}),
        event("9", type="unsend", unsend={"messageId": "21"}),
        event("10", message={"type": "image", "id": "../../x"}),
    ]
    found = list(read_line_messages({"events": taken + others}))
    assert [one.update for one in found] == ["1", "2", "3", "4"] and found[0].choice == "2"
    assert [(one.file.remote_id, one.file.name, one.file.size) for one in found[1:]] == [
        ("21", "photo.jpg", 0),
        ("31", "voice.m4a", 0),
        ("41", "FormE.pdf", 2138),
    ]


@pytest.mark.django_db
def test_the_page_opens_line_with_the_code_written(line, client):
    client.force_login(User.objects.create_user("an@demo.example.org", name="An", language="vi"))
    page = client.post(reverse("connect_messenger", args=["line"])).content.decode()
    assert "https://line.me/R/oaMessage/%40landsea/?" in page
