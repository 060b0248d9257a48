"""Who answers for desks and offices, and their contacts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import router
from django.db.models import Q, QuerySet

from landsea.accounts.models import User
from landsea.base.plain_reads import read_rows
from landsea.base.planned_once import open_planned_cursor
from landsea.directory.models import (
    Appointment,
    Contact,
    Desk,
    Role,
)


@dataclass(frozen=True)
class HeldAppointment:
    """An appointment that holds now, with the code of its desk or the country of its office."""

    user_id: int
    role: str
    desk_id: int | None
    office_id: int | None
    desk_code: str | None
    office_country: str | None


HELD = """
SELECT a.user_id, a.role, a.desk_id, a.office_id, desk.code, office.country
FROM directory_appointment a
LEFT JOIN directory_desk desk ON desk.id = a.desk_id
LEFT JOIN directory_office office ON office.id = a.office_id
WHERE a.user_id {of_users} AND a.starts_at <= %(now)s AND (a.ends_at IS NULL OR a.ends_at > %(now)s)
"""
"""Every request of somebody who is signed in begins with it, so it is written out."""
HELD_BY_ONE, HELD_BY_MANY = HELD.format(of_users="= %(users)s::bigint"), HELD.format(of_users="= ANY(%(users)s)")


def list_appointments_held_by(user_ids: Iterable[int], now: datetime) -> list[HeldAppointment]:
    """Return the appointments of these users that hold at `now` (aware)."""
    users = list(user_ids)
    with open_planned_cursor(router.db_for_read(Appointment)) as cursor:
        if len(users) == 1:
            cursor.execute(HELD_BY_ONE, {"users": users[0], "now": now})
        else:
            cursor.execute(HELD_BY_MANY, {"users": users, "now": now})
        return [HeldAppointment(*row) for row in cursor.fetchall()]


def find_responsibilities(user_ids: Iterable[int], now: datetime) -> dict[int, tuple[set[int], set[int]]]:
    """Return ids of the desks that each of these people answers for at `now` (aware), those they head too, and of the
    offices for which they file as clerks: what `directory.actors.make_actor` finds for one, for many at once.
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


def list_desk_ids_of_offices(office_ids: Iterable[int]) -> frozenset[int]:
    """Return ids of all desks of these offices, retired ones too: their cases remain the office's."""
    return frozenset().union(*list_desk_ids_by_office(office_ids).values())


def list_desk_ids_by_office(office_ids: Iterable[int]) -> dict[int, set[int]]:
    """Return ids of all desks of each of these offices, retired ones too, by office."""
    found: dict[int, set[int]] = {pk: set() for pk in office_ids}
    for pk, office_id in Desk.objects.filter(office_id__in=found).values_list("id", "office_id"):
        found[office_id].add(pk)
    return found


def list_office_ids_of_desks(desk_ids: Iterable[int]) -> set[int]:
    """Return ids of the offices that these desks belong to."""
    known = set(desk_ids)
    return set(Desk.objects.filter(pk__in=known).values_list("office_id", flat=True)) if known else set()


def list_people_of_desk(desk_id: int, now: datetime) -> QuerySet[Appointment]:
    """Return current holders and deputies of a desk, holders first, with name, address and language of their users."""
    return list_people_of_desks([desk_id], now)


def keep_who_came(appointments: QuerySet[Appointment]) -> QuerySet[Appointment]:
    """Return those of the appointments whose people have set a password: whoever was invited and never came reads no case."""
    return appointments.exclude(user__password__startswith="!")


TEAM = """
FROM directory_appointment held JOIN accounts_user person ON person.id = held.user_id AND person.is_active
WHERE held.desk_id = %s AND held.starts_at <= %s AND (held.ends_at IS NULL OR held.ends_at > %s)
ORDER BY held.role DESC, held.id
"""


def read_team_of_desk(desk_id: int, now: datetime) -> list[Appointment]:
    """Return `list_people_of_desk` by a plain statement, for the page of a case."""
    team = []
    for held, person in read_rows(TEAM, [desk_id, now, now], held=Appointment, person=User):
        held.user = person
        team.append(held)
    return team


def list_people_of_desks(desk_ids: Iterable[int], now: datetime) -> QuerySet[Appointment]:
    """Return current holders and deputies of these desks, holders first, with name, address and language of their users."""
    return (
        Appointment.objects.filter(
            Q(ends_at=None) | Q(ends_at__gt=now), desk_id__in=list(desk_ids), starts_at__lte=now, user__is_active=True
        )
        .select_related("user")
        .only("role", "desk_id", "user__name", "user__email", "user__language", "user__password")
        .order_by("-role", "id")
    )


def list_heads_of_office(office_id: int, now: datetime) -> QuerySet[Appointment]:
    """Return current heads of an office, with their users."""
    return list_heads_of_offices([office_id], now)


def list_heads_of_offices(office_ids: Iterable[int], now: datetime) -> QuerySet[Appointment]:
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


def list_contacts_of_desk(actor, desk_id: int) -> QuerySet[Contact]:
    """Return contacts of a desk with addresses and phones, for those who may see contacts; nobody else gets any."""
    return list_contacts_of_desks(actor, [desk_id])


def list_contacts_of_desks(actor, desk_ids: Iterable[int]) -> QuerySet[Contact]:
    """Return contacts of these desks, as `list_contacts_of_desk` does of one."""
    if not may_see_contacts(actor):
        return Contact.objects.none()
    return Contact.objects.filter(desk_id__in=list(desk_ids), ended_at=None).order_by("id")


def has_working_coordinator(now: datetime) -> bool:
    """Say whether somebody who has set a password is at the coordinator's desk at `now` (aware)."""
    rows = Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), desk__code=Desk.COORDINATOR)
    people = rows.filter(starts_at__lte=now, user__is_active=True).select_related("user")
    return any(row.user.has_usable_password() for row in people)
