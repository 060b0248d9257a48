"""Leave: days on which a person is away, with somebody who stands in. Overlaps and circles are refused."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from landsea.accounts.models import User
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_fault
from landsea.directory.access import leave_and_handover
from landsea.directory.actions.revision import lock_revision
from landsea.directory.actions.tell_people import say_never_came, tell_of_leave
from landsea.directory.models import Appointment, Change, Leave
from landsea_core.contacts import Absence, find_first_circle, find_first_overlap
from landsea_core.sentences import Faulty


def take_leave(
    *, actor, user_id: int, first_day: date, last_day: date, stand_in_id: int | None, note: str, now: datetime
) -> Leave:
    """Enter leave for oneself, or for somebody whose head (or coordinator) the actor is. Days are those of the office.

    Everybody's leave is decided under one lock, so that two people who name each other at the same moment do not both
    succeed. Raises Refused (`order`, `past`, `overlap`, `circle`, `no_access`) and PermissionDenied.
    """
    with transaction.atomic():
        person = leave_and_handover.list_people_managed_by(actor, now).filter(pk=user_id).first()
        if person is None:
            raise PermissionDenied
        _lock_leaves()
        wanted = _new_absence(user_id, first_day, last_day, stand_in_id)
        if last_day < now.date():
            raise Refused("past", gettext("These days are over. Write the days that are still to come."))
        _refuse_clash(wanted, [_as_absence(row) for row in Leave.objects.filter(last_day__gte=first_day)])
        _refuse_stranger(user_id, stand_in_id, now)
        leave = Leave.objects.create(
            user=person, first_day=first_day, last_day=last_day, stand_in_id=stand_in_id, note=note[:200]
        )
        _note_change(leave, "take_leave", {}, _leave_facts(leave), actor, now)
        tell_of_leave(leave, actor, now)
    return leave


def end_leave(*, actor, leave_id: int, now: datetime) -> None:
    """Take a leave back; one that runs ends yesterday, so that its past stays on file. Raises Http404."""
    with transaction.atomic():
        _lock_leaves()
        leave = leave_and_handover.find_leave_to_manage(actor, leave_id, now)
        before = _leave_facts(leave)
        today = now.date()
        if leave.first_day >= today:
            _note_change(leave, "end_leave", before, {}, actor, now)
            leave.delete()
            return
        leave.last_day = max(leave.first_day, date.fromordinal(today.toordinal() - 1))
        leave.save(update_fields=["last_day"])
        _note_change(leave, "end_leave", before, _leave_facts(leave), actor, now)


def _lock_leaves() -> None:
    """Let one leave at a time be decided: a circle can be closed by anybody's."""
    lock_revision()


def _new_absence(user_id: int, first_day: date, last_day: date, stand_in_id: int | None) -> Absence:
    try:
        return Absence(user_id, first_day, last_day, stand_in_id)
    except Faulty as wrong:
        raise Refused("order", say_fault(wrong)) from wrong


def _as_absence(row: Leave) -> Absence:
    return Absence(row.user_id, row.first_day, row.last_day, row.stand_in_id)


def _refuse_clash(wanted: Absence, others: list[Absence]) -> None:
    clash = find_first_overlap(wanted, others)
    if clash is not None:
        raise Refused(
            "overlap",
            gettext(
                "This person is on leave from %(first)s to %(last)s already. End that leave first, or choose other days."
            )
            % {"first": clash.first_day.isoformat(), "last": clash.last_day.isoformat()},
        )
    circle = find_first_circle(wanted, others)
    if circle == (wanted.person,):
        raise Refused("circle", gettext("Nobody can stand in for themselves. Choose somebody who is there."))
    if circle:
        names = dict(User.objects.filter(pk__in=circle).values_list("pk", "name"))
        chain = " → ".join(names.get(pk, "?") for pk in (*circle, circle[0]))
        raise Refused(
            "circle",
            gettext(
                "These people would stand in for each other while all are away: %(chain)s. Choose somebody who is there."
            )
            % {"chain": chain},
        )


def _refuse_stranger(user_id: int, stand_in_id: int | None, now: datetime) -> None:
    """A stand-in needs an open account, has signed in once, and has a place at every desk that the person holds."""
    if stand_in_id is None:
        return
    stand_in = User.objects.filter(pk=stand_in_id).first()
    if stand_in is not None and not stand_in.has_usable_password():
        raise Refused("never_came", say_never_came(stand_in.name))
    for desk in leave_and_handover.list_desks_held_by(user_id, now):
        may = Appointment.objects.filter(
            Q(desk=desk) | Q(office_id=desk.office_id, role="head"),
            Q(ends_at=None) | Q(ends_at__gt=now),
            user_id=stand_in_id,
            user__is_active=True,
            starts_at__lte=now,
        )
        if not may.exists():
            raise Refused(
                "no_access",
                gettext("The stand-in has no access to the desk %(desk)s. Choose its deputy or head, or leave it open.")
                % {"desk": desk.names.get("en", desk.code)},
            )


def _leave_facts(leave: Leave) -> dict:
    return {
        "first_day": leave.first_day.isoformat(),
        "last_day": leave.last_day.isoformat(),
        "stand_in": leave.stand_in_id,
    }


def _note_change(leave: Leave, act: str, before: dict, after: dict, actor, now: datetime) -> None:
    Change.objects.create(kind="leave", row=leave.pk, act=act, before=before, after=after, by_id=actor.user_id, at=now)
    facts = {"before": before, "after": after}
    wait_for_turn(f"user:{leave.user_id}")
    append_entry(stream=f"user:{leave.user_id}", act=act, actor=actor.label, at=now, facts=facts)
