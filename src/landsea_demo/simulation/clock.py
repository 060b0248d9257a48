"""The instants at which the played year goes on. Between two of them nobody looks, so that many acts share their
statements: every four hours of the corridor's working day, rarely at weekends, and by minutes after a night on which a
border post is stuck."""

from bisect import bisect_left
from datetime import datetime, timedelta
from random import Random

WORKDAY_HOURS = (2, 6, 10)
"""UTC: from eight in the morning in Yangon to seven in the evening in Dili."""
WEEKEND_HOURS = (6,)
SURGE_MINUTES = (*range(0, 120, 20), *range(120, 300, 60), *range(300, 1440, 240))
"""After the beginning of an urgent night: close together while goods wait, wider later."""
YEAR_DAYS = 365


class Clock:
    """The instants of one year, in order; `surges` are the beginnings of its urgent nights."""

    def __init__(self, start: datetime, chance: Random, surges: int):
        self.start, self.end = start, start + timedelta(days=YEAR_DAYS)
        self.surges = sorted(
            start + timedelta(days=chance.randrange(YEAR_DAYS - 10), hours=chance.randrange(12, 20))
            for _ in range(surges)
        )
        instants = set()
        for day in range(YEAR_DAYS):
            midnight = start + timedelta(days=day)
            hours = WORKDAY_HOURS if midnight.weekday() < 5 else WEEKEND_HOURS
            instants |= {midnight + timedelta(hours=hour) for hour in hours}
        for surge in self.surges:
            instants |= {surge + timedelta(minutes=minutes) for minutes in SURGE_MINUTES}
        self.instants = sorted(at for at in instants if at < self.end)

    def not_before(self, at: datetime) -> int:
        """Return the number of the first instant at or after `at`; one past the last when the year is over."""
        return bisect_left(self.instants, at)
