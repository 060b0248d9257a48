"""Desks, offices, places and what desks answer for."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Case, Exists, OuterRef, QuerySet, Subquery, When

from landsea.directory.kept import keep, kept
from landsea.directory.models import (
    Competence,
    Contact,
    Desk,
    DeskRecord,
    Evidence,
    EvidenceKind,
    Office,
    OfficeTelephone,
    Place,
)
from landsea_core.reference.vocabulary import TELEPHONE_KINDS, TELEPHONE_SHARING


def desks() -> QuerySet[Desk]:
    """Desks in service, with their office."""
    return Desk.objects.filter(retired_at=None).select_related("office", "office__place")


def desk_with_code(code: str) -> Desk | None:
    """The desk in service with this code, or None; kept, so not to be changed."""
    if "\0" in code:  # which the database refuses to look for
        return None
    return kept(("desk", code), desks().filter(code=code).first)


def keep_desks_and_places() -> None:
    """Keep all desks and places in service by two statements, for a process that is about to ask for many of them."""
    with_wider = Place.objects.select_related("within__within")
    keep({("desk", desk.code): desk for desk in desks()} | {("place", place.code): place for place in with_wider})


def desk_with_id(desk_id: int) -> Desk:
    """The desk with this id, retired or not."""
    return Desk.objects.select_related("office", "office__place").get(pk=desk_id)


def coordinator_desk() -> Desk:
    """The desk that takes what nobody else does; kept, so not to be changed. Raises Desk.DoesNotExist when the reference
    is not loaded.
    """
    return kept("coordinator", lambda: Desk.objects.select_related("office").get(code=Desk.COORDINATOR))


def offices() -> QuerySet[Office]:
    """Offices in service."""
    return Office.objects.filter(retired_at=None).select_related("place")


def office_with_id(office_id: int) -> Office:
    """The office with this id."""
    return Office.objects.select_related("place").get(pk=office_id)


def places() -> QuerySet[Place]:
    """Places in service."""
    return Place.objects.filter(retired_at=None)


def place_with_code(code: str) -> Place | None:
    """The place with this code, or None; its chain of wider places is loaded with it. Kept, so not to be changed."""
    return kept(("place", code), Place.objects.select_related("within__within").filter(code=code).first)


def places_with_codes(codes: Iterable[str]) -> dict[str, Place]:
    """Places in service by code; kept one by one, so not to be changed, and meant for a few of them."""
    found = {code: place_with_code(code) for code in codes}
    return {code: place for code, place in found.items() if place is not None and place.retired_at is None}


def place_chain(place: Place | None) -> tuple[str, ...]:
    """Codes from the exact place to the wider ones it lies within; empty for None."""
    codes: list[str] = []
    while place is not None and place.code not in codes:
        codes.append(place.code)
        place = place.within
    return tuple(codes)


def office_with_code(code: str) -> Office | None:
    """The office in service with this code, or None."""
    return offices().select_related("place", "parent").filter(code=code).first()


def telephones_of_office(office_id: int) -> list[OfficeTelephone]:
    """The public telephones of an office in the order in which to try them: its own, its authority's, its government's,
    and among those the office's before the line for citizens in need. Kept, so not to be changed.
    """
    return kept("telephones", _telephones_by_office).get(office_id, [])


def _telephones_by_office() -> dict[int, list[OfficeTelephone]]:
    found: dict[int, list[OfficeTelephone]] = {}
    for one in OfficeTelephone.objects.filter(retired_at=None).order_by("position"):
        found.setdefault(one.office_id, []).append(one)
    for rows in found.values():
        rows.sort(key=lambda one: (TELEPHONE_SHARING.index(one.whose), TELEPHONE_KINDS.index(one.kind)))
    return found


def telephones() -> QuerySet[OfficeTelephone]:
    """Public telephones in service of offices in service, in the order of the file, with their office."""
    rows = OfficeTelephone.objects.filter(retired_at=None, office__retired_at=None)
    return rows.select_related("office").order_by("position")


def desks_of_office(office_id: int) -> QuerySet[Desk]:
    """Desks in service of an office, by code, with their competences."""
    return desks().filter(office_id=office_id).prefetch_related("competences").order_by("code")


def desks_with_codes(codes: Iterable[str]) -> dict[str, Desk]:
    """Desks in service by code, with office, place and competences."""
    return {desk.code: desk for desk in desks().filter(code__in=list(codes)).prefetch_related("competences")}


def competences_in_service() -> QuerySet[Competence]:
    """Competences of desks in service."""
    return Competence.objects.filter(desk__retired_at=None)


def competences_of(desk: Desk) -> list[Competence]:
    """The competences of one desk; kept, so not to be changed."""
    return kept(("competences", desk.pk), lambda: list(Competence.objects.filter(desk=desk)))


TELLS_WHETHER_MAIL_ARRIVES = (EvidenceKind.CONFIRMED, EvidenceKind.ANSWERED, EvidenceKind.BOUNCED, EvidenceKind.CHANGED)


def unreachable_desk_codes() -> frozenset[str]:
    """Codes of desks that have contacts, all of which bounced when last heard of. A desk without contacts is not one."""
    bounces_last = Case(When(kind=EvidenceKind.BOUNCED, then=1), default=0)
    telling = Evidence.objects.filter(contact=OuterRef("pk"), kind__in=TELLS_WHETHER_MAIL_ARRIVES)
    last = telling.order_by("-at", bounces_last.desc(), "-id")
    present = Contact.objects.filter(ended_at=None)
    bounced = (
        present.filter(Exists(Evidence.objects.filter(contact=OuterRef("pk"), kind=EvidenceKind.BOUNCED)))
        .annotate(last=Subquery(last.values("kind")[:1]))
        .filter(last=EvidenceKind.BOUNCED)
    )
    reached = present.filter(desk=OuterRef("pk")).exclude(pk__in=bounced.values("pk"))
    unreachable = Desk.objects.filter(pk__in=bounced.values("desk")).exclude(Exists(reached))
    return frozenset(unreachable.values_list("code", flat=True))


def records_counted_at() -> datetime | None:
    """When the records of desks were counted last (aware), or None."""
    return DeskRecord.objects.order_by("-counted_at").values_list("counted_at", flat=True).first()
