"""“My data” of somebody signed in: what is kept, a copy, corrections, and closing the account."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.requests import ActorRequest
from landsea.privacy import access
from landsea.privacy.actions.correct_data import correct_data
from landsea.privacy.actions.erase_data import close_account
from landsea.privacy.actions.order_export import order_export
from landsea.privacy.data_page import page_context
from landsea.privacy.forms import ClosingForm, CorrectionForm


@door("signed_in")
@require_safe
def show_own_data(request: ActorRequest) -> HttpResponse:
    """What is kept about whoever is signed in."""
    return _own_page(request)


@door("signed_in")
@require_POST
def act_on_own_data(request: ActorRequest, act: str) -> HttpResponse:
    """Order a copy, put something right, or close the account."""
    acts = {"copy": _order_copy, "correct": _correct, "close": _close}
    if act not in acts:
        raise Http404
    return acts[act](request)


def _order_copy(request: ActorRequest) -> HttpResponse:
    subject = access.find_subject_of_account(request.actor)
    secret = order_export(subject, language=get_language() or "en", now=timezone.now())
    return HttpResponseRedirect(reverse("data_copy", args=[secret]))


def _correct(request: ActorRequest) -> HttpResponse:
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return _own_page(request, form=form, status=422)
    try:
        correct_data(access.find_subject_of_account(request.actor), form.cleaned_data, now=timezone.now())
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return _own_page(request, form=form, status=422)
    messages.success(request, gettext("Put right, wherever it is kept."))
    return HttpResponseRedirect(reverse("my_data"))


def _close(request: ActorRequest) -> HttpResponse:
    closing = ClosingForm(request.POST, user=request.user)
    if closing.is_valid():
        try:
            close_account(request.actor, now=timezone.now())
        except Refused as refused:
            closing.add_error(None, refused.sentence)
        else:
            logout(request)
            messages.success(request, gettext("Your account is closed, and what was kept about you is erased."))
            return HttpResponseRedirect(reverse("privacy"))
    return _own_page(request, closing=closing, status=422)


def _own_page(
    request: ActorRequest, *, form: CorrectionForm | None = None, closing: ClosingForm | None = None, status: int = 200
) -> HttpResponse:
    subject = access.find_subject_of_account(request.actor)
    context = page_context(subject, form=form) | {"way": "account", "closing": closing or ClosingForm()}
    context |= {"urls": {act: reverse("my_data_act", args=[act]) for act in ("copy", "correct", "close")}}
    return render(request, "privacy/data.html", context, status=status)
