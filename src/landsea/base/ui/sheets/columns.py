"""The columns of a spreadsheet that people fill in, and how a header or a cell is read."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.utils.functional import Promise

from landsea.base.translation.languages import say_in_all_languages
from landsea.base.ui.sheets.cells import restore_typed
from landsea_core.text import clean_text, fold_spelling

LONGEST_CELL = 40_000  # characters; the longest text of a case is half of that, and is told so by its own rule


@dataclass(frozen=True)
class Column:
    """A column: its code, its heading (a lazy text), whether a sheet must have it, and other headings that are understood."""

    code: str
    heading: Promise
    required: bool = False
    also: tuple[str, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The heading in each language of the pages, English first."""
        return say_in_all_languages(self.heading)

    @property
    def header(self) -> str:
        """The heading as the template writes it, in all languages of the pages: "Member / 会员 / Hội viên"."""
        return " / ".join(self.names)


def find_column_of_header(header: str, columns: tuple[Column, ...]) -> str | None:
    """Return the column that a header names, in any of its languages; the template's headers name it in all of them."""
    said = {make_column_key(part) for part in (header, *header.replace("\n", "/").split("/"))} - {""}
    return next((c.code for c in columns if said & {make_column_key(name) for name in (*c.names, *c.also)}), None)


def make_column_key(name: str) -> str:
    return "".join(character for character in fold_spelling(name) if character.isalnum())


def clean_cell(value: object) -> str:
    """Return a cell as text: days as 2026-03-18, whole numbers without a point, nothing that cannot be stored."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return restore_typed(clean_text(str(value)).text.strip(" \n"))[:LONGEST_CELL].strip()
