"""The pages for when something did not work: what happened, what to do now, and what was typed. They ask the database
nothing, so that they can be shown when it is away: neither the session nor the account is read.
"""

import errno
import logging
import re
import sys
from http import HTTPStatus

from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from landsea.base.ui.reader import language_for

logger = logging.getLogger(__name__)

SECRET_FIELD = re.compile(r"\w*password\w*|code|credential")  # as the sign-in forms name what only their owner knows
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "key", "next"})
DISK_FULL = "53100"
BUSY = ("40", "55P", "57014", "53300")  # serialization, lock not available, cancelled by a limit, too many connections


def show_trouble(
    request: HttpRequest,
    status: int,
    heading: str,
    what_now: list[str],
    *,
    keep_typed: bool = False,
    may_send_again: bool = True,
) -> HttpResponse:
    """Return a plain page. With `keep_typed` it shows what was typed and, unless told otherwise, offers the same again."""
    request.asks_nothing = True
    context = {"heading": heading, "what_now": what_now, "acts": [(_("Go to the first page"), reverse("home"))]}
    if keep_typed and may_send_again and request.method in {"GET", "HEAD"}:
        context["acts"].insert(0, (_("Try again"), request.get_full_path()))
    elif keep_typed:
        context |= _what_was_typed(request, may_send_again)
        if getattr(request, "_files", None):
            context["what_now"] = [*what_now, _("Files cannot be shown here: choose them once more.")]
    return render(request, "ui/plain.html", context, status=status)


def answer_to(request: HttpRequest, exception: BaseException | None) -> HttpResponse | None:
    """Return the page for a cause outside the code (database, disk, limits), or None when it is none of those."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return _too_much(request, exception)
    state = _sql_state(exception)
    if state == DISK_FULL or (isinstance(exception, OSError) and exception.errno in {errno.ENOSPC, errno.EDQUOT}):
        logger.error("The disk is full: %s", exception)
        return _in_readers_language(request, _disk_full)
    if not isinstance(exception, OperationalError | InterfaceError):
        return None
    logger.error("The database did not answer: %s", str(exception).strip())
    return _in_readers_language(request, _database_is_busy if state and state.startswith(BUSY) else _database_is_away)


def _database_is_away(request: HttpRequest) -> HttpResponse:
    sentences = [
        _("The place where everything is kept does not answer at the moment. Nothing that arrived earlier is lost."),
        _("Please try again in a minute."),
    ]
    return show_trouble(
        request, HTTPStatus.SERVICE_UNAVAILABLE, _("We cannot take this just now"), sentences, keep_typed=True
    )


def _database_is_busy(request: HttpRequest) -> HttpResponse:
    sentences = [_("Too many people work here at this moment. Nothing was changed. Please try again in a minute.")]
    return show_trouble(
        request, HTTPStatus.SERVICE_UNAVAILABLE, _("We cannot take this just now"), sentences, keep_typed=True
    )


def _disk_full(request: HttpRequest) -> HttpResponse:
    sentences = [
        _("There is no room left to keep this. Nothing was changed, and nothing that arrived earlier is lost."),
        _("The operators of Landsea have to make room. Please try again in an hour."),
    ]
    return show_trouble(
        request, HTTPStatus.INSUFFICIENT_STORAGE, _("We cannot keep this just now"), sentences, keep_typed=True
    )


def _too_much(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, TooManyFilesSent):
        what = _("These are too many files at once. Send up to ten files, and the others in a second message.")
    elif isinstance(exception, RequestDataTooBig):
        what = _("This is more text than can be sent at once. Shorten it, or add it as a file.")
    else:
        what = _("This form has more fields than can be sent at once. Send it in several parts.")
    sentences = [what, _("Nothing was sent. Go back to the form: your browser keeps what you typed there.")]
    return show_trouble(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("This is too much at once"), sentences)


def _in_readers_language(request: HttpRequest, make) -> HttpResponse:
    """Make the page in the language the browser asks for; no account is read, for that may be what is away."""
    with translation.override(language_for(request)):
        return make(request)


def _sql_state(exception: BaseException | None) -> str:
    return getattr(getattr(exception, "__cause__", None), "sqlstate", None) or ""


def _what_was_typed(request: HttpRequest, may_send_again: bool) -> dict:
    """Return what a form held, without files, keys and secrets. A form that held a secret is not offered again."""
    try:
        pairs = [(name, value) for name, values in request.POST.lists() for value in values]
    except Exception:  # the body may be cut, or too large to be read again: then there is nothing to show
        return {}
    shown = [(name, value) for name, value in pairs if name not in NOT_TYPED and not SECRET_FIELD.fullmatch(name)]
    context: dict = {"typed": [(_label_of(name), value) for name, value in shown if value.strip()]}
    had_secret = any(SECRET_FIELD.fullmatch(name) for name, _value in pairs)
    if pairs and may_send_again and not had_secret:
        fields = [(name, value) for name, value in pairs if name != "csrfmiddlewaretoken"]
        context["send_again"] = {"url": request.get_full_path(), "fields": fields}
    return context


def _label_of(name: str) -> str:
    return name.rpartition("-")[2].replace("_", " ").capitalize()


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400, or 413 when it was too much at once."""
    found = answer_to(request, exception)
    if found is not None:
        return found
    sentences = [_("The address or the form does not fit what this page expects. Open the page anew and try again.")]
    return show_trouble(request, HTTPStatus.BAD_REQUEST, _("This was not understood"), sentences)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403; a sentence given with PermissionDenied is said, for an action wrote it for people."""
    said = str(exception) if isinstance(exception, PermissionDenied) else ""
    sentences = [
        said or _("Your account may not do this."),
        _("If it should, ask the head of your office or the coordinator to change your appointment."),
    ]
    heading = _("This door is for others")
    return show_trouble(request, HTTPStatus.FORBIDDEN, heading, sentences, keep_typed=True, may_send_again=False)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404, the same for what is not there and what this reader may not see."""
    sentences = [
        _("There is nothing at this address, or it is not yours to see."),
        _("Check the address. To follow a case, use its number or your secret link on the first page."),
    ]
    heading = _("Nothing to see here")
    return show_trouble(request, HTTPStatus.NOT_FOUND, heading, sentences, keep_typed=True, may_send_again=False)


def takes_forms_only(request: HttpRequest, allowed: str) -> HttpResponse:
    """Answer 405, for an address that is opened and only takes a form, or the other way round; `allowed` is its header."""
    sentences = [
        _("This address only answers a form that is sent to it. Nothing was changed."),
        _("Go back to the page with the form, or begin at the first page."),
    ]
    response = show_trouble(request, HTTPStatus.METHOD_NOT_ALLOWED, _("There is no page at this address"), sentences)
    response["Allow"] = allowed
    return response


def our_fault(request: HttpRequest) -> HttpResponse:
    """Answer 500; what Django caught decides whether the database or the disk was the cause."""
    found = answer_to(request, sys.exc_info()[1])
    if found is not None:
        return found
    sentences = [
        _("Something went wrong on our side. It has been written down for the operators."),
        _("Please try again. If it happens again, write to the coordinator and say what you were doing."),
    ]
    return _in_readers_language(
        request, lambda asked: show_trouble(asked, 500, _("This did not work"), sentences, keep_typed=True)
    )
