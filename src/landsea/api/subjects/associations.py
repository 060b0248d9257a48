"""Filing for the members of an association: the rows of the chamber's sheet as JSON, read and filed as the sheet is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from landsea.api.case_shapes import CASE_LINE
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import CURSOR, LIMIT
from landsea.api.problems import Fault, Problem
from landsea.api.shapes import Schema, Shape, make_many_field, make_text_field, make_whole_field
from landsea.associations import access
from landsea.associations.actions.file_bulk import file_sheet, keep_sheet
from landsea.associations.forms import NEWS, NEWS_TO_US
from landsea.associations.member_filings import Sender
from landsea.associations.sheet_columns import CASE_COLUMNS
from landsea.associations.sheet_rows import name_header, read_rows
from landsea.base.ui.sheets.files import MOST_ROWS
from landsea.base.ui.sheets.sheet_reader import Sheet
from landsea.directory.models.names import name_in
from landsea_core.text import clean_text

COLUMNS = tuple(column.code for column in CASE_COLUMNS)
LONGEST_CELL = 20_000
ROW_SCHEMA: Schema = {
    "type": "object",
    "additionalProperties": False,
    "required": [column.code for column in CASE_COLUMNS if column.required],
    "properties": {name: {"type": "string", "maxLength": LONGEST_CELL} for name in COLUMNS},
}
FILED_ROW = Shape(
    "FiledRow",
    "A row that was filed",
    {
        "row": make_whole_field(lambda row: row["row"], "its place in what was sent, from 1"),
        "member": make_text_field(lambda row: row["given"].get("member", "")),
        "ref": make_text_field(lambda row: row.get("ref", ""), "the case's number, empty where the row was left out"),
    },
)
FILED_ROWS = Shape(
    "FiledRows",
    "What became of rows that were sent",
    {
        "sheet": make_whole_field(lambda sheet: sheet.pk, "its number among the association's sheets"),
        "rows": make_many_field(FILED_ROW, lambda sheet: sheet.rows["rows"]),
    },
)


@dataclass(frozen=True)
class SentRows:
    """Rows as they were sent: for which association, where mails go, whether rows with faults may be left out."""

    association: str
    rows: list[dict[str, str]]
    news: str = NEWS_TO_US
    leave_out_faulty: bool = False


class RowsBody:
    """The body of rows: columns by their codes, as a sheet has them by their headings."""

    papers, checked = False, False

    def schema(self) -> Schema:
        """Return the schema of the body."""
        return {
            "type": "object",
            "additionalProperties": False,
            "required": ["rows"],
            "properties": {
                "association": {
                    "type": "string",
                    "maxLength": 120,
                    "description": "its code; empty where you have one",
                },
                "rows": {"type": "array", "minItems": 1, "maxItems": MOST_ROWS, "items": ROW_SCHEMA},
                "news": {"type": "string", "enum": sorted(NEWS), "description": "where mails about the cases go"},
                "leave_out_faulty": {"type": "boolean", "description": "file the rows that are in order"},
            },
        }

    def read(self, sent: Any, _more: Mapping[str, str]) -> tuple[SentRows, tuple[()]]:
        """Return the rows. Raises Problem for what has another form; what rows mean, is asked when they are filed."""
        faults = list(_faults_of_form(sent, self.schema()))
        if faults:
            raise Problem("faults", gettext("Nothing was done. Mend what is named below."), faults=faults)
        return SentRows(**{"association": ""} | sent), ()


def _faults_of_form(sent: Any, schema: Schema) -> Iterator[Fault]:
    if not isinstance(sent, dict):
        yield Fault("", gettext("Send a JSON object."))
        return
    rows = sent.get("rows")
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_ROWS:
        yield Fault("/rows", gettext("Send a list of 1 to %(most)s rows.") % {"most": MOST_ROWS})
        return
    for name, value in sent.items():
        wanted = schema["properties"].get(name)
        if wanted is None:
            yield Fault(f"/{name[:200]}", gettext("This field is not known here. Leave it out."))
        elif "enum" in wanted and value not in wanted["enum"]:
            yield Fault(f"/{name}", gettext("Send one of: %(choices)s.") % {"choices": ", ".join(wanted["enum"])})
        elif wanted["type"] == "boolean" and not isinstance(value, bool):
            yield Fault(f"/{name}", gettext("Send true or false."))
        elif wanted["type"] == "string" and not isinstance(value, str):
            yield Fault(f"/{name}", gettext("Send a text."))
    for number, row in enumerate(rows):
        yield from _faults_of_row(row, f"/rows/{number}")


def _faults_of_row(row: Any, pointer: str) -> Iterator[Fault]:
    if not isinstance(row, dict):
        yield Fault(pointer, gettext("Send a JSON object."))
        return
    for name, value in row.items():
        if name not in COLUMNS:
            yield Fault(f"{pointer}/{name[:200]}", gettext("This field is not known here. Leave it out."))
        elif not isinstance(value, str) or len(value) > LONGEST_CELL:
            yield Fault(f"{pointer}/{name}", gettext("Send a text."))
    for name in ROW_SCHEMA["required"]:
        if name not in row:
            yield Fault(f"{pointer}/{name}", gettext("This field is needed."))


def file_rows(asked: Asked) -> dict[str, Any]:
    """File the rows: all of them, or nothing."""
    sent: SentRows = asked.form
    association = find_association(asked, sent.association)
    name = name_in(association.names, asked.language)
    sender = Sender(association.pk, name, association.country, asked.caller.address)
    cells = [{code: clean_text(value).text for code, value in row.items()} for row in sent.rows]
    sheet = Sheet(list(enumerate(cells, 1)), [])
    kept = keep_sheet(asked.actor, association.pk, "API", sheet, now=asked.now)
    members = access.list_members(asked.actor, association.pk, left=None)
    filed = access.find_refs_of_open_cases(asked.actor, association.pk)
    read = read_rows(kept.rows["rows"], members, sender, sheet=kept.pk, filed=filed, news=sent.news)
    faulty = [row for row in read if row.filing is None]
    if faulty and not (sent.leave_out_faulty and len(faulty) < len(read)):
        codes = {name_header(code): code for code in COLUMNS}
        faults = [
            Fault(f"/rows/{row.number - 1}/{codes.get(heading, '')}".rstrip("/"), sentence)
            for row in faulty
            for heading, sentence in row.faults
        ]
        raise Problem(
            "faults", gettext("Nothing was filed. Mend the rows that are named, or leave them out."), faults=faults
        )
    leave_out = len(faulty) if faulty else None
    return FILED_ROWS.of(file_sheet(asked.actor, kept.pk, sender, news=sent.news, leave_out=leave_out, now=asked.now))


def list_filed(asked: Asked) -> Answered:
    """Return the cases that the association filed."""
    association = find_association(asked, asked.query["association"])
    found = access.list_cases(asked.actor, association.pk, scope=asked.query["scope"])
    return cut_page(asked, make_slicer(found.select_related("desk").defer("text", "routing")), CASE_LINE)


def find_association(asked: Asked, code: str) -> Any:
    """Return the association that is meant: the one of this code, or the only one of the caller's."""
    own = access.list_associations(asked.actor)
    if code or len(own) != 1:
        if not code:
            raise Problem(
                "refused", gettext("You file for several associations. Say which one is meant."), code="which"
            )
        return access.find_association(asked.actor, code)
    return own[0]


CODE = Parameter("association", {"type": "string", "maxLength": 120}, "its code; empty where you file for one")
COMMON: dict[str, Any] = {"door": "association", "scope": "associations:file", "group": "Associations"}
OPERATIONS = [
    Operation(
        "GET",
        "/association-cases",
        "list_association_cases",
        "Cases that the association filed",
        list_filed,
        list_schema(CASE_LINE),
        query=(
            CODE,
            Parameter(
                "scope", {"type": "string", "enum": ("open", "closed", "all"), "default": "open"}, "which of them"
            ),
            LIMIT,
            CURSOR,
        ),
        **COMMON,
    ),
    Operation(
        "POST",
        "/case-rows",
        "file_rows",
        "File many cases at once, all of them or none",
        file_rows,
        FILED_ROWS,
        body=RowsBody(),
        status=201,
        **COMMON,
    ),
]
