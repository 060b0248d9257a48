"""Counts over all cases for public figures. Nothing here names a case, a filer or a word; whoever shows it hides small ones."""

from collections.abc import Iterator
from datetime import UTC, timedelta

from django.contrib.postgres.aggregates import BoolOr
from django.db import connection
from django.db.models import Count, Exists, F, OuterRef
from django.db.models.functions import TruncMonth

from landsea.cases.models import AgendaRequest, Case, StepRecord

DAY = timedelta(days=1)


ANSWERS = ("answer", "propose_outcome")
"""The acts that are an answer, as a step's record names what ended it."""


def list_counted_cases() -> Iterator[tuple[str, str, str, bool, str, str, bool, bool, int, bool]]:
    """Yield (topic, country, outcome, ever silent, month of filing, lane, whether nobody answered though
    everybody was called, whether anybody answered yet, number, whether a demonstration invented any of them) for cases that
    were not merged away.
    """
    passed = StepRecord.objects.filter(case=OuterRef("pk"), expired_at__isnull=False, step__in=("accept", "answer"))
    unheard = AgendaRequest.objects.filter(case=OuterRef("pk"), step__in=("accept", "answer"))
    rows = (
        Case.objects.filter(merged_into=None)
        .annotate(month=TruncMonth("filed_at", tzinfo=UTC), silent=Exists(passed), unanswered=Exists(unheard))
        .annotate(answered=Exists(StepRecord.objects.filter(case=OuterRef("pk"), ended_by__in=ANSWERS)))
        .values_list("topic", "country", "outcome", "silent", "month", "lane", "unanswered", "answered")
        .annotate(number=Count("pk"), invented=BoolOr("is_demo"))
    )
    for topic, country, outcome, silent, month, lane, unanswered, answered, number, invented in rows:
        yield topic, country, outcome, silent, f"{month:%Y-%m}", lane, unanswered, answered, number, invented


def list_days_to_outcome() -> Iterator[tuple[str, float]]:
    """Yield (topic, days from filing to the outcome) for closed cases that were not merged away."""
    closed = Case.objects.filter(merged_into=None, closed_at__isnull=False)
    for topic, length in closed.values_list("topic", F("closed_at") - F("filed_at")).iterator():
        yield topic, length / DAY


TO_FIRST_ANSWER = """
SELECT to_char(c.filed_at AT TIME ZONE 'UTC', 'YYYY-MM'), count(*),
  percentile_cont(0.5) WITHIN GROUP (ORDER BY first.at - c.filed_at)
FROM (SELECT case_id, min(ended_at) AS at FROM cases_steprecord WHERE ended_by = ANY(%s) GROUP BY case_id) first
JOIN cases_case c ON c.id = first.case_id AND c.merged_into_id IS NULL
GROUP BY ROLLUP (1)
"""


def list_times_to_first_answer() -> dict[str, tuple[int, timedelta]]:
    """Return by month of filing (UTC) how many cases that were not merged away have an answer, and the median of the time from
    filing to the first; all of them under an empty text.
    """
    with connection.cursor() as cursor:
        cursor.execute(TO_FIRST_ANSWER, [list(ANSWERS)])
        return {month or "": (number, length) for month, number, length in cursor.fetchall() if number}
