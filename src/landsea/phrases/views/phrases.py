"""The page of phrases, for either side: the case's people and the association that filed, the filer by the mailbox, and a desk
without an account by its answer link.
"""

from collections.abc import Mapping

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods

from landsea.base.actors import Actor
from landsea.base.doors import door
from landsea.base.files.office_papers import FileRefused
from landsea.base.refusal import Refused
from landsea.base.requests import ActorRequest
from landsea.cases.access import find_case
from landsea.cases.act_forms.pressing import press_form
from landsea.cases.doors import open_answering, open_mailbox
from landsea.cases.models import Case
from landsea.phrases.access import find_side_in_phrases
from landsea.phrases.phrase_forms import PHRASE_FORMS, AskForm
from landsea.phrases.phrase_page import find_left_to_ask, page_context, was_shown

OFFER = "offer"
"""Looking for asks changes nothing, and is sent as a form all the same: what somebody wrote belongs in no address."""


@door("signed_in")
@require_http_methods(["GET", "HEAD", "POST"])
def show_case_phrases(request: ActorRequest, ref: str) -> HttpResponse:
    """What the desk asks and answers, or the association that filed; observers read the case and ask nothing."""
    case = find_case(request.actor, ref)
    if find_side_in_phrases(request.actor, case) is None:
        raise PermissionDenied
    return _answer(request, request.actor, case, reverse("case", args=[case.ref]))


@door("mailbox")
@require_http_methods(["GET", "HEAD", "POST"])
def show_mailbox_phrases(request: HttpRequest, ref: str) -> HttpResponse:
    """What the filer asks and answers."""
    opened = open_mailbox(request, ref)
    if opened is None or opened.case.ref != ref:
        raise Http404
    return _answer(request, opened.actor, opened.case, reverse("mailbox", args=[ref]))


@door("answer_link")
@require_http_methods(["GET", "HEAD", "POST"])
def answer_phrases(request: HttpRequest, ref: str) -> HttpResponse:
    """What a desk without an account asks and answers."""
    opened = open_answering(request, ref, timezone.now())
    if opened is None:
        raise Http404
    return _answer(request, opened.actor, opened.case, reverse("answer", args=[ref]))


def _answer(request: HttpRequest, actor: Actor, case: Case, back: str) -> HttpResponse:
    """Show the page; or do what was pressed and lead back, or show it again with what was typed and why not."""
    if request.method != "POST":
        return _page(request, actor, case, back)
    act, typed = request.POST.get("act", ""), dict(request.POST.lists())
    if act == OFFER:
        return _page(request, actor, case, back, typed)
    if act not in PHRASE_FORMS:
        raise Http404
    form = PHRASE_FORMS[act](request.POST)
    if isinstance(form, AskForm) and ("show" in typed or not _is_as_shown(form)):
        return _page(request, actor, case, back, typed, told=gettext("Read it once more, then send it."))
    papers, language = request.FILES.getlist("papers"), get_language() or ""
    try:
        press_form(actor, case.ref, form, now=timezone.now(), papers=papers, language=language)
    except (Refused, FileRefused) as refused:
        return _page(request, actor, find_case(actor, case.ref), back, typed, refused=refused.sentence)
    messages.success(request, str(form.said))
    if isinstance(form, AskForm) and "from_case" not in typed and (left := find_left_to_ask(case, actor, typed)):
        return _page(
            request,
            actor,
            find_case(actor, case.ref),
            back,
            left,
            told=gettext("You asked two things. This is the other one."),
        )
    return HttpResponseRedirect(back if "from_case" in request.POST else request.path)


def _is_as_shown(form: AskForm) -> bool:
    return was_shown(str(form.data.get("ask", "")), form.typed, str(form.data.get("shown", "")))


def _page(
    request: HttpRequest,
    actor: Actor,
    case: Case,
    back: str,
    typed: Mapping[str, list[str]] | None = None,
    *,
    refused: str = "",
    told: str = "",
) -> HttpResponse:
    context = page_context(case, actor, timezone.now(), typed)
    context |= {"back": back, "address": request.path, "refused": refused, "told": told}
    is_part = request.headers.get("HX-Target") == "offered"
    template = "phrases/offered.html" if is_part else "phrases/phrases.html"
    return render(request, template, context, status=409 if refused else 200)
