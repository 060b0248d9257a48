"""Whether a source of news has gone silent: it brought nothing for much longer than it usually takes.

A gazette that comes out daily is silent after a month, one that comes out twice a year is not. Example: news on 1, 8 and
15 March; nothing since; on 20 April (36 days) it is silent, for 30 days is the least that counts.
"""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from statistics import median

LEAST_DAYS = 30
"""Shorter pauses are holidays."""
USUAL_TIMES = 3
"""So many times the usual pause between two days of news."""


def count_silent_days(days: Iterable[date], since: date, today: date) -> int:
    """Return for how many days a source has been silent on `today`, 0 where it is not. `days`: on which it brought something;
    `since`: from which day on it is read.
    """
    news = sorted(set(days))
    last = news[-1] if news else since
    pauses = [(later - earlier).days for earlier, later in pairwise(news)]
    least = max(LEAST_DAYS, USUAL_TIMES * median(pauses)) if pauses else LEAST_DAYS
    quiet = (today - last).days
    return quiet if quiet > least else 0
