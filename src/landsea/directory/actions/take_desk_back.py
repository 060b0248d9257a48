"""Takes a handover of one desk's work to another desk back, within a day. The cases app opens the transaction."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.directory import rights
from landsea.directory.access import leave_and_handover
from landsea.directory.actions.hand_desk_over import note_desk_handover
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.actions.take_work_back import MAY_BE_UNDONE_FOR
from landsea.directory.actions.tell_people import tell_of_desk_handover
from landsea.directory.models import Change, Competence, Desk, DeskHandover, DutyShift, RotaTurn


def take_desk_back(*, actor, handover_id: int, now: datetime) -> DeskHandover:
    """Undo a desk's handover within a day, inside the caller's transaction: what is still where it was moved to goes back;
    what was changed meanwhile stays as it is.

    Raises Refused (`too_late`, `undone`), Http404 and PermissionDenied.
    """
    revision = lock_revision()
    handover = leave_and_handover.find_desk_handover_to_see(actor, handover_id)
    desks = list(Desk.objects.select_for_update().filter(pk__in=[handover.giver_id, handover.taker_id]).order_by("pk"))
    handover = DeskHandover.objects.select_for_update().get(pk=handover.pk)
    if not all(rights.may_appoint(actor, desk) for desk in desks):
        raise PermissionDenied
    if handover.undone_at is not None:
        raise Refused("undone", gettext("This handover was taken back already."))
    if now - handover.done_at > MAY_BE_UNDONE_FOR:
        raise Refused(
            "too_late", gettext("A handover can be taken back for 24 hours. Hand the work over anew instead.")
        )
    moved, giver, taker = handover.moved, handover.giver_id, handover.taker_id
    Competence.objects.filter(pk__in=moved["competences"], desk=taker).update(desk=giver)
    for model, name in ((DutyShift, "shifts"), (RotaTurn, "rota")):
        for pk, old, new in moved[name]:
            model.objects.filter(pk=pk, desk=taker, contact_id=new).update(desk=giver, contact_id=old)
    edited = Change.objects.filter(kind="desk", desk__in=moved["ours"], at__gt=handover.done_at).values("desk")
    Desk.objects.filter(pk__in=moved["ours"]).exclude(pk__in=edited).update(entered_here=False)
    handover.undone_at = now
    handover.save(update_fields=["undone_at"])
    note_desk_handover(handover, "take_desk_back", actor, now)
    tell_of_desk_handover(handover, actor, now)
    raise_revision(revision)
    return handover
