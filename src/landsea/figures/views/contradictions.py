"""Contradictions: found by rule, shown to all, ruled on by the coordinator's desk."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.figures import access
from landsea.figures.access import Ruled
from landsea.figures.actions.rule import rule_on_contradiction
from landsea.figures.figure_words import say_explanation, say_figure
from landsea.figures.forms import RulingForm
from landsea.figures.labels import GRADES, VERDICTS
from landsea.figures.models import Verdict
from landsea.figures.source_links import link_source
from landsea.figures.two_sides import find_scale


@door("public")
@require_safe
def show_contradictions(request: HttpRequest) -> HttpResponse:
    """All of them, the open ones first."""
    lines = [_line_of(one) for one in access.find_contradictions()]
    context = {
        "open": [line for line in lines if line["is_open"]],
        "ruled": [line for line in lines if not line["is_open"]],
    }
    return render(request, "figures/contradictions.html", context)


@door("public")
@require_safe
def show_contradiction(request: HttpRequest, key: str) -> HttpResponse:
    """One: both sides as printed, the sentence, what was ruled; for editors a form."""
    return _contradiction_page(request, _found_or_404(key), RulingForm(initial={"form_key": uuid.uuid4()}))


@door("editor")
@require_POST
def rule_on_one(request: HttpRequest, key: str) -> HttpResponse:
    """Keep a ruling; with faults the page comes back with what was typed."""
    found = _found_or_404(key)
    form = RulingForm(request.POST)
    if not form.is_valid():
        return _contradiction_page(request, found, form, status=422)
    try:
        rule_on_contradiction(contradiction=found.key, actor=request.actor, now=timezone.now(), **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _contradiction_page(request, found, form, status=422)
    messages.success(request, _("Your ruling is shown on the page, with your words."))
    return redirect("contradiction", key=found.key)


def _found_or_404(key: str) -> Ruled:
    found = access.find_contradiction(key)
    if found is None:
        raise Http404
    return found


def _line_of(one: Ruled) -> dict:
    verdict = one.ruling.verdict if one.ruling else Verdict.OPEN
    kind, words = VERDICTS[Verdict(verdict)]
    return {
        "one": one,
        "said": say_explanation(one.contradiction.explanation),
        "kind": kind,
        "words": words,
        "is_open": verdict == Verdict.OPEN,
        "scale": find_scale(one.contradiction, one.rows),
    }


def _contradiction_page(request: HttpRequest, found: Ruled, form: RulingForm, status: int = 200) -> HttpResponse:
    context = {
        "line": _line_of(found),
        "rows": [(row, GRADES[row.grade], _about_in_words(row), link_source(row.source)) for row in found.rows],
        "rulings": [(ruling, *VERDICTS[Verdict(ruling.verdict)]) for ruling in access.list_rulings(found.key)],
        "form": form if request.actor.edits_facts else None,
    }
    return render(request, "figures/contradiction.html", context, status=status)


def _about_in_words(row) -> tuple[str, str, bool]:
    """Return what a figure is of in the reader's language, and its metric with the period: in that language where all of it
    has words, else as it was printed, which is English (True).
    """
    parts = row.metric.split(", ")
    words = [say_figure(part) for part in parts]
    is_printed = any(said == part for said, part in zip(words, parts, strict=True))
    return say_figure(row.subject), row.metric if is_printed else ", ".join(words), is_printed
