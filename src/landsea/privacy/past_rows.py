"""Which rows are past their period, by kind and country: what the job erases and `landsea retention --check` counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet, Value

from landsea.base.personal_data import KEPT, PersonalTable
from landsea.privacy.periods import load_periods
from landsea_core.retention import EVERYWHERE, Period, find_moment_of_expiry


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
        last: dict[str, Period] = {period.country: period for period in load_periods() if period.kind == table.kind}
        own = {code: period for code, period in last.items() if code != EVERYWHERE and table.country}
        for code, period in sorted(own.items()):
            yield Past(table, period, _over(table, period, now).filter(**{table.country: code}))
        if EVERYWHERE in last:
            rows = _over(table, last[EVERYWHERE], now)
            if own:
                rows = rows.exclude(Q(**{f"{table.country}__in": list(own)}))
            yield Past(table, last[EVERYWHERE], rows)


def count_past(now: datetime) -> list[tuple[Past, int]]:
    """Return what is past its period at `now` (aware) with how many rows it is, by one statement; 0 where nothing is."""
    found = list(find_past(now))
    counts = [
        one.rows.order_by().annotate(place=Value(place)).values("place").annotate(number=Count("pk"))
        for place, one in enumerate(found)
    ]
    numbers = dict(
        counts[0].values_list("place", "number").union(*(one.values_list("place", "number") for one in counts[1:]))
    )
    return [(one, numbers.get(place, 0)) for place, one in enumerate(found)]


def _over(table: PersonalTable, period: Period, now: datetime) -> QuerySet[Any]:
    return (
        table.rows()
        .filter(table.over, **{f"{table.since}__lt": find_moment_of_expiry(now, period.months)})
        .order_by("pk")
    )
