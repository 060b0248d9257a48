"""Somebody who was woken says that they take the case: by the button of the link's page, by a reply, or by a press."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.cases.audit_stream import name_stream_of_id
from landsea.cases.urgent_waiting import lock_case_row
from landsea.waking.models import Wake, WakeTry
from landsea.waking.models.wakes import WakeState


@dataclass(frozen=True)
class Taken:
    """What became of it: `first` says that this answer ended the wake; otherwise `by` names who was quicker (empty: the case
    needs nobody any more).
    """

    first: bool
    by: str = ""


def take_case(try_id: int, how: str, *, now: datetime) -> Taken:
    """Note that whoever was tried takes the case; `how` is link, reply or press. An answer to an earlier try counts too, and
    one that comes after all were tried. It does not accept the case: that is an act with a sign-in.
    """
    with transaction.atomic():
        asked = WakeTry.objects.select_related("wake").get(pk=try_id)
        lock_case_row(asked.wake.case_id)
        wake = Wake.objects.select_for_update().get(pk=asked.wake_id)
        if wake.state not in {WakeState.RUNNING, WakeState.UNHEARD}:
            return _already(wake, asked)
        asked.answered_at, asked.answer = now, how
        asked.save(update_fields=["answered_at", "answer"])
        wake.state, wake.ended_at, wake.next_look_at = WakeState.TAKEN, now, None
        wake.save(update_fields=["state", "ended_at", "next_look_at"])
        append_entry(
            stream=name_stream_of_id(wake.case_id),
            act="wake_taken",
            actor=f"user:{asked.user_id}" if asked.user_id else "by link",
            at=now,
            facts={"way": asked.way, "how": how},
        )
    return Taken(True)


def _already(wake: Wake, asked: WakeTry) -> Taken:
    answered = wake.tries.exclude(answered_at=None).first()
    if answered is not None and answered.person == asked.person:
        return Taken(True)  # the same person once more: a second press says nothing new
    return Taken(False, by=answered.name if answered else "")
