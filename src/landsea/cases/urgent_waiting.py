"""Urgent cases that nobody has taken yet: what the room that wakes people asks of the cases."""

from datetime import datetime

from django.db.models import QuerySet

from landsea.cases.models import Case, StepRecord
from landsea_core.caseflow import Lane, State

UNTAKEN = (State.FILED, State.ADMITTED)


def list_urgent_steps_waiting(since: datetime) -> QuerySet[StepRecord]:
    """Return the running steps, begun at `since` (aware) or later, of urgent cases that no desk has accepted yet."""
    running = StepRecord.objects.filter(ended_at=None, began_at__gte=since)
    waiting = running.filter(case__lane=Lane.URGENT, case__state__in=UNTAKEN, case__closed_at=None)
    return waiting.select_related("case").order_by("began_at", "id")


def waits_for_somebody(case: Case) -> bool:
    """Return whether this case is urgent and still waits for a desk to accept it."""
    return case.lane == Lane.URGENT and case.state in UNTAKEN and case.closed_at is None


def lock_case_row(case_id: int) -> Case:
    """Return a case, locked until the transaction ends, for a note in its chain; for the platform's own acts."""
    return Case.objects.select_for_update().get(pk=case_id)
