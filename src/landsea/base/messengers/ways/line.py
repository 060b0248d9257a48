"""An official account in LINE (the messenger of Thailand and Taiwan), by its documented Messaging API: message/push, content of
messages, and events by webhook, which the channel's secret signs (developers.line.biz/en/reference/messaging-api; the shapes
of events: github.com/line/line-openapi, webhook.yml).

A push bears a retry key, the same for every try of a delivery: where LINE has taken an earlier one, it answers 409 and names
that request, so that nobody is told twice. 429 means too many at once, or the month's number of messages used up, which no
waiting mends. A person who has blocked the account is not told of by LINE: such a push counts as taken.
"""

import base64
import hashlib
import hmac
import time
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings

from landsea.base.messengers.ways.asking_gateways import NoAnswer, ask_gateway, post_json, read_json, read_outcome
from landsea.base.messengers.ways.numbered_choices import add_choices
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, IncomingMessage, ShortMessage
from landsea.base.outbox.channels import Outcome
from landsea.base.outbox.models import DeliveryState
from landsea.base.outgoing.public_network import Answer

LONGEST_UNITS = 5000
"""Of a text, in UTF-16 code units."""
LONGEST_LABEL, LONGEST_DATA, MOST_QUICK = 20, 300, 13
WAITS_FOR_CONTENT = (1.0, 2.0, 4.0)
"""Seconds: a voice message is not there at once, and LINE says so by 202."""
FILE_NAMES = {"image": "photo.jpg", "audio": "voice.m4a"}


class Line:
    """An official account in LINE."""

    code = "line"
    knows_people = True

    def is_set_up(self) -> bool:
        """Say whether the channel's access token and secret are set."""
        return bool(settings.LINE_TOKEN and settings.LINE_SECRET)

    def send(self, address: str, message: ShortMessage) -> Outcome:
        """Push one text to a person, its choices as quick replies and, for computers, which show none, as numbers."""
        text = add_choices(message, lambda words: len(words.encode("utf-16-le")) // 2, LONGEST_UNITS)
        said: dict[str, Any] = {"type": "text", "text": text}
        if message.choices:
            said["quickReply"] = {"items": [_quick_reply(*one) for one in message.choices[:MOST_QUICK]]}
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"{settings.PUBLIC_ADDRESS}/deliveries/{message.number}")
        headers = {**_signed_in(), "X-Line-Retry-Key": str(key)}
        try:
            answer = post_json(f"{settings.LINE_API}/v2/bot/message/push", {"to": address, "messages": [said]}, headers)
        except NoAnswer as silent:
            return silent.outcome
        return _outcome_of(answer)

    def fetch_file(self, file: IncomingFile) -> bytes:
        """Get what came with a message, while LINE keeps it; wait some seconds for a voice message that is being made ready."""
        where = f"{settings.LINE_DATA_API}/v2/bot/message/{file.remote_id}/content"
        for wait in (*WAITS_FOR_CONTENT, 0.0):
            try:
                answer = ask_gateway("GET", where, headers=_signed_in(), most=settings.FILE_LIMIT_BYTES + 1)
            except NoAnswer as silent:
                raise FileLost(silent.reply) from None
            if answer.status == 200:
                return answer.body
            if answer.status != 202:
                break
            time.sleep(wait)
        raise FileLost(f"LINE answered {answer.status}")


def is_from_line(body: bytes, signature: str) -> bool:
    """Say whether LINE has signed these bytes with the channel's secret."""
    digest = hmac.new(settings.LINE_SECRET.encode(), body, hashlib.sha256).digest()
    return hmac.compare_digest(base64.b64encode(digest), signature.encode())


def read_line_messages(posted: Mapping[str, Any]) -> Iterator[IncomingMessage]:
    """Yield what people wrote or pressed; nothing for what we do not take: groups, what somebody took back, an account that
    another module answers for, stickers, and events without a number.
    """
    events = posted.get("events")
    for event in events if isinstance(events, list) else ():
        if not isinstance(event, dict) or event.get("mode") == "standby":
            continue
        source, number = _object(event, "source"), str(event.get("webhookEventId") or "")
        message, postback = _object(event, "message"), _object(event, "postback")
        kind = message.get("type")
        file = _file_of(message)
        if source.get("type") != "user" or not source.get("userId") or not number:
            continue
        if not (kind == "text" or file or postback.get("data")):
            continue
        yield IncomingMessage(
            channel="line",
            update=number,
            remote=str(source["userId"]),
            text=str(message.get("text") or "") if kind == "text" else "",
            choice=str(postback.get("data") or ""),
            quoted=str(message.get("quotedMessageId") or ""),
            language="th",
            file=file,
        )


def _object(outer: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = outer.get(name)
    return found if isinstance(found, dict) else {}


def _file_of(message: Mapping[str, Any]) -> IncomingFile | None:
    """Return the file of a message that LINE itself keeps; None for text, and for what lies with somebody else."""
    kind, number = message.get("type"), str(message.get("id") or "")
    if not number.isdecimal() or _object(message, "contentProvider").get("type", "line") != "line":
        return None
    if kind == "file":
        size = message.get("fileSize")
        return IncomingFile(number, str(message.get("fileName") or "file"), size if isinstance(size, int) else 0)
    return IncomingFile(number, FILE_NAMES[kind]) if kind in FILE_NAMES else None


def _quick_reply(code: str, words: str) -> dict[str, Any]:
    label = words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1]}…"
    press = {"type": "postback", "label": label, "data": code[:LONGEST_DATA], "displayText": words[:LONGEST_DATA]}
    return {"type": "action", "action": press}


def _signed_in() -> dict[str, str]:
    return {"Authorization": f"Bearer {settings.LINE_TOKEN}"}


def _outcome_of(answer: Answer) -> Outcome:
    said = read_json(answer)
    words = str(said.get("message") or "")
    if answer.status == 409 and answer.headers.get("x-line-accepted-request-id"):
        return Outcome(DeliveryState.SENT, "taken before")
    if answer.status == 429 and "monthly limit" in words:
        return Outcome(DeliveryState.FAILED, f"429 {words}")
    if answer.status == 400 and "'to'" in words:
        return Outcome(DeliveryState.BOUNCED, f"400 {words}; no such person")
    sent = said.get("sentMessages")
    first = sent[0] if isinstance(sent, list) and sent and isinstance(sent[0], dict) else {}
    return read_outcome(answer, remote_id=str(first.get("id") or ""))
