"""Cells of tables that leave the house and come back: what would start a formula is made harmless, and undone on reading."""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Where East Asian signs are typed, spreadsheets take the wide ones as well."""


TELEPHONE = re.compile(r"\+[0-9][0-9 ().-]{4,40}")
"""In a book a cell says that it is text, and is then no formula; in CSV "+86-10-1234" would be reckoned out."""


def defuse_formula(value: object) -> str:
    """Return a cell's text that no spreadsheet takes for a formula: an apostrophe stands before what would start one."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def restore_typed(cell: str) -> str:
    """Return what a cell held before `defused`; a text that only begins with an apostrophe stays as it is."""
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell


def make_moment_cell(at: datetime, zone: tzinfo | None = None) -> str:
    """Return a moment (aware) as spreadsheets read it for one, on the clock of `zone`, else of the reader: 2026-12-01 14:30.
    They keep no zone, so the heading says whose clock it is.
    """
    return f"{timezone.localtime(at, zone):%Y-%m-%d %H:%M}"


def write_csv(rows: Iterable[Iterable[object]]) -> str:
    """Return rows as CSV, every cell defused, with the mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    csv.writer(out).writerows([defuse_formula(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def send_csv(name: str, rows: Iterable[Iterable[object]]) -> HttpResponse:
    """Return rows as a CSV file to keep. `name` is ours: plain letters, digits and hyphens."""
    return HttpResponse(
        write_csv(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def send_xlsx(name: str, title: str, rows: Iterable[Iterable[object]]) -> HttpResponse:
    """Return rows as an XLSX file of one page called `title`, every text defused; numbers and days stay what they are.
    `name` is ours, as for CSV.
    """
    book = Workbook(write_only=True)
    page = book.create_sheet(title)
    for row in rows:
        page.append([_typed_cell(page, cell) for cell in row])
    kept = io.BytesIO()
    book.save(kept)
    return HttpResponse(
        kept.getvalue(), content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _typed_cell(page: Any, value: object) -> Any:
    """Return a cell of a book: a number or day as one, a telephone number as the text that it is, other texts defused."""
    if isinstance(value, datetime) and value.tzinfo:  # a book keeps no zone, and refuses whoever brings one
        value = timezone.localtime(value).replace(tzinfo=None)
    if isinstance(value, (int, float, date)) and not isinstance(value, bool):
        return WriteOnlyCell(page, value)
    text = "" if value is None else str(value)
    cell = WriteOnlyCell(page, text if TELEPHONE.fullmatch(text) else defuse_formula(text))
    cell.data_type = "s"
    return cell
