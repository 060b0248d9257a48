"""WeCom (the messenger of Chinese offices and firms), by its documented server API (developer.work.weixin.qq.com): gettoken,
message/send to a member of the company by an application, media/get, and messages by callback.

Every answer holds `errcode`, 0 when it was done. An access token lasts 7,200 seconds and may end sooner: 40014 and 42001 say
so, and one fresh token is asked for. 45009 and -1 mean try later; 81013, and a name among `invaliduser`, that there is no
such member for the application.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from lxml import etree

from landsea.base.kept import Kept
from landsea.base.messengers.ways.asking_gateways import NoAnswer, ask_gateway, post_json, read_json
from landsea.base.messengers.ways.numbered_choices import add_choices
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, IncomingMessage, ShortMessage
from landsea.base.outbox.channels import Outcome
from landsea.base.outbox.models import DeliveryState

LONGEST_BYTES = 2048
TOKENS = Kept(lasts=7000)
"""Access tokens by company and application, a little shorter than they last."""
TOKEN_ENDED = frozenset({40014, 42001})
LATER = {-1: timedelta(seconds=30), 45009: timedelta(minutes=1), 45033: timedelta(seconds=30)}
NO_SUCH_MEMBER = frozenset({40003, 60111, 81013})


class WeCom:
    """An application of a company in WeCom."""

    code = "wecom"
    knows_people = True

    def is_set_up(self) -> bool:
        """Say whether company, application and its secret are set."""
        return bool(settings.WECOM_CORP and settings.WECOM_AGENT and settings.WECOM_SECRET)

    def send(self, address: str, message: ShortMessage) -> Outcome:
        """Send one text to a member. WeCom itself drops a second one with the same words within half an hour."""
        content = {
            "touser": address,
            "msgtype": "text",
            "agentid": int(settings.WECOM_AGENT),
            "text": {"content": add_choices(message, lambda words: len(words.encode()), LONGEST_BYTES)},
            "enable_duplicate_check": 1,
        }
        try:
            return _outcome_of(_call("message/send", content), address)
        except NoAnswer as silent:
            return silent.outcome

    def fetch_file(self, file: IncomingFile) -> bytes:
        """Get a photo or a voice message while WeCom keeps it (three days)."""
        try:
            address = _address("media/get", access_token=fetch_access_token(), media_id=file.remote_id)
            answer = ask_gateway("GET", address, most=settings.FILE_LIMIT_BYTES + 1)
        except NoAnswer as silent:
            raise FileLost(silent.reply) from None
        if answer.status != 200 or answer.headers.get("content-type", "").startswith("application/json"):
            raise FileLost(f"WeCom answered {answer.status} {read_json(answer).get('errmsg', '')}"[:200])
        return answer.body


def fetch_access_token(*, fresh: bool = False) -> str:
    """Return the token of our application, from memory while it lasts. Raises NoAnswer when none is given."""
    key = (settings.WECOM_API, settings.WECOM_CORP, settings.WECOM_AGENT)
    if fresh:
        TOKENS.forget()
    return TOKENS.get(key, _ask_token)


def _ask_token() -> str:
    said = read_json(
        ask_gateway("GET", _address("gettoken", corpid=settings.WECOM_CORP, corpsecret=settings.WECOM_SECRET))
    )
    if said.get("errcode") or not said.get("access_token"):
        raise NoAnswer(f"WeCom gives no token: {said.get('errcode')} {said.get('errmsg')}", taken=False)
    return str(said["access_token"])


def _call(name: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """Post to a method; with a fresh token once more when the token has ended. Raises NoAnswer."""
    said = read_json(post_json(_address(name, access_token=fetch_access_token()), content))
    if said.get("errcode") in TOKEN_ENDED:
        said = read_json(post_json(_address(name, access_token=fetch_access_token(fresh=True)), content))
    return said


def _address(name: str, **query: str) -> str:
    return f"{settings.WECOM_API}/cgi-bin/{name}?{urlencode(query)}"


def _outcome_of(said: Mapping[str, Any], address: str) -> Outcome:
    code = said.get("errcode")
    reply = f"{code} {said.get('errmsg', 'no answer that we can read')}"
    unknown = str(said.get("invaliduser") or "").split("|")
    if code in NO_SUCH_MEMBER or (code == 0 and address.lower() in (one.lower() for one in unknown)):
        return Outcome(DeliveryState.BOUNCED, f"{reply}; no such member")
    if code == 0:
        return Outcome(DeliveryState.SENT, reply, remote_id=str(said.get("msgid") or ""))
    if not isinstance(code, int):
        return Outcome(DeliveryState.WAITING, reply)
    return (
        Outcome(DeliveryState.WAITING, reply, after=LATER[code])
        if code in LATER
        else Outcome(DeliveryState.FAILED, reply)
    )


def read_wecom_message(words: str) -> IncomingMessage | None:
    """Return what an opened message says; None for events and kinds that we do not take, and for what is no such XML."""
    try:
        tree = etree.fromstring(words.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    said = {str(one.tag): (one.text or "") for one in tree}
    kind, number = said.get("MsgType", ""), said.get("MsgId", "")
    if not number or not said.get("FromUserName") or kind not in {"text", "image", "voice"}:
        return None
    file = None
    if kind != "text":
        ending = "jpg" if kind == "image" else (said.get("Format") or "amr")
        file = IncomingFile(said.get("MediaId", ""), f"{'photo' if kind == 'image' else 'voice'}.{ending}")
    return IncomingMessage(
        "wecom", number, said["FromUserName"], text=said.get("Content", ""), language="zh", file=file
    )
