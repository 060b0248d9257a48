"""The only reads of the directory for people and for other apps."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from landsea.directory.models import Appointment, Contact, Desk, Matter, Office, Place, Role, Topic


def current_appointments(user_id: int, now: datetime) -> QuerySet[Appointment]:
    """Appointments of a user that hold at `now` (aware), with desk and office loaded."""
    return (
        Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), user_id=user_id, starts_at__lte=now)
        .select_related("desk", "office")
        .only("role", "desk_id", "office_id", "desk__code", "office__country", "office__code")
    )


def desk_ids_of_offices(office_ids: Iterable[int]) -> frozenset[int]:
    """Ids of all desks of these offices, retired ones too: their cases remain the office's."""
    return frozenset(Desk.objects.filter(office_id__in=office_ids).values_list("id", flat=True))


def desks() -> QuerySet[Desk]:
    """Desks in service, with their office."""
    return Desk.objects.filter(retired_at=None).select_related("office", "office__place")


def desk_with_code(code: str) -> Desk | None:
    """The desk in service with this code, or None."""
    return desks().filter(code=code).first()


def desk_with_id(desk_id: int) -> Desk:
    """The desk with this id, retired or not."""
    return Desk.objects.select_related("office", "office__place").get(pk=desk_id)


def coordinator_desk() -> Desk:
    """The desk that takes what nobody else does. Raises Desk.DoesNotExist when the reference is not loaded."""
    return Desk.objects.select_related("office").get(code=Desk.COORDINATOR)


def offices() -> QuerySet[Office]:
    """Offices in service."""
    return Office.objects.filter(retired_at=None).select_related("place")


def office_with_id(office_id: int) -> Office:
    """The office with this id."""
    return Office.objects.select_related("place").get(pk=office_id)


def places() -> QuerySet[Place]:
    """All places."""
    return Place.objects.all()


def place_with_code(code: str) -> Place | None:
    """The place with this code, or None."""
    return Place.objects.select_related("within").filter(code=code).first()


def place_chain(place: Place | None) -> tuple[str, ...]:
    """Codes from the exact place to the wider ones it lies within; empty for None."""
    codes: list[str] = []
    while place is not None and place.code not in codes:
        codes.append(place.code)
        place = place.within
    return tuple(codes)


def topics() -> QuerySet[Topic]:
    """Topics in their order, with their matters."""
    return Topic.objects.prefetch_related("matters")


def matter_with_code(code: str) -> Matter | None:
    """The matter with this code, or None."""
    return Matter.objects.select_related("topic").filter(code=code).first()


def people_of_desk(desk_id: int, now: datetime) -> QuerySet[Appointment]:
    """Current holders and deputies of a desk, holders first, with their users."""
    return (
        Appointment.objects.filter(
            Q(ends_at=None) | Q(ends_at__gt=now), desk_id=desk_id, starts_at__lte=now, user__is_active=True
        )
        .select_related("user")
        .order_by("-role", "id")
    )


def heads_of_office(office_id: int, now: datetime) -> QuerySet[Appointment]:
    """Current heads of an office, with their users."""
    return Appointment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=now),
        office_id=office_id, role=Role.HEAD, starts_at__lte=now, user__is_active=True,
    ).select_related("user")  # fmt: skip


def contacts_of_desk(actor, desk_id: int) -> QuerySet[Contact]:
    """Contacts of a desk with addresses and phones, for people who work in the directory; nobody else gets any."""
    if not (actor.is_officer or actor.is_operator):
        return Contact.objects.none()
    return Contact.objects.filter(desk_id=desk_id, ended_at=None).order_by("id")
