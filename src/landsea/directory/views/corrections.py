"""Suggested corrections, for the coordinator: what was said, about which desk, and what became of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.directory import access as directory_access
from landsea.directory.access import incoming
from landsea.directory.actions.handle_correction import handle_correction
from landsea.directory.contact_forms import CorrectionResultForm
from landsea.directory.display_names import name_desk

SHOWN = 50


@door("coordinator")
@require_safe
def show_corrections(request: HttpRequest) -> HttpResponse:
    """Show all that nobody settled yet, oldest first."""
    return _corrections_page(request)


@door("coordinator")
@require_POST
def settle_correction(request: HttpRequest, correction_id: int) -> HttpResponse:
    """Say what became of one; whoever suggested it is told."""
    row = incoming.find_correction_to_settle(request.actor, correction_id)
    form = CorrectionResultForm(request.POST, prefix=str(row.pk))
    if not form.is_valid():
        return _corrections_page(request, form, row.pk)
    try:
        settled = handle_correction(
            actor=request.actor,
            correction=row,
            result=form.cleaned_data["result"],
            reply=form.cleaned_data["reply"],
            now=timezone.now(),
        )
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return _corrections_page(request, form, row.pk)
    words = gettext("Settled. Whoever suggested it is told.") if settled else gettext("Somebody settled it before you.")
    messages.success(request, words)
    return redirect("corrections")


def _corrections_page(
    request: HttpRequest, faulty: CorrectionResultForm | None = None, faulty_id: int = 0
) -> HttpResponse:
    language = get_language() or "en"
    rows = list(incoming.open_corrections(request.actor)[: SHOWN + 1])
    desks = directory_access.find_desks(row.about_key for row in rows)
    lines = [
        (
            row,
            desks[row.about_key],
            *name_desk(desks[row.about_key], language),
            faulty if row.pk == faulty_id else CorrectionResultForm(prefix=str(row.pk)),
        )
        for row in rows[:SHOWN]
    ]
    context = {"lines": lines, "more": len(rows) > SHOWN, "now": timezone.now()}
    return render(request, "directory/corrections.html", context, status=422 if faulty else 200)
