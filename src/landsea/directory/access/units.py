"""Desks, offices, and what desks answer for."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from landsea.base.plain_reads import read_rows
from landsea.directory.models import (
    Competence,
    Desk,
    DeskRecord,
    Office,
    OfficeTelephone,
    Place,
)
from landsea.directory.reference_cache import keep_rows, read_once
from landsea_core.reference.vocabulary import TELEPHONE_KINDS, TELEPHONE_SHARING


def list_desks_in_service() -> QuerySet[Desk]:
    """Return desks in service, with their office."""
    return Desk.objects.filter(retired_at=None).select_related("office", "office__place")


def find_desk(code: str) -> Desk | None:
    """Return the desk in service with this code, or None; kept, so not to be changed."""
    if "\0" in code:  # which the database refuses to look for
        return None
    return read_once(("desk", code), list_desks_in_service().filter(code=code).first)


def keep_desks_and_places() -> None:
    """Keep all desks and places in service by two statements, for a process that is about to ask for many of them."""
    with_wider = Place.objects.select_related("within__within")
    keep_rows(
        {("desk", desk.code): desk for desk in list_desks_in_service()}
        | {("place", place.code): place for place in with_wider}
    )


WITH_OFFICE = """
FROM directory_desk desk JOIN directory_office office ON office.id = desk.office_id
LEFT JOIN directory_place place ON place.code = office.place_id WHERE desk.id = %s::bigint
"""


def find_desk_by_id(desk_id: int) -> Desk:
    """Return the desk with this id, retired or not, with its office and the office's place."""
    for desk, office, place in read_rows(WITH_OFFICE, [desk_id], desk=Desk, office=Office, place=Place):
        office.place, desk.office = place, office
        found: Desk = desk
        return found
    raise Desk.DoesNotExist(f"No desk {desk_id}.")


def find_kept_desk(desk_id: int) -> Desk:
    """Return the desk with this id, retired or not, with its office and the office's place; kept, so not to be changed."""
    return read_once(("desk by number", desk_id), lambda: find_desk_by_id(desk_id))


def find_coordinator_desk() -> Desk:
    """Return the desk that takes what nobody else does; kept, so not to be changed. Raises Desk.DoesNotExist when the
    reference is not loaded.
    """
    return read_once("coordinator", lambda: Desk.objects.select_related("office").get(code=Desk.COORDINATOR))


def list_offices_in_service() -> QuerySet[Office]:
    """Return offices in service."""
    return Office.objects.filter(retired_at=None).select_related("place")


def find_office_by_id(office_id: int) -> Office:
    """Return the office with this id."""
    return Office.objects.select_related("place").get(pk=office_id)


def find_office(code: str) -> Office | None:
    """Return the office in service with this code, or None."""
    return list_offices_in_service().select_related("place", "parent").filter(code=code).first()


def is_office_code_taken(code: str) -> bool:
    """Say whether an office, in service or not, has this code."""
    return Office.objects.filter(code=code).exists()


def is_desk_code_taken(code: str) -> bool:
    """Say whether a desk, in service or not, has this code."""
    return Desk.objects.filter(code=code).exists()


def list_offices_entered_here() -> list[Office]:
    """Return offices that people described here, in service or not, by name."""
    return list(Office.objects.filter(entered_here=True).order_by("code"))


def list_desks_entered_here() -> list[Desk]:
    """Return desks that people described here, in service or not, with their office."""
    return list(Desk.objects.filter(entered_here=True).select_related("office").order_by("office__code", "code"))


def list_telephones_of_office(office_id: int) -> list[OfficeTelephone]:
    """Return the public telephones of an office in the order in which to try them: its own, its authority's, its
    government's, and among those the office's before the line for citizens in need. Kept, so not to be changed.
    """
    return read_once("telephones", _telephones_by_office).get(office_id, [])


def _telephones_by_office() -> dict[int, list[OfficeTelephone]]:
    found: dict[int, list[OfficeTelephone]] = {}
    for one in OfficeTelephone.objects.filter(retired_at=None).order_by("position"):
        found.setdefault(one.office_id, []).append(one)
    for rows in found.values():
        rows.sort(key=lambda one: (TELEPHONE_SHARING.index(one.whose), TELEPHONE_KINDS.index(one.kind)))
    return found


def list_telephones_in_service() -> QuerySet[OfficeTelephone]:
    """Return public telephones in service of offices in service, in the order of the file, with their office."""
    rows = OfficeTelephone.objects.filter(retired_at=None, office__retired_at=None)
    return rows.select_related("office").order_by("position")


def list_desks_of_office(office_id: int) -> QuerySet[Desk]:
    """Return desks in service of an office, by code, with their competences."""
    return list_desks_in_service().filter(office_id=office_id).prefetch_related("competences").order_by("code")


def find_desks(codes: Iterable[str]) -> dict[str, Desk]:
    """Return desks in service by code, with office, place and competences."""
    return {
        desk.code: desk for desk in list_desks_in_service().filter(code__in=list(codes)).prefetch_related("competences")
    }


def list_competences_in_service() -> QuerySet[Competence]:
    """Return competences of desks in service."""
    return Competence.objects.filter(desk__retired_at=None)


def list_competences(desk: Desk) -> list[Competence]:
    """Return the competences of one desk; kept, so not to be changed."""
    return read_once(("competences", desk.pk), lambda: list(Competence.objects.filter(desk=desk)))


def find_when_records_were_counted() -> datetime | None:
    """When the records of desks were counted last (aware), or None."""
    return DeskRecord.objects.order_by("-counted_at").values_list("counted_at", flat=True).first()
