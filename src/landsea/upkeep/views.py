"""Pages for machines that watch: is it alive, may it be sent people, what did it do lately, and its metrics.

In plain lines, `name value`, or as JSON for whoever accepts that or asks with `?format=json`. None tells anything of persons.
"""

import hmac
import json
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.impossible_rows import IMPOSSIBLE_ROWS
from landsea.base.requests import ActorRequest
from landsea.upkeep.activity import read_activity
from landsea.upkeep.metrics import write_metrics
from landsea.upkeep.readiness import find_what_is_missing


@door("public")
@require_safe
def say_alive(request: HttpRequest) -> HttpResponse:
    """Answer 200: the process takes requests. Asks nobody else, so that a database that is away restarts no web server."""
    return _answer(request, {"alive": "ok"})


@door("public")
@require_safe
def say_ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when people may be sent here, else 503 with what is missing."""
    found = find_what_is_missing()
    return _answer(request, found, status=200 if all(said == "ok" for said in found.values()) else 503)


@door("public")
@require_safe
def show_activity(request: HttpRequest) -> HttpResponse:
    """Answer with what happened lately and what waits; 503 when the database does not answer."""
    try:
        found = read_activity(timezone.now())
    except DatabaseError:
        return _answer(request, {"database": "does not answer"}, status=503)
    waiting = {f"oldest_{kind}_waits_seconds": round(found.seconds_waiting(kind)) for kind in found.waiting_since}
    last = {f"last_{kind}": moment for kind, moment in found.last.items()}
    counts = {"jobs_waiting": found.counts["jobs_waiting"], "mails_given_up": found.counts["mails_given_up"]}
    return _answer(request, {"at": found.at, **last, **waiting, **counts})


@door("public")
@require_safe
def show_metrics(request: HttpRequest) -> HttpResponse:
    """Answer Prometheus, which proves itself by the token of LANDSEA_METRICS_TOKEN; without that setting no such page."""
    if not settings.METRICS_TOKEN:
        raise Http404
    said = request.headers.get("Authorization", "")
    if not hmac.compare_digest(said.encode(), f"Bearer {settings.METRICS_TOKEN}".encode()):
        return HttpResponse("a token is needed\n", status=401, headers={"WWW-Authenticate": "Bearer"})
    return HttpResponse(write_metrics(), content_type="text/plain; version=0.0.4; charset=utf-8")


def _answer(request: HttpRequest, found: Mapping[str, object], status: int = 200) -> HttpResponse:
    said = {name: _write_value(value) for name, value in found.items()}
    if request.GET.get("format") == "json" or request.accepts("application/json") and not request.accepts("text/plain"):
        return HttpResponse(json.dumps(said, indent=1) + "\n", status=status, content_type="application/json")
    lines = "".join(f"{name} {'never' if value is None else value}\n" for name, value in said.items())
    return HttpResponse(lines, status=status, content_type="text/plain; charset=utf-8")


def _write_value(value: object) -> object:
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value


@door("operator")
@require_POST
def mend_row(request: ActorRequest, kind: str, key: str) -> HttpResponse:
    """Mend one row that cannot be computed, and say whether that was still to be done."""
    mend = next((one.mend for one in IMPOSSIBLE_ROWS if one.code == kind), None)
    if mend is None:
        raise Http404
    if "\0" not in key and mend(request.actor, key, timezone.now()):
        messages.success(request, _("It is done. Look below whether it stays away."))
    else:
        messages.warning(request, _("There is nothing to mend there any more: look at the list below."))
    return HttpResponseRedirect(reverse("deliveries"))
