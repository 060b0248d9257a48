"""Who acts for a desk today: holders, deputies while those are away, the head when nobody else is there."""

from datetime import datetime
from zoneinfo import ZoneInfo

from landsea.directory import access
from landsea.directory.models import Appointment, Leave, Role


def away(user_ids, zone: str, at: datetime) -> frozenset[int]:
    """Return which of these users are on leave on the local day of `at` (aware) in the desk's zone."""
    day = at.astimezone(ZoneInfo(zone)).date()
    return frozenset(
        Leave.objects.filter(user_id__in=user_ids, first_day__lte=day, last_day__gte=day).values_list(
            "user_id", flat=True
        )
    )


def people_to_tell(desk, at: datetime) -> list[Appointment]:
    """Return whom a notice to this desk goes to: its holders who are here, else deputies who are, else the heads, else
    the coordinator's people.
    """
    chain = list(access.people_of_desk(desk.pk, at))
    gone = away([one.user_id for one in chain], desk.office.time_zone, at) if chain else frozenset()
    here = [one for one in chain if one.user_id not in gone]
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
    chain = list(access.people_of_desk(desk.pk, at))
    gone = away([one.user_id for one in chain], desk.office.time_zone, at)
    here = {one.role for one in chain if one.user_id not in gone}
    if Role.HOLDER in here:
        return False
    return desk.pk in actor.deputises or Role.DEPUTY not in here
