"""A running step's row and the core's `Deadline`, one from the other: when it is due, when to remind, when to look."""

from datetime import datetime
from functools import lru_cache

from landsea.cases.mapping import compute_deadline_of_step, find_calendar
from landsea.cases.models import Case, StepRecord
from landsea.directory.office_calendars import read_calendar_overrides
from landsea_core.caseflow import REMINDERS, Called, Lane, Step, allow_time
from landsea_core.clock import Calendar, Reminder, get_calendar, schedule_reminders
from landsea_core.clock.countries import COUNTRIES
from landsea_core.clock.deadlines import Deadline, compute_deadline, extend_deadline, pause_deadline
from landsea_core.clock.working_time import REMINDER_SHARES


def compute_deadline_of_record(case: Case, record: StepRecord) -> Deadline:
    """Return the deadline of a step as it was counted: from its start, through its finished pauses, with its extension."""
    due = compute_deadline_of_step(Step(record.step), Lane(case.lane), record.desk, record.began_at)
    for begun, ended in list_pauses(record):
        due = pause_deadline(due, begun, ended)
    return extend_deadline(due, record.extended_by_days) if record.extended_by_days else due


def compute_resumed_due(case: Case, record: StepRecord, now: datetime) -> Deadline:
    """Return the deadline of a paused step whose clock runs again from `now` (aware)."""
    return pause_deadline(compute_deadline_of_record(case, record), record.paused_at, now)


def compute_extended_due(case: Case, record: StepRecord, days: int) -> Deadline:
    """Return the deadline of a step with that many working days more."""
    return extend_deadline(compute_deadline_of_record(case, record), days)


def find_calendar_of_recipient(case: Case) -> Calendar:
    """Return the calendar in whose hours the running step is reminded of: the desk's; for the filer's confirmation that
    of public offices in the filer's country, as far as we know it.
    """
    if case.step == Step.CONFIRM and case.filer_country in COUNTRIES:
        return get_calendar(case.filer_country, overrides=read_calendar_overrides())
    return find_calendar(case.desk)


def list_pauses(record: StepRecord) -> list[tuple[datetime, datetime]]:
    """Return the finished pauses of a step as instants."""
    return [(datetime.fromisoformat(begun), datetime.fromisoformat(ended)) for begun, ended in record.pauses]


def list_reminders(case: Case, record: StepRecord, due: Deadline, after: datetime) -> list[list]:
    """Return the reminders of a step that come after an instant (aware) as rows [share of the time, ISO instant]."""
    shares = REMINDERS[Lane(case.lane)].get(Step(record.step), REMINDER_SHARES)
    found: tuple[Reminder, ...] = schedule_reminders(due, find_calendar_of_recipient(case), list_pauses(record), shares)
    return [[reminder.share, reminder.at.isoformat()] for reminder in found if reminder.at > after]


def find_next_look(record: StepRecord) -> datetime:
    """Return when the watcher has to look at a running step: at its next reminder, else when it is due."""
    return min(datetime.fromisoformat(record.reminders[0][1]), record.due_at) if record.reminders else record.due_at


def find_next_call(case: Case, called: Called, start: datetime) -> datetime:
    """Return when silence calls the next one, after whoever was called at `start` (aware) had their time."""
    allowance = allow_time(Lane(case.lane), called)
    return compute_deadline(find_calendar(case.desk), start, days=allowance.days, hours=allowance.hours).due


def set_clock(case: Case, record: StepRecord, due: Deadline, now: datetime) -> None:
    """Put a deadline that was counted anew at `now` into the row of its step. It is never nearer than it was."""
    record.due_at = max(due.due, record.due_at) if record.due_at else due.due
    record.predicted = due.predicted
    record.counted = list_counted_rows(due)
    record.reminders = list_reminders(case, record, due, now)


def list_counted_rows(due: Deadline) -> list[list]:
    """Return the days counted one by one as plain rows [ISO day, number in the count or 0, name of the day off, why, 1 for
    a predicted day]."""
    if due.days is None:
        return []
    return _counted_rows(due.calendar, due.start.date(), due.days)


@lru_cache(maxsize=4096)
def _counted_rows(calendar: Calendar, start, days: int) -> list[list]:
    """Return the same for everything that begins on one day of one calendar; shared, so not to be changed."""
    midnight = datetime.combine(start, datetime.min.time(), calendar.zone)
    return [
        [day.kind.day.isoformat(), day.number, day.kind.name, day.kind.why.value, int(day.kind.predicted)]
        for day in compute_deadline(calendar, midnight, days=days).counted
    ]
