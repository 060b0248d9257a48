"""Asking a gateway over HTTP and reading its answer as what became of a try. The same for every way that speaks HTTP."""

import http.client
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from django.conf import settings

from landsea.base.outbox.channels import Outcome
from landsea.base.outbox.models import DeliveryState
from landsea.base.outgoing.public_network import Answer, NotAllowed, ask_server

JSON_HEADERS = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "Landsea"}
MOST_ANSWER = 64 * 1024
LONGEST_WAIT = timedelta(hours=6)


class NoAnswer(Exception):
    """The gateway gave no answer. `taken` says whether it may have taken the message all the same."""

    def __init__(self, reply: str, *, taken: bool):
        super().__init__(reply)
        self.reply, self.taken = reply, taken

    @property
    def outcome(self) -> Outcome:
        """What the outbox is told: wait, with no time named; what is tried once is given up by that."""
        return Outcome(DeliveryState.WAITING, self.reply)


def ask_gateway(
    method: str,
    url: str,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    *,
    most: int = MOST_ANSWER,
) -> Answer:
    """Ask a gateway whose address an operator set. Raises NoAnswer; its words never hold the address, which may be secret."""
    try:
        return ask_server(method, url, body, headers, private_too=settings.GATEWAYS_MAY_BE_PRIVATE, most=most)
    except NotAllowed as refused:
        raise NoAnswer(str(refused), taken=False) from None
    except ConnectionRefusedError:
        raise NoAnswer("the gateway is not there: connection refused", taken=False) from None
    except TimeoutError:
        raise NoAnswer("the gateway did not answer in time; it may have taken the message", taken=True) from None
    except (OSError, http.client.HTTPException) as problem:
        raise NoAnswer(f"the gateway did not answer: {type(problem).__name__}", taken=True) from None


def post_json(url: str, content: object, headers: Mapping[str, str] | None = None) -> Answer:
    """Post an object as JSON. Raises NoAnswer."""
    return ask_gateway(
        "POST", url, json.dumps(content, ensure_ascii=False).encode(), {**JSON_HEADERS, **(headers or {})}
    )


def read_json(answer: Answer) -> dict[str, Any]:
    """Return the object that an answer holds; empty when it holds none."""
    try:
        found = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def read_outcome(answer: Answer, *, remote_id: str = "", now: datetime | None = None) -> Outcome:
    """Return what an answer's status means: 2xx taken; 429 and 503 not taken, with the time that they name; other 5xx to be
    tried later; 404 and 410 no such address; the rest refused for good.
    """
    status, said = answer.status, _first_words(answer.body)
    reply = f"{status} {said}".strip()
    if 200 <= status < 300:
        return Outcome(DeliveryState.SENT, reply, remote_id=remote_id)
    if status in {429, 503}:
        return Outcome(DeliveryState.WAITING, reply, after=wait_asked_for(answer.headers.get("retry-after", ""), now))
    if status >= 500:
        return Outcome(DeliveryState.WAITING, reply)
    return Outcome(DeliveryState.FAILED, reply)


def wait_asked_for(retry_after: str, now: datetime | None = None) -> timedelta | None:
    """Return how long a Retry-After header asks to wait, seconds or a date (RFC 9110, 10.2.3); None for none or nonsense.

    >>> wait_asked_for("30")
    datetime.timedelta(seconds=30)
    """
    typed = retry_after.strip()
    if typed.isdecimal() and len(typed) < 7:
        return min(timedelta(seconds=int(typed)), LONGEST_WAIT)
    try:
        named = parsedate_to_datetime(typed)
    except (ValueError, TypeError):
        return None
    named = named if named.tzinfo else named.replace(tzinfo=UTC)
    return min(max(named - (now or datetime.now(UTC)), timedelta()), LONGEST_WAIT)


def _first_words(body: bytes) -> str:
    return " ".join(body[:400].decode(errors="replace").split())[:200]
