"""Ends a person's service: appointments, contacts, links, sessions and the account. The cases app opens the transaction."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext

from landsea.accounts.actions.end_sessions import end_sessions
from landsea.accounts.models import User
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.refusal import Refused
from landsea.directory.access import leave_and_handover
from landsea.directory.actions.change_contact import drop_duty
from landsea.directory.actions.evidence import end_requests
from landsea.directory.actions.last_coordinator import lock_coordinator_desk, refuse_without_coordinator
from landsea.directory.models import Appointment, Change, Contact, Desk


def end_service(*, actor, user_id: int, why: str, now: datetime) -> int:
    """End the service of somebody who left: every appointment ends now, contacts leave the directory, links are dead,
    sessions are ended and the account is closed. Returns how many appointments ended. By a head of all the offices
    concerned, or the coordinator. Raises Http404 for nobody, PermissionDenied, Refused (`no_reason`,
    `last_coordinator`).
    """
    if not User.objects.filter(pk=user_id).exists():
        raise Http404
    desks = list(leave_and_handover.list_desks_held_by(user_id, now))
    if user_id == actor.user_id or not (
        actor.is_coordinator or desks and {desk.office_id for desk in desks} <= actor.heads
    ):
        raise PermissionDenied
    if not why.strip():
        raise Refused("no_reason", gettext("Say in a few words why; the coordinator reads it."))
    lock_coordinator_desk()
    list(Desk.objects.select_for_update().filter(pk__in=[desk.pk for desk in desks]).order_by("pk"))
    ended = Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), user_id=user_id).update(ends_at=now)
    if any(desk.code == Desk.COORDINATOR for desk in desks):
        refuse_without_coordinator(now)
    contacts = list(Contact.objects.filter(user_id=user_id, ended_at=None).values_list("pk", flat=True))
    Contact.objects.filter(pk__in=contacts).update(ended_at=now)
    drop_duty(contacts, now)
    end_requests(contacts, "", now)
    end_sessions(user_id, now=now, close_account=True)
    for desk in desks:
        Change.objects.create(
            kind="handover", row=user_id, desk=desk, act="end_service", why=why[:300], by_id=actor.user_id, at=now
        )
    wait_for_turn(f"user:{user_id}")
    append_entry(stream=f"user:{user_id}", act="end_service", actor=actor.label, at=now, facts={"appointments": ended})
    return ended
