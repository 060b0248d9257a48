"""A dialogue takes up cases that asked for one."""

from collections.abc import Collection
from datetime import datetime

from landsea.cases.models import AgendaRequest


def take_up(case_ids: Collection[int], dialogue: str, *, now: datetime) -> int:
    """Note that these cases were talked about at `dialogue` (its number); return how many had asked. Runs inside the
    transaction of the dialogue's own act, whose audit names them.
    """
    asked = AgendaRequest.objects.filter(case_id__in=case_ids, taken_at=None)
    return asked.update(taken_at=now, taken_by=dialogue[:60])
