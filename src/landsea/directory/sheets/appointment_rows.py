"""Reads the rows of a spreadsheet of appointments: who shall be what, where; and a `RowFault` with a sentence when a row
cannot be taken. What it says is what `actions.appoint` would do or refuse.
"""

from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext

from landsea.accounts.access import find_people_with_addresses
from landsea.base.translation.languages import say_in_all_languages
from landsea.directory import access, rights
from landsea.directory.access.appointments import list_appointments_to_see
from landsea.directory.models import Office
from landsea.directory.part_labels import PART_NAMES
from landsea.directory.sheets.cells import RowFault
from landsea_core.appointing import UNIT_OF_PART, Part, UnitKind


class AppointmentReader:
    kind = "appointments"

    def __init__(self, actor):
        self.actor = actor
        rows = [
            one for one in list_appointments_to_see(actor, timezone.now()) if rights.may_change_appointment(actor, one)
        ]
        self.known = {_key(*_where(one), one.user.email): one for one in rows}
        self.desks = {desk.code: desk for desk in access.list_desks_in_service()}
        self.offices = {office.code: office for office in access.list_offices_in_service()}
        self.parts = {name.casefold(): part for part in Part for name in _names_of(part)}

    @staticmethod
    def cells(known) -> dict[str, str]:
        return make_appointment_cells(known)

    def called(self, given: dict[str, str]) -> str:
        return " ".join(filter(None, (given.get("part", ""), given.get("unit", ""), given.get("email", ""))))

    def key(self, given: dict[str, str]) -> str:
        part = self._part(given.get("part", ""))
        if not given.get("email"):
            raise RowFault(gettext("Write the address with which the person signs in."))
        return _key(part, "" if UNIT_OF_PART[part] is UnitKind.NONE else given.get("unit", ""), given["email"])

    def read(self, given: dict[str, str], known) -> tuple[dict, dict]:
        """Return the row as it would be, and what `appoint_person` takes."""
        if known is not None:
            return make_appointment_cells(known), {}
        part, unit = self._part(given["part"]), given.get("unit", "")
        unit_id, office_id = self._unit(part, unit)
        if not rights.may_appoint_to(self.actor, part, office_id):
            raise RowFault(gettext("You may not appoint here: the page Who may appoint whom says who may."))
        email, language = given["email"].strip().lower(), given.get("language", "") or "en"
        try:
            validate_email(email)
        except ValidationError:
            raise RowFault(
                gettext("%(given)s is no address: write it as name@example.org.") % {"given": email}
            ) from None
        if language not in dict(settings.LANGUAGES):
            codes = ", ".join(dict(settings.LANGUAGES))
            raise RowFault(gettext("Write the language as one of: %(codes)s.") % {"codes": codes})
        person = find_people_with_addresses([email]).get(email)
        name = person.name if person else given.get("name", "").strip()
        if not name:
            raise RowFault(gettext("Write the person's name."))
        if person is not None and not person.is_active and not self.actor.is_coordinator:
            raise RowFault(gettext("This account was closed. Ask the coordinator to appoint the person."))
        told = person is not None and person.has_usable_password()
        happens = gettext("is told by mail") if told else gettext("is invited by mail")
        after = {"part": part.value, "unit": unit, "name": name, "email": email, "language": language}
        fields = {"part": part.value, "unit_id": unit_id, "name": name, "email": email, "language": language}
        return after | {"what_happens": happens}, fields

    def _part(self, typed: str) -> Part:
        part = self.parts.get(typed.strip().casefold())
        if part is None:
            values = {"given": typed, "parts": ", ".join(one.value for one in Part)}
            raise RowFault(gettext("There is no part %(given)s. Write one of: %(parts)s.") % values)
        return part

    def _unit(self, part: Part, code: str) -> tuple[int | None, int | None]:
        """Return the id of the desk or office that a row names, and that of the office."""
        if part is Part.COORDINATOR:
            return None, access.find_coordinator_desk().office_id
        if UNIT_OF_PART[part] is UnitKind.NONE:
            return None, None
        known = self.desks if UNIT_OF_PART[part] is UnitKind.DESK else self.offices
        if code not in known:
            raise RowFault(
                gettext(
                    "There is no desk or office %(code)s for this part. Take its code from the sheet of desks or offices."
                )
                % {"code": code}
            )
        found = known[code]
        if part is Part.CLERK and found.kind != Office.CHAMBER:
            raise RowFault(
                gettext(
                    "This office is no chamber or association, so nobody files for its members. Choose another one."
                )
            )
        return found.pk, getattr(found, "office_id", found.pk)


def make_appointment_cells(appointment) -> dict[str, str]:
    """Return an appointment as the cells of its row."""
    part, unit = _where(appointment)
    person = appointment.user
    return {
        "part": part.value,
        "unit": unit,
        "name": person.name,
        "email": person.email,
        "language": person.language,
    }


def _where(appointment) -> tuple[Part, str]:
    part = rights.find_part(appointment)
    if UNIT_OF_PART[part] is UnitKind.NONE:
        return part, ""
    return part, appointment.desk.code if appointment.desk_id else appointment.office.code


def _key(part: Part, unit: str, email: str) -> str:
    return " ".join(filter(None, (part.value, unit, email.strip().lower())))


@cache
def _names_of(part: Part) -> tuple[str, ...]:
    """Return the words that mean a part: its code, and its name in each language of the pages."""
    also = ("clerk",) if part is Part.CLERK else ()
    return (part.value, *also, *say_in_all_languages(PART_NAMES[part]))
