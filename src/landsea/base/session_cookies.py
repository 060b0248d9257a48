"""The session's cookie, which only what ends a session takes away."""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers


class KeptSessionMiddleware(SessionMiddleware):
    """Leaves the cookie of a session that is not there any more in the browser: signing in gives the session a new name, and a
    request that was under way with the old one (the worker's, a clock's) would take away the new cookie, whose answer came
    before its own. Signing out, which ends the session itself, takes it away.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Write the cookie as Django does, but for taking it away because no session was found."""
        session = getattr(request, "session", None)
        is_known = settings.SESSION_COOKIE_NAME in request.COOKIES
        if session is not None and is_known and not session.modified and session.is_empty():
            patch_vary_headers(response, ("Cookie",))
            return response
        return super().process_response(request, response)
