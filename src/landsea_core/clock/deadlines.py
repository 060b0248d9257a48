"""When something is due, and why then.

The normal lane counts working days of the responsible desk's calendar, by one rule: the local day on which the
clock starts never counts, whether it began before opening, during hours, at night or on a day off; the first
working day after it is day one; due is the end of office hours of the n-th. A half day is a whole day in this
count. The border-urgent lane counts hours of the wall clock, nights and holidays included.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from landsea_core.clock.calendar import Calendar
from landsea_core.clock.days import DayKind
from landsea_core.clock.instants import add_elapsed_time, measure_elapsed_time, shift_to_zone

MOST_DAYS, MOST_HOURS = 1000, 24 * 1000
"""The longest deadlines that are counted; more is a mistake somewhere."""


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day between start and due: what it is in the calendar, and its number in the count (0: it does not
    count)."""

    kind: DayKind
    number: int


@dataclass(frozen=True)
class Deadline:
    """A due time together with what made it. `start` and `due` are aware, in the desk's zone. Exactly one of `days`
    and `hours` is given: the whole allowance, with pauses (`paused_days`, `paused_time`) and extensions already in
    it."""

    calendar: Calendar
    start: datetime
    due: datetime
    days: int | None = None
    hours: timedelta | None = None
    paused_days: int = 0
    paused_time: timedelta = timedelta()

    @property
    def calendar_label(self) -> str:
        """The calendar that made it, to be shown beside it."""
        return self.calendar.label

    @property
    def due_day(self) -> date:
        """The local day of the due time; hours up to 24:00 close at the midnight that ends this day."""
        if self.days is None:
            return self.due.date()
        return self.calendar.working_day_after(self.start.date(), self.days)

    @property
    def predicted(self) -> bool:
        """True when it may still move because a day that was counted over is not yet official; hours never do."""
        return self.days is not None and self.calendar.has_predicted(self.start.date(), self.due_day)

    @property
    def counted(self) -> tuple[CountedDay, ...]:
        """Each day after the start up to the due day, with its number in the count; empty for a deadline in hours."""
        if self.days is None:
            return ()
        found, number = [], 0
        for ordinal in range(self.start.toordinal() + 1, self.due_day.toordinal() + 1):
            kind = self.calendar.day(date.fromordinal(ordinal))
            number += kind.working
            found.append(CountedDay(kind, number if kind.working else 0))
        return tuple(found)


@dataclass(frozen=True)
class TimeLeft:
    """What is left: time of the wall clock (negative once late), and the working days after today up to the due day
    (0: it is due today, or late; None for a deadline in hours)."""

    time: timedelta
    days: int | None

    @property
    def late(self) -> bool:
        """True once the due instant has passed."""
        return self.time < timedelta()


def compute_deadline(
    calendar: Calendar, start: datetime, *, days: int | None = None, hours: int | timedelta | None = None
) -> Deadline:
    """The deadline `days` working days, or `hours` of the wall clock, after `start` (aware).

    Raises ValueError when `start` has no zone, when not exactly one of the two is given, or when it is not
    positive, too long, or leaves the years that calendars cover.

    >>> from datetime import timezone
    >>> from landsea_core.clock.calendar import get_calendar
    >>> friday = datetime(2026, 3, 13, 2, tzinfo=timezone.utc)
    >>> compute_deadline(get_calendar("SG"), friday, days=1).due.isoformat()
    '2026-03-16T18:00:00+08:00'
    """
    if (days is None) == (hours is None):
        raise ValueError("A deadline is in working days or in hours: give exactly one.")
    local = shift_to_zone(start, calendar.zone)
    if days is not None:
        if not 1 <= days <= MOST_DAYS:
            raise ValueError(f"Give 1 to {MOST_DAYS} working days.")
        return Deadline(calendar, local, calendar.closes(calendar.working_day_after(local.date(), days)), days=days)
    length = hours if isinstance(hours, timedelta) else timedelta(hours=hours or 0)
    if not timedelta() < length <= timedelta(hours=MOST_HOURS):
        raise ValueError(f"Give more than 0 and at most {MOST_HOURS} hours.")
    return Deadline(calendar, local, add_elapsed_time(local, length), hours=length)


def extend_deadline(due: Deadline, days: int) -> Deadline:
    """The deadline with that many working days more. Raises ValueError for a deadline in hours."""
    if due.days is None:
        raise ValueError("A deadline in hours is not extended by days.")
    return replace(compute_deadline(due.calendar, due.start, days=due.days + days), paused_days=due.paused_days)


def pause_deadline(due: Deadline, paused_at: datetime, resumed_at: datetime) -> Deadline:
    """The deadline after the clock stood from one instant (aware) to another.

    In days it moves by the working days after the day of pausing, up to and including that of resuming; in hours by
    the wall clock. A pause within one day moves no deadline in days. Raises ValueError when it ends before it began.
    """
    stood = measure_elapsed_time(paused_at, resumed_at)
    if stood < timedelta():
        raise ValueError("A pause ends after it begins.")
    if due.hours is not None:
        moved = compute_deadline(due.calendar, due.start, hours=due.hours + stood)
        return replace(moved, paused_time=due.paused_time + stood)
    zone = due.calendar.zone
    days = due.calendar.working_days_between(
        shift_to_zone(paused_at, zone).date(), shift_to_zone(resumed_at, zone).date()
    )
    moved = compute_deadline(due.calendar, due.start, days=(due.days or 0) + days)
    return replace(moved, paused_days=due.paused_days + days)


def compute_time_left(due: Deadline, now: datetime) -> TimeLeft:
    """What is left at `now` (aware)."""
    left = measure_elapsed_time(now, due.due)
    if due.days is None:
        return TimeLeft(left, None)
    today = max(shift_to_zone(now, due.calendar.zone).date(), due.start.date())
    return TimeLeft(left, due.calendar.working_days_between(today, due.due_day))
