"""How a row of the network came to be what it is, for everybody; putting it back, and undoing an edition, for editors."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.corridor import access_editing as access
from landsea.corridor.access_versions import find_edition, list_last_editions, list_versions
from landsea.corridor.actions import edit_network
from landsea.corridor.editing.forms import WhyForm
from landsea.corridor.editing.row_labels import (
    HOWS,
    ROW_KINDS,
    describe_changes,
    name_row,
)
from landsea.corridor.models import How
from landsea.corridor.views.edit import read_number, shape_edition


@door("public")
@require_safe
def show_history(request: HttpRequest, rows: str, key: str) -> HttpResponse:
    """Every state of a row, with what changed, when and why; by whom, for people at desks."""
    return _history_page(request, access.find_row_now(rows, key), WhyForm())


def _history_page(request: HttpRequest, now_is, form: WhyForm, status: int = 200) -> HttpResponse:
    actor = request.actor
    versions = [
        {"version": one, "how": HOWS[one.how], "changes": describe_changes(one.before, one.after)}
        for one in list_versions(now_is.kind, now_is.key)
    ]
    row = now_is.row or now_is.base
    context = {
        "kind": now_is.kind,
        "key": now_is.key,
        "kind_words": ROW_KINDS[now_is.kind],
        "name": name_row(now_is.kind, row or (versions[0]["version"].before if versions else None), now_is.key),
        "row": row,
        "place": row and row.get("place"),
        "number": now_is.number,
        "versions": versions,
        "base": now_is.base,
        "overtaken": now_is.overtaken,
        "file_says": describe_changes(now_is.row, now_is.base) if now_is.overtaken else (),
        "form": form,
        "names_people": actor.is_officer,
        "may_edit": access.may_edit(actor),
    }
    return render(request, "corridor/history.html", context, status=status)


@door("public")
@require_safe
def show_changes(request: HttpRequest) -> HttpResponse:
    """What editors changed last, over all rows."""
    context = {
        "editions": [shape_edition(one) for one in list_last_editions(50)],
        "names_people": request.actor.is_officer,
    }
    return render(request, "corridor/changes.html", context)


@door("network")
@require_POST
def revert_row(request: HttpRequest, rows: str, key: str, number: int) -> HttpResponse:
    """Let a row count again as it was after one of its versions; 0: as the file has it."""
    access.require_editor(request.actor)
    now_is = access.find_row_now(rows, key)
    form = WhyForm(request.POST)
    if form.is_valid():
        try:
            edition = edit_network.revert_row(
                rows,
                key,
                number,
                seen=read_number(request.POST.get("seen", "")),
                why=form.cleaned_data["why"],
                actor=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.show_refused(refused)
        else:
            kept = edition.how != How.REVERTED
            messages.success(
                request, _("Kept as it is here.") if kept else _("Put back. Plans are made with it from now on.")
            )
            return HttpResponseRedirect(reverse("network_history", args=[rows, key]))
    return _history_page(request, now_is, form, status=422)


@door("network")
@require_POST
def undo_edition(request: HttpRequest, pk: int) -> HttpResponse:
    """Put all rows of an edition back to what they were before it."""
    edition = find_edition(request.actor, pk)
    form = WhyForm(request.POST)
    if form.is_valid():
        try:
            edit_network.undo_edition(edition, why=form.cleaned_data["why"], actor=request.actor, now=timezone.now())
        except Refused as refused:
            form.show_refused(refused)
        else:
            messages.success(request, _("Undone: all its rows are as they were before."))
            return HttpResponseRedirect(reverse("network_editing"))
    context = {"one": shape_edition(edition), "form": form}
    return render(request, "corridor/undo.html", context, status=422)
