"""Filing from a spreadsheet: upload, preview with a sentence for each row, filing all of it or nothing, the numbers."""

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods

from landsea.associations import access as association_access
from landsea.associations.actions.file_bulk import file_sheet, keep_sheet
from landsea.associations.forms import NEWS, NEWS_TO_US
from landsea.associations.sheet_columns import CASE_COLUMNS
from landsea.associations.sheet_rows import read_rows
from landsea.associations.views.pages import (
    find_sender,
    give_association,
    name_clock_place,
    page_context,
)
from landsea.associations.views.sheet_files import explain_columns, list_result_rows
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.countries import name_country
from landsea.base.ui.sheets.files import MOST_ROWS, SheetRefused
from landsea.base.ui.sheets.sheet_reader import read_upload
from landsea.cases.filing_plan import plan_for
from landsea.cases.presenters import name_desk
from landsea.directory.models.names import name_in
from landsea.directory.name_search import find_places
from landsea_core.caseflow import Step
from landsea_core.text import clean_text


@door("association")
@require_http_methods(["GET", "HEAD", "POST"])
@give_association
def show_sheets(request, association):
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
        "columns": [(column, explain_columns()[column.code]) for column in CASE_COLUMNS],
        "earlier": association_access.list_sheets(request.actor, association.pk),
        "most": MOST_ROWS,
    }
    return render(request, "associations/bulk.html", context, status=422 if refused else 200)


@door("association")
@require_http_methods(["GET", "HEAD", "POST"])
def show_sheet(request, sheet_id: int):
    """The preview of a spreadsheet; with POST, file it; once filed, the numbers."""
    kept = association_access.find_sheet(request.actor, sheet_id)
    sender = find_sender(request, kept.association)
    if request.method == "POST":
        agreed = request.POST.get("faulty", "")[:20]
        leave_out = int(agreed) if "leave_out" in request.POST and agreed.isascii() and agreed.isdigit() else None
        news = request.POST.get("news", NEWS_TO_US)
        try:
            file_sheet(request.actor, sheet_id, sender, news=news, leave_out=leave_out, now=timezone.now())
        except Refused as refused:
            return _preview_page(request, kept, sender, refused.sentence)
        messages.success(request, gettext("The sheet was filed."))
        return HttpResponseRedirect(reverse("association_sheet", args=[sheet_id]))
    if kept.filed_at:
        context = page_context(request, kept.association, "association_bulk")
        rows = list_result_rows(request.actor, kept)
        left_out = [one for one in rows if one["left_out"]]
        context |= {"sheet": kept, "rows": rows, "left_out": left_out, "now": timezone.now()}
        return render(request, "associations/sheet_filed.html", context)
    return _preview_page(request, kept, sender)


def _preview_page(request, kept, sender, refused: str = ""):
    now = timezone.now()
    rows = read_rows(
        kept.rows["rows"],
        association_access.list_members(request.actor, kept.association_id, left=None),
        sender,
        sheet=kept.pk,
        filed=association_access.find_refs_of_open_cases(request.actor, kept.association_id),
    )
    plans = {}
    shown = [_row_shown(row, now, plans) for row in rows]
    faulty = sum(bool(row.faults) for row in rows)
    earlier = sum(bool(row.filed_as) for row in rows)
    context = page_context(request, kept.association, "association_bulk") | {
        "sheet": kept,
        "rows": shown,
        "faulty": faulty,
        "earlier": earlier,
        "ready": len(rows) - faulty - earlier,
        "left_out": kept.rows["left_out"],
        "refused": refused,
        "filed_before": association_access.find_when_filed_before(request.actor, kept),
        "news": list(NEWS.items()),
        "chosen_news": request.POST.get("news", NEWS_TO_US),
        "now": now,
    }
    return render(request, "associations/sheet.html", context, status=409 if refused else 200)


def _row_shown(row, now, plans: dict) -> dict:
    """Return a row as the preview shows it: what was understood and which desk gets it by when, what to repair, or the
    case that it was filed as before.

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
        "desk": name_desk(plan.desk),
        "due": next(due.due for step, due in plan.deadlines if step is Step.ANSWER),
        "zone": ZoneInfo(plan.desk.office.time_zone),
        "clock_at": name_clock_place(plan.desk),
        "place": name_in(place.names, language) if place else filing.place_text or filing.country,
        "unknown_place": bool(filing.place_text and not place),
        "elsewhere": say_elsewhere(filing, language) if filing.place_text and not place else "",
        "matter": name_in(matter.names, language) if matter else "",
        "guessed": "matter" in row.understood.guessed,
        "guessed_place": "place" in row.understood.guessed,
    }


def say_elsewhere(filing, language: str) -> str:
    """Return in words that a place of that name is in another country than the row names; empty where none is."""
    found = find_places(filing.place_text) if filing.country else ()
    if not found:
        return ""
    countries = {"country": name_country(found[0].country, language), "named": name_country(filing.country, language)}
    return gettext("we know it in %(country)s, not in %(named)s: mend the row, or the desk reads it so") % countries
