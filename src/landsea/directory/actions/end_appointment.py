"""Ends one appointment, and takes such an end back: rights are gone from the next request on, and come back the same way."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from landsea.accounts.actions.end_sessions import end_sessions
from landsea.accounts.actions.invite import withdraw_invitations
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.refusal import Refused
from landsea.directory import rights
from landsea.directory.actions.appoint import find_names_of_unit, name_stream, note_appointment, tell_of_appointment
from landsea.directory.actions.change_contact import drop_duty
from landsea.directory.actions.evidence import end_requests
from landsea.directory.actions.last_coordinator import lock_coordinator_desk, refuse_without_coordinator
from landsea.directory.models import Appointment, Contact, Desk, Office
from landsea_core.appointing import Part

BACK_WITHIN = timedelta(days=7)
"""How long the end of an appointment can be taken back; later the person is appointed anew."""


def end_appointment(*, actor, appointment_id: int, why: str, now: datetime) -> Appointment:
    """End one appointment at `now` (aware) and return it; contact and duty at its desk end with it, the sessions when it was
    the last one. By whoever may appoint to it, or by the person, who lays it down.

    Raises PermissionDenied, Refused (`no_reason`, `ended`, `last_coordinator`) and Appointment.DoesNotExist.
    """
    if not why.strip():
        raise Refused("no_reason", gettext("Say in a few words why; it stays in the history."))
    with transaction.atomic():
        row = _lock_appointment(appointment_id)
        if row.user_id != actor.user_id and not rights.may_change_appointment(actor, row):
            raise PermissionDenied
        if row.ends_at is not None and row.ends_at <= now:
            raise Refused("ended", gettext("This appointment has ended already."))
        row.ends_at = now
        row.save(update_fields=["ends_at"])
        if rights.find_part(row) is Part.COORDINATOR:
            refuse_without_coordinator(now)
        note_appointment(row, "end_appointment", why, actor, now)
        _end_what_hangs_on_it(row, now)
        if row.user_id != actor.user_id:
            _tell_of_end(row, now)
    return row


def take_end_back(*, actor, appointment_id: int, now: datetime) -> Appointment:
    """Let an appointment that ended lately go on from `now` (aware) with a new row, and the contact that ended with it; duty
    is given anew. By whoever may appoint to it. Raises PermissionDenied and Refused (`too_late`, `closed`, `already`).
    """
    with transaction.atomic():
        row = _lock_appointment(appointment_id)
        if not rights.may_change_appointment(actor, row):
            raise PermissionDenied
        unit = row.desk or row.office
        if row.ends_at is None or row.ends_at > now:
            raise Refused("already", gettext("%(name)s has this part already.") % {"name": row.user.name})
        if row.ends_at < now - BACK_WITHIN or (unit is not None and unit.retired_at is not None):
            raise Refused("too_late", gettext("This cannot be taken back any more. Appoint the person anew."))
        if not row.user.is_active:
            raise Refused("closed", gettext("This account was closed. Ask the coordinator to appoint the person."))
        again, is_new = Appointment.objects.get_or_create(
            user=row.user, role=row.role, desk=row.desk, office=row.office, ends_at=None, defaults={"starts_at": now}
        )
        if not is_new:
            raise Refused("already", gettext("%(name)s has this part already.") % {"name": row.user.name})
        if row.desk_id:
            Contact.objects.filter(user=row.user, desk=row.desk, ended_at=row.ends_at).update(ended_at=None)
        note_appointment(again, "appoint_again", "", actor, now)
        tell_of_appointment(again, actor, now)
    return again


def _lock_appointment(appointment_id: int) -> Appointment:
    """Return the appointment with the row that its acts lock: its desk or office; the coordinator's desk before."""
    desk_id, office_id = Appointment.objects.values_list("desk_id", "office_id").get(pk=appointment_id)
    lock_coordinator_desk()
    list(Desk.objects.select_for_update().filter(pk=desk_id))
    list(Office.objects.select_for_update().filter(pk=office_id))
    rows = Appointment.objects.select_for_update(of=("self",)).select_related("user", "desk__office", "office")
    return rows.get(pk=appointment_id)


def _end_what_hangs_on_it(row: Appointment, now: datetime) -> None:
    current = Appointment.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), user_id=row.user_id)
    if row.desk_id and not current.filter(desk_id=row.desk_id).exists():
        ids = list(
            Contact.objects.filter(user_id=row.user_id, desk_id=row.desk_id, ended_at=None).values_list("pk", flat=True)
        )
        Contact.objects.filter(pk__in=ids).update(ended_at=now)
        drop_duty(ids, now)
        end_requests(ids, "", now)
    if not current.exists():
        withdraw_invitations(row.user_id, now=now)
        end_sessions(row.user_id, now=now)


def _tell_of_end(row: Appointment, now: datetime) -> None:
    queue_mail(
        template="appointment_ended",
        address=row.user.email,
        language=row.user.language,
        user_id=row.user_id,
        stream=name_stream(row),
        once=f"appointment_ended:{row.pk}",
        facts={"part": rights.find_part(row).value, "unit": find_names_of_unit(row)},
        now=now,
    )
