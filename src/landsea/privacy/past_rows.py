"""Which rows are past their period, by kind and country: what the job erases and `landsea retention --check` counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from landsea.base.personal_data import KEPT, PersonalTable
from landsea.privacy.periods import known_periods
from landsea_core.retention import EVERYWHERE, Period, past_since


@dataclass(frozen=True)
class Past:
    """Rows of one table whose period is over, by the period that says so."""

    table: PersonalTable
    period: Period
    rows: QuerySet[Any]


def find_past(now: datetime) -> Iterator[Past]:
    """Yield what is past its period at `now` (aware), table by table, each country's period before the one for everywhere."""
    for table in KEPT:
        if table.erase is None or not table.since:
            continue
        last: dict[str, Period] = {period.country: period for period in known_periods() if period.kind == table.kind}
        own = {code: period for code, period in last.items() if code != EVERYWHERE and table.country}
        for code, period in sorted(own.items()):
            yield Past(table, period, _over(table, period, now).filter(**{table.country: code}))
        if EVERYWHERE in last:
            rows = _over(table, last[EVERYWHERE], now)
            if own:
                rows = rows.exclude(Q(**{f"{table.country}__in": list(own)}))
            yield Past(table, last[EVERYWHERE], rows)


def _over(table: PersonalTable, period: Period, now: datetime) -> QuerySet[Any]:
    return table.rows().filter(**{f"{table.since}__lt": past_since(now, period.months)}).order_by("pk")
