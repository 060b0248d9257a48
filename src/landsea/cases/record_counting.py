"""How desks answer, counted by one statement over all cases: the arithmetic of `landsea_core.contacts.record`, in SQL.

A test holds both against each other. Nothing here names a case or a filer.
"""

from datetime import datetime, timedelta

from django.db import connection

COUNTED_FOR = timedelta(days=365)
"""Cases that came to a desk within a year count: a bad year fades, a good one has to be kept up."""

COUNT = """
WITH handled AS (
  SELECT came.desk_id, c.is_demo, c.lane, came.arrived, step.answered, coalesce(step.late, false) AS late,
    CASE WHEN c.desk_id = came.desk_id THEN c.closed_at END AS closed,
    CASE WHEN c.desk_id = came.desk_id THEN c.outcome ELSE '' END AS outcome
  FROM (SELECT desk_id, case_id, min(since) AS arrived FROM cases_involvement
        WHERE kind = 'accountable' GROUP BY desk_id, case_id) came
  JOIN cases_case c ON c.id = came.case_id AND c.merged_into_id IS NULL
  LEFT JOIN (SELECT case_id, desk_id, min(ended_at) FILTER (WHERE ended_by IN ('answer', 'propose_outcome')) AS answered,
               bool_or(expired_at IS NOT NULL AND step IN ('accept', 'answer')) AS late
             FROM cases_steprecord WHERE step IN ('admit', 'accept', 'answer') GROUP BY case_id, desk_id) step
    ON step.case_id = came.case_id AND step.desk_id = came.desk_id
  WHERE came.arrived >= %(since)s
)
SELECT desk_id, CASE GROUPING(lane) WHEN 0 THEN lane ELSE '' END, CASE GROUPING(outcome) WHEN 0 THEN outcome ELSE '' END,
  count(*), count(*) FILTER (WHERE answered IS NOT NULL AND NOT late), count(answered),
  count(closed) FILTER (WHERE answered IS NOT NULL),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY answered - arrived),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY closed - arrived) FILTER (WHERE answered IS NOT NULL),
  bool_or(is_demo)
FROM handled WHERE answered IS NOT NULL OR late
GROUP BY GROUPING SETS ((desk_id), (desk_id, lane), (desk_id, outcome))
HAVING GROUPING(outcome) = 1 OR outcome <> ''
"""

COLUMNS = (
    "desk_id",
    "lane",
    "outcome",
    "n",
    "in_time",
    "answered",
    "closed",
    "to_first_answer",
    "to_outcome",
    "is_demo",
)


def count_records(now: datetime) -> list[dict]:
    """Return the lines of all desks' records at `now` (aware): one for all its cases, one a lane, one an outcome."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"since": now - COUNTED_FOR})
        return [dict(zip(COLUMNS, row, strict=True)) for row in cursor.fetchall()]
