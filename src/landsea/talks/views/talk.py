"""The page of a talk, for either side: the case's people and the association that filed, the filer by the mailbox, and a desk
without an account by its mailed link.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from landsea.base.actors import Actor
from landsea.base.doors import door
from landsea.base.refusal import TOO_MANY, Refused
from landsea.base.ui.acts_by_link import refuse_flood_by_link
from landsea.cases.access import find_case, find_side
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.doors import open_answering, open_mailbox
from landsea.cases.models import Case
from landsea.talks.act_forms import TALK_FORMS, Press
from landsea.talks.talk_page import make_talk_context
from landsea_core.caseflow import Side

LONGEST_KEY = 64


@door("signed_in")
@require_http_methods(["GET", "HEAD", "POST"])
def show_case_talk(request: HttpRequest, ref: str) -> HttpResponse:
    """The talk as the desk sees it, or the association that filed; observers read the case and no talk."""
    case = find_case(request.actor, ref)
    side = find_side(request.actor, case)
    if side is None:
        raise PermissionDenied
    own = Side.FILER if side is Side.FILER else Side.OFFICE
    back = reverse("case", args=[case.ref])
    return _answer(request, request.actor, case, own, back)


@door("mailbox")
@require_http_methods(["GET", "HEAD", "POST"])
def show_mailbox_talk(request: HttpRequest, ref: str) -> HttpResponse:
    """The talk as its filer sees it."""
    opened = open_mailbox(request, ref)
    if opened is None or opened.case.ref != ref:
        raise Http404
    return _answer(request, opened.actor, opened.case, Side.FILER, reverse("mailbox", args=[ref]))


@door("answer_link")
@require_http_methods(["GET", "HEAD", "POST"])
def answer_talk(request: HttpRequest, ref: str) -> HttpResponse:
    """The talk as a desk without an account sees it, by its mailed link."""
    opened = open_answering(request, ref, timezone.now())
    if opened is None:
        raise Http404
    return _answer(request, opened.actor, opened.case, Side.OFFICE, reverse("answer", args=[ref]))


def _answer(request: HttpRequest, actor: Actor, case: Case, side: Side, back: str) -> HttpResponse:
    """Show the page; or do what was pressed and lead back to it, or show it again with what was typed and why not."""
    now = timezone.now()
    if request.method != "POST":
        return render(request, "talks/talk.html", make_talk_context(case, side, now) | {"back": back})
    act = request.POST.get("act", "")
    if act not in TALK_FORMS:
        raise Http404
    form = TALK_FORMS[act](request.POST)
    try:
        form.refuse_what_does_not_fit()
        if actor.user_id is None:
            refuse_flood_by_link(f"case of {side.value}", case.pk)
        form.do(Press(actor, case.ref, now, request.POST.get("key", "")[:LONGEST_KEY]))
    except AlreadyDone:
        pass
    except Refused as refused:
        context = make_talk_context(case, side, now, {act: form}) | {"back": back, "refused": refused.sentence}
        return render(request, "talks/talk.html", context, status=429 if refused.code == TOO_MANY else 409)
    messages.success(request, str(form.said))
    return redirect(request.path)
