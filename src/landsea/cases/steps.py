"""A running step's row and the core's `Deadline`, one from the other."""

from datetime import datetime

from landsea.cases.facts import deadline_of_step
from landsea.cases.models import Case, StepRecord
from landsea_core.caseflow import Lane, Step
from landsea_core.clock.deadlines import Deadline, extended, paused


def deadline_of_record(case: Case, record: StepRecord) -> Deadline:
    """Return the deadline of a step as it was counted: from its start, through its finished pauses, with its extension."""
    due = deadline_of_step(Step(record.step), Lane(case.lane), record.desk, record.began_at)
    for begun, ended in record.pauses:
        due = paused(due, datetime.fromisoformat(begun), datetime.fromisoformat(ended))
    return extended(due, record.extended_by_days) if record.extended_by_days else due


def resumed_due(case: Case, record: StepRecord, now: datetime) -> Deadline:
    """Return the deadline of a paused step whose clock runs again from `now` (aware)."""
    return paused(deadline_of_record(case, record), record.paused_at, now)


def extended_due(case: Case, record: StepRecord, days: int) -> Deadline:
    """Return the deadline of a step with that many working days more."""
    return extended(deadline_of_record(case, record), days)


def counted_rows(due: Deadline) -> list[list]:
    """Return the days counted one by one as plain rows [ISO day, number in the count or 0, name of the day off]."""
    return [[day.kind.day.isoformat(), day.number, day.kind.name] for day in due.counted]
