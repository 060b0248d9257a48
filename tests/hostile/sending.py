"""Sends one request that may be hostile in any part, leaves no trace of it, and tells what came."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.core.cache import cache
from django.core.files.uploadedfile import UploadedFile
from django.core.signals import got_request_exception
from django.test import Client
from tests.contract.asking import newest_entry, nothing_changed, result_of

from landsea.base.kept import remember_everything


@dataclass
class Request:
    """Who asks what, and how: a form's fields (`sent`), or a raw body (`body`: its type and bytes)."""

    who: str
    method: str
    address: str
    sent: Mapping[str, Any] = field(default_factory=dict)
    body: tuple[str, bytes] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Came:
    """What came: as the permission matrix calls it, the status, the body, and where the code broke, if it did."""

    result: str
    status: int
    content: bytes
    broke: str


def send(client: Client, request: Request) -> Came:
    """Send a request. Whatever it does to the database, the browser or the process is undone."""
    cache.clear()
    bring_back_what_was_kept = remember_everything() if request.method != "GET" else None
    broken: list[str] = []

    def note(sender, request=None, **_more):
        broken.append(_where_it_broke())

    got_request_exception.connect(note)
    try:
        with nothing_changed(client):
            before = newest_entry() if request.method != "GET" else None
            response = _put(client, request)
            content = b"".join(response.streaming_content) if response.streaming else response.content
            has_written = not broken and request.method != "GET" and newest_entry() != before
    finally:
        got_request_exception.disconnect(note)
    if has_written and bring_back_what_was_kept:
        bring_back_what_was_kept()
    return Came(result_of(response, has_written), response.status_code, content, "; ".join(broken))


def _put(client: Client, request: Request) -> Any:
    headers = {name: value for name, value in request.headers.items() if name != "Cookie"}
    more: dict[str, Any] = {"headers": headers}
    if "Cookie" in request.headers:
        more["HTTP_COOKIE"] = request.headers["Cookie"]
    if request.body is not None:
        kind, body = request.body
        return client.generic(request.method, request.address, body, content_type=kind, **more)
    if request.method == "GET":
        parts = urlsplit(request.address)
        query = "&".join(filter(None, (parts.query, encode(request.sent))))
        return client.generic("GET", f"{parts.path}?{query}" if query else parts.path, **more)
    files = {name: value for name, value in request.sent.items() if isinstance(value, UploadedFile)}
    if files:
        sayable = {
            name: [_sayable(one) for one in value] if isinstance(value, list) else _sayable(value)
            for name, value in request.sent.items()
            if name not in files
        }
        return client.post(request.address, sayable | files, **more)
    form = "application/x-www-form-urlencoded"
    return client.generic(request.method, request.address, encode(request.sent).encode(), content_type=form, **more)


def encode(sent: Mapping[str, Any]) -> str:
    """Return fields as an address or a form carries them; half of a pair of surrogates goes out as its three bytes."""
    return urlencode(sent, doseq=True, encoding="utf-8", errors="surrogatepass")


def _sayable(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _where_it_broke() -> str:
    """Return what was raised, and the innermost place in the platform's own code."""
    import sys
    import traceback

    kind, problem, trace = sys.exc_info()
    frames = [one for one in traceback.extract_tb(trace) if "/src/landsea" in one.filename]
    where = f"{frames[-1].filename.rpartition('/src/')[2]}:{frames[-1].lineno}" if frames else "outside"
    return f"{kind.__name__ if kind else '?'} at {where}: {str(problem)[:160]!r}"
