"""SMS by any gateway that takes one HTTP request a message: the operator writes how its body looks.

`LANDSEA_SMS_BODY` is JSON, or a form (`to={to}&text={text}`); in its values {to}, {text}, {sender}, {id} and {report} (the
address for reports) are filled in after it was read, so that no word of a message can change its shape. The number that
the gateway gives a message stands at `LANDSEA_SMS_ID` in its answer, a path such as `messages.0.id`.
"""

import json
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings

from landsea.base.messengers.gateway_links import write_sms_report_address
from landsea.base.messengers.ways.asking_gateways import JSON_HEADERS, NoAnswer, ask_gateway, read_json, read_outcome
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile, ShortMessage
from landsea.base.outbox.channels import Outcome


class SmsByHttp:
    """SMS by an HTTP gateway."""

    code = "sms"
    knows_people = False

    def is_set_up(self) -> bool:
        """Say whether the settings name an HTTP gateway."""
        return bool(settings.SMS == "http" and settings.SMS_URL)

    def send(self, address: str, message: ShortMessage) -> Outcome:
        """Post one message; the number of the delivery goes with it as an idempotency key."""
        filled = {
            "to": address,
            "text": message.text,
            "sender": settings.SMS_SENDER,
            "id": str(message.number),
            "report": write_sms_report_address(),
        }
        body, kind = fill_body(settings.SMS_BODY, filled)
        headers = {**JSON_HEADERS, "Content-Type": kind, "Idempotency-Key": f"landsea-{message.number}", **_sign_in()}
        try:
            answer = ask_gateway("POST", settings.SMS_URL, body, headers)
        except NoAnswer as silent:
            return silent.outcome
        return read_outcome(answer, remote_id=find_value(read_json(answer), settings.SMS_ID) or str(message.number))

    def fetch_file(self, file: IncomingFile) -> bytes:
        """SMS carry no files."""
        raise FileLost("an SMS carries no file")


def fill_body(template: str, values: dict[str, str]) -> tuple[bytes, str]:
    """Return the body of a request with its media type, made from an operator's template.

    >>> fill_body('{"to": ["{to}"], "text": "{text}"}', {"to": "+8561", "text": 'say "hello"'})[0].decode()
    '{"to": ["+8561"], "text": "say \\\\"hello\\\\""}'
    >>> fill_body("phone={to}&msg={text}", {"to": "+8561", "text": "a&b"})
    (b'phone=%2B8561&msg=a%26b', 'application/x-www-form-urlencoded')
    """
    if template.lstrip().startswith("{"):
        filled = _fill(json.loads(template), values)
        return json.dumps(filled, ensure_ascii=False).encode(), "application/json; charset=utf-8"
    pairs = [(name, _fill(value, values)) for name, value in parse_qsl(template, keep_blank_values=True)]
    return urlencode(pairs).encode(), "application/x-www-form-urlencoded"


def _fill(value: Any, values: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _fill(one, values) for name, one in value.items()}
    if isinstance(value, list):
        return [_fill(one, values) for one in value]
    if not isinstance(value, str):
        return value
    parts, rest = [], value
    while "{" in rest:
        before, _brace, rest = rest.partition("{")
        name, closing, after = rest.partition("}")
        parts.append(before + (values[name] if closing and name in values else "{"))
        rest = after if closing and name in values else rest
    return "".join([*parts, rest])


def find_value(found: Any, path: str) -> str:
    """Return what stands at a path in an answer, as text; empty when nothing does.

    >>> find_value({"messages": [{"id": 7}]}, "messages.0.id")
    '7'
    """
    for name in filter(None, path.split(".")):
        if isinstance(found, dict):
            found = found.get(name)
        elif isinstance(found, list) and name.isdecimal() and int(name) < len(found):
            found = found[int(name)]
        else:
            return ""
    return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""


def _sign_in() -> dict[str, str]:
    """Return the header that signs in at the gateway, as `LANDSEA_SMS_HEADER` says."""
    name, colon, value = settings.SMS_HEADER.partition(":")
    return {name.strip(): value.strip().replace("{token}", settings.SMS_TOKEN)} if colon and settings.SMS_TOKEN else {}
