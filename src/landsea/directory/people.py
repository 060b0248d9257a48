"""Who acts for a desk today: holders, deputies while those are away, the head when nobody else is there."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet

from landsea.directory import access
from landsea.directory.models import Appointment, Leave, Role


def leaves_on(zone: str, at: datetime) -> QuerySet[Leave]:
    """Return the leaves that cover the local day of `at` (aware) in the desk's zone."""
    day = at.astimezone(ZoneInfo(zone)).date()
    return Leave.objects.filter(first_day__lte=day, last_day__gte=day)


def people_to_tell(desk, at: datetime) -> list[Appointment]:
    """Return whom a notice to this desk goes to: its holders who are here, else deputies who are, else the heads, else
    the coordinator's people.
    """
    on_leave = leaves_on(desk.office.time_zone, at).filter(user=OuterRef("user"))
    here = list(access.people_of_desk(desk.pk, at).exclude(Exists(on_leave)))
    for role in (Role.HOLDER, Role.DEPUTY):
        found = [one for one in here if one.role == role]
        if found:
            return found
    heads = list(access.heads_of_office(desk.office_id, at))
    if heads:
        return heads
    coordinator = access.coordinator_desk()
    return list(access.people_of_desk(coordinator.pk, at)) if coordinator.pk != desk.pk else []


def people_to_tell_of(desks: Iterable, at: datetime) -> dict[int, list[Appointment]]:
    """Return `people_to_tell` for many desks (with office) by desk id, by four statements however many they are."""
    by_id = {desk.pk: desk for desk in desks}
    there = defaultdict(list)
    for one in access.people_of_desks(by_id, at):
        there[one.desk_id].append(one)
    away = _away({one.user_id for found in there.values() for one in found}, at)
    found = {pk: _first_here(there[pk], desk.office.time_zone, away, at) for pk, desk in by_id.items()}
    if not all(found.values()):
        heads = defaultdict(list)
        for one in access.heads_of_offices({by_id[pk].office_id for pk, here in found.items() if not here}, at):
            heads[one.office_id].append(one)
        coordinator = access.coordinator_desk()
        last = list(access.people_of_desk(coordinator.pk, at))
        for pk, here in found.items():
            if not here:
                found[pk] = heads[by_id[pk].office_id] or (last if pk != coordinator.pk else [])
    return found


def _first_here(people: list[Appointment], zone: str, away: dict[int, list[Leave]], at: datetime) -> list[Appointment]:
    """Return the holders of a desk who are not on leave on the local day, else such deputies."""
    day = at.astimezone(ZoneInfo(zone)).date()
    here = [
        one
        for one in people
        if not any(leave.first_day <= day <= leave.last_day for leave in away.get(one.user_id, ()))
    ]
    return [one for one in here if one.role == Role.HOLDER] or [one for one in here if one.role == Role.DEPUTY]


def _away(user_ids: set[int], at: datetime) -> dict[int, list[Leave]]:
    """Return the leaves of these people that cover `at` in any zone, by person."""
    day, one_day = at.astimezone(UTC).date(), timedelta(days=1)
    found = defaultdict(list)
    near = Leave.objects.filter(user__in=user_ids, first_day__lte=day + one_day, last_day__gte=day - one_day)
    for leave in near:
        found[leave.user_id].append(leave)
    return found


def may_act_for(actor, desk, at: datetime, *, called: bool) -> bool:
    """True when this actor may act for the desk now: its holder always; a deputy while the holders are away, there is
    none, or the deputy was called by a deadline that passed (`called`); the head of office likewise.
    """
    if desk.pk in actor.holds:
        return True
    if desk.pk not in actor.desks:
        return False
    if called:
        return True
    on_leave = leaves_on(desk.office.time_zone, at).filter(user=OuterRef("user"))
    here = {one.role for one in access.people_of_desk(desk.pk, at).exclude(Exists(on_leave))}
    if Role.HOLDER in here:
        return False
    return desk.pk in actor.deputises or Role.DEPUTY not in here
