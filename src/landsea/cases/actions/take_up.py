"""A dialogue takes up cases that asked for one."""

from collections.abc import Collection
from datetime import datetime

from django.db import connection
from django.db.models import F

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import Act, append_many
from landsea.cases.audit_stream import stream_of
from landsea.cases.models import AgendaRequest, Case


def take_up(actor: Actor, case_ids: Collection[int], dialogue: str, *, now: datetime) -> int:
    """Note on each of these cases that it was talked about at `dialogue` (its number); return how many had asked.

    Runs inside the transaction of the dialogue's own act. A case asks again when what was promised there does not come
    in time.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("Cases are taken up in the transaction of the dialogue's act.")
    cases = list(Case.objects.select_for_update().filter(pk__in=case_ids, closed_at=None).order_by("pk"))
    asked = AgendaRequest.objects.filter(case__in=cases, taken_at=None)
    count = asked.update(taken_at=now, taken_by=dialogue[:60])
    append_many(Act(stream_of(case), "take_up", actor.label, now, {"dialogue": dialogue}) for case in cases)
    Case.objects.filter(pk__in=[case.pk for case in cases]).update(version=F("version") + 1, touched_at=now)
    return count
