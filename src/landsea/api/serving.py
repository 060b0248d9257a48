"""One request of a program from its address to its answer: find the operation, ask who it is, read what was sent, do it.

1. The path names an operation; a known path with another method is 405, an unknown one 404.
2. The bearer says who asks; door, scope and second factor are asked before anything is read.
3. The limit of the minute is spent; its headers stand on every answer.
4. Query and body are read against their schemas, then by the form; nothing typed is passed on that is not known.
5. What writes is done once for its Idempotency-Key, in one transaction; what limits it is counted before that, and not for
   an answer that is only given again.
"""

import hashlib
import json
import logging
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from django.utils.translation import get_language, gettext

from landsea.api import limits
from landsea.api.actions.answer_once import answer_once, is_answered
from landsea.api.bodies import read_body, read_raw
from landsea.api.callers import Caller, find_caller, let_in
from landsea.api.headers import read_idempotency_key, read_version, write_version_tag
from landsea.api.operations import Answered, Asked, Operation
from landsea.api.parameters import read_path_values, read_query_values
from landsea.api.problems import Problem, answer_problem, make_not_found
from landsea.api.table import find_operations
from landsea.base.files.office_papers import FileRefused
from landsea.base.refusal import Refused
from landsea.base.ui.reader import find_ready_language

logger = logging.getLogger(__name__)


def serve_program(request: HttpRequest, path: str) -> HttpResponse:
    """Return the answer to a program's request for a path below /api/v1."""
    try:
        response = _serve_or_refuse(request, f"/{path}")
    except Problem as problem:
        response = answer_problem(problem)
    except (OperationalError, InterfaceError) as problem:
        logger.error("The database did not answer: %s", str(problem).strip())
        response = answer_problem(Problem("away", gettext("Nothing was changed. Ask again in a minute.")))
    except Exception:
        logger.exception("a request of a program failed")
        response = answer_problem(
            Problem("our-fault", gettext("Nothing was changed. Ask again, and tell us if it stays."))
        )
    response["Access-Control-Allow-Origin"] = "*"
    response["Vary"] = "Accept-Language, Authorization"
    return response


def _serve_or_refuse(request: HttpRequest, path: str) -> HttpResponse:
    operation, in_path = _operation_for(request, path)
    now = timezone.now()
    caller = find_caller(request, now)
    spent = limits.spend_request(caller)
    try:
        if not spent.fits:
            raise Problem("too-often", gettext("Ask again in %(seconds)s seconds.") % {"seconds": spent.seconds})
        with translation.override(_language_for(request, caller)):
            response = _answer_of(request, operation, in_path, caller, now)
    except Problem as problem:
        response = answer_problem(problem)
    for name, value in limits.write_limit_headers(spent, caller).items():
        response[name] = value
    return response


def _operation_for(request: HttpRequest, path: str) -> tuple[Operation, dict[str, str]]:
    found = find_operations(path)
    if not found:
        raise make_not_found()
    method = "GET" if request.method == "HEAD" else request.method or ""
    if method not in found:
        allowed = ", ".join([*sorted(found), *(["HEAD"] if "GET" in found else [])])
        raise Problem(
            "wrong-method", gettext("Use one of: %(methods)s.") % {"methods": allowed}, headers={"Allow": allowed}
        )
    return found[method]


def _language_for(request: HttpRequest, caller: Caller) -> str:
    """Return the language of sentences: what the program asks for, else that of whom it acts for."""
    if request.headers.get("Accept-Language") or caller.kind == "nobody":
        return get_language() or "en"
    return find_ready_language(caller.actor.language) or get_language() or "en"


def _answer_of(
    request: HttpRequest, operation: Operation, in_path: dict[str, str], caller: Caller, now: datetime
) -> HttpResponse:
    let_in(caller, operation)
    query = read_query_values(request.GET, operation.query)
    asked = Asked(
        request, caller.actor, caller, read_path_values(in_path, operation), query, None, now, get_language() or "en"
    )
    asked.seen_version = read_version(request) if operation.takes_version else None
    if not operation.writes:
        return _as_response(request, _run(operation, asked))
    key = read_idempotency_key(request)
    raw = read_raw(request, operation)
    sent = hashlib.sha256(f"{request.method} {request.get_full_path()} ".encode() + raw).hexdigest()
    # What an act is known by stays longer than its answer is kept: with all that was sent in it, a key that is used for
    # something else after a day brings back nothing of the first request, which may have been another program's.
    asked.once = hashlib.sha256(f"{caller.name}:{operation.name}:{key}:{sent}".encode()).hexdigest()
    read_body(raw, operation, asked)
    kept_as = caller.name, hashlib.sha256(key.encode()).hexdigest()
    if operation.spend and not is_answered(*kept_as):
        operation.spend(asked)

    def do() -> tuple[int, Any]:
        done = _run(operation, asked)
        return done.status, {"data": done.data, "headers": dict(done.headers), "version": done.version}

    status, kept, again = answer_once(*kept_as, sent, do, now=now)
    headers = kept["headers"] | ({"Idempotency-Replayed": "true"} if again else {})
    return _as_response(request, Answered(kept["data"], status, headers, kept["version"]))


def _run(operation: Operation, asked: Asked) -> Any:
    """Do what an operation does; what its act refuses becomes a problem."""
    try:
        done = operation.run(asked)
    except Http404 as problem:
        raise make_not_found() from problem
    except PermissionDenied as problem:
        raise Problem("not-allowed", gettext("You see this, and may not do that with it.")) from problem
    except FileRefused as problem:
        raise Problem("refused", problem.sentence, code="file_refused") from problem
    except Refused as problem:
        moved = problem.moved_on and asked.seen_version is not None
        raise Problem("moved-on" if moved else "refused", problem.sentence, code=problem.code) from problem
    if isinstance(done, HttpResponseBase):
        return done
    answered = done if isinstance(done, Answered) else Answered(done)
    return answered if answered.status else replace(answered, status=operation.status)


def _as_response(request: HttpRequest, answered: Any) -> Any:
    if isinstance(answered, HttpResponseBase):
        return answered
    body = json.dumps(answered.data, ensure_ascii=False, separators=(",", ":")).encode()
    response = HttpResponse(body, content_type="application/json; charset=utf-8", status=answered.status)
    for name, value in answered.headers.items():
        response[name] = value
    if answered.version is not None:
        response["ETag"] = write_version_tag(answered.version)
    elif request.method in ("GET", "HEAD") and answered.status == 200:
        response["ETag"] = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    unchanged = request.headers.get("If-None-Match", "") == response.headers.get("ETag", "-")
    if unchanged and request.method in ("GET", "HEAD"):
        response.status_code, response.content = 304, b""
    return response
