"""Who acts for a desk today: holders, deputies while those are away, the head when nobody else is there."""

from datetime import datetime
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
