"""The pages for when something did not work: what happened, what to do now, and what was typed. They ask the database
nothing, so that they can be shown when it is away: neither the session nor the account is read.
"""

import errno
import logging
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject, empty
from django.utils.translation import gettext as _
from psycopg_pool import PoolTimeout, TooManyRequests

from landsea.base.actors import ANONYMOUS, Actor
from landsea.base.requests import ActorRequest
from landsea.base.ui.reader import choose_language, follow_account

logger = logging.getLogger(__name__)

SECRET_FIELD = re.compile(r"\w*password\w*|code|credential")  # as the sign-in forms name what only their owner knows
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "key", "next", "version"})
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
    signs_in_beside: bool = False,
) -> HttpResponse:
    """Return a plain page. With `keep_typed` it shows what was typed and, unless told otherwise, offers the same again, with
    `signs_in_beside` after a sign-in in another tab. The menu is that of whoever asks, as far as that is known already
    (`know_reader`).
    """
    asked = cast(ActorRequest, request)
    asked.asks_nothing, asked.known_actor = True, _known_actor(request)
    context: dict[str, Any] = {
        "heading": heading,
        "what_now": what_now,
        "acts": [(_("Go to the first page"), reverse("home"))],
        "sign_in_beside": reverse("account_login") if signs_in_beside else "",
    }
    if keep_typed and may_send_again and request.method in {"GET", "HEAD"}:
        context["acts"].insert(0, (_("Try again"), request.get_full_path()))
    elif keep_typed:
        # Loaded again it sends the same once more; with another address in its place what was typed would be lost.
        context |= {"came_by_form": False} | _what_was_typed(request, may_send_again)
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
        return say_in_readers_language(request, _disk_full)
    if not isinstance(exception, OperationalError | InterfaceError):
        return None
    logger.error("The database did not answer: %s", str(exception).strip())
    is_busy = isinstance(exception.__cause__, PoolTimeout | TooManyRequests) or (state and state.startswith(BUSY))
    return say_in_readers_language(request, _database_is_busy if is_busy else _database_is_away)


def know_reader(request: HttpRequest) -> None:
    """Find out who asks, for a page whose cause is not the database, and let it have the menu and the language of their
    account. Where the database does not answer after all, the page is that of a visitor.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return
    try:
        follow_account(request, cast(ActorRequest, request).account_actor)
    except (AttributeError, DatabaseError):
        return


def _known_actor(request: HttpRequest) -> Actor:
    """Return who asks where this page or the one that failed has read whose account it is already; then the session was read
    too, which says whether the second factor stands.
    """
    account = getattr(request, "account_actor", ANONYMOUS)
    if isinstance(account, SimpleLazyObject) and vars(account)["_wrapped"] is empty:
        return ANONYMOUS
    try:
        actor = cast(ActorRequest, request).actor
        return actor if actor.user_id is not None else ANONYMOUS
    except (AttributeError, DatabaseError):
        return ANONYMOUS


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


def say_in_readers_language(request: HttpRequest, make: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """Make the page in the language the browser asks for; no account is read, for that may be what is away."""
    with translation.override(choose_language(request)):
        return make(request)


def _sql_state(exception: BaseException | None) -> str:
    return getattr(getattr(exception, "__cause__", None), "sqlstate", None) or ""


def _what_was_typed(request: HttpRequest, may_send_again: bool) -> dict[str, Any]:
    """Return what a form held, without files, keys and secrets. A form that held a secret is not offered again."""
    try:
        pairs = [(name, value) for name, values in request.POST.lists() for value in values]
    except Exception:  # the body may be cut, or too large to be read again: then there is nothing to show
        return {}
    shown = [(name, value) for name, value in pairs if name not in NOT_TYPED and not SECRET_FIELD.fullmatch(name)]
    context: dict[str, Any] = {"typed": [(_label_of(name), value) for name, value in shown if value.strip()]}
    had_secret = any(SECRET_FIELD.fullmatch(name) for name, _value in pairs)
    if pairs and may_send_again and not had_secret:
        fields = [(name, value) for name, value in pairs if name != "csrfmiddlewaretoken"]
        context["send_again"] = {"url": request.get_full_path(), "fields": fields}
    return context


def _label_of(name: str) -> str:
    """Return the words over what was typed: the reader's own for running text, else the field's name."""
    name = name.rpartition("-")[2]
    return _("Your words") if name in {"body", "text", "words"} else name.replace("_", " ").capitalize()
