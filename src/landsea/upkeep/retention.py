"""Which backups stay: the newest of each of the last days, weeks and months that have one. Pure: moments in, moments out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice


@dataclass(frozen=True)
class Retention:
    """How many days, weeks (of Monday) and months keep a backup, counted over those that have one."""

    days: int = 7
    weeks: int = 5
    months: int = 12


def choose_kept(moments: Iterable[datetime], retention: Retention) -> set[datetime]:
    """Return the moments whose backups stay; the newest always does.

    >>> from datetime import UTC
    >>> twice = [datetime(2026, 11, 28, hour, tzinfo=UTC) for hour in (3, 21)]
    >>> choose_kept(twice, Retention()) == {twice[1]}
    True
    """
    newest_first = sorted(moments, reverse=True)
    kept = set(newest_first[:1])
    spans: list[tuple[int, Callable[[datetime], object]]] = [
        (retention.days, lambda at: at.date()),
        (retention.weeks, lambda at: at.isocalendar()[:2]),
        (retention.months, lambda at: (at.year, at.month)),
    ]
    for most, span_of in spans:
        newest_of: dict[object, datetime] = {}
        for moment in newest_first:
            newest_of.setdefault(span_of(moment), moment)
        kept |= set(islice(newest_of.values(), most))
    return kept
