"""What the played year came to, month by month of filing: read from the rows by plain SQL, and laid out as a table."""

from collections.abc import Iterator

from landsea_demo.simulation.asking import ask_for_all

MONTHS = """
WITH late AS (
  SELECT case_id, bool_or(step = 'admit') AS admit, bool_or(step = 'accept') AS accept,
    bool_or(step IN ('answer', 'solve')) AS answer
  FROM cases_steprecord WHERE expired_at IS NOT NULL GROUP BY case_id),
called AS (
  SELECT split_part(stream, ':', 2)::bigint AS case_id,
    bool_or(facts ->> 'calls' IN ('coordinator', 'secretariat')) AS coordinator,
    bool_or(facts ->> 'calls' = 'dialogue') AS dialogue
  FROM audit_entry WHERE stream LIKE 'case:%' AND act = 'expire' GROUP BY stream),
mails AS (
  SELECT split_part(stream, ':', 2)::bigint AS case_id, count(*) AS mails
  FROM outbox_delivery WHERE stream LIKE 'case:%' AND state <> 'withdrawn' GROUP BY stream)
SELECT to_char(c.filed_at, 'YYYY-MM'), count(*), count(*) FILTER (WHERE c.lane = 'urgent'),
  count(*) FILTER (WHERE late.admit), count(*) FILTER (WHERE late.accept), count(*) FILTER (WHERE late.answer),
  count(*) FILTER (WHERE called.coordinator), count(*) FILTER (WHERE called.dialogue),
  count(*) FILTER (WHERE c.outcome = 'fixed'), count(*) FILTER (WHERE c.outcome = 'workaround'),
  count(*) FILTER (WHERE c.outcome IN ('explained_no_change', 'not_a_barrier')),
  count(*) FILTER (WHERE c.outcome IN ('withdrawn', 'not_confirmed', 'handed_on')),
  count(*) FILTER (WHERE c.closed_at IS NULL),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.closed_at - c.filed_at) / 86400.0),
  coalesce(sum(mails.mails), 0)
FROM cases_case c LEFT JOIN late ON late.case_id = c.id LEFT JOIN called ON called.case_id = c.id
  LEFT JOIN mails ON mails.case_id = c.id
GROUP BY GROUPING SETS ((to_char(c.filed_at, 'YYYY-MM')), ()) ORDER BY 1 NULLS LAST
"""
"""A row a month of filing (UTC), and a last one of the whole year."""

COLUMNS = {
    "month": "month",
    "filed": "filed",
    "urgent": "urgent",
    "late_to_admit": "admit late",
    "late_to_accept": "accept late",
    "late_to_answer": "answer late",
    "coordinator_called": "to coordinator",
    "dialogue_called": "to dialogue",
    "fixed": "fixed",
    "workaround": "workaround",
    "explained": "explained",
    "ended_otherwise": "otherwise",
    "open": "open",
    "median_days": "median days",
    "mails": "mails",
}
"""The counts by name, with what stands over each in print. All are cases but `median_days`, from filing to the end of those
that ended, and `mails`, to all people together. "explained" is also what was found to be no barrier; "otherwise" is
withdrawn, not confirmed in time, or handed on to a place outside the mechanism; "answer late" is also solved late; "to
coordinator" is also to the head of the secretariat.
"""


def ask_for_months() -> list[dict]:
    """Return the counts of each month as `COLUMNS` names them; the last row is the year's, its month "year"."""
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in ask_for_all(MONTHS)]
    for row in rows:
        row["month"] = row["month"] or "year"
        row["median_days"] = None if row["median_days"] is None else round(row["median_days"], 1)
        row["mails"] = int(row["mails"])
    return rows


def lay_out(rows: list[dict]) -> Iterator[str]:
    """Yield the lines of the table: each column as wide as its widest cell, numbers to the right."""
    cells = [list(COLUMNS.values()), *([_say(row[name]) for name in COLUMNS] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for first, *others in cells:
        yield "  ".join(
            [first.ljust(widths[0]), *(one.rjust(width) for one, width in zip(others, widths[1:], strict=True))]
        )


def _say(value: object) -> str:
    return "-" if value is None else str(value)
