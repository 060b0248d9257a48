"""A telephone call, by a webhook: whoever can ring telephones (a PBX, a cloud caller) gets what to say and reports back.

What is posted is JSON {id, to, text, language, press, report}, signed as Standard Webhooks 1.0 say (webhook-id,
webhook-timestamp, webhook-signature `v1,BASE64` over "ID.TIMESTAMP.BODY" with a `whsec_` secret). The report comes to
`report`, signed in the same way: {id, event: answered | pressed | no_answer | busy | failed, digits}.
"""

import base64
import hashlib
import hmac
import json
import time

from django.conf import settings

from landsea.base.messengers.gateway_links import call_report_address
from landsea.base.messengers.ways.asking_gateways import JSON_HEADERS, NoAnswer, ask_gateway, json_of, outcome_of_status
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, ShortMessage
from landsea.base.outbox.channels import Outcome

PREFIX = "whsec_"
OLDEST_SECONDS = 300
"""How far the clock of a signature may be from ours, as Standard Webhooks advise."""


class CallByWebhook:
    """A call that reads a text out and takes a press of a key."""

    code = "call"
    knows_people = False

    def is_set_up(self) -> bool:
        """Say whether an address and a secret are set."""
        return bool(settings.CALL_URL and settings.CALL_SECRET)

    def send(self, address: str, message: ShortMessage) -> Outcome:
        """Ask for one call."""
        content = {
            "id": f"landsea-{message.number}",
            "to": address,
            "text": message.text,
            "language": message.language,
            "press": [code for code, _words in message.choices],
            "report": call_report_address(),
        }
        body = json.dumps(content, ensure_ascii=False).encode()
        headers = {**JSON_HEADERS, **signed_headers(settings.CALL_SECRET, content["id"], int(time.time()), body)}
        try:
            answer = ask_gateway("POST", settings.CALL_URL, body, headers)
        except NoAnswer as silent:
            return silent.outcome
        return outcome_of_status(answer, remote_id=str(json_of(answer).get("id") or content["id"]))

    def fetch_file(self, file: IncomingFile) -> bytes:
        """Calls carry no files."""
        raise FileLost("a call carries no file")


def signed_headers(secret: str, number: object, seconds: int, body: bytes) -> dict[str, str]:
    """Return the three headers of a signed post at `seconds` (Unix time)."""
    return {
        "webhook-id": str(number),
        "webhook-timestamp": str(seconds),
        "webhook-signature": f"v1,{_signature(secret, str(number), str(seconds), body)}",
    }


def is_signed(secret: str, number: str, seconds: str, signatures: str, body: bytes, *, now: int) -> bool:
    """Say whether one of the signatures fits and its time is near `now` (Unix time): an old post sent again is none."""
    if not (seconds.isdecimal() and len(seconds) < 12 and abs(int(seconds) - now) <= OLDEST_SECONDS):
        return False
    right = _signature(secret, number, seconds, body)
    given = [one.removeprefix("v1,") for one in signatures.split() if one.startswith("v1,")]
    return any(hmac.compare_digest(right.encode(), one.encode()) for one in given)


def _signature(secret: str, number: str, seconds: str, body: bytes) -> str:
    """Return the signature, BASE64. A secret without `whsec_`, or with none of BASE64 behind it, is taken as it is."""
    key = secret.encode()
    if secret.startswith(PREFIX):
        try:
            key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
        except ValueError:
            key = secret.removeprefix(PREFIX).encode()
    mac = hmac.new(key, f"{number}.{seconds}.".encode() + body, hashlib.sha256)
    return base64.b64encode(mac.digest()).decode()
