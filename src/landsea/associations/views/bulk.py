"""Filing from a spreadsheet: template, upload, preview with a sentence per row, filing all of it or nothing, the numbers."""

import io
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from landsea.associations import access as association_access
from landsea.associations.actions.file_bulk import file_sheet, keep_sheet
from landsea.associations.forms import NEWS, NEWS_TO_US
from landsea.associations.sheet_columns import CASE_COLUMNS
from landsea.associations.sheet_rows import rows_of
from landsea.associations.views.pages import (
    clock_at,
    for_association,
    page_context,
    sender_of,
)
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.sheets.cells import csv_download, csv_text, defuse_formula
from landsea.base.ui.sheets.files import MOST_ROWS, SheetRefused
from landsea.base.ui.sheets.reading import read_upload
from landsea.cases.filing import plan_for
from landsea.cases.forms import matter_options
from landsea.cases.showing import desk_name, zone_of
from landsea.directory.models.names import name_in
from landsea_core.caseflow import Step
from landsea_core.text import clean_text

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@door("association")
@require_http_methods(["GET", "HEAD", "POST"])
@for_association
def sheets(request, association):
    """Take a spreadsheet; show how one is made, and the latest ones."""
    refused = ""
    if request.method == "POST":
        sent = request.FILES.get("sheet")
        try:
            read = read_upload(sent, CASE_COLUMNS)
        except SheetRefused as no:
            refused = no.sentence
        else:
            name = clean_text(sent.name).text[:160]
            kept = keep_sheet(request.actor, association.pk, name, read, now=timezone.now())
            return HttpResponseRedirect(reverse("association_sheet", args=[kept.pk]))
    context = page_context(request, association, "association_bulk") | {
        "refused": refused,
        "columns": [(column, explained()[column.code]) for column in CASE_COLUMNS],
        "earlier": association_access.sheets_of(request.actor, association.pk),
        "most": MOST_ROWS,
    }
    return render(request, "associations/bulk.html", context, status=422 if refused else 200)


@door("association")
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request, sheet_id: int):
    """The preview of a spreadsheet; with POST, file it; once filed, the numbers."""
    kept = association_access.sheet_for(request.actor, sheet_id)
    sender = sender_of(request, kept.association)
    if request.method == "POST":
        agreed = request.POST.get("faulty", "")[:20]
        leave_out = int(agreed) if "leave_out" in request.POST and agreed.isascii() and agreed.isdigit() else None
        news = request.POST.get("news", NEWS_TO_US)
        try:
            file_sheet(request.actor, sheet_id, sender, news=news, leave_out=leave_out, now=timezone.now())
        except Refused as refused:
            return _preview(request, kept, sender, refused.sentence)
        messages.success(request, gettext("The sheet was filed."))
        return HttpResponseRedirect(reverse("association_sheet", args=[sheet_id]))
    if kept.filed_at:
        context = page_context(request, kept.association, "association_bulk")
        context |= {"sheet": kept, "rows": _results(request.actor, kept), "now": timezone.now()}
        return render(request, "associations/sheet_filed.html", context)
    return _preview(request, kept, sender)


@door("association")
@require_safe
def result(request, sheet_id: int):
    """The numbers of a filed spreadsheet as CSV: row, member, number, desk, when its next step is due."""
    kept = association_access.sheet_for(request.actor, sheet_id)
    if not kept.filed_at:
        raise Http404
    rows = [[gettext("Row"), gettext("Member"), gettext("Number"), gettext("Desk"), gettext("Due")]]
    for one in _results(request.actor, kept):
        case = one["case"]
        due = case.due_at.astimezone(one["zone"]).isoformat(timespec="minutes") if case and case.due_at else ""
        number = case.ref if case else gettext("left out")
        rows.append([one["number"], one["member"], number, one["desk"], due])
    return csv_download(f"cases-{kept.pk}.csv", rows)


@door("association")
@require_safe
@for_association
def template(request, association, kind: str):
    """An empty spreadsheet with the columns; the Excel one explains them on a second page."""
    headers = [column.header for column in CASE_COLUMNS]
    if kind == "csv":
        answer, media_type = csv_text([headers]).encode(), "text/csv; charset=utf-8"
    elif kind == "xlsx":
        answer, media_type = _workbook(headers), XLSX
    else:
        raise Http404
    disposition = f'attachment; filename="landsea-cases.{kind}"'
    return HttpResponse(answer, content_type=media_type, headers={"Content-Disposition": disposition})


def explained() -> dict[str, str]:
    """Return what to write into each column, in the reader's language."""
    return {
        "member": gettext("The name as it stands in your register."),
        "text": gettext("What is stuck, since when, what were you told? In any language."),
        "place_text": gettext("A border post, port, station, city or office."),
        "country": gettext("The country where it is stuck; empty if the place says it."),
        "goods": gettext("A word is enough."),
        "hs": gettext("Digits, if known: 0810.60."),
        "matter": gettext("From the list of matters; empty if we should read it from the words."),
        "happened_on": gettext("As 2026-03-18."),
        "urgent": gettext("Only if goods spoil or people are stuck at a border: say what cannot wait."),
        "visibility": gettext("named, coordinator or nobody; empty means that the desk may know the member."),
    }


def _preview(request, kept, sender, refused: str = ""):
    now = timezone.now()
    rows = rows_of(
        kept.rows["rows"],
        association_access.members_of(request.actor, kept.association_id, left=None),
        sender,
        sheet=kept.pk,
    )
    plans = {}
    shown = [_shown(row, now, plans) for row in rows]
    faulty = sum(row.filing is None for row in rows)
    context = page_context(request, kept.association, "association_bulk") | {
        "sheet": kept,
        "rows": shown,
        "faulty": faulty,
        "ready": len(rows) - faulty,
        "left_out": kept.rows["left_out"],
        "refused": refused,
        "filed_before": association_access.filed_before(request.actor, kept),
        "news": list(NEWS.items()),
        "chosen_news": request.POST.get("news", NEWS_TO_US),
        "now": now,
    }
    return render(request, "associations/sheet.html", context, status=409 if refused else 200)


def _shown(row, now, plans: dict) -> dict:
    """Return a row as the preview shows it: what was understood and which desk gets it by when, or what to repair.

    `plans` keeps the plan for each question and lane: the rows of one sheet ask the same few questions.
    """
    shown = {"row": row, "faults": row.faults, "words": row.given.get("text", "")[:140]}
    if row.filing is None:
        return shown
    filing, language = row.filing, get_language() or "en"
    asked = (
        filing.topic,
        filing.matter,
        filing.country,
        filing.place_code,
        filing.hs,
        filing.filer_country,
        filing.lane,
    )
    if asked not in plans:
        plans[asked] = plan_for(filing, now)
    plan = plans[asked]
    place, matter = row.understood.place, row.understood.matter
    return shown | {
        "desk": desk_name(plan.desk),
        "due": next(due.due for step, due in plan.deadlines if step is Step.ANSWER),
        "zone": ZoneInfo(plan.desk.office.time_zone),
        "clock_at": clock_at(plan.desk),
        "place": name_in(place.names, language) if place else filing.place_text or filing.country,
        "unknown_place": bool(filing.place_text and not place),
        "matter": name_in(matter.names, language) if matter else "",
        "guessed": "matter" in row.understood.guessed,
        "guessed_place": "place" in row.understood.guessed,
    }


def _results(actor, kept) -> list[dict]:
    refs = [one["ref"] for one in kept.rows["rows"] if one.get("ref")]
    cases = {case.ref: case for case in association_access.cases_with_refs(actor, refs)}
    found = []
    for one in kept.rows["rows"]:
        case = cases.get(one.get("ref"))
        found.append(
            {
                "number": one["row"],
                "member": one["given"].get("member", ""),
                "case": case,
                "desk": desk_name(case.desk) if case else "",
                "zone": zone_of(case) if case else None,
                "clock_at": clock_at(case.desk) if case else "",
            }
        )
    return found


def _workbook(headers: list[str]) -> bytes:
    book = Workbook()
    page = book.active
    page.title = "Cases"
    page.append(headers)
    help_page = book.create_sheet(gettext("How to fill")[:31])
    for column in CASE_COLUMNS:
        help_page.append([column.header, explained()[column.code]])
    help_page.append([])
    help_page.append([gettext("Matters")])
    for topic, matters in matter_options(get_language() or "en"):
        for _code, name in matters:
            help_page.append([defuse_formula(name), defuse_formula(topic)])
    for number in range(1, len(headers) + 1):
        cell = page.cell(1, number)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
        page.column_dimensions[cell.column_letter].width = 24
    for letter in "AB":
        help_page.column_dimensions[letter].width = 50
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
