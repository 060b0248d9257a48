"""Choosing the desk or office that an appointment is at: by words of its name in any script, or by its code."""

from collections.abc import Iterable

from landsea.base.ui.countries import name_country
from landsea.directory import access
from landsea.directory.desk_picking import MOST_OFFERED, Offered, find_desks_called
from landsea.directory.display_names import name_desk
from landsea.directory.models import Office
from landsea.directory.models.names import name_in
from landsea.directory.name_search import find_by_name
from landsea_core.appointing import UNIT_OF_PART, Part, UnitKind

MOST_OWN = 40
"""As many desks of the offices that one heads are offered without being looked for."""


def find_units_called(part: Part, typed: str, language: str) -> list[Offered]:
    """Return desks or offices in service, whichever the part is at, that what was typed may name, best first."""
    if UNIT_OF_PART[part] is UnitKind.DESK:
        return find_desks_called(typed, language)
    exact = access.find_office(typed.strip()) if "\0" not in typed else None
    found = [exact] if exact else find_by_name(typed).offices
    fitting = [
        one for one in found if part is not Part.CLERK or access.find_office_by_id(one.pk).kind == Office.CHAMBER
    ]
    return [_office_offered(one, language) for one in fitting[:MOST_OFFERED]]


def list_own_units(part: Part, office_ids: Iterable[int], language: str) -> list[Offered]:
    """Return the desks of these offices, or these offices, whichever the part is at: for those who appoint only there."""
    wanted = list(office_ids)
    if UNIT_OF_PART[part] is UnitKind.DESK:
        desks = access.list_desks_in_service().filter(office_id__in=wanted).order_by("code")[:MOST_OWN]
        return [
            Offered(one.code, ", ".join(name_desk(one, language)), name_country(one.office.country, language))
            for one in desks
        ]
    offices = access.list_offices_in_service().filter(pk__in=wanted).order_by("code")
    return [
        _office_offered(one, language)
        for one in offices[:MOST_OWN]
        if part is not Part.CLERK or one.kind == Office.CHAMBER
    ]


def find_unit_id(part: Part, code: str) -> int | None:
    """Return the id of the desk or office in service with this code, whichever the part is at; None when there is none."""
    if "\0" in code:
        return None
    found = access.find_desk(code) if UNIT_OF_PART[part] is UnitKind.DESK else access.find_office(code)
    return found.pk if found else None


def _office_offered(office, language: str) -> Offered:
    return Offered(office.code, name_in(office.names, language), name_country(office.country, language))
