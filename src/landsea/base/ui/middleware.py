"""What every request and every answer passes: what a browser may do with our pages, the reader's language and clock,
an address that cannot be, and an honest page when the database is away. Each class says its rules; none of them asks
the database.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.utils import timezone, translation

from landsea.base.requests import ActorRequest
from landsea.base.ui import reader
from landsea.base.ui.secret_addresses import SECRET_ADDRESSES
from landsea.base.ui.trouble import answer_to
from landsea.base.ui.trouble_pages import show_takes_forms_only

CONTENT_POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",  # data: is for the square that an authenticator app scans, made in the page
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
FRAMED = "frame-ancestors *"
"""What the policy of a page says that other sites may show in a frame. No other page can be framed."""
KEEPS_NO_CHOICE = "keeps_no_choice"
"""An attribute of an answer whose `?lang=` is no choice of the reader's: no cookie is set with it."""
FORM_TYPES = {"application/x-www-form-urlencoded", "multipart/form-data"}
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-get=(self)"


class SecurityHeaders:
    """Writes the headers by which a browser keeps to our own scripts, styles and frames, and keeps no copy of pages.

    The path of an address with a secret is never told to the next page, not even to one of ours. Its origin is: under
    `no-referrer` a browser calls a form's origin "null", and the check against forged forms would refuse the form.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers; a view may set a narrower policy, or another Cache-Control for what anyone may keep."""
        response = self.get_response(request)
        response.setdefault("Content-Security-Policy", CONTENT_POLICY)
        response["Permissions-Policy"] = PERMISSIONS
        if FRAMED not in response["Content-Security-Policy"]:
            response["X-Frame-Options"] = "DENY"
        if request.path.startswith(SECRET_ADDRESSES):
            response["Referrer-Policy"] = "strict-origin"
        if not request.path.startswith(settings.STATIC_URL):
            response.setdefault("Cache-Control", "private, no-store")
        return response


class ReaderLanguage:
    """Gives the page its language and clock: what the reader chose (`?lang=`, cookies), else the account's, else what
    the browser accepts and the zone of the device, else the one where most readers of that language live.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in that language; a choice by `?lang=` is remembered."""
        language = reader.choose_language(request)
        with translation.override(language), timezone.override(reader.choose_zone(request, language)):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.setdefault("Content-Language", translation.get_language())
        asked = reader.find_ready_language(request.GET.get("lang"))
        if asked and not getattr(response, KEEPS_NO_CHOICE, False):
            reader.remember_choice(response, settings.LANGUAGE_COOKIE_NAME, asked)
        return response

    def process_view(
        self, request: ActorRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        """Take the account's language and zone where the reader chose none. Only here is it known who is asking."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            reader.follow_account(request, request.account_actor)


class DatabaseAway:
    """Answers what a view could not finish because the database, the disk or a limit stopped it; see `trouble`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page that says what happened, or None for what is nobody's fault but ours."""
        return answer_to(request, exception)


class FormsOnly:
    """Gives whoever opens an address that only takes forms a page in place of an empty one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; what a view said itself beside its refusal stays."""
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            return show_takes_forms_only(request, response["Allow"])
        return response


class WithoutNul:
    """Knows no address with a NUL in it, and takes NULs out of the query and of forms: nobody types one, no column keeps one.

    Where other sites and programs may come in, the view speaks for itself: it reads the body and says what is wrong in its way.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        """Raise Http404 for such an address; put texts without NULs in the place of those with some."""
        speaks_for_itself = getattr(view, "csrf_exempt", False) or getattr(view, "answers_as_json", False)
        if "\0" in request.path_info and not speaks_for_itself:
            raise Http404
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = _without_nul(request.GET)  # type: ignore[assignment]
        if request.method == "POST" and request.content_type in FORM_TYPES and not speaks_for_itself:
            request.POST = _without_nul(request.POST)  # type: ignore[assignment]

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Raise Http404 instead of the database's refusal, where a view that speaks for itself did not look."""
        if "\0" in request.path_info and isinstance(exception, DataError):
            raise Http404 from exception


def _without_nul(sent: QueryDict) -> QueryDict:
    if not any("\0" in text for name, values in sent.lists() for text in (name, *values)):
        return sent
    cleaned = QueryDict(mutable=True, encoding=sent.encoding)
    for name, values in sent.lists():
        cleaned.setlist(name.replace("\0", ""), [value.replace("\0", "") for value in values])
    return cleaned
