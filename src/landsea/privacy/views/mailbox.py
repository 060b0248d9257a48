"""What is kept about the filer of one case, behind the secret link that is their mailbox."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.personal_data import Subject
from landsea.base.refusal import Refused
from landsea.base.requests import ActorRequest
from landsea.cases.doors import Opened, open_mailbox
from landsea.privacy.actions.correct_data import correct_data
from landsea.privacy.actions.erase_data import erase_data
from landsea.privacy.actions.order_export import order_export
from landsea.privacy.data_page import page_context
from landsea.privacy.forms import CorrectionForm


@door("mailbox")
@require_safe
def show_case_data(request: ActorRequest, ref: str) -> HttpResponse:
    """What is kept about whoever filed this case."""
    opened = open_mailbox(request, ref)
    return _closed(request) if opened is None else _case_page(request, opened)


@door("mailbox")
@require_POST
def act_on_case_data(request: ActorRequest, ref: str, act: str) -> HttpResponse:
    """Order a copy, put name or telephone right, or erase who filed."""
    if act not in ("copy", "correct", "erase"):
        raise Http404
    opened = open_mailbox(request, ref)
    if opened is None:
        return _closed(request)
    subject, now = Subject(case_id=opened.case.pk), timezone.now()
    form = CorrectionForm(request.POST)
    try:
        if act == "copy":
            secret = order_export(subject, language=get_language() or "en", now=now)
            return HttpResponseRedirect(reverse("data_copy", args=[secret]))
        if act == "erase":
            erase_data(subject, now=now)
            messages.success(request, gettext("Erased. The secret link opens nothing any more."))
            return HttpResponseRedirect(reverse("privacy"))
        if form.is_valid():
            correct_data(subject, form.cleaned_data, now=now)
            messages.success(request, gettext("Put right, wherever it is kept."))
            return HttpResponseRedirect(reverse("mailbox_data", args=[ref]))
    except Refused as refused:
        return _case_page(request, opened, form=form, refused=refused.sentence, status=422)
    return _case_page(request, opened, form=form, status=422)


def _closed(request: ActorRequest) -> HttpResponse:
    return render(request, "cases/mailbox_closed.html", status=404)


def _case_page(
    request: ActorRequest, opened: Opened, *, form: CorrectionForm | None = None, refused: str = "", status: int = 200
) -> HttpResponse:
    ref = opened.case.ref
    context = page_context(Subject(case_id=opened.case.pk), form=form) | {"way": "case", "ref": ref, "refused": refused}
    context |= {"urls": {act: reverse("mailbox_data_act", args=[ref, act]) for act in ("copy", "correct", "erase")}}
    return render(request, "privacy/data.html", context, status=status)
