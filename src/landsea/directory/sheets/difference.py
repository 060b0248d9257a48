"""What a spreadsheet would change in the directory: row by row added, changed, removed, as it is, or refused with a reason.
Computes and writes nothing; `actions.apply_sheet` applies exactly what is computed here.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext

from landsea.directory import access, access_incoming, access_people
from landsea.directory.models import Contact, Desk, HeldSheet
from landsea.directory.sheets import cells
from landsea.directory.sheets.cells import RowFault
from landsea.directory.sheets.columns import BY_KIND
from landsea_core.reference.vocabulary import OFFICE_KINDS


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


def difference_of(sheet: HeldSheet, actor) -> Difference:
    """Return what this sheet would change, for this actor, in the directory as it is now."""
    reader = {"offices": _Offices, "desks": _Desks, "contacts": _Contacts}[sheet.kind](actor)
    rows, seen = [], {}
    for number, given in sheet.rows:
        try:
            key = reader.key(given)
            if key in seen:
                raise RowFault(
                    gettext("%(key)s stands in row %(row)d already. Leave one of the two.")
                    % {"key": key, "row": seen[key]}
                )
            seen[key] = number
            rows.append(_compare(reader, number, key, given))
        except RowFault as fault:
            rows.append(Row("refused", number, reader.called(given), fault.sentence))
    if sheet.is_whole:
        rows += [
            Row("removed", 0, key, row_id=known.pk) for key, known in sorted(reader.known.items()) if key not in seen
        ]
    return Difference(tuple(rows))


def _compare(reader, number: int, key: str, given: dict[str, str]) -> Row:
    known = reader.known.get(key)
    after, fields = reader.read(given, known)
    before = reader.cells(known) if known else {}
    asked = {column.code for column in BY_KIND[reader.kind]}
    differs = tuple(
        (column, before.get(column, ""), after[column])
        for column in sorted(asked & set(after))
        if before.get(column, "") != after[column]
    )
    if not known:
        return Row("added", number, key, cells=differs, fields=fields)
    return Row("changed" if differs else "same", number, key, cells=differs, fields=fields, row_id=known.pk)


class _Offices:
    kind = "offices"
    cells = staticmethod(cells.office_cells)

    def __init__(self, actor):
        self.may = actor.is_coordinator
        self.known = {office.code: office for office in access.offices().select_related("parent", "place")}
        self.places = set(access.places().values_list("code", flat=True))
        self.kinds = {*OFFICE_KINDS, *(office.kind for office in self.known.values())}

    def called(self, given: dict[str, str]) -> str:
        return given.get("code", "")

    def key(self, given: dict[str, str]) -> str:
        _need(given, "code", "country", "kind", "name_en", "time_zone")
        if not self.may:
            raise RowFault(gettext("Only the coordinator changes offices."))
        return _code(given["code"])

    def read(self, given: dict[str, str], known) -> tuple[dict, dict]:
        given = _with_known(given, self.cells(known) if known else {})
        fields = cells.office_fields(given, known.names if known else {})
        if given["kind"] not in self.kinds:
            values = {"given": given["kind"], "kinds": ", ".join(OFFICE_KINDS)}
            raise RowFault(gettext("There is no kind %(given)s. Write one of: %(kinds)s.") % values)
        parent, place = given.get("parent", ""), given.get("place", "")
        if parent and parent not in self.known:
            raise RowFault(gettext("There is no office %(code)s to belong to.") % {"code": parent})
        if place and place not in self.places:
            raise RowFault(gettext("There is no place %(code)s in the directory.") % {"code": place})
        fields |= {"parent_id": self.known[parent].pk if parent else None, "place_id": place or None}
        return _office_after(given, fields), fields


class _Desks:
    kind = "desks"
    cells = staticmethod(cells.desk_cells)

    def __init__(self, actor):
        self.may = actor.is_coordinator
        desks = access.desks().exclude(code=Desk.COORDINATOR).prefetch_related("competences")
        self.known = {desk.code: desk for desk in desks}
        self.offices = dict(access.offices().values_list("code", "pk"))
        self.topics = {topic.code: {matter.code for matter in topic.matters.all()} for topic in access.topics()}
        self.places = set(access.places().values_list("code", flat=True))

    def called(self, given: dict[str, str]) -> str:
        return given.get("code", "")

    def key(self, given: dict[str, str]) -> str:
        _need(given, "code", "office", "name_en", "competences")
        if not self.may:
            raise RowFault(gettext("Only the coordinator changes desks."))
        if given["code"] == Desk.COORDINATOR:
            raise RowFault(
                gettext("The coordinator's desk takes what nobody else does; it is not changed by a spreadsheet.")
            )
        return _code(given["code"])

    def read(self, given: dict[str, str], known) -> tuple[dict, dict]:
        given = _with_known(given, self.cells(known) if known else {})
        if given["office"] not in self.offices:
            raise RowFault(
                gettext("There is no office %(code)s. Import the offices first.") % {"code": given["office"]}
            )
        rows = cells.competences(given["competences"])
        for topic, matter, _country, place, *_rest in rows:
            if topic and topic not in self.topics or matter and matter not in self.topics.get(topic, ()):
                raise RowFault(gettext("There is no topic and matter %(code)s.") % {"code": f"{topic}/{matter}"})
            if place and place not in self.places:
                raise RowFault(gettext("There is no place %(code)s in the directory.") % {"code": place})
        names = cells.names_from(given, known.names if known else {})
        after = {**given, **cells.name_cells(names), "competences": _competence_text(rows)}
        return after, {"office_id": self.offices[given["office"]], "names": names, "competences": rows}


class _Contacts:
    kind = "contacts"
    cells = staticmethod(cells.contact_cells)

    def __init__(self, actor):
        self.desks = {
            desk.code: desk for desk in (access.desks() if actor.is_coordinator else access_people.desks_of(actor))
        }
        self.known = {
            self._key(one.desk.code, one.email, one.name): one for one in access_incoming.contacts_to_export(actor)
        }

    def called(self, given: dict[str, str]) -> str:
        return " ".join(filter(None, (given.get("desk", ""), given.get("name", ""))))

    def key(self, given: dict[str, str]) -> str:
        _need(given, "desk", "name")
        if given["desk"] not in self.desks:
            raise RowFault(gettext("There is no desk %(code)s that you look after.") % {"code": given["desk"]})
        return self._key(given["desk"], given.get("email", ""), given["name"])

    def read(self, given: dict[str, str], known: Contact | None) -> tuple[dict, dict]:
        given = _with_known(given, self.cells(known) if known else {})
        fields = cells.contact_fields(given)
        after = {"desk": given["desk"], **fields, "languages": " ".join(fields["languages"])}
        return after, {"desk_id": self.desks[given["desk"]].pk, **fields}

    @staticmethod
    def _key(desk: str, email: str, name: str) -> str:
        """A contact is known by desk and address; without one, by desk and name."""
        return f"{desk} {email.lower() or name}"


def _need(given: dict[str, str], *columns: str) -> None:
    missing = [column for column in columns if not given.get(column)]
    if missing:
        names = {column.code: column.names[0] for kind in BY_KIND.values() for column in kind}
        raise RowFault(gettext("This is missing: %(columns)s.") % {"columns": ", ".join(names[one] for one in missing)})


def _code(text: str) -> str:
    if not all(part.isascii() and part.replace("-", "").isalnum() for part in text.split(".")) or len(text) > 80:
        raise RowFault(
            gettext("Write a code of letters, digits, hyphens and points, not %(code)s.") % {"code": text[:80]}
        )
    return text


def _with_known(given: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    """Let columns that the sheet does not have, or leaves empty, stay as they are: nobody loses a telephone number to an
    empty cell. What shall go is written as a hyphen.
    """
    merged = {**known, **given}
    return {column: "" if value == "-" else value for column, value in merged.items()}


def _office_after(given: dict[str, str], fields: dict) -> dict[str, str]:
    return {
        **given,
        "country": fields["country"],
        **cells.name_cells(fields["names"]),
        "languages": " ".join(fields["languages"]),
        "weekend": " ".join(cells.DAYS[day] for day in fields["weekend"]),
        "hours": " ".join("-".join(span) for span in fields["hours"]),
        "closing_days": " ".join(day.isoformat() for day in fields["closing_days"]),
    }


def _competence_text(rows: Iterable[tuple[str, ...]]) -> str:
    return "; ".join("|".join(row).rstrip("|") or "|" for row in rows)
