"""Who acts for a desk today: holders, deputies while those are away, the head when nobody else is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import DateField, DateTimeField, Exists, Func, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from landsea.base.planned_once import open_planned_cursor
from landsea.directory import access
from landsea.directory.models import Appointment, Leave, Role
from landsea.directory.reachability import find_who_is_reachable
from landsea_core.clock import ReachWay


def list_leaves(zone: str, at: datetime) -> QuerySet[Leave]:
    """Return the leaves that cover the local day of `at` (aware) in the desk's zone."""
    day = at.astimezone(ZoneInfo(zone)).date()
    return Leave.objects.filter(first_day__lte=day, last_day__gte=day)


def mark_leave(appointments: QuerySet[Appointment], at: datetime) -> QuerySet[Appointment]:
    """Return the appointments with `away`: whether the person is on leave on the local day of `at` (aware) at the desk or
    office of the appointment. In the same statement.
    """
    zone = Coalesce("desk__office__time_zone", "office__time_zone")
    local = Func(zone, Value(at), function="timezone", output_field=DateTimeField())
    on_leave = Leave.objects.filter(
        user=OuterRef("user"), first_day__lte=OuterRef("day"), last_day__gte=OuterRef("day")
    )
    return appointments.alias(day=Cast(local, DateField())).annotate(away=Exists(on_leave))


def find_who_are_here(appointments: QuerySet[Appointment], at: datetime) -> list[Appointment]:
    """Return those of the appointments whose people have come and are not on leave at `at` (aware)."""
    return [one for one in mark_leave(access.keep_who_came(appointments), at) if not one.away]


@dataclass(frozen=True)
class PersonToTell:
    """Whom a notice goes to; `desk_id` or `office_id` is what they are appointed to."""

    user_id: int
    role: str
    desk_id: int | None
    office_id: int | None
    email: str
    language: str


PEOPLE = """
SELECT d.id,
  EXISTS (SELECT 1 FROM directory_leave l WHERE l.user_id = a.user_id
          AND (%(at)s AT TIME ZONE o.time_zone)::date BETWEEN l.first_day AND l.last_day),
  a.user_id, a.role, a.desk_id, a.office_id, u.email, u.language
FROM directory_desk d
JOIN directory_office o ON o.id = d.office_id
CROSS JOIN LATERAL (
  SELECT id, user_id, role, desk_id, office_id, starts_at, ends_at FROM directory_appointment WHERE desk_id = d.id
  UNION ALL
  SELECT id, user_id, role, desk_id, office_id, starts_at, ends_at FROM directory_appointment
  WHERE office_id = d.office_id AND role = 'head') a
JOIN accounts_user u ON u.id = a.user_id AND u.is_active AND u.password NOT LIKE '!%%'
WHERE d.id {of_desks} AND a.starts_at <= %(at)s AND (a.ends_at IS NULL OR a.ends_at > %(at)s)
ORDER BY a.id
"""
"""Everybody of some desks, and the heads of their offices; whether each is on leave on the desk's local day. Who was invited
and never came is left out: a mail to them would reach nobody who can act."""
PEOPLE_OF_ONE, PEOPLE_OF_MANY = (
    PEOPLE.format(of_desks="= %(desks)s::bigint"),
    PEOPLE.format(of_desks="= ANY(%(desks)s)"),
)


def find_people_to_tell(desk, at: datetime) -> list[PersonToTell]:
    """Return whom a notice to this desk goes to: its holders who are here, else deputies who are, else the heads, else
    the coordinator's people.
    """
    return find_people_to_tell_of_desks([desk], at)[desk.pk]


def find_people_to_tell_of_desks(desks: Iterable, at: datetime) -> dict[int, list[PersonToTell]]:
    """Return `find_people_to_tell` for many desks by desk id, by one statement; another one when a desk has nobody at all."""
    found = find_own_people_to_tell(desks, at)
    if all(found.values()):
        return found
    last = list_coordinators_people(at)
    coordinator = access.find_coordinator_desk().pk
    return {pk: people or (last if pk != coordinator else []) for pk, people in found.items()}


def find_own_people_to_tell(desks: Iterable, at: datetime) -> dict[int, list[PersonToTell]]:
    """Return, by desk id, whom of its own people, or of the heads of its office, a notice goes to; by one statement."""
    wanted = [desk.pk for desk in desks]
    there: dict[int, list[tuple[bool, PersonToTell]]] = {pk: [] for pk in wanted}
    with open_planned_cursor() as cursor:
        if len(wanted) == 1:
            cursor.execute(PEOPLE_OF_ONE, {"desks": wanted[0], "at": at})
        else:
            cursor.execute(PEOPLE_OF_MANY, {"desks": wanted, "at": at})
        for pk, away, *person in cursor.fetchall():
            there[pk].append((away, PersonToTell(*person)))
    return {pk: _first_here(people) for pk, people in there.items()}


def list_coordinators_people(at: datetime) -> list[PersonToTell]:
    """Return the people of the coordinator's desk, who are told where nobody else is."""
    return [
        PersonToTell(one.user_id, one.role, one.desk_id, None, one.user.email, one.user.language)
        for one in access.read_team_of_desk(access.find_coordinator_desk().pk, at)
    ]


def _first_here(people: list[tuple[bool, PersonToTell]]) -> list[PersonToTell]:
    """Return the holders who are not away, else such deputies, else the heads."""
    for role in (Role.HOLDER, Role.DEPUTY):
        if here := [one for away, one in people if one.role == role and not away]:
            return here
    return [one for _away, one in people if one.role == Role.HEAD]


def may_act_for(actor, desk, at: datetime, *, called: bool) -> bool:
    """True when this actor may act for the desk now: its holder always; a deputy while the holders are away, there is
    none, the deputy has the duty that runs now, or was called by a deadline that passed (`called`); the head of office
    likewise.
    """
    if desk.pk in actor.holds:
        return True
    if desk.pk not in actor.desks:
        return False
    if called:
        return True
    on_leave = list_leaves(desk.office.time_zone, at).filter(user=OuterRef("user"))
    people = access.keep_who_came(access.list_people_of_desk(desk.pk, at))
    here = {one.role for one in people.exclude(Exists(on_leave))}
    if Role.HOLDER in here:
        return _has_duty(actor, desk, at)
    return desk.pk in actor.deputises or Role.DEPUTY not in here or _has_duty(actor, desk, at)


def _has_duty(actor, desk, at: datetime) -> bool:
    """True while the office is closed and the roster says that this person answers for the desk."""
    answers = find_who_is_reachable(desk, at)
    return answers.through is ReachWay.DUTY and answers.person.user_id == actor.user_id
