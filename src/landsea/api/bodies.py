"""The body of a request: JSON, not too large, and as the operation's form takes it."""

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext

from landsea.api.form_bodies import refuse_faulty_form
from landsea.api.operations import Asked, Operation
from landsea.api.problems import Problem

MOST_WITHOUT_PAPERS = 1024 * 1024
MOST_PAPERS_AT_ONCE = 2
"""As many papers of the largest size: a body is held in memory whole, several times over, before anything is counted."""


def read_raw(request: HttpRequest, operation: Operation) -> bytes:
    """Return the raw body. Raises Problem for another media type, and a body that is too large."""
    if operation.body is None:
        return _raw(request, MOST_WITHOUT_PAPERS)
    if request.content_type != "application/json":
        raise Problem("wrong-media-type", gettext("Send JSON, with the header Content-Type: application/json."))
    papers = settings.FILE_LIMIT_BYTES * MOST_PAPERS_AT_ONCE * 4 // 3 if operation.body.papers else 0
    return _raw(request, MOST_WITHOUT_PAPERS + papers)


def read_body(raw: bytes, operation: Operation, asked: Asked) -> None:
    """Put the form and the papers of a raw body on what is asked. Raises Problem for what is no JSON, or has faults."""
    if operation.body is None:
        return
    more = {"key": asked.once}
    if asked.seen_version is not None:
        more["version"] = str(asked.seen_version)
    asked.form, asked.files = operation.body.read(read_json(raw), more)
    if operation.body.checked:
        refuse_faulty_form(asked.form)


def read_json(raw: bytes) -> Any:
    """Return what a body holds as JSON. Raises Problem for what is none, holds NaN, or is nested without end."""
    try:
        text = raw.decode("utf-8")
        found = json.loads(text, parse_constant=_refuse_constant)
        if "\\ud" in text or "\\uD" in text:
            # Half of a pair is no text: UnicodeEncodeError is a ValueError.
            json.dumps(found, ensure_ascii=False).encode()
        return found
    except (ValueError, RecursionError) as problem:
        raise Problem("not-json", gettext("Send JSON in UTF-8. Numbers like NaN do not exist there.")) from problem


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _raw(request: HttpRequest, most: int) -> bytes:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit() and len(length) < 12 and int(length) <= most):
        raise Problem("too-large", gettext("Send at most %(most)s MB at once.") % {"most": most // 1024 // 1024})
    return request.read(int(length))
