"""A dialogue takes up cases that asked for one."""

from collections.abc import Collection
from datetime import datetime

from django.db import connection

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import Act, append_many
from landsea.cases.audit_stream import name_stream
from landsea.cases.deadline_mapping import find_next_call
from landsea.cases.models import AgendaRequest, Case
from landsea_core.caseflow import Called


def take_up(actor: Actor, case_ids: Collection[int], dialogue: str, *, now: datetime) -> int:
    """Note on each of these cases that it was talked about at `dialogue` (its number); return how many had asked.

    Runs inside the transaction of the dialogue's own act. A case that is still late after the time of a solution asks for
    the dialogue after it.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("Cases are taken up in the transaction of the dialogue's act.")
    cases = list(
        Case.objects.select_for_update(of=("self",))
        .select_related("desk__office")
        .filter(pk__in=case_ids, closed_at=None)
        .order_by("pk")
    )
    asked = AgendaRequest.objects.filter(case__in=cases, taken_at=None, withdrawn_at=None)
    count = asked.update(taken_at=now, taken_by=dialogue[:60])
    append_many(Act(name_stream(case), "take_up", actor.label, now, {"dialogue": dialogue}) for case in cases)
    for case in cases:
        case.version, case.touched_at = case.version + 1, now
        if case.called == Called.DIALOGUE and case.paused_at is None:
            case.wakes_at = find_next_call(case, Called.DIALOGUE, now)
    Case.objects.bulk_update(cases, ["version", "touched_at", "wakes_at"])
    return count
