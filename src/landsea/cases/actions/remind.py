"""Reminds whoever a running step waits for that a share of its time is gone. Done in a pool of the watcher.

In the normal lane a reminder reaches people in their office's hours only: one that is late, because no watcher ran, waits
for their next opening, and is left out when the deadline comes first. In the urgent lane it goes at once to whoever has
duty, and to the desk when nobody does.
"""

from datetime import datetime

from landsea.base.actors import SYSTEM
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.open_act import finish_act
from landsea.cases.actions.pool import Pool
from landsea.cases.deadline_mapping import find_calendar_of_recipient, find_next_look
from landsea.cases.models import Case, StepRecord
from landsea.cases.notices import tell_filer, tell_people
from landsea.cases.recipients import Recipient
from landsea.directory.office_calendars import make_calendar_of_office
from landsea_core.caseflow import Lane, Step
from landsea_core.clock import find_next_opening


def send_reminder(pool: Pool, case: Case, record: StepRecord) -> None:
    """Send the last reminder that is due, pass over those before it, and say when to look next."""
    due = [row for row in record.reminders if datetime.fromisoformat(row[1]) <= pool.now]
    share = due[-1][0]
    record.reminders = record.reminders[len(due) :]
    work = Work(case, SYSTEM, "remind", None, pool.now, facts={"step": case.step, "share": share}, pool=pool)
    work.rows.steps_changed.append(record)
    work.change(wakes_at=find_next_look(record), wake_failures=0, wake_error="")
    about = {"step": case.step, "share": share}
    if case.step == Step.CONFIRM:
        at = _in_hours(find_calendar_of_recipient(case), case, pool.now)
        if at is not None:
            tell_filer(work, "case_reminder_filer", not_before=at, outcome=case.proposed_outcome, **about)
    elif case.lane == Lane.URGENT:
        known = work.known
        people = known.on_duty(case.desk, pool.now) or known.people(case.desk, pool.now)
        tell_people(work, "case_reminder", people, **about)
    else:
        times: dict[Recipient, datetime | None] = {
            person: _in_hours(make_calendar_of_office(person.office), case, pool.now)
            for person in work.known.people(case.desk, pool.now)
        }
        tell_people(work, "case_reminder", [one for one, at in times.items() if at], not_before=times.get, **about)
    finish_act(work)


def _in_hours(calendar, case: Case, now: datetime) -> datetime | None:
    """Return when a reminder of this case reaches somebody with this calendar; None when that would be too late."""
    at = now if case.lane == Lane.URGENT else find_next_opening(calendar, now)
    return at if at < case.due_at else None
