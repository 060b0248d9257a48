"""The bot in Telegram, against an imitation of the documented Bot API."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse

from landsea.base.messengers.actions.take_incoming import MOST_A_MINUTE
from landsea.base.messengers.gateway_links import make_gateway_secret, write_telegram_address
from landsea.base.messengers.models import Incoming
from landsea.base.messengers.ways import find_way
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, ShortMessage
from landsea.base.outbox.models import DeliveryState

MESSAGE = ShortMessage(7, "A case waits", choices=(("wake:1", "I take it"),))


def update(number=1, **message):
    chat = {"id": 42, "type": "private"}
    return {
        "update_id": number,
        "message": {"message_id": 1, "from": {"id": 42, "language_code": "vi"}, "chat": chat} | message,
    }


def post(client, content, secret=None):
    headers = {"X-Telegram-Bot-Api-Secret-Token": make_gateway_secret("telegram") if secret is None else secret}
    return client.post(
        reverse("telegram_updates"), json.dumps(content), content_type="application/json", headers=headers
    )


def test_a_text_goes_with_its_choices_as_buttons(telegram):
    telegram.answer({"ok": True, "result": {"message_id": 5}})
    outcome = find_way("telegram").send("42", MESSAGE)
    [asked] = telegram.asked
    assert asked.path == "/bot123:demo/sendMessage" and asked.json["chat_id"] == "42"
    assert asked.json["reply_markup"] == {"inline_keyboard": [[{"text": "I take it", "callback_data": "wake:1"}]]}
    assert (outcome.state, outcome.remote_id) == (DeliveryState.SENT, "5")


@pytest.mark.parametrize(
    ("code", "words", "parameters", "state", "after"),
    [
        (429, "Too Many Requests: retry after 7", {"retry_after": 7}, DeliveryState.WAITING, timedelta(seconds=7)),
        (403, "Forbidden: bot was blocked by the user", {}, DeliveryState.BOUNCED, None),
        (400, "Bad Request: chat not found", {}, DeliveryState.BOUNCED, None),
        (400, "Bad Request: message text is empty", {}, DeliveryState.FAILED, None),
        (401, "Unauthorized", {}, DeliveryState.FAILED, None),
        (500, "Internal Server Error", {}, DeliveryState.WAITING, None),
    ],
)
def test_what_each_refusal_means(telegram, code, words, parameters, state, after):
    telegram.answer({"ok": False, "error_code": code, "description": words, "parameters": parameters}, status=code)
    outcome = find_way("telegram").send("42", MESSAGE)
    assert (outcome.state, outcome.after) == (state, after) and words in outcome.reply


def test_what_is_no_json_is_waited_for(telegram):
    telegram.answer(b"<html>502</html>", status=502)
    outcome = find_way("telegram").send("42", MESSAGE)
    assert outcome.state == DeliveryState.WAITING and "123:demo" not in outcome.reply


def test_a_file_is_found_and_fetched_and_a_lost_one_says_so(telegram):
    telegram.answer({"ok": True, "result": {"file_path": "voice/file_1.oga"}})
    telegram.answer(b"OggS....", headers={"Content-Type": "audio/ogg"})
    assert find_way("telegram").fetch_file(IncomingFile("f1", "voice.ogg")) == b"OggS...."
    assert [one.path for one in telegram.asked] == ["/bot123:demo/getFile", "/file/bot123:demo/voice/file_1.oga"]
    telegram.answers.clear()
    telegram.answer({"ok": False, "error_code": 400, "description": "Bad Request: file is too big"}, status=400)
    with pytest.raises(FileLost):
        find_way("telegram").fetch_file(IncomingFile("f2", "voice.ogg"))


@pytest.mark.django_db
def test_a_message_that_answers_another_says_which(telegram, client):
    post(client, update(text="1", reply_to_message={"message_id": 5, "text": "Is it solved?"}))
    assert Incoming.objects.get().quoted == "5"


@pytest.mark.django_db
def test_an_update_is_kept_once_and_a_forged_one_never(telegram, client):
    assert post(client, update(text="hello"), secret="guessed").status_code == 403
    assert post(client, update(text="hello"), secret="").status_code == 403
    assert not Incoming.objects.exists()
    assert [post(client, update(text="hello")).status_code for _again in range(2)] == [200, 200]
    row = Incoming.objects.get()
    assert (row.channel, row.update, row.remote, row.text, row.language) == ("telegram", "1", "42", "hello", "vi")


@pytest.mark.django_db
def test_a_press_a_photo_and_a_voice_are_read(telegram, client):
    chat = {"chat": {"id": 42, "type": "private"}}
    pressed = {"id": "q1", "from": {"id": 42}, "message": chat, "data": "wake:1"}
    post(client, {"update_id": 2, "callback_query": pressed})
    post(client, update(3, photo=[{"file_id": "small"}, {"file_id": "large", "file_size": 9}], caption="the report"))
    post(client, update(4, voice={"file_id": "v", "duration": 3, "mime_type": "audio/ogg"}))
    first, photo, voice = Incoming.objects.order_by("update")
    assert (first.choice, first.press) == ("wake:1", "q1")
    assert photo.file == {"remote_id": "large", "name": "photo.jpg", "size": 9} and photo.text == "the report"
    assert voice.file["name"] == "voice.ogg"


@pytest.mark.django_db
def test_groups_bots_and_nonsense_are_not_taken(telegram, client):
    post(client, update(5, text="x", chat={"id": -1, "type": "group"}))
    post(client, update(6, text="x", **{"from": {"id": 1, "is_bot": True}}))
    for nonsense in ([], {"update_id": "x"}, {"update_id": 7}, {"update_id": 8, "edited_message": {}}):
        assert post(client, nonsense).status_code == 200
    assert not Incoming.objects.exists()


@pytest.mark.django_db
def test_a_flood_from_one_account_is_not_kept(telegram, client):
    for number in range(MOST_A_MINUTE + 5):
        post(client, update(number, text="again"))
    assert Incoming.objects.count() == MOST_A_MINUTE


@pytest.mark.django_db
def test_get_and_an_installation_without_a_bot_have_no_such_door(telegram, client, settings):
    assert client.get(reverse("telegram_updates")).status_code == 405
    settings.TELEGRAM_TOKEN = ""
    assert post(client, update(text="hello")).status_code == 404


def test_the_command_tells_telegram_where_to_post_and_by_which_secret(telegram, capsys):
    telegram.answer({"ok": True, "result": True, "description": "Webhook was set"})
    call_command("telegram_webhook")
    asked = telegram.asked[0].json
    assert asked["url"] == write_telegram_address() and asked["secret_token"] == make_gateway_secret("telegram")
    assert asked["allowed_updates"] == ["message", "callback_query"] and "Webhook was set" in capsys.readouterr().out
