"""A bot in Telegram, by its documented Bot API (core.telegram.org/bots/api): sendMessage, answerCallbackQuery, getFile, and
updates by webhook, whose secret token proves that Telegram itself has written.

An answer says `ok`; otherwise `error_code`, `description`, and for 429 `parameters.retry_after` in seconds. 403 means that
the person has blocked the bot, 400 "chat not found" that there is no such person for it.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from django.conf import settings

from landsea.base.messengers.gateway_links import make_gateway_secret, write_telegram_address
from landsea.base.messengers.ways.asking_gateways import NoAnswer, ask_gateway, post_json, read_json
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, IncomingMessage, ShortMessage
from landsea.base.outbox.channels import Outcome
from landsea.base.outbox.models import DeliveryState

LONGEST_TEXT = 4096
LONGEST_DATA = 64
KINDS_WANTED = ["message", "callback_query"]
GONE = ("chat not found", "blocked", "deactivated", "kicked")


class Telegram:
    """A bot in Telegram."""

    code = "telegram"
    knows_people = True

    def is_set_up(self) -> bool:
        """Say whether the bot's token is set."""
        return bool(settings.TELEGRAM_TOKEN)

    def send(self, address: str, message: ShortMessage) -> Outcome:
        """Send one text to a chat, its choices as buttons below it."""
        content: dict[str, Any] = {"chat_id": address, "text": message.text[:LONGEST_TEXT]}
        if message.choices:
            keys = [[{"text": words, "callback_data": code[:LONGEST_DATA]}] for code, words in message.choices]
            content["reply_markup"] = {"inline_keyboard": keys}
        try:
            return _outcome_of(read_json(post_json(_method("sendMessage"), content)))
        except NoAnswer as silent:
            return silent.outcome

    def fetch_file(self, file: IncomingFile) -> bytes:
        """Ask where a file lies and get it. Telegram gives bots at most 20 MB."""
        most = settings.FILE_LIMIT_BYTES
        try:
            found = read_json(post_json(_method("getFile"), {"file_id": file.remote_id})).get("result") or {}
            path = quote(str(found.get("file_path") or ""))
            if not path:
                raise FileLost("Telegram does not say where the file lies")
            where = f"{settings.TELEGRAM_API}/file/bot{settings.TELEGRAM_TOKEN}/{path}"
            answer = ask_gateway("GET", where, most=most + 1)
        except NoAnswer as silent:
            raise FileLost(silent.reply) from None
        if answer.status != 200:
            raise FileLost(f"Telegram answered {answer.status}")
        return answer.body

    def answer_press(self, press: str) -> None:
        """Tell Telegram that a press arrived, so that the button stops turning; nothing depends on it."""
        try:
            post_json(_method("answerCallbackQuery"), {"callback_query_id": press})
        except NoAnswer:
            return


def set_webhook() -> str:
    """Tell Telegram where to post updates, and by which secret; return what it said. Raises NoAnswer."""
    content = {
        "url": write_telegram_address(),
        "secret_token": make_gateway_secret("telegram"),
        "allowed_updates": KINDS_WANTED,
    }
    said = read_json(post_json(_method("setWebhook"), content))
    return str(said.get("description") or ("ok" if said.get("ok") else "no answer"))


def read_telegram_message(update: Mapping[str, Any]) -> IncomingMessage | None:
    """Return what an update says; None for what we do not take: groups, edits, channels, other bots."""
    number = update.get("update_id")
    press = update.get("callback_query") or {}
    message = press.get("message") or update.get("message") or {}
    sender, chat = press.get("from") or message.get("from") or {}, message.get("chat") or {}
    if not isinstance(number, int) or chat.get("type") != "private" or sender.get("is_bot") or not sender.get("id"):
        return None
    return IncomingMessage(
        channel="telegram",
        update=str(number),
        remote=str(chat.get("id")),
        text="" if press else str(message.get("text") or message.get("caption") or ""),
        choice=str(press.get("data") or ""),
        press=str(press.get("id") or ""),
        quoted="" if press else str((message.get("reply_to_message") or {}).get("message_id") or ""),
        language=str(sender.get("language_code") or ""),
        file=None if press else _file_of(message),
    )


def _file_of(message: Mapping[str, Any]) -> IncomingFile | None:
    """Return the file of a message: of a photo its largest size, which stands last."""
    photos = message.get("photo") or []
    if photos:
        return IncomingFile(str(photos[-1].get("file_id")), "photo.jpg", int(photos[-1].get("file_size") or 0))
    for kind, ending in (("voice", "ogg"), ("audio", "mp3"), ("document", "")):
        found = message.get(kind)
        if found:
            name = str(found.get("file_name") or (f"{kind}.{ending}" if ending else kind))
            return IncomingFile(str(found.get("file_id")), name, int(found.get("file_size") or 0))
    return None


def _method(name: str) -> str:
    return f"{settings.TELEGRAM_API}/bot{settings.TELEGRAM_TOKEN}/{name}"


def _outcome_of(said: Mapping[str, Any]) -> Outcome:
    if said.get("ok"):
        return Outcome(DeliveryState.SENT, "taken", remote_id=str((said.get("result") or {}).get("message_id") or ""))
    code, words = int(said.get("error_code") or 0), str(said.get("description") or "no answer that we can read")
    reply = f"{code} {words}"
    if code == 429:
        wait = (said.get("parameters") or {}).get("retry_after")
        return Outcome(DeliveryState.WAITING, reply, after=timedelta(seconds=int(wait)) if wait else None)
    if code == 403 or any(sign in words for sign in GONE):
        return Outcome(DeliveryState.BOUNCED, reply)
    return Outcome(DeliveryState.FAILED if 400 <= code < 500 else DeliveryState.WAITING, reply)
