"""Reading spreadsheets: bytes of an XLSX or CSV file in, cells by column out. What a row means is its app's affair.

Nothing of the file is trusted: sizes are read from the archive's own list before anything is unpacked, declarations of
entities are refused, formulas are never computed. Every refusal is a sentence that says what to do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext

from landsea.base.ui.sheets.columns import Column, find_column_of_header
from landsea.base.ui.sheets.files import (
    MOST_ROWS,
    SheetRefused,
    decode_letters,
    read_csv_rows,
    read_xlsx_rows,
)

MOST_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True)
class Sheet:
    """What was read: `rows` as (number of the row in the sheet, text by column code), empty rows left out; the headers
    that were not understood.
    """

    rows: list[tuple[int, dict[str, str]]]
    left_out: list[str]


def read_upload(upload: "UploadedFile[Any] | None", columns: tuple[Column, ...], most_rows: int = MOST_ROWS) -> Sheet:
    """Read an uploaded file, or None where none was chosen, like `read_sheet`; a large one is not even loaded."""
    if upload is None:
        raise SheetRefused(gettext("Choose a file first."))
    return read_sheet(upload.read(MOST_BYTES + 1), columns, most_rows)


def read_sheet(data: bytes, columns: tuple[Column, ...], most_rows: int = MOST_ROWS) -> Sheet:
    """Read the first sheet of an XLSX file, or a CSV file, of at most so many rows; which of them it is, its contents say.

    CSV may be UTF-8 (with or without mark), UTF-16 with mark or GB 18030, separated by comma, semicolon or tab.
    Raises SheetRefused.
    """
    if len(data) > MOST_BYTES:
        raise SheetRefused(gettext("This file is larger than 5 MB. Divide it into several sheets."))
    if not data.strip():
        raise SheetRefused(gettext("This file is empty. Fill in the template and choose it again."))
    if data.startswith(b"PK"):
        return _sheet_of(read_xlsx_rows(data), columns, most_rows)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SheetRefused(gettext("This is an old Excel file, or one with a password. Save it as .xlsx without one."))
    return _sheet_of(read_csv_rows(decode_letters(data), columns), columns, most_rows)


def _sheet_of(lines: Iterator[list[str]], columns: tuple[Column, ...], most_rows: int) -> Sheet:
    header: dict[int, str] | None = None
    left_out: list[str] = []
    rows = []
    for number, cells in enumerate(lines, start=1):
        if not any(cells):
            continue
        if header is None:
            header, left_out = _read_header(cells, columns)
            continue
        given = {code: cells[at] for at, code in header.items() if at < len(cells) and cells[at]}
        if given:
            rows.append((number, given))
        if len(rows) > most_rows:
            raise SheetRefused(
                gettext("This sheet has more than %(most)d rows. Divide it and send one part after the other.")
                % {"most": most_rows}
            )
    if not rows:
        raise SheetRefused(gettext("There are no rows beneath the headers. Write one line for each case or member."))
    return Sheet(rows, left_out)


def _read_header(cells: list[str], columns: tuple[Column, ...]) -> tuple[dict[int, str], list[str]]:
    """Return code by position, and the headers that were not understood. Raises SheetRefused when some are missing."""
    found: dict[int, str] = {}
    unknown, twice = [], []
    for at, cell in enumerate(cells):
        code = find_column_of_header(cell, columns)
        if code is None:
            unknown += [cell[:60]] if cell else []
        elif code in found.values():
            twice.append(cell[:60])
        else:
            found[at] = code
    missing = [column.header for column in columns if column.required and column.code not in found.values()]
    if missing:
        sentence = gettext("The first row must name the columns. Missing: %(missing)s.") % {
            "missing": "; ".join(missing)
        }
        if unknown:
            sentence += " " + gettext("Not understood: %(unknown)s.") % {"unknown": "; ".join(unknown[:20])}
        raise SheetRefused(sentence + " " + gettext("Start from the template: the order of the columns is free."))
    if twice:
        sentence = gettext("These columns say the same as others: %(twice)s. Leave one of each.")
        raise SheetRefused(sentence % {"twice": "; ".join(twice)})
    return found, unknown
