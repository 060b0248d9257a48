"""Corrections for the coordinator: in groups, one group with the words of its cases, and what becomes of each."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.cases.labels import describe_confidence
from landsea.directory import access as directory_access
from landsea.teaching import access
from landsea.teaching.actions.judge import judge_correction
from landsea.teaching.labels import (
    KINDS,
    VERDICTS,
    WHO,
    WORD_KIND_OF,
    describe_value,
)
from landsea.teaching.mapping import (
    list_doubts,
    list_known_names,
    mask_text,
)
from landsea.teaching.models import Verdict
from landsea_core.text import clean_text


@door("coordinator")
@require_safe
def show_groups(request: HttpRequest) -> HttpResponse:
    """List equal corrections, those with the most waiting first."""
    language = get_language() or "en"
    rows = [
        _group_page(one.kind, one.before, one.after, language) | vars(one)
        for one in access.group_corrections(request.actor)
    ]
    return render(request, "teaching/groups.html", {"rows": rows})


@door("coordinator")
@require_safe
def show_group(request: HttpRequest) -> HttpResponse:
    """Show the corrections from one value to another (`kind`, `before`, `after`), with the words of their cases."""
    kind, before, after = (clean_text(request.GET.get(name, "")).text for name in ("kind", "before", "after"))
    language, harmless = get_language() or "en", directory_access.list_names_that_tell_of_nobody()
    rows = [_row_of(one, harmless) for one in access.list_corrections_in_group(request.actor, kind, before, after)]
    context = _group_page(kind, before, after, language) | {"rows": rows, "word_url": _word_url(kind, after)}
    return render(request, "teaching/group.html", context)


@door("coordinator")
@require_POST
def judge_one(request: HttpRequest, correction_id: int) -> HttpResponse:
    """Keep a verdict; a word that would mend it is written next."""
    correction = access.find_correction(request.actor, correction_id)
    verdict = request.POST.get("verdict", "")
    try:
        judge_correction(
            request.actor,
            correction_id,
            verdict,
            text=request.POST.get("text", ""),
            is_clear=request.POST.get("is_clear") == "on",
            now=timezone.now(),
        )
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, gettext("Kept."))
        if verdict == Verdict.WORD and (url := _word_url(correction.kind, correction.after)):
            return HttpResponseRedirect(url)
    return HttpResponseRedirect(_group_url(correction.kind, correction.before, correction.after))


def _group_url(kind: str, before: str, after: str) -> str:
    return f"{reverse('teaching_group')}?{urlencode({'kind': kind, 'before': before, 'after': after})}"


def _word_url(kind: str, value: str) -> str:
    """Return where a word for this value is written; empty for kinds that have no words."""
    if kind not in WORD_KIND_OF or not value:
        return ""
    return f"{reverse('teaching_words')}?{urlencode({'kind': WORD_KIND_OF[kind], 'value': value})}"


def _group_page(kind: str, before: str, after: str, language: str) -> dict:
    return {
        "kind_words": KINDS.get(kind, kind),
        "before_words": describe_value(kind, before, language) if before else gettext("nothing was read"),
        "after_words": describe_value(kind, after, language) if after else gettext("none of these"),
        "url": _group_url(kind, before, after),
    }


def _row_of(correction, harmless: list[str]) -> dict:
    case, judged = correction.case, getattr(correction, "judgement", None)
    known = list_known_names(case, harmless)
    text = judged.text if judged and judged.text else mask_text(case, known)
    is_clear = bool(judged and judged.is_clear)
    return {
        "correction": correction,
        "case": case,
        "who": WHO[correction.who],
        "sure": describe_confidence(correction.confidence) if correction.confidence is not None else "",
        "judged": judged,
        "verdict": VERDICTS[judged.verdict] if judged else None,
        "text": text,
        "is_clear": is_clear,
        "doubts": [] if correction.was_blacked_out else list_doubts(text, known, is_clear=is_clear),
    }
