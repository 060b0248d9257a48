"""Cells of tables that leave the house and come back: what would start a formula is made harmless, and undone on reading."""

import csv
import io
from collections.abc import Iterable

from django.http import HttpResponse
from openpyxl import Workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Where East Asian signs are typed, spreadsheets take the wide ones as well."""


def defuse_formula(value: object) -> str:
    """Return a cell's text that no spreadsheet takes for a formula: an apostrophe stands before what would start one."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def as_typed(cell: str) -> str:
    """Return what a cell held before `defused`; a text that only begins with an apostrophe stays as it is."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell


def csv_text(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV, every cell defused, with the mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    csv.writer(out).writerows([defuse_formula(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def csv_download(name: str, rows: Iterable[Iterable[object]]) -> HttpResponse:
    """Return rows as a CSV file to keep. `name` is ours: plain letters, digits and hyphens."""
    return HttpResponse(
        csv_text(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def xlsx_download(name: str, title: str, rows: Iterable[Iterable[object]]) -> HttpResponse:
    """Return rows as an XLSX file of one page called `title`, every cell defused. `name` is ours, as for CSV."""
    book = Workbook(write_only=True)
    page = book.create_sheet(title)
    for row in rows:
        page.append([defuse_formula(cell) for cell in row])
    kept = io.BytesIO()
    book.save(kept)
    return HttpResponse(
        kept.getvalue(), content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
