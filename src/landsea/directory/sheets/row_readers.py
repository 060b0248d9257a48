"""Reads the rows of a directory's spreadsheet, one class for each kind: which entry a row means, what it would write, and
a `RowFault` with a sentence when it cannot be taken.
"""

from collections.abc import Iterable

from django.utils.translation import gettext

from landsea.directory import access
from landsea.directory.access import incoming, leave_and_handover
from landsea.directory.models import Contact, Desk
from landsea.directory.sheets import cells, written_cells
from landsea.directory.sheets.cells import RowFault
from landsea.directory.sheets.columns import BY_KIND
from landsea_core.reference.vocabulary import OFFICE_KINDS


class OfficeReader:
    kind = "offices"
    cells = staticmethod(written_cells.make_office_cells)

    def __init__(self, actor):
        self.may = actor.is_coordinator
        self.known = {
            office.code: office for office in access.list_offices_in_service().select_related("parent", "place")
        }
        self.places = set(access.list_places_in_service().values_list("code", flat=True))
        self.kinds = {*OFFICE_KINDS, *(office.kind for office in self.known.values())}

    def called(self, given: dict[str, str]) -> str:
        return given.get("code", "")

    def key(self, given: dict[str, str]) -> str:
        _require_columns(given, "code", "country", "kind", "name_en", "time_zone")
        if not self.may:
            raise RowFault(gettext("Only the coordinator changes offices."))
        return _check_code(given["code"])

    def read(self, given: dict[str, str], known) -> tuple[dict, dict]:
        given = _with_known(given, self.cells(known) if known else {})
        fields = cells.read_office_fields(given, known.names if known else {})
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


class DeskReader:
    kind = "desks"
    cells = staticmethod(written_cells.make_desk_cells)

    def __init__(self, actor):
        self.may = actor.is_coordinator
        desks = access.list_desks_in_service().exclude(code=Desk.COORDINATOR).prefetch_related("competences")
        self.known = {desk.code: desk for desk in desks}
        self.offices = dict(access.list_offices_in_service().values_list("code", "pk"))
        self.topics = {
            topic.code: {matter.code for matter in topic.matters.all()} for topic in access.list_topics_in_service()
        }
        self.places = set(access.list_places_in_service().values_list("code", flat=True))

    def called(self, given: dict[str, str]) -> str:
        return given.get("code", "")

    def key(self, given: dict[str, str]) -> str:
        _require_columns(given, "code", "office", "name_en", "competences")
        if not self.may:
            raise RowFault(gettext("Only the coordinator changes desks."))
        if given["code"] == Desk.COORDINATOR:
            raise RowFault(
                gettext("The coordinator's desk takes what nobody else does; it is not changed by a spreadsheet.")
            )
        return _check_code(given["code"])

    def read(self, given: dict[str, str], known) -> tuple[dict, dict]:
        given = _with_known(given, self.cells(known) if known else {})
        if given["office"] not in self.offices:
            raise RowFault(
                gettext("There is no office %(code)s. Import the offices first.") % {"code": given["office"]}
            )
        rows = cells.read_competences(given["competences"])
        for topic, matter, _country, place, *_rest in rows:
            if topic and topic not in self.topics or matter and matter not in self.topics.get(topic, ()):
                raise RowFault(gettext("There is no topic and matter %(code)s.") % {"code": f"{topic}/{matter}"})
            if place and place not in self.places:
                raise RowFault(gettext("There is no place %(code)s in the directory.") % {"code": place})
        names = cells.read_names(given, known.names if known else {})
        after = {**given, **written_cells.name_cells(names), "competences": _competence_text(rows)}
        return after, {"office_id": self.offices[given["office"]], "names": names, "competences": rows}


class ContactReader:
    kind = "contacts"
    cells = staticmethod(written_cells.make_contact_cells)

    def __init__(self, actor):
        self.desks = {
            desk.code: desk
            for desk in (
                access.list_desks_in_service() if actor.is_coordinator else leave_and_handover.list_desks(actor)
            )
        }
        self.known = {
            self._key(one.desk.code, one.email, one.name): one for one in incoming.list_contacts_to_export(actor)
        }

    def called(self, given: dict[str, str]) -> str:
        return " ".join(filter(None, (given.get("desk", ""), given.get("name", ""))))

    def key(self, given: dict[str, str]) -> str:
        _require_columns(given, "desk", "name")
        if given["desk"] not in self.desks:
            raise RowFault(gettext("There is no desk %(code)s that you look after.") % {"code": given["desk"]})
        return self._key(given["desk"], given.get("email", ""), given["name"])

    def read(self, given: dict[str, str], known: Contact | None) -> tuple[dict, dict]:
        given = _with_known(given, self.cells(known) if known else {})
        fields = cells.read_contact_fields(given)
        after = {"desk": given["desk"], **fields, "languages": " ".join(fields["languages"])}
        return after, {"desk_id": self.desks[given["desk"]].pk, **fields}

    @staticmethod
    def _key(desk: str, email: str, name: str) -> str:
        """Return what a contact is known by: desk and address; without an address, desk and name."""
        return f"{desk} {email.lower() or name}"


def _require_columns(given: dict[str, str], *columns: str) -> None:
    missing = [column for column in columns if not given.get(column)]
    if missing:
        names = {column.code: str(column.heading) for kind in BY_KIND.values() for column in kind}
        raise RowFault(gettext("This is missing: %(columns)s.") % {"columns": ", ".join(names[one] for one in missing)})


def _check_code(text: str) -> str:
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
        **written_cells.name_cells(fields["names"]),
        "languages": " ".join(fields["languages"]),
        "weekend": " ".join(cells.DAY_NAMES[day] for day in fields["weekend"]),
        "hours": " ".join("-".join(span) for span in fields["hours"]),
        "closing_days": " ".join(day.isoformat() for day in fields["closing_days"]),
    }


def _competence_text(rows: Iterable[tuple[str, ...]]) -> str:
    return "; ".join("|".join(row).rstrip("|") or "|" for row in rows)
