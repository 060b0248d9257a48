"""Whether silence ends in the played year, asked of the rows by plain SQL: by the audit's acts, the appointments and the
deliveries, not by the columns that the acts keep about a silence."""

import json
from datetime import datetime, timedelta

from landsea_demo.simulation.asking import ask_for_one

ENDS_A_WAIT = (
    "file",
    "accept",
    "answer",
    "retract_answer",
    "name_right_desk",
    "reassign",
    "propose_outcome",
    "extend",
    "dispute",
    "confirm",
    "withdraw",
    "reopen",
    "hand_on",
    "merge",
)
"""Acts of people after which something else is waited for."""
BY_THE_CLOCK = ("expire", "remind", "recount", "desk_lost", "desk_gained")
"""Acts that nobody does."""
NORMAL_DAYS = {"filed": 21, "admitted": 70, "accepted": 75, "answered": 120}
"""Days within which everybody was called, by state: the ladder's working days, the longest holidays of the corridor, and the
watchers' worst pause."""
URGENT = timedelta(days=9)

LATE_AHEAD = """
SELECT count(*) FROM cases_case c WHERE c.closed_at IS NULL AND c.due_at > %(now)s AND EXISTS (
  SELECT 1 FROM audit_entry e WHERE e.stream = 'case:' || c.id AND e.act = 'expire'
    AND e.facts ->> 'step' IN ('accept', 'answer', 'solve')
    AND NOT EXISTS (SELECT 1 FROM audit_entry p
                    WHERE p.stream = e.stream AND p.position > e.position AND p.act = ANY(%(ends)s)))
"""
"""Open cases with a deadline to come, though one passed since anybody did what was waited for."""

LATE_AHEAD_IN_MAILS = """
SELECT count(*) FROM outbox_delivery WHERE template IN ('case_late', 'case_silence') AND coalesce(facts ->> 'due', '') <> ''
"""
"""Mails about a missed deadline that name another one to come."""

NOBODY = """
SELECT count(*) FROM cases_case c JOIN directory_desk d ON d.id = c.desk_id
WHERE c.closed_at IS NULL AND c.state <> 'proposed' AND NOT EXISTS (
  SELECT 1 FROM directory_appointment a JOIN accounts_user u ON u.id = a.user_id AND u.is_active
  WHERE (a.desk_id = d.id OR (a.office_id = d.office_id AND a.role = 'head'))
    AND a.starts_at <= %(now)s AND (a.ends_at IS NULL OR a.ends_at > %(now)s))
"""
"""Open cases whose desk has neither holder nor deputy nor a head of its office."""

UNHEARD = """
SELECT count(*) FROM cases_case c
JOIN LATERAL (SELECT max(e.at) AS at FROM audit_entry e
              WHERE e.stream = 'case:' || c.id AND NOT e.act = ANY(%(clock)s)) touched ON true
WHERE c.closed_at IS NULL AND c.paused_at IS NULL AND c.state <> 'proposed'
  AND touched.at < %(now)s - CASE WHEN c.lane = 'urgent' THEN %(urgent)s
    ELSE make_interval(days => (%(days)s::jsonb ->> c.state)::int) END
  AND NOT EXISTS (SELECT 1 FROM cases_agendarequest r
                  WHERE r.case_id = c.id AND r.taken_at IS NULL AND r.withdrawn_at IS NULL)
"""
"""Open cases that nobody touched for longer than all steps take together, and that wait for no dialogue."""

CALLED_AGAIN = """
SELECT coalesce(sum(times - 1), 0) FROM (
  SELECT count(*) AS times FROM (
    SELECT stream, act, facts ->> 'calls' AS calls,
      count(*) FILTER (WHERE act = ANY(%(ends)s) OR act IN ('take_up', 'desk_lost', 'desk_gained'))
        OVER (PARTITION BY stream ORDER BY position) AS wait
    FROM audit_entry WHERE stream LIKE 'case:%%') acts
  WHERE act = 'expire' GROUP BY stream, wait, calls) called WHERE times > 1
"""
"""How often somebody was called again in one wait: silence that goes round in circles."""

MOST_MAILS = """
WITH waits AS (
  SELECT stream, at AS begins, lead(at) OVER (PARTITION BY stream ORDER BY position) AS ends
  FROM audit_entry WHERE stream LIKE 'case:%%' AND NOT act = ANY(%(clock)s)),
silent AS (
  SELECT w.* FROM waits w WHERE EXISTS (
    SELECT 1 FROM audit_entry e WHERE e.stream = w.stream AND e.act = 'expire' AND e.at > w.begins
      AND e.facts ->> 'step' IN ('accept', 'answer', 'solve') AND (w.ends IS NULL OR e.at < w.ends)))
SELECT coalesce(max(mails), 0) FROM (
  SELECT count(*) AS mails FROM silent s JOIN outbox_delivery d
    ON d.stream = s.stream AND d.state <> 'withdrawn' AND d.created_at >= s.begins AND (s.ends IS NULL OR d.created_at < s.ends)
  GROUP BY s.stream, s.begins) counted
"""
"""The most mails about one silent case: from the act with which a silent wait began until somebody did anything, whoever
got them. The mails of one day about many cases are about no case."""


def count_accountable_to_nobody(now: datetime) -> int:
    """Return how many open cases stand at desks where nobody is at `now` (aware)."""
    return ask_for_one(NOBODY, now=now)[0]


def count_late_shown_as_due_ahead(now: datetime) -> int:
    """Return how many late cases have a deadline to come at `now` (aware)."""
    return ask_for_one(LATE_AHEAD, now=now, ends=list(ENDS_A_WAIT))[0]


def count_late_mails_with_a_deadline() -> int:
    """Return how many mails about a missed deadline name one to come."""
    return ask_for_one(LATE_AHEAD_IN_MAILS)[0]


def count_endless_silences(now: datetime) -> int:
    """Return how many cases are silent for longer than the steps allow, and how often somebody was called in circles."""
    unheard = ask_for_one(UNHEARD, now=now, clock=list(BY_THE_CLOCK), urgent=URGENT, days=json.dumps(NORMAL_DAYS))[0]
    return unheard + int(ask_for_one(CALLED_AGAIN, ends=list(ENDS_A_WAIT))[0])


def count_most_mails_a_silent_case() -> int:
    """Return the most mails that one silent case caused while nobody did anything."""
    return ask_for_one(MOST_MAILS, clock=list(BY_THE_CLOCK))[0]
