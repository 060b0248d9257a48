"""Takes a handover of one person's work back, within a day. The cases app opens the transaction."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from landsea.accounts.models import User
from landsea.base.refusal import Refused
from landsea.directory import rights
from landsea.directory.access import leave_and_handover
from landsea.directory.actions.evidence import end_requests
from landsea.directory.actions.hand_over import note_handover
from landsea.directory.actions.tell_people import tell_of_handover
from landsea.directory.models import Appointment, Contact, Desk, DutyShift, Handover, RotaTurn

MAY_BE_UNDONE_FOR = timedelta(hours=24)


def take_back(*, actor, handover_id: int, now: datetime) -> Handover:
    """Undo a handover within a day, inside the caller's transaction: appointments, contacts and duty go back; what was
    done meanwhile (answers, swaps, evidence) stays, and duty given to the new person meanwhile goes along.

    Raises Refused (`too_late`, `undone`, `moved_on`), Http404 and PermissionDenied.
    """
    handover = leave_and_handover.find_handover_to_see(actor, handover_id)
    desks = list(Desk.objects.select_for_update().filter(handovers=handover).order_by("pk"))
    handover = Handover.objects.select_for_update().get(pk=handover.pk)
    offices = {desk.office_id for desk in desks}
    if actor.user_id not in (handover.giver_id, handover.taker_id) and not rights.may_hand_over_for(
        actor, handover.giver_id, offices
    ):
        raise PermissionDenied
    _refuse_undo(handover, now)
    moved = handover.moved
    Appointment.objects.filter(pk__in=moved["begun"], ends_at=None).update(ends_at=now)
    Appointment.objects.filter(pk__in=moved["ended"], ends_at=handover.done_at).update(ends_at=None)
    for old, new, was_made in moved["contacts"]:
        Contact.objects.filter(pk=old).update(ended_at=None)
        if was_made:
            DutyShift.objects.filter(contact_id=new, ends_at__gt=now).update(contact_id=old)
            RotaTurn.objects.filter(contact_id=new).update(contact_id=old)
            Contact.objects.filter(pk=new).update(ended_at=now)
            end_requests([new], "", now)
        else:
            DutyShift.objects.filter(pk__in=moved["shifts"], contact_id=new, ends_at__gt=now).update(contact_id=old)
            RotaTurn.objects.filter(pk__in=moved["rota"], contact_id=new).update(contact_id=old)
    handover.undone_at = now
    handover.save(update_fields=["undone_at"])
    note_handover(handover, desks, "take_back", actor, now)
    tell_of_handover(handover, actor, now)
    return handover


def _refuse_undo(handover: Handover, now: datetime) -> None:
    if handover.undone_at is not None:
        raise Refused("undone", gettext("This handover was taken back already."))
    if now - handover.done_at > MAY_BE_UNDONE_FOR:
        raise Refused(
            "too_late", gettext("A handover can be taken back for 24 hours. Hand the work over anew instead.")
        )
    begun = Appointment.objects.filter(pk__in=handover.moved["begun"])
    if begun.exclude(ends_at=None).exists():
        raise Refused("moved_on", gettext("The work has moved on since to somebody else. Hand it over anew instead."))
    if not User.objects.filter(pk=handover.giver_id, is_active=True).exists():
        raise Refused(
            "left", gettext("The account of the person who gave the work was closed. Hand it over to somebody else.")
        )
