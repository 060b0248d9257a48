"""Spreadsheets of the directory: take away what one may see, bring back what changed, look at the difference, apply it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from landsea.accounts.step_up import proves_again
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.sheets.cells import send_csv, send_xlsx
from landsea.base.ui.sheets.files import SheetRefused
from landsea.base.ui.sheets.sheet_reader import read_upload
from landsea.directory import access
from landsea.directory.access import incoming
from landsea.directory.access.appointments import list_appointments_to_see
from landsea.directory.actions.apply_sheet import apply_sheet, hold_sheet
from landsea.directory.contact_forms import WhyForm
from landsea.directory.sheets import written_cells
from landsea.directory.sheets.appointment_rows import make_appointment_cells
from landsea.directory.sheets.columns import BY_KIND, MOST_ROWS
from landsea.directory.sheets.difference import find_difference
from landsea_core.text import clean_text

SHOWN = 200


@door("directory")
@require_http_methods(["GET", "HEAD", "POST"])
def show_sheets(request: HttpRequest) -> HttpResponse:
    """Show what can be taken away; a sheet brought back is read and shown as a difference."""
    refused = ""
    kind = request.POST.get("kind", "contacts")
    allowed = _kinds_allowed(request.actor)
    kind = kind if kind in allowed else allowed[0]
    if request.method == "POST":
        sent = request.FILES.get("sheet")
        try:
            read = read_upload(sent, BY_KIND[kind], MOST_ROWS)
        except SheetRefused as no:
            refused = no.sentence
        else:
            name = clean_text(sent.name).text
            whole = request.POST.get("whole") == "yes"
            kept = hold_sheet(actor=request.actor, kind=kind, sheet=read, name=name, is_whole=whole, now=timezone.now())
            return redirect("directory_sheet", kept.pk)
    context = {
        "kinds": [(one, _kind_names()[one], BY_KIND[one]) for one in allowed],
        "appoints": "appointments" in allowed,
        "kind": kind,
        "refused": refused,
        "most": MOST_ROWS,
    }
    return render(request, "directory/sheets.html", context, status=422 if refused else 200)


@door("directory")
@proves_again()
@require_http_methods(["GET", "HEAD", "POST"])
def show_sheet(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Show the difference that a sheet makes; with a reason given, apply all of it."""
    held = incoming.find_held_sheet(request.actor, sheet_id)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            done = apply_sheet(
                actor=request.actor,
                sheet_id=sheet_id,
                fingerprint=request.POST.get("fingerprint", ""),
                why=form.cleaned_data["why"],
                now=timezone.now(),
            )
        except Refused as refused:
            form.add_error(None, refused.sentence)
        else:
            words = gettext("Done: %(added)d added, %(changed)d changed, %(removed)d removed.")
            messages.success(request, words % {what: len(done.of(what)) for what in ("added", "changed", "removed")})
            return redirect("directory_sheets")
    difference = find_difference(held, request.actor)
    groups = [
        (what, words, difference.of(what)[:SHOWN], len(difference.of(what)))
        for what, words in (
            ("refused", gettext("Cannot be taken")),
            ("added", gettext("Added")),
            ("changed", gettext("Changed")),
            ("removed", gettext("Removed")),
        )
    ]
    context = {
        "held": held,
        "difference": difference,
        "groups": groups,
        "same": len(difference.of("same")),
        "form": form,
        "kind_words": _kind_names()[held.kind],
    }
    return render(request, "directory/sheet.html", context, status=422 if form.errors else 200)


@door("directory")
@proves_again()
@require_safe
def send_refused_rows(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Send the rows that cannot be taken, as they were typed, each with what is wrong and how to mend it."""
    held = incoming.find_held_sheet(request.actor, sheet_id)
    columns = BY_KIND[held.kind]
    faults = {row.number: row.why for row in find_difference(held, request.actor).of("refused")}
    rows = [
        [faults[number], *(given.get(column.code, "") for column in columns)]
        for number, given in held.rows
        if number in faults
    ]
    return send_csv("landsea-to-mend.csv", [[gettext("To mend"), *(one.header for one in columns)], *rows])


@door("directory")
@proves_again()
@require_safe
def export_sheet(request: HttpRequest, kind: str, form: str) -> HttpResponse:
    """Send what one may see, as CSV or XLSX with the headers that reading understands."""
    if kind not in BY_KIND or form not in ("csv", "xlsx"):
        raise Http404
    if kind == "appointments" and kind not in _kinds_allowed(request.actor):
        raise PermissionDenied
    columns = BY_KIND[kind]
    rows = [[row.get(column.code, "") for column in columns] for row in _rows_to_export(request.actor, kind)]
    table = [[column.header for column in columns], *rows]
    if form == "csv":
        return send_csv(f"landsea-{kind}.csv", table)
    return send_xlsx(f"landsea-{kind}.xlsx", kind, table)


def _rows_to_export(actor, kind: str):
    if kind == "contacts":
        return map(written_cells.make_contact_cells, incoming.list_contacts_to_export(actor))
    if kind == "appointments":
        return map(make_appointment_cells, list_appointments_to_see(actor, timezone.now()).order_by("user__name", "pk"))
    if kind == "desks":
        return map(
            written_cells.make_desk_cells,
            access.list_desks_in_service().prefetch_related("competences").order_by("code"),
        )
    return map(
        written_cells.make_office_cells, access.list_offices_in_service().select_related("parent").order_by("code")
    )


def _kinds_allowed(actor) -> list[str]:
    """Anybody at a desk brings contacts, whoever appoints appointments; offices and desks are the coordinator's."""
    own = ["contacts"] if actor.works_at_desks else []
    own += ["appointments"] if actor.is_coordinator or actor.heads else []
    return [*own, "desks", "offices"] if actor.is_coordinator else own


def _kind_names() -> dict[str, str]:
    return {
        "contacts": gettext("Contacts"),
        "desks": gettext("Desks"),
        "offices": gettext("Offices"),
        "appointments": gettext("Appointments"),
    }
