"""Begins to wake somebody for each urgent case that nobody has taken yet, once for each step of its clock."""

from datetime import datetime, timedelta

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.base.messengers.ways import list_ways
from landsea.cases.audit_stream import name_stream
from landsea.cases.urgent_waiting import list_urgent_steps_waiting, lock_case_row
from landsea.waking.models import Wake
from landsea.waking.models.wakes import WakeState

NOT_OLDER_THAN = timedelta(hours=24)
"""A step that began longer ago than this wakes nobody: an installation that sets up SMS does not ring for old cases."""


def begin_wakes(now: datetime) -> int:
    """Begin a wake for each running step that waits for somebody to take an urgent case; return how many began. Nothing
    happens while no way is set up.
    """
    if not list_ways():
        return 0
    begun = 0
    for step in list_urgent_steps_waiting(now - NOT_OLDER_THAN):
        with transaction.atomic():
            begun += _begin(step, now)
    return begun


def _begin(step, now: datetime) -> int:
    """Begin a wake for this step; 0 when there is one, or somebody of this desk took it at an earlier step and was not
    silent since.
    """
    case = lock_case_row(step.case_id)
    earlier = Wake.objects.filter(case=case)
    if earlier.filter(step=step).exists():
        return 0
    taken = earlier.filter(state=WakeState.TAKEN, desk_id=case.desk_id).order_by("-id").first()
    if taken and not (case.silent_since and case.silent_since > taken.ended_at):
        return 0
    earlier.filter(state=WakeState.RUNNING).update(state=WakeState.OVER, ended_at=now, next_look_at=None)
    Wake.objects.create(case=case, step=step, desk_id=case.desk_id, began_at=now, next_look_at=now)
    append_entry(stream=name_stream(case), act="wake", actor="system", at=now, facts={"step": step.step})
    return 1
