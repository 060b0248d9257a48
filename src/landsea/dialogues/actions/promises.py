"""A desk shows that it kept its promise; promises not yet kept are called to mind."""

import logging
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext

from landsea.base.actors import SYSTEM, Actor
from landsea.base.audit.access import find_entry_with_key
from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.dialogues.access import find_day, list_agreed_promises, may_complete
from landsea.dialogues.models import ActionItem
from landsea.dialogues.notices import tell_owner
from landsea.dialogues.stream import name_promise_stream
from landsea_core.agenda import find_due_reminder

log = logging.getLogger(__name__)


def complete_promise(actor: Actor, action_id: int, evidence: str, *, now: datetime) -> ActionItem:
    """Say that a promise is kept, with evidence that everybody can read. Done twice it stays as it was first."""
    with transaction.atomic():
        action = _lock_promise(action_id)
        if not may_complete(actor, action):
            raise PermissionDenied
        if action.agreed_at is None:
            raise Refused("not_agreed", gettext("Both sides have to agree to the decision first."))
        if action.replaced_at is not None:
            raise Refused("replaced", gettext("Both sides agreed to another promise instead of this one."))
        if action.done_at is not None:
            return action
        if not evidence.strip():
            raise Refused(
                "no_evidence", gettext("Say by what one can see that it is done: a notice, a letter, a figure.")
            )
        action.done_at, action.done_by_id, action.evidence = now, actor.user_id, evidence.strip()
        action.save(update_fields=["done_at", "done_by", "evidence"])
        append_entry(
            stream=name_promise_stream(action.pk),
            act="keep_promise",
            actor=actor.label,
            at=now,
            facts={"late": find_day(action.owner, now) > action.due},
        )
    return action


def send_reminders(now: datetime) -> int:
    """Send each reminder that is owed at `now` (aware), by the calendar day of the owner's desk, once however often this
    is asked; return how many were sent. One that cannot be sent is logged and does not hold up the others.
    """
    sent = 0
    for action_id in list(list_agreed_promises().filter(done_at=None).values_list("pk", flat=True)):
        try:
            sent += _remind_owner(action_id, now)
        except Exception:
            log.exception("promise %s could not be called to mind", action_id)
    return sent


def _remind_owner(action_id: int, now: datetime) -> bool:
    with transaction.atomic():
        action = _lock_promise(action_id)
        owed = find_due_reminder(action.due, find_day(action.owner, action.agreed_at), find_day(action.owner, now))
        if action.done_at is not None or owed is None or find_entry_with_key(name_promise_stream(action.pk), owed.key):
            return False
        append_entry(
            stream=name_promise_stream(action.pk),
            act="remind",
            actor=SYSTEM.label,
            at=now,
            facts={"code": owed.code, "week": owed.week},
            key=owed.key,
        )
        tell_owner(action, "promise_late" if owed.code == "late" else "promise_due", now=now, once=owed.key)
    return True


def _lock_promise(action_id: int) -> ActionItem:
    rows = ActionItem.objects.select_for_update(of=("self",)).select_related("owner__office", "barrier")
    return rows.get(pk=action_id)
