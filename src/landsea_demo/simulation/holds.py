"""What must hold in the played year, asked of the rows by other means than the acts use: plain SQL over what was left
behind, and the calendar for the times of reminders."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from landsea.base.outbox.models import Delivery
from landsea.cases.models import Case
from landsea.directory.models import Appointment, Office
from landsea.directory.office_calendars import make_calendar_of_office, read_calendar_overrides
from landsea_core.clock import find_open_state, get_calendar
from landsea_core.clock.countries import COUNTRIES
from landsea_demo.simulation.asking import ask_for_all, ask_for_one
from landsea_demo.simulation.silence_holds import (
    count_accountable_to_nobody,
    count_endless_silences,
    count_late_mails_with_a_deadline,
    count_late_shown_as_due_ahead,
    count_most_mails_a_silent_case,
)

OVERDUE = """
SELECT count(*) FROM cases_case c JOIN cases_steprecord s ON s.case_id = c.id AND s.ended_at IS NULL
WHERE c.closed_at IS NULL AND s.paused_at IS NULL AND s.due_at <= %(now)s AND s.expired_at IS NULL
"""
"""Running steps that fell due and were not acted on: none, right after a watcher looked at everything."""

DESKS = """
SELECT count(*) FILTER (WHERE desks = 0), count(*) FILTER (WHERE desks > 1) FROM (
  SELECT c.id, (SELECT count(*) FROM cases_involvement i
                WHERE i.case_id = c.id AND i.kind = 'accountable' AND i.until IS NULL AND i.desk_id = c.desk_id) +
               (SELECT count(*) FROM cases_involvement i
                WHERE i.case_id = c.id AND i.kind = 'accountable' AND i.until IS NULL AND i.desk_id <> c.desk_id) * 2 AS desks
  FROM cases_case c) counted
"""
"""Cases now without an open involvement, and with more than one or with one that the case's own column contradicts."""

TIMES = """
SELECT count(*) FILTER (WHERE since > before), count(*) FILTER (WHERE since < before) FROM (
  SELECT i.since, coalesce(lag(i.until) OVER (PARTITION BY i.case_id ORDER BY i.since, i.id), c.filed_at) AS before
  FROM cases_involvement i JOIN cases_case c ON c.id = i.case_id WHERE i.kind = 'accountable') stretches
"""
"""Over the whole life of all cases: times at which nobody was accountable, and at which two were."""

LATE = """
SELECT s.due_at, s.ended_at FROM cases_steprecord s
WHERE s.expired_at IS NULL AND coalesce(s.ended_at, %(end)s) > s.due_at AND s.paused_at IS NULL
  AND coalesce((SELECT e.act FROM audit_entry e WHERE e.stream = 'case:' || s.case_id AND e.at < coalesce(s.ended_at, %(end)s)
                AND e.act IN ('ask_filer', 'reply') ORDER BY e.position DESC LIMIT 1), 'reply') <> 'ask_filer'
"""
"""Steps that ended, or still run, after their deadline without it being acted on, and whose clock did not stand."""

TWICE = """
SELECT (SELECT coalesce(sum(times - 1), 0) FROM (
          SELECT count(*) AS times FROM cases_steprecord s JOIN audit_entry e ON e.stream = 'case:' || s.case_id
            AND e.act = 'expire' AND e.at > s.began_at AND e.at <= coalesce(s.ended_at, %(end)s)
          WHERE s.expired_at IS NOT NULL AND s.extended_by_days = 0 AND e.facts ->> 'calls' <> 'dialogue'
          GROUP BY s.id, e.facts ->> 'calls') counted WHERE times > 1)
     + (SELECT coalesce(sum(times - 1), 0) FROM (
          SELECT count(*) AS times FROM outbox_delivery
          WHERE template IN ('case_silence', 'case_late', 'case_reminder', 'case_reminder_filer')
          GROUP BY stream, template, address, created_at, facts ->> 'share') told WHERE times > 1)
"""
"""Deadlines acted on more than once, by the audit, and people told twice of one. One step calls one after another, and a
dialogue again after one that came to nothing; a step that was extended may expire again."""


@dataclass
class Holds:
    """Counts of what did not hold; all zero when everything did."""

    no_accountable_desk: int = 0
    two_accountable_desks: int = 0
    step_missed: int = 0
    step_twice: int = 0
    night_reminder: int = 0
    endless_silence: int = 0
    accountable_to_nobody: int = 0
    late_shown_as_due_ahead: int = 0
    mails_most_a_case: int = 0
    steps_due: int = 0
    _watched: list[datetime] = field(default_factory=list)

    def after_watch(self, now: datetime) -> None:
        """Look right after a watcher has looked at everything; at the desks once a day."""
        self.step_missed += ask_for_one(OVERDUE, now=now)[0]
        if not self._watched or self._watched[-1].date() != now.date():
            self._count_desks(DESKS)
            self.accountable_to_nobody += count_accountable_to_nobody(now)
            self.late_shown_as_due_ahead += count_late_shown_as_due_ahead(now)
            self.steps_due = ask_for_one("SELECT count(*) FROM audit_entry WHERE act = 'expire'")[0]
        self._watched.append(now)

    def check_end(self, end: datetime) -> None:
        """Look at everything that the year left behind."""
        self._count_desks(DESKS)
        self._count_desks(TIMES)
        self.step_missed += sum(self._was_watched(due, ended or end) for due, ended in ask_for_all(LATE, end=end))
        self.step_twice += int(ask_for_one(TWICE, end=end)[0])
        self.accountable_to_nobody += count_accountable_to_nobody(end)
        self.late_shown_as_due_ahead += count_late_shown_as_due_ahead(end) + count_late_mails_with_a_deadline()
        self.endless_silence += count_endless_silences(end)
        self.mails_most_a_case = count_most_mails_a_silent_case()
        self.night_reminder += sum(not awake for awake in _reminders_in_hours())
        self.steps_due = ask_for_one("SELECT count(*) FROM audit_entry WHERE act = 'expire'")[0]

    def violations(self) -> dict[str, int]:
        """Return the counts of what did not hold by name."""
        names = ("no_accountable_desk", "two_accountable_desks", "step_missed", "step_twice", "night_reminder")
        names += ("endless_silence", "accountable_to_nobody", "late_shown_as_due_ahead")
        return {name: getattr(self, name) for name in names}

    def _count_desks(self, question: str) -> None:
        none, two = ask_for_one(question)
        self.no_accountable_desk += none
        self.two_accountable_desks += two

    def _was_watched(self, due: datetime, ended: datetime) -> bool:
        """Whether a watcher looked between the deadline and the act that ended the step after it; at the same instant the
        watcher looks first.
        """
        number = bisect_left(self._watched, due)
        return number < len(self._watched) and self._watched[number] <= ended


def _reminders_in_hours():
    """Yield for each reminder of the normal lane whether it reaches its recipient in working hours: an officer in those
    of an office where they have an appointment, a filer in those of public offices of their country."""
    calendars = {office.pk: make_calendar_of_office(office) for office in Office.objects.all()}
    offices = defaultdict(set)
    for user_id, desk_office, office in Appointment.objects.values_list("user_id", "desk__office_id", "office_id"):
        offices[user_id].add(desk_office or office)
    to_officers = Delivery.objects.filter(template="case_reminder", facts__urgent=False)
    for user_id, at in to_officers.values_list("user_id", "not_before"):
        yield any(find_open_state(calendars[pk], at).open for pk in offices[user_id])
    filers = dict(Case.objects.filter(lane="normal", filer_country__in=COUNTRIES).values_list("id", "filer_country"))
    for stream, at in Delivery.objects.filter(template="case_reminder_filer").values_list("stream", "not_before"):
        country = filers.get(int(stream.partition(":")[2]))
        if country:
            yield find_open_state(get_calendar(country, overrides=read_calendar_overrides()), at).open
