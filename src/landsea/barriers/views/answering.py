"""One answer to all cases of a barrier, what became of it on each, and taking it back from one."""

import uuid

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.barriers import access
from landsea.barriers.actions.answer_members import answer_members, take_back
from landsea.barriers.forms import OUTCOMES
from landsea.barriers.stream import find_barrier_of_stream
from landsea.barriers.views.pages import find_barrier_or_404
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.cases.actions.send_common_answer import send_waiting
from landsea.cases.answer_access import find_answer, find_item, list_items_shown
from landsea.directory.models.names import choose_title
from landsea.translating.joint_answers import JointAnswerForm, count_reach, keep_wordings, list_languages
from landsea_core.text import clean_text

AT_ONCE = 25
"""So many cases are answered while the page loads; the worker sends the rest."""


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def write_answer(request, barrier_id: int):
    """Write the answer; send it."""
    barrier = find_barrier_or_404(barrier_id)
    cases = [member.case for member in access.list_members(request.actor, barrier).filter(case__closed_at=None)[:100]]
    language = get_language() or ""
    form = JointAnswerForm(
        request.POST or None,
        language=language,
        languages=list_languages(cases),
        initial={"form_key": uuid.uuid4(), "outcome": ""},
    )
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        try:
            given = answer_members(
                request.actor,
                barrier.pk,
                cleaned["body"],
                form_key=cleaned["form_key"],
                now=timezone.now(),
                outcome=cleaned["outcome"],
                language=language,
            )
            keep_wordings(request.actor, given, form, now=timezone.now())
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            send_waiting(given.pk, now=timezone.now(), most=AT_ONCE)
            return redirect("barrier_answered", answer_id=given.pk)
    context = {
        "barrier": barrier,
        "title": choose_title(barrier, language or "en"),
        "form": form,
        "cases": cases,
    }
    return render(request, "barriers/answer.html", context, status=422 if form.errors else 200)


@door("desk")
@require_safe
def show_answered(request, answer_id: int):
    """What became of an answer, case by case."""
    return _answered_page(request, answer_id)


@door("desk")
@require_POST
def take_answer_back(request, answer_id: int, item_id: int):
    """Take the answer back from one case."""
    item = find_item(find_answer(request.actor, answer_id, "barrier"), item_id)
    typed = clean_text(request.POST.get("body", "")).text
    try:
        item = take_back(request.actor, item.pk, typed, now=timezone.now())
    except Refused as refused:
        return _answered_page(request, answer_id, refused=refused.sentence, typed={item_id: typed}, status=409)
    messages.success(request, _("The answer was taken back from %(ref)s.") % {"ref": item.case.ref})
    return redirect("barrier_answered", answer_id=answer_id)


def _answered_page(request, answer_id: int, *, refused: str = "", typed: dict | None = None, status: int = 200):
    found = find_answer(request.actor, answer_id, "barrier")
    barrier = find_barrier_or_404(find_barrier_of_stream(found.about))
    context = {
        "answer": found,
        "barrier": barrier,
        "title": choose_title(barrier, get_language() or "en"),
        "outcome": OUTCOMES.get(found.outcome, ""),
        "rows": list_items_shown(request.actor, found, typed),
        "reach": count_reach(found),
        "refused": refused,
    }
    return render(request, "barriers/answered.html", context, status=status)
