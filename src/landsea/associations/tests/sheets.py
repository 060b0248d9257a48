"""Spreadsheets made for tests: good ones, and hostile ones."""

import csv
import io
import zipfile

from openpyxl import Workbook

HEADERS = ["Member", "What happened", "Where", "Country", "Goods", "HS code", "What it is about", "Happened on"]
GOOD = [
    "Demo Dragon Fruit",
    "Two lorries wait at the gate.",
    "Mohan",
    "China",
    "dragon fruit",
    "0810.90",
    "plant health",
    "",
]


def csv_bytes(rows, *, encoding: str = "utf-8", separator: str = ",") -> bytes:
    """Return rows as a CSV file."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding)


def xlsx_bytes(rows) -> bytes:
    """Return rows as an XLSX file."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def bomb() -> bytes:
    """Return a small XLSX whose sheet would unpack to 60 MB."""
    return with_part(xlsx_bytes([HEADERS, GOOD]), "xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 60_000_000)


def with_entities() -> bytes:
    """Return an XLSX whose sheet declares an entity."""
    body = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'
    return with_part(xlsx_bytes([HEADERS, GOOD]), "xl/worksheets/sheet1.xml", body)


def with_part(book: bytes, name: str, body: bytes) -> bytes:
    """Return a copy of an XLSX in which one part is another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, body if part == name else old.read(part))
    return out.getvalue()
