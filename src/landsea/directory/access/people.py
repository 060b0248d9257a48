"""Who answers for desks and offices, and their contacts."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from landsea.directory.models import (
    Appointment,
    Contact,
    Desk,
    Role,
)


def current_appointments(user_id: int, now: datetime) -> QuerySet[Appointment]:
    """Return appointments of a user that hold at `now` (aware), with desk and office loaded."""
    return current_appointments_of([user_id], now)


def current_appointments_of(user_ids: Iterable[int], now: datetime) -> QuerySet[Appointment]:
    """Return appointments of these users that hold at `now` (aware), with desk and office loaded."""
    return (
        Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), user_id__in=list(user_ids), starts_at__lte=now)
        .select_related("desk", "office")
        .only("user_id", "role", "desk_id", "office_id", "desk__code", "office__country", "office__code")
    )


def responsibilities_of(user_ids: Iterable[int], now: datetime) -> dict[int, tuple[set[int], set[int]]]:
    """Return ids of the desks that each of these people answers for at `now` (aware), those they head too, and of the
    offices for which they file as clerks: what `directory.actors.actor_for` finds for one, for many at once.
    """
    found: dict[int, tuple[set[int], set[int]]] = {pk: (set(), set()) for pk in user_ids}
    current = Q(ends_at=None) | Q(ends_at__gt=now)
    rows = Appointment.objects.filter(current, user_id__in=found, starts_at__lte=now)
    headed: dict[int, list[int]] = {}
    for user_id, role, desk_id, office_id in rows.values_list("user_id", "role", "desk_id", "office_id"):
        if desk_id:
            found[user_id][0].add(desk_id)
        elif role == Role.HEAD:
            headed.setdefault(office_id, []).append(user_id)
        elif role == Role.ASSOCIATION:
            found[user_id][1].add(office_id)
    for office_id, desk_id in Desk.objects.filter(office_id__in=headed).values_list("office_id", "id"):
        for user_id in headed[office_id]:
            found[user_id][0].add(desk_id)
    return found


def desk_ids_of_offices(office_ids: Iterable[int]) -> frozenset[int]:
    """Return ids of all desks of these offices, retired ones too: their cases remain the office's."""
    return frozenset().union(*desk_ids_by_office(office_ids).values())


def desk_ids_by_office(office_ids: Iterable[int]) -> dict[int, set[int]]:
    """Return ids of all desks of each of these offices, retired ones too, by office."""
    found: dict[int, set[int]] = {pk: set() for pk in office_ids}
    for pk, office_id in Desk.objects.filter(office_id__in=found).values_list("id", "office_id"):
        found[office_id].add(pk)
    return found


def office_ids_of_desks(desk_ids: Iterable[int]) -> set[int]:
    """Return ids of the offices that these desks belong to."""
    known = set(desk_ids)
    return set(Desk.objects.filter(pk__in=known).values_list("office_id", flat=True)) if known else set()


def people_of_desk(desk_id: int, now: datetime) -> QuerySet[Appointment]:
    """Return current holders and deputies of a desk, holders first, with name, address and language of their users."""
    return people_of_desks([desk_id], now)


def people_of_desks(desk_ids: Iterable[int], now: datetime) -> QuerySet[Appointment]:
    """Return current holders and deputies of these desks, holders first, with name, address and language of their users."""
    return (
        Appointment.objects.filter(
            Q(ends_at=None) | Q(ends_at__gt=now), desk_id__in=list(desk_ids), starts_at__lte=now, user__is_active=True
        )
        .select_related("user")
        .only("role", "desk_id", "user__name", "user__email", "user__language")
        .order_by("-role", "id")
    )


def heads_of_office(office_id: int, now: datetime) -> QuerySet[Appointment]:
    """Return current heads of an office, with their users."""
    return heads_of_offices([office_id], now)


def heads_of_offices(office_ids: Iterable[int], now: datetime) -> QuerySet[Appointment]:
    """Return current heads of these offices, with their users."""
    return Appointment.objects.filter(
        Q(ends_at=None) | Q(ends_at__gt=now),
        office_id__in=list(office_ids),
        role=Role.HEAD,
        starts_at__lte=now,
        user__is_active=True,
    ).select_related("user")


def may_see_contacts(actor) -> bool:
    """True for people at desks, heads, coordinators, observers and operators: those who work in the directory."""
    return actor.is_officer or actor.is_operator


def contacts_of_desk(actor, desk_id: int) -> QuerySet[Contact]:
    """Return contacts of a desk with addresses and phones, for those who may see contacts; nobody else gets any."""
    return contacts_of_desks(actor, [desk_id])


def contacts_of_desks(actor, desk_ids: Iterable[int]) -> QuerySet[Contact]:
    """Return contacts of these desks, as `contacts_of_desk` does of one."""
    if not may_see_contacts(actor):
        return Contact.objects.none()
    return Contact.objects.filter(desk_id__in=list(desk_ids), ended_at=None).order_by("id")


def has_working_coordinator(now: datetime) -> bool:
    """Say whether somebody who has set a password is at the coordinator's desk at `now` (aware)."""
    rows = Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), desk__code=Desk.COORDINATOR)
    people = rows.filter(starts_at__lte=now, user__is_active=True).select_related("user")
    return any(row.user.has_usable_password() for row in people)
