"""Which pages a device may keep for when the line does not work: those whose view says so, and whose they are."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from landsea.base.actors import ANONYMOUS
from landsea.base.ui.device_marks import compute_mark

HEADER = "Landsea-Keep"
KINDS = ("case", "desk", "plan", "checklist")

View = Callable[..., HttpResponse]


def keep_on_device(kind: str) -> Callable[[View], View]:
    """Let the reader's device keep what this view shows: one of `KINDS`. Answers to forms, faults and pieces are never kept."""
    if kind not in KINDS:
        raise ValueError(f"{kind} is none of the kinds of pages that are kept: {', '.join(KINDS)}")

    def behind(view: View) -> View:
        @wraps(view)
        def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response = view(request, *args, **kwargs)
            if request.method == "GET" and response.status_code == 200 and "HX-Request" not in request.headers:
                signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
                actor = getattr(request, "actor", ANONYMOUS) if signed_in else ANONYMOUS
                response[HEADER] = f"{kind} {compute_mark(actor)}".strip()
            return response

        return shown

    return behind
