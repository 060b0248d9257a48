"""The pages for requests that cannot be: an address that is none, one that is not theirs, our own fault."""

import sys
from http import HTTPStatus

from django.core.exceptions import (
    PermissionDenied,
)
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from landsea.base.doors import SignedOut
from landsea.base.ui.trouble import answer_to, know_reader, say_in_readers_language, show_trouble


def show_bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400, or 413 when it was too much at once."""
    found = answer_to(request, exception)
    if found is not None:
        return found
    sentences = [_("The address or the form does not fit what this page expects. Open the page anew and try again.")]
    return show_trouble(request, HTTPStatus.BAD_REQUEST, _("This was not understood"), sentences)


def show_not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 403; a sentence given with PermissionDenied is said, for an action wrote it for people."""
    if isinstance(exception, SignedOut):
        return _signed_out(request)
    know_reader(request)
    said = str(exception) if isinstance(exception, PermissionDenied) else ""
    sentences = [
        said or _("Your account may not do this."),
        _("If it should, ask the head of your office or the coordinator to change your appointment."),
    ]
    heading = _("This door is for others")
    return show_trouble(request, HTTPStatus.FORBIDDEN, heading, sentences, keep_typed=True, may_send_again=False)


def _signed_out(request: HttpRequest) -> HttpResponse:
    """Keep a form that came after its sign-in had ended: it is sent from here again, once somebody signed in beside it."""
    sentences = [
        _("Your sign-in has ended, so this was not sent, and nothing was changed."),
        _("Sign in in a new tab. Then come back to this one and press “%(again)s”.") % {"again": _("Send it again")},
    ]
    heading = _("You are signed out")
    return show_trouble(request, HTTPStatus.FORBIDDEN, heading, sentences, keep_typed=True, signs_in_beside=True)


def show_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404, the same for what is not there and what this reader may not see."""
    know_reader(request)
    sentences = [
        _("There is nothing at this address, or it is not yours to see."),
        _("Check the address. To follow a case, use its number or your secret link on the first page."),
    ]
    heading = _("Nothing to see here")
    return show_trouble(request, HTTPStatus.NOT_FOUND, heading, sentences, keep_typed=True, may_send_again=False)


def show_takes_forms_only(request: HttpRequest, allowed: str) -> HttpResponse:
    """Answer 405, for an address that is opened and only takes a form, or the other way round; `allowed` is its header."""
    know_reader(request)
    sentences = [
        _("This address only answers a form that is sent to it. Nothing was changed."),
        _("Go back to the page with the form, or begin at the first page."),
    ]
    response = show_trouble(request, HTTPStatus.METHOD_NOT_ALLOWED, _("There is no page at this address"), sentences)
    response["Allow"] = allowed
    return response


def show_our_fault(request: HttpRequest) -> HttpResponse:
    """Answer 500; what Django caught decides whether the database or the disk was the cause."""
    found = answer_to(request, sys.exc_info()[1])
    if found is not None:
        return found
    sentences = [
        _("Something went wrong on our side. It has been written down for the operators."),
        _("Please try again. If it happens again, write to the coordinator and say what you were doing."),
    ]
    return say_in_readers_language(
        request, lambda asked: show_trouble(asked, 500, _("This did not work"), sentences, keep_typed=True)
    )
