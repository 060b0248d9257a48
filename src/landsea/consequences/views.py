"""One text to the cases that a changed rule may answer: which changes those are, the answer with each case looked at, and
what became of it."""

import re
import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.cases.actions.send_common_answer import send_waiting
from landsea.cases.answer_access import find_answer, find_item, list_answers_about, list_items_shown
from landsea.cases.labels import OUTCOMES
from landsea.cases.presenters import name_desk, state_words
from landsea.consequences import access
from landsea.consequences.actions.answer_touched import answer_touched, take_back
from landsea.rules import access as rules_access
from landsea.rules.labels import change_words
from landsea.rules.mapping import read_changes
from landsea.rules.stream import find_code, measure_stream
from landsea.translating.joint_answers import JointAnswerForm, count_reach, keep_wordings, list_languages
from landsea_core.caseflow import State
from landsea_core.text import clean_text

AT_ONCE = 25
"""So many cases are answered while the page loads; the worker sends the rest."""

TICKED = re.compile(r"(\d{1,18}):(\d{1,9})")


@door("desk")
@require_safe
def show_rules_that_answer(request: HttpRequest) -> HttpResponse:
    """The changes of late that may answer open cases of the reader's desks."""
    found = access.find_proposals(request.actor, timezone.now())
    rows = [(one, [change_words(change) for change in read_changes(one.version)][:3]) for one in found]
    return render(request, "consequences/answers.html", {"rows": rows})


@door("desk")
@require_http_methods(["GET", "HEAD", "POST"])
def answer_touched_cases(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at each case, leave some out, write one text; it is sent to the others and cites the rule."""
    version = access.find_version_that_answers(pk)
    cases, language = access.list_cases_to_answer(request.actor, version), get_language() or ""
    form = JointAnswerForm(
        request.POST or None,
        language=language,
        languages=list_languages(cases),
        initial={"form_key": uuid.uuid4(), "outcome": ""},
    )
    sentence = ""
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            given = answer_touched(
                request.actor,
                pk,
                _ticked_cases(request),
                typed["body"],
                form_key=typed["form_key"],
                now=timezone.now(),
                outcome=typed["outcome"],
                language=language,
            )
            keep_wordings(request.actor, given, form, now=timezone.now())
        except Refused as refused:
            sentence = refused.sentence
        else:
            send_waiting(given.pk, now=timezone.now(), most=AT_ONCE)
            return redirect("rule_answered", answer_id=given.pk)
    left_out = (
        _left_out(request) if request.method == "POST" else {one.pk for one in cases if one.state == State.ANSWERED}
    )
    context = {
        "version": version,
        "form": form,
        "sentence": sentence,
        "changes": [change_words(change) for change in read_changes(version)],
        "rows": [(case, state_words(case), name_desk(case.desk), case.pk not in left_out) for case in cases],
        "given": list_answers_about(request.actor, measure_stream(version.measure.code)),
    }
    return render(request, "consequences/answer.html", context, status=422 if form.errors or sentence else 200)


def _ticked_cases(request: HttpRequest) -> dict[int, int]:
    """The cases that were left ticked, with the version that was looked at."""
    found = (TICKED.fullmatch(value) for value in request.POST.getlist("case"))
    return {int(one[1]): int(one[2]) for one in found if one}


def _left_out(request: HttpRequest) -> set[int]:
    """The cases whose tick was taken away, so that a page that comes back keeps them so."""
    shown = {int(value) for value in request.POST.getlist("shown") if value.isdecimal() and len(value) < 19}
    return shown - set(_ticked_cases(request))


@door("desk")
@require_safe
def show_answered(request: HttpRequest, answer_id: int) -> HttpResponse:
    """What became of an answer, case by case."""
    return _answered_page(request, answer_id)


@door("desk")
@require_POST
def take_answer_back(request: HttpRequest, answer_id: int, item_id: int) -> HttpResponse:
    """Take the answer back from one case."""
    item = find_item(find_answer(request.actor, answer_id, "measure"), item_id)
    typed = clean_text(request.POST.get("body", "")).text
    try:
        item = take_back(request.actor, item.pk, typed, now=timezone.now())
    except Refused as refused:
        return _answered_page(request, answer_id, refused=refused.sentence, typed={item_id: typed}, status=409)
    messages.success(request, _("The answer was taken back from %(ref)s.") % {"ref": item.case.ref})
    return redirect("rule_answered", answer_id=answer_id)


def _answered_page(
    request: HttpRequest, answer_id: int, *, refused: str = "", typed: dict | None = None, status: int = 200
) -> HttpResponse:
    found = find_answer(request.actor, answer_id, "measure")
    code = find_code(found.about)
    context = {
        "answer": found,
        "code": code,
        "title": rules_access.find_title(code),
        "outcome": OUTCOMES.get(found.outcome, ""),
        "rows": list_items_shown(request.actor, found, typed),
        "reach": count_reach(found),
        "refused": refused,
    }
    return render(request, "consequences/answered.html", context, status=status)
