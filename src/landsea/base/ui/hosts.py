"""Answers what names a host that is not ours: a small page of its own, before anything else looks at the request. The usual
page of an error cannot be made there, for it asks for the host too; and a stranger's scan is worth one line of the log.
"""

import logging
from collections.abc import Callable
from http import HTTPStatus

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware
from django.template.loader import render_to_string

from landsea.base.ui.trouble import say_in_readers_language

logger = logging.getLogger(__name__)
LONGEST_SHOWN = 80


class KnownHostsOnly:
    """Lets only requests pass whose host is one of `LANDSEA_ALLOWED_HOSTS`; it stands within `SecurityHeaders`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self.safety = SecurityMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer 400 with all headers of safety for another host."""
        try:
            request.get_host()
        except DisallowedHost:
            named = request.META.get("HTTP_HOST", "")[:LONGEST_SHOWN]
            logger.warning("A request for the host %r was refused: it is not in LANDSEA_ALLOWED_HOSTS.", named)
            page = say_in_readers_language(request, _make_page)
            return self.safety.process_response(request, page)
        return self.get_response(request)


def _make_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(render_to_string("ui/unknown_host.html"), status=HTTPStatus.BAD_REQUEST)
