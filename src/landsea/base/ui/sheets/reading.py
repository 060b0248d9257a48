"""Reading spreadsheets: bytes of an XLSX or CSV file in, cells by column out. What a row means is its app's affair.

Nothing of the file is trusted: sizes are read from the archive's own list before anything is unpacked, declarations of
entities are refused, formulas are never computed. Every refusal is a sentence that says what to do.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext
from openpyxl import load_workbook

from landsea.base.refusal import Refused
from landsea.base.ui.sheets.cells import as_typed
from landsea_core.text import clean_text, fold_spelling

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 40 * 1024 * 1024  # bytes; 500 rows of the longest texts need 30 MB
MOST_PARTS = 500
MOST_ROWS = 500
MOST_COLUMNS = 60
MOST_LETTERS = 100_000
LONGEST_CELL = 40_000  # characters; the longest text of a case is half of that, and is told so by its own rule
SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True)
class Column:
    """A column: its code, whether a sheet must have it, and its header in English, Chinese and Vietnamese."""

    code: str
    names: tuple[str, ...]
    required: bool = False
    also: tuple[str, ...] = ()

    @property
    def header(self) -> str:
        """The header as the template writes it, in the three languages."""
        return " / ".join(self.names)


class SheetRefused(Refused):
    """A spreadsheet that cannot be read; `sentence` says why and what to do, in the reader's language."""

    def __init__(self, sentence: str):
        super().__init__("sheet", sentence)


@dataclass(frozen=True)
class Sheet:
    """What was read: `rows` as (number of the row in the sheet, text by column code), empty rows left out; the headers
    that were not understood.
    """

    rows: list[tuple[int, dict[str, str]]]
    left_out: list[str]


def read_upload(upload, columns: tuple[Column, ...], most_rows: int = MOST_ROWS) -> Sheet:
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
        return _sheet_of(_xlsx_rows(data), columns, most_rows)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SheetRefused(gettext("This is an old Excel file, or one with a password. Save it as .xlsx without one."))
    return _sheet_of(_csv_rows(_decode_letters(data), columns), columns, most_rows)


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
        code = _code_of(cell, columns)
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


def _code_of(header: str, columns: tuple[Column, ...]) -> str | None:
    """Return the column that a header names, in any of its languages; the template's headers name it in all three."""
    said = {_column_key(part) for part in (header, *header.replace("\n", "/").split("/"))} - {""}
    return next((c.code for c in columns if said & {_column_key(name) for name in (*c.names, *c.also)}), None)


def _column_key(name: str) -> str:
    return "".join(character for character in fold_spelling(name) if character.isalnum())


def _clean_cell(value) -> str:
    """Return a cell as text: days as 2026-03-18, whole numbers without a point, nothing that cannot be stored."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return as_typed(clean_text(str(value)).text.strip(" \n"))[:LONGEST_CELL].strip()


def _decode_letters(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetRefused(gettext("The letters of this file cannot be read. Save it as “CSV UTF-8”, or as .xlsx."))


def _csv_rows(text: str, columns: tuple[Column, ...]) -> Iterator[list[str]]:
    """Yield the rows of a CSV text, cut by the separator that makes most sense of the headers."""
    text = text.replace("\x00", "")

    def cut(separator: str) -> Iterator[list[str]]:
        return csv.reader(io.StringIO(text, newline=""), delimiter=separator)

    def known(separator: str) -> int:
        first = next((row for row in cut(separator) if any(cell.strip() for cell in row)), [])
        return sum(_code_of(cell.strip(), columns) is not None for cell in first[:MOST_COLUMNS])

    try:
        for row in cut(max(SEPARATORS, key=known)):
            # An open quotation mark makes one cell of the rest. csv's own limit is the process's, and others change it.
            if any(len(cell) > MOST_LETTERS for cell in row):
                raise csv.Error
            yield [_clean_cell(cell) for cell in row[:MOST_COLUMNS]]
    except csv.Error as broken:
        raise SheetRefused(
            gettext("This file is cut or is no table. Open it in a spreadsheet and save it as .xlsx or CSV.")
        ) from broken


def _xlsx_rows(data: bytes) -> Iterator[list[str]]:
    """Yield the rows of the first sheet, after looking at what the archive says it would unpack to."""
    try:
        _refuse_bombs(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        lines: Iterable = book.worksheets[0].iter_rows(max_col=MOST_COLUMNS, values_only=True)
        for cells in lines:
            yield [_clean_cell(cell) for cell in cells]
    except SheetRefused:
        raise
    except Exception as broken:  # a damaged file makes the reader fail in too many ways to name them
        raise SheetRefused(
            gettext("This file is cut or is no Excel sheet. Open it in a spreadsheet and save it again as .xlsx.")
        ) from broken


def _refuse_bombs(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise SheetRefused(
                gettext("This file unpacks to more than a sheet of 500 rows needs. Copy the rows into the template.")
            )
        for part in parts:
            words = archive.read(part).replace(b"\x00", b"") if part.filename.endswith((".xml", ".rels")) else b""
            if b"<!DOCTYPE" in words or b"<!ENTITY" in words:
                raise SheetRefused(gettext("This file holds more than a sheet. Copy the rows into the template."))
