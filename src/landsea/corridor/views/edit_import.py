"""Taking a timetable in: sent, shown as a difference, applied all or nothing as one edition that can be undone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_sentence
from landsea.corridor import access_editing as access
from landsea.corridor.access_versions import list_versions_of_act
from landsea.corridor.actions import edit_timetable
from landsea.corridor.editing.forms import TimetableForm, WhyForm
from landsea.corridor.editing.row_labels import describe_changes, name_row
from landsea.corridor.kept_network import find_files, find_network
from landsea_core.planner.network.incoming_timetables import read_incoming_timetable
from landsea_core.planner.network.row_kinds import EDITED
from landsea_core.sentences import Sentence
from landsea_core.text import clean_text

LARGEST = 5_000_000
MOST_FAULTS = 50
MOST_ROWS = 200


@door("network")
@require_http_methods(["GET", "HEAD", "POST"])
def import_timetable(request: HttpRequest) -> HttpResponse:
    """Send a file. With faults nothing is kept, and each is named."""
    access.require_editor(request.actor)
    form = TimetableForm(request.POST, request.FILES) if request.method == "POST" else TimetableForm()
    faults: list[Sentence | str] = []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        if file.size > LARGEST:
            faults = [_("The file is larger than 5 MB; send it in parts.")]
        else:
            now = timezone.now()
            name = clean_text(file.name).text
            found = read_incoming_timetable(find_network(), find_files(), name, file.read(), now.date())
            if not found.faults:
                whole = form.cleaned_data["whole"]
                held = edit_timetable.hold_timetable(found, is_whole=whole, actor=request.actor, now=now)
                return HttpResponseRedirect(reverse("held_timetable", args=[held.pk]))
            faults = found.faults
    shown = [clean_text(say_sentence(one)).text for one in faults[:MOST_FAULTS]]  # they quote the file
    context = {"form": form, "faults": shown, "more_faults": max(0, len(faults) - MOST_FAULTS)}
    return render(request, "corridor/import.html", context, status=422 if faults or form.errors else 200)


@door("network")
@require_http_methods(["GET", "HEAD", "POST"])
def show_timetable(request: HttpRequest, timetable_id: int) -> HttpResponse:
    """The difference that a timetable makes; with a reason given, all of it is applied."""
    held = access.find_held_timetable(request.actor, timetable_id)
    form = WhyForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            edition = edit_timetable.apply_timetable(
                held,
                fingerprint=request.POST.get("fingerprint", ""),
                why=form.cleaned_data["why"],
                actor=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.show_refused(refused, MOST_FAULTS)
            status = 409
        else:
            count = len(list_versions_of_act(edition))
            words = ngettext("%(count)d row was changed.", "%(count)d rows were changed.", count) % {"count": count}
            messages.success(request, words)
            return HttpResponseRedirect(reverse("network_editing"))
    changes = edit_timetable.list_rows_against(held)
    context = {
        "held": held,
        "form": form,
        "groups": _groups(changes),
        "same": sum(map(len, held.rows.values())) - len(changes),
        "fingerprint": edit_timetable.compute_fingerprint(changes),
    }
    return render(request, "corridor/timetable.html", context, status=422 if form.errors and status == 200 else status)


def _groups(changes: list) -> list[tuple]:
    """Return the rows by what becomes of them: the word for it, at most so many rows, how many there are."""
    by_fate: dict[str, list] = {"added": [], "changed": [], "removed": []}
    for kind, before, row in changes:
        fate = "removed" if row.get("retired") else "added" if before is None else "changed"
        key = row[EDITED[kind]]
        by_fate[fate].append(
            (key, name_row(kind, row, key), describe_changes(before, row) if fate == "changed" else [])
        )
    words = {"added": _("Added"), "changed": _("Changed"), "removed": _("Retired")}
    return [(fate, words[fate], rows[:MOST_ROWS], len(rows)) for fate, rows in by_fate.items() if rows]
