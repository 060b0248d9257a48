"""Office hours as stretches of time: adding them, measuring them, finding when an office opens, and when to
remind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial

from landsea_core.clock.calendar import Calendar
from landsea_core.clock.deadlines import Deadline
from landsea_core.clock.instants import add_elapsed_time, measure_elapsed_time, shift_to_zone
from landsea_core.clock.open_time import find_instant_after_open_time, list_open_stretches, measure_open_time

REMINDER_SHARES = (0.5, 0.8)
"""At which shares of its time a step is reminded of."""


@dataclass(frozen=True)
class OpenState:
    """Whether an office is open at an instant, and when that changes (aware, in the office's zone). `reason` is `open`,
    `outside_hours`, or what the day is: `weekend`, `holiday`, `closing_day`; `name` that of the holiday, in English."""

    open: bool
    changes_at: datetime
    reason: str
    name: str = ""

    @property
    def until(self) -> datetime | None:
        """When the office closes; None while it is closed."""
        return self.changes_at if self.open else None

    @property
    def opens_next(self) -> datetime | None:
        """When the office opens next; None while it is open."""
        return None if self.open else self.changes_at


@dataclass(frozen=True)
class Reminder:
    """When to remind that a share of the time is gone; `at` is aware."""

    share: float
    at: datetime


def _list_open_stretches(calendar: Calendar, since: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The stretches (UTC) in which the office is open, from the one that is running or the next one on."""
    since = shift_to_zone(since, UTC)
    # The day before, whose last stretch ends at the midnight that begins this one, cannot be running any more.
    ordinal = shift_to_zone(since, calendar.zone).toordinal()
    while True:
        for start, end in list_open_stretches(calendar, date.fromordinal(ordinal)):
            if end > since:
                yield start, end
        ordinal += 1


def add_working_time(calendar: Calendar, start: datetime, length: timedelta) -> datetime:
    """The instant at which `length` of office hours has passed since `start` (aware), in the office's zone.

    Time that is used up exactly at closing ends there, not at the next opening; no time at all ends at `start`.
    Raises ValueError for a negative length or when the calendar ends before.
    """
    if length < timedelta():
        raise ValueError("Working time is added, not taken away.")
    local = shift_to_zone(start, calendar.zone)
    return shift_to_zone(find_instant_after_open_time(calendar, local, length), calendar.zone) if length else local


def measure_working_time(calendar: Calendar, start: datetime, end: datetime) -> timedelta:
    """Office hours from one instant to the other (aware); negative when the other is earlier."""
    begin, finish = shift_to_zone(start, calendar.zone), shift_to_zone(end, calendar.zone)
    if measure_elapsed_time(begin, finish) < timedelta():
        return -measure_open_time(calendar, finish, begin)
    return measure_open_time(calendar, begin, finish)


def find_next_opening(calendar: Calendar, at: datetime) -> datetime:
    """`at` when the office is open then, otherwise its next opening; in the office's zone."""
    opens, _ = next(_list_open_stretches(calendar, at))
    return shift_to_zone(max(opens, shift_to_zone(at, UTC)), calendar.zone)


def find_open_state(calendar: Calendar, at: datetime) -> OpenState:
    """Whether the office is open at that instant (aware), until when or from when, and why not."""
    local = shift_to_zone(at, calendar.zone)
    stretches = _list_open_stretches(calendar, at)
    opens, closes = next(stretches)
    if opens <= at:
        for following, end in stretches:
            if following > closes:
                break
            closes = end
        return OpenState(True, shift_to_zone(closes, calendar.zone), "open")
    kind = calendar.day(local.date())
    reason = "outside_hours" if kind.working else str(kind.why)
    return OpenState(False, shift_to_zone(opens, calendar.zone), reason, "" if kind.working else kind.name)


def schedule_reminders(
    due: Deadline,
    recipient: Calendar | None = None,
    pauses: Sequence[tuple[datetime, datetime]] = (),
    shares: Sequence[float] = REMINDER_SHARES,
) -> tuple[Reminder, ...]:
    """When to remind of a deadline, at half and at four fifths of its time unless other `shares` are given.

    A deadline in hours is reminded of at once, day or night. One in days is measured in the responsible desk's office
    hours and moved forward into the recipient's (None: the desk's own). `pauses` are the stretches (aware, in order) in
    which the clock stood: they are no part of the time. A reminder that would not come before the due time is left out,
    and of two at the same instant the first.
    """
    in_days, calendar = due.days is not None, due.calendar
    length = partial(measure_working_time, calendar) if in_days else measure_elapsed_time
    add = partial(add_working_time, calendar) if in_days else add_elapsed_time
    whole = length(due.start, due.due) - sum((length(begun, ended) for begun, ended in pauses), timedelta())
    found: list[Reminder] = []
    for share in shares:
        at = add(due.start, whole * share)
        for begun, ended in pauses:
            if measure_elapsed_time(begun, at) > timedelta():
                at = add(at, length(begun, ended))
        if in_days:
            at = find_next_opening(recipient or calendar, at)
        if found and found[-1].at == at:
            found.pop()
        if measure_elapsed_time(at, due.due) > timedelta():
            found.append(Reminder(share, at))
    return tuple(found)
