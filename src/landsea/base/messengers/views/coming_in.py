"""Where gateways and messengers come in. Each proves itself (a secret token, a signature, a secret address) before a word of
it is read; what it posts is kept and dealt with later. Opening an address by GET does nothing, but for WeCom's own question.
"""

import hmac
import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST
from lxml import etree

from landsea.base.doors import door
from landsea.base.messengers.actions.take_incoming import take_incoming
from landsea.base.messengers.gateway_links import make_gateway_secret
from landsea.base.messengers.ways import find_way
from landsea.base.messengers.ways.line import is_from_line, read_line_messages
from landsea.base.messengers.ways.shapes import IncomingMessage
from landsea.base.messengers.ways.sms_by_http import find_value
from landsea.base.messengers.ways.telegram import read_telegram_message
from landsea.base.messengers.ways.wecom import read_wecom_message
from landsea.base.messengers.ways.wecom_envelope import BadEnvelope, open_envelope
from landsea.base.messengers.ways.zalo import is_from_zalo, read_zalo_messages
from landsea.base.outbox.actions.record_report import record_report
from landsea.base.outgoing.signing import is_signed

ARRIVED = frozenset({"delivered", "delivrd", "ok", "success", "read", "2"})
NEVER = frozenset({"failed", "undelivered", "undeliv", "expired", "rejected", "rejectd", "deleted", "error", "5"})
"""How gateways call the end of a message, in lower case; what is neither is on its way."""
PRESSED = "pressed"
CALL_ENDS = {"answered": True, PRESSED: True, "no_answer": False, "busy": False, "failed": False}
OLDEST_SECONDS = 600
OLDEST_REPEAT_SECONDS = 24 * 60 * 60


@csrf_exempt
@door("public")
@require_POST
def take_telegram_updates(request: HttpRequest) -> HttpResponse:
    """Take an update of the bot. Another secret token than ours is somebody else's post."""
    _only_with("telegram")
    given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
    if not hmac.compare_digest(given.encode(), make_gateway_secret("telegram").encode()):
        return HttpResponseForbidden()
    message = read_telegram_message(_json_in(request))
    if message is not None:
        take_incoming(message, now=timezone.now())
    return JsonResponse({})


@csrf_exempt
@door("public")
@require_POST
def take_line_events(request: HttpRequest) -> HttpResponse:
    """Take events of the account in LINE; a post without any is LINE's question whether we are there."""
    _only_with("line")
    if not is_from_line(request.body, request.headers.get("X-Line-Signature", "")):
        return HttpResponseForbidden()
    for message in read_line_messages(_json_in(request)):
        take_incoming(message, now=timezone.now())
    return JsonResponse({})


@csrf_exempt
@door("public")
@require_POST
def take_zalo_events(request: HttpRequest) -> HttpResponse:
    """Take an event of the account in Zalo. One that is older than Zalo posts anything again is somebody's copy."""
    _only_with("zalo")
    if not is_from_zalo(request.body, request.headers.get("X-ZEvent-Signature", "")):
        return HttpResponseForbidden()
    posted = _json_in(request)
    if not _is_recent(str(posted.get("timestamp") or "")[:-3], OLDEST_REPEAT_SECONDS):
        return HttpResponseForbidden()
    for message in read_zalo_messages(posted):
        take_incoming(message, now=timezone.now())
    return JsonResponse({})


@csrf_exempt
@door("public")
@require_http_methods(["GET", "POST"])
def take_wecom_messages(request: HttpRequest) -> HttpResponse:
    """Answer WeCom's question whether this address is ours (GET with `echostr`), or take a message (POST)."""
    _only_with("wecom")
    sealed = request.GET.get("echostr", "") if request.method == "GET" else _sealed_in(request.body)
    signature, timestamp, nonce = (request.GET.get(name, "") for name in ("msg_signature", "timestamp", "nonce"))
    if request.method == "POST" and not _is_recent(timestamp):
        return HttpResponseForbidden()
    try:
        words = open_envelope(
            sealed,
            signature,
            timestamp,
            nonce,
            token=settings.WECOM_TOKEN,
            key=settings.WECOM_AES_KEY,
            receiver=settings.WECOM_CORP,
        )
    except BadEnvelope:
        return HttpResponseForbidden()
    if request.method == "GET":
        return HttpResponse(words, content_type="text/plain; charset=utf-8")
    message = read_wecom_message(words)
    if message is not None:
        take_incoming(message, now=timezone.now())
    return HttpResponse("success", content_type="text/plain")


@csrf_exempt
@door("public")
@require_POST
def take_sms_report(request: HttpRequest, secret: str) -> HttpResponse:
    """Take a delivery report of the SMS gateway, in the fields that the settings name."""
    read = _sms_fields(request, secret)
    status = read("status").strip().lower()
    if status in ARRIVED | NEVER:
        record_report("sms", read("id"), arrived=status in ARRIVED, reply=status, now=timezone.now())
    return JsonResponse({})


@csrf_exempt
@door("public")
@require_POST
def take_sms_reply(request: HttpRequest, secret: str) -> HttpResponse:
    """Take what somebody has replied by SMS."""
    read = _sms_fields(request, secret)
    sender, number = read("from").strip(), read("id").strip()
    if sender:
        sender = f"+{sender.lstrip('+')}" if sender.lstrip("+").isdigit() else sender
        take_incoming(
            IncomingMessage("sms", number or f"{sender}:{time.time_ns()}", sender, text=read("text")),
            now=timezone.now(),
        )
    return JsonResponse({})


@csrf_exempt
@door("public")
@require_POST
def call_report(request: HttpRequest) -> HttpResponse:
    """Take a signed report of a call: whether somebody answered, and what was pressed."""
    _only_with("call")
    names = ("webhook-id", "webhook-timestamp", "webhook-signature")
    number, seconds, signatures = (request.headers.get(name, "") for name in names)
    if not is_signed(settings.CALL_SECRET, number, seconds, signatures, request.body, now=int(time.time())):
        return HttpResponseForbidden()
    said = _json_in(request)
    event, call = str(said.get("event", "")), str(said.get("id", ""))
    if event not in CALL_ENDS:
        return JsonResponse({})
    now = timezone.now()
    record_report("call", call, arrived=CALL_ENDS[event], reply=event, now=now)
    if event == PRESSED:
        digits, whom = str(said.get("digits", ""))[:8], str(said.get("to", ""))
        take_incoming(IncomingMessage("call", number, whom, choice=digits), now=now)
    return JsonResponse({})


def _only_with(code: str) -> None:
    """Raise 404 where this way is not set up: there is no such address then."""
    if find_way(code) is None:
        raise Http404


def _sms_fields(request: HttpRequest, secret: str) -> Callable[[str], str]:
    """Return how to read a field of a gateway's post by our name for it. Raises 404 for a wrong secret."""
    _only_with("sms")
    if not hmac.compare_digest(secret.encode(), make_gateway_secret("sms").encode()):
        raise Http404
    names = dict(pair.split("=", 1) for pair in settings.SMS_FIELDS.split(",") if "=" in pair)
    posted: Any = request.POST.dict() if request.content_type != "application/json" else _json_in(request)
    return lambda name: find_value(posted, names.get(name, name).strip()).replace("\0", "")[:2000]


def _json_in(request: HttpRequest) -> Mapping[str, Any]:
    try:
        found = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _sealed_in(body: bytes) -> str:
    try:
        tree = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return ""
    return tree.findtext("Encrypt") or ""


def _is_recent(timestamp: str, oldest: int = OLDEST_SECONDS) -> bool:
    return timestamp.isdecimal() and len(timestamp) < 12 and abs(int(timestamp) - int(time.time())) <= oldest
