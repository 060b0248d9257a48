"""An official account in Zalo (the messenger of Viet Nam), by its documented Official Account API: oa/message/cs (a message of
advice to whoever wrote before), tokens by OAuth v4, and events by webhook, which a digest with the account's secret proves
(developers.zalo.me, "Official Account").

Every answer holds `error`, 0 when it was done. -216 and -124 say that the access token has ended: one fresh token is asked for
(`actions/renew_token.py`). -32 means too many at once; -213, -217, -227 that there is no such follower, -230 and -232 that the
person has not written for so long that the account may not write.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.utils import timezone

from landsea.base.messengers.actions.renew_token import SOONER, BeingRenewed, Renewed, find_current_token
from landsea.base.messengers.ways.asking_gateways import NoAnswer, ask_gateway, post_json, read_json
from landsea.base.messengers.ways.numbered_choices import add_choices
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, IncomingMessage, ShortMessage
from landsea.base.outbox.channels import Outcome
from landsea.base.outbox.models import DeliveryState

LONGEST_TEXT = 2000
AHEAD = timedelta(hours=4)
"""Of the 25 hours that a token lasts: four rounds may fail before a message waits."""
TOKEN_ENDED = frozenset({-216, -124})
LATER = {-32: timedelta(minutes=1), -200: timedelta(seconds=30)}
NO_SUCH_FOLLOWER = frozenset({-213, -217, -227})
TAKEN = {
    "user_send_text": "",
    "user_send_link": "",
    "user_send_image": "photo.jpg",
    "user_send_audio": "voice.m4a",
    "user_send_file": "file",
}
"""The events that we take, and how a file of each is called that brings no name."""
MOST_FILES = 10


class Zalo:
    """An official account in Zalo."""

    code = "zalo"
    knows_people = True

    def is_set_up(self) -> bool:
        """Say whether the application, its secret, the account's secret and a first refresh token are set."""
        return bool(
            settings.ZALO_APP and settings.ZALO_APP_SECRET and settings.ZALO_OA_SECRET and settings.ZALO_REFRESH_TOKEN
        )

    def send(self, address: str, message: ShortMessage) -> Outcome:
        """Send one text to a person who wrote to the account, its choices as numbers."""
        content = {"recipient": {"user_id": address}, "message": {"text": add_choices(message, len, LONGEST_TEXT)}}
        try:
            token = _token()
            said = _post("/v3.0/oa/message/cs", content, token)
            if said.get("error") in TOKEN_ENDED:
                said = _post("/v3.0/oa/message/cs", content, _token(worn=token))
        except NoAnswer as silent:
            return silent.outcome
        return _outcome_of(said)

    def fetch_file(self, file: IncomingFile) -> bytes:
        """Get a photo, a voice message or a paper from where Zalo says that it lies."""
        if not file.remote_id.startswith("https://") and not settings.GATEWAYS_MAY_BE_PRIVATE:
            raise FileLost("Zalo names no address that we may ask")
        try:
            answer = ask_gateway("GET", file.remote_id, most=settings.FILE_LIMIT_BYTES + 1)
        except (NoAnswer, ValueError) as silent:
            raise FileLost(str(silent)) from None
        if answer.status != 200:
            raise FileLost(f"Zalo answered {answer.status}")
        return answer.body


def is_from_zalo(body: bytes, signature: str) -> bool:
    """Say whether Zalo has written these bytes: the digest of application, bytes, time in them and the account's secret."""
    posted = _object_in(body)
    if str(posted.get("app_id") or "") != settings.ZALO_APP:
        return False
    signed = settings.ZALO_APP.encode() + body + str(posted.get("timestamp") or "").encode()
    expected = hashlib.sha256(signed + settings.ZALO_OA_SECRET.encode()).hexdigest()
    return hmac.compare_digest(expected.encode(), signature.removeprefix("mac=").lower().encode())


def read_zalo_messages(posted: Mapping[str, Any]) -> Iterator[IncomingMessage]:
    """Yield what a person wrote, a message for each file; nothing for what we do not take: stickers, places, our own words."""
    sender, message = posted.get("sender"), posted.get("message")
    kind = posted.get("event_name")
    if kind not in TAKEN or not isinstance(sender, dict) or not isinstance(message, dict):
        return
    remote, number, text = (str(one or "") for one in (sender.get("id"), message.get("msg_id"), message.get("text")))
    if not remote or not number:
        return
    attachments = message.get("attachments")
    files = list(_files_of(attachments if isinstance(attachments, list) else [], TAKEN[str(kind)]))
    for place, file in enumerate(files or [None]):
        if text or file:
            update = f"{number}:{place}" if place else number
            yield IncomingMessage("zalo", update, remote, text="" if place else text, language="vi", file=file)


def _files_of(attachments: list[Any], name: str) -> Iterator[IncomingFile]:
    for one in attachments[:MOST_FILES]:
        payload = one.get("payload") if isinstance(one, dict) else None
        if isinstance(payload, dict) and name and isinstance(payload.get("url"), str):
            size = str(payload.get("size") or "")
            yield IncomingFile(
                payload["url"],
                str(payload.get("name") or name),
                int(size) if size.isdecimal() and len(size) < 12 else 0,
            )


def renew_ahead() -> None:
    """Renew the access token some hours before it ends, so that no message waits for it and the refresh token, which Zalo keeps
    for three months, never lapses unused. Raises NoAnswer when none is given, which is noted for operators.
    """
    _token(ahead=AHEAD)


def _token(*, worn: str = "", ahead: timedelta = SOONER) -> str:
    """Return the access token, a fresh one where `worn` was refused. Raises NoAnswer when none is given."""
    first, now = settings.ZALO_REFRESH_TOKEN, timezone.now()
    try:
        return find_current_token("zalo", first, _renew, worn=worn, now=now, ahead=ahead)
    except BeingRenewed:
        raise NoAnswer("Zalo is being asked for a token; it has not answered yet", taken=False) from None


def _renew(refresh: str) -> Renewed:
    """Change a refresh token, which works once, for an access token and the next refresh token. Raises NoAnswer."""
    content = {"refresh_token": refresh, "app_id": settings.ZALO_APP, "grant_type": "refresh_token"}
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "User-Agent": "Landsea",
        "secret_key": settings.ZALO_APP_SECRET,
    }
    where = f"{settings.ZALO_OAUTH}/v4/oa/access_token"
    said = read_json(ask_gateway("POST", where, urlencode(content).encode(), headers))
    access, following = (str(said.get(name) or "") for name in ("access_token", "refresh_token"))
    if not access or not following:
        raise NoAnswer(f"Zalo gives no token: {said.get('error')} {said.get('error_description', '')}", taken=False)
    seconds = str(said.get("expires_in") or "")
    return Renewed(access, following, int(seconds) if seconds.isdecimal() and len(seconds) < 9 else 3600)


def _post(path: str, content: Mapping[str, Any], token: str) -> dict[str, Any]:
    return read_json(post_json(f"{settings.ZALO_API}{path}", content, {"access_token": token}))


def _object_in(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _outcome_of(said: Mapping[str, Any]) -> Outcome:
    code = said.get("error")
    reply = f"{code} {said.get('message', 'no answer that we can read')}"
    if code == 0:
        data = said.get("data")
        number = data.get("message_id") if isinstance(data, dict) else ""
        return Outcome(DeliveryState.SENT, reply, remote_id=str(number or ""))
    if code in NO_SUCH_FOLLOWER:
        return Outcome(DeliveryState.BOUNCED, f"{reply}; no such follower")
    if not isinstance(code, int):
        return Outcome(DeliveryState.WAITING, reply)
    if code in LATER:
        return Outcome(DeliveryState.WAITING, reply, after=LATER[code])
    return Outcome(DeliveryState.FAILED, reply)
