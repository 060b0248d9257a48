"""The files around a spreadsheet of cases: the template to fill in, and the numbers of a filed sheet."""

import io

from django.http import Http404, HttpResponse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from landsea.accounts.step_up import proves_again
from landsea.associations import access as association_access
from landsea.associations.sheet_columns import CASE_COLUMNS
from landsea.associations.views.pages import (
    give_association,
    name_clock_place,
)
from landsea.base.doors import door
from landsea.base.ui.reader import name_zone
from landsea.base.ui.sheets.cells import defuse_formula, make_moment_cell, send_csv, write_csv
from landsea.cases.form_filing import list_matter_options
from landsea.cases.presenters import find_zone, name_desk, state_words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@door("association")
@proves_again()
@require_safe
def send_result(request, sheet_id: int):
    """The numbers of a filed spreadsheet as CSV: row, member, number, desk, when its next step is due, where it stands now."""
    kept = association_access.find_sheet(request.actor, sheet_id)
    if not kept.filed_at:
        raise Http404
    rows = [
        [gettext("Row"), gettext("Member"), gettext("Number"), gettext("Desk"), gettext("Due"), gettext("Time zone")]
        + [gettext("State")]
    ]
    for one in list_result_rows(request.actor, kept):
        case = one["case"]
        is_due = case is not None and case.due_at is not None
        due = make_moment_cell(case.due_at, one["zone"]) if is_due else ""
        zone = name_zone(str(one["zone"]), get_language() or "en") if is_due else ""
        number = case.ref if case else gettext("left out") if one["left_out"] else gettext("no longer kept")
        rows.append([one["number"], one["member"], number, one["desk"], due, zone, one["state"]])
    return send_csv(f"cases-{kept.pk}.csv", rows)


@door("association")
@require_safe
@give_association
def send_template(request, association, kind: str):
    """An empty spreadsheet with the columns; the Excel one explains them on a second page."""
    headers = [column.header for column in CASE_COLUMNS]
    if kind == "csv":
        answer, media_type = write_csv([headers]).encode(), "text/csv; charset=utf-8"
    elif kind == "xlsx":
        answer, media_type = _template_workbook(headers), XLSX
    else:
        raise Http404
    disposition = f'attachment; filename="landsea-cases.{kind}"'
    return HttpResponse(answer, content_type=media_type, headers={"Content-Disposition": disposition})


def explain_columns() -> dict[str, str]:
    """Return what to write into each column, in the reader's language."""
    return {
        "member": gettext("The name as it is in your register."),
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


def list_result_rows(actor, kept) -> list[dict]:
    """Return each row of a filed sheet with its case, also where an earlier sheet filed it (`is_earlier`). `left_out` says
    that the row needed repair; a row with neither was filed, and its case is not kept any more.
    """
    refs = [one.get("ref") or one.get("filed_as") for one in kept.rows["rows"]]
    refs = [ref for ref in refs if ref]
    cases = {case.ref: case for case in association_access.find_cases_with_refs(actor, refs)}
    found = []
    for one in kept.rows["rows"]:
        ref = one.get("ref") or one.get("filed_as")
        case = cases.get(ref)
        found.append(
            {
                "number": one["row"],
                "member": one["given"].get("member", ""),
                "case": case,
                "is_earlier": bool(one.get("filed_as")),
                "left_out": not ref,
                "desk": name_desk(case.desk) if case else "",
                "zone": find_zone(case) if case else None,
                "clock_at": name_clock_place(case.desk) if case else "",
                "kind": state_words(case)[0] if case else "",
                "state": state_words(case)[1] if case else "",
            }
        )
    return found


def _template_workbook(headers: list[str]) -> bytes:
    book = Workbook()
    page = book.active
    page.title = "Cases"
    page.append(headers)
    help_page = book.create_sheet(gettext("How to fill")[:31])
    for column in CASE_COLUMNS:
        help_page.append([column.header, explain_columns()[column.code]])
    help_page.append([])
    help_page.append([gettext("Matters")])
    for topic, matters in list_matter_options(get_language() or "en"):
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
