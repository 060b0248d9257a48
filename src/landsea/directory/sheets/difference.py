"""What a spreadsheet would change in the directory: row by row added, changed, removed, as it is, or refused with a reason.
Computes and writes nothing; `actions.apply_sheet` applies exactly what is computed here.
"""

import hashlib
import json
from dataclasses import dataclass, field

from django.utils.translation import gettext

from landsea.directory.models import HeldSheet
from landsea.directory.sheets.appointment_rows import AppointmentReader
from landsea.directory.sheets.cells import RowFault
from landsea.directory.sheets.columns import BY_KIND
from landsea.directory.sheets.row_readers import ContactReader, DeskReader, OfficeReader


@dataclass(frozen=True)
class Row:
    """One line of the difference. `what`: added, changed, removed, same or refused. `number` is the row of the sheet, 0 for
    what is not in it. `cells` are (column, before, after) of what differs; `fields` is what would be written.
    """

    what: str
    number: int
    key: str
    why: str = ""
    cells: tuple[tuple[str, str, str], ...] = ()
    fields: dict = field(default_factory=dict)
    row_id: int = 0


@dataclass(frozen=True)
class Difference:
    """All lines; `fingerprint` is the same as long as the same would be written."""

    rows: tuple[Row, ...]

    def of(self, what: str) -> list[Row]:
        """Return the lines of one kind, in the order of the sheet."""
        return [row for row in self.rows if row.what == what]

    @property
    def may_be_applied(self) -> bool:
        """All or nothing: nothing is refused, and something would change."""
        return not self.of("refused") and any(row.what != "same" for row in self.rows)

    @property
    def fingerprint(self) -> str:
        """A digest of everything that would be written."""
        said = [[row.what, row.number, row.key, row.row_id, row.cells] for row in self.rows]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False, default=str).encode()).hexdigest()


READERS = {
    "offices": OfficeReader,
    "desks": DeskReader,
    "contacts": ContactReader,
    "appointments": AppointmentReader,
}


def read_row(kind: str, actor, given: dict[str, str]) -> Row:
    """Return what one row would change, outside any sheet. Raises RowFault."""
    reader = READERS[kind](actor)
    return _compare_row(reader, 0, reader.key(given), given)


def find_difference(sheet: HeldSheet, actor) -> Difference:
    """Return what this sheet would change, for this actor, in the directory as it is now."""
    reader = READERS[sheet.kind](actor)
    rows, seen = [], {}
    for number, given in sheet.rows:
        try:
            key = reader.key(given)
            if key in seen:
                raise RowFault(
                    gettext("%(key)s is in row %(row)d already. Leave one of the two.") % {"key": key, "row": seen[key]}
                )
            seen[key] = number
            rows.append(_compare_row(reader, number, key, given))
        except RowFault as fault:
            rows.append(Row("refused", number, reader.called(given), fault.sentence))
    if sheet.is_whole:
        rows += [
            Row("removed", 0, key, row_id=known.pk) for key, known in sorted(reader.known.items()) if key not in seen
        ]
    return Difference(tuple(rows))


def _compare_row(reader, number: int, key: str, given: dict[str, str]) -> Row:
    known = reader.known.get(key)
    after, fields = reader.read(given, known)
    before = reader.cells(known) if known else {}
    asked = {column.code for column in BY_KIND[reader.kind]} | {"what_happens"}
    differs = tuple(
        (column, before.get(column, ""), after[column])
        for column in sorted(asked & set(after))
        if before.get(column, "") != after[column]
    )
    if not known:
        return Row("added", number, key, cells=differs, fields=fields)
    return Row("changed" if differs else "same", number, key, cells=differs, fields=fields, row_id=known.pk)
