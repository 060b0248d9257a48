"""The rows of an uploaded spreadsheet, CSV or XLSX, as they lie in the file; a file that would fill the memory is refused."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext
from openpyxl import load_workbook

from landsea.base.refusal import Refused
from landsea.base.ui.sheets.columns import Column, clean_cell, find_column_of_header

MOST_UNPACKED = 40 * 1024 * 1024  # bytes; 500 rows of the longest texts need 30 MB


MOST_PARTS = 500


MOST_ROWS = 500


MOST_COLUMNS = 60


MOST_LETTERS = 100_000


SEPARATORS = (",", ";", "\t")


class SheetRefused(Refused):
    """A spreadsheet that cannot be read; `sentence` says why and what to do, in the reader's language."""

    def __init__(self, sentence: str):
        super().__init__("sheet", sentence)


def decode_letters(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetRefused(gettext("The letters of this file cannot be read. Save it as “CSV UTF-8”, or as .xlsx."))


def read_csv_rows(text: str, columns: tuple[Column, ...]) -> Iterator[list[str]]:
    """Yield the rows of a CSV text, cut by the separator that makes most sense of the headers."""
    text = text.replace("\x00", "")

    def cut(separator: str) -> Iterator[list[str]]:
        return csv.reader(io.StringIO(text, newline=""), delimiter=separator)

    def known(separator: str) -> int:
        first = next((row for row in cut(separator) if any(cell.strip() for cell in row)), [])
        return sum(find_column_of_header(cell.strip(), columns) is not None for cell in first[:MOST_COLUMNS])

    try:
        for row in cut(max(SEPARATORS, key=known)):
            # An open quotation mark makes one cell of the rest. csv's own limit is the process's, and others change it.
            if any(len(cell) > MOST_LETTERS for cell in row):
                raise csv.Error
            yield [clean_cell(cell) for cell in row[:MOST_COLUMNS]]
    except csv.Error as broken:
        raise SheetRefused(
            gettext("This file is cut or is no table. Open it in a spreadsheet and save it as .xlsx or CSV.")
        ) from broken


def read_xlsx_rows(data: bytes) -> Iterator[list[str]]:
    """Yield the rows of the first sheet, after looking at what the archive says it would unpack to."""
    try:
        _refuse_bombs(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        lines: Iterable[Iterable[object]] = book.worksheets[0].iter_rows(max_col=MOST_COLUMNS, values_only=True)
        for cells in lines:
            yield [clean_cell(cell) for cell in cells]
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
