"""The rows a roster is made of: turns of duty, leave, quiet hours. Who is reachable by them is in `roster`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from landsea_core.clock.instants import shift_to_zone

Person = str | int
"""Whatever the caller knows people by."""


@dataclass(frozen=True)
class Shift:
    """A stretch of duty, from `start` until before `end`, both times of the wall clock in the zone `tz` (no tzinfo).

    `every_weeks` 0 is once; 1 or more repeats it after so many weeks at the same times of the wall clock, until the
    day `until` (the last on which one may begin; None: without end). A shift that happens once comes before
    repeated ones: that is how people swap. Raises ValueError for times with a zone, an end not after the start, or
    a shift longer than the weeks after which it repeats.
    """

    person: Person
    start: datetime
    end: datetime
    tz: str
    every_weeks: int = 0
    until: date | None = None

    def __post_init__(self) -> None:
        if self.start.tzinfo or self.end.tzinfo:
            raise ValueError("A shift is in times of the wall clock; its zone stands beside them.")
        if self.end <= self.start:
            raise ValueError("A shift ends after it begins; one across midnight ends on the next day.")
        if self.every_weeks < 0 or (self.every_weeks and self.end - self.start > timedelta(weeks=self.every_weeks)):
            raise ValueError("A shift that repeats may not run into its own next turn.")

    def turn_at(self, at: datetime) -> tuple[datetime, datetime] | None:
        """Begin and end (aware) of the turn that runs at that instant (aware), or None."""
        zone = ZoneInfo(self.tz)
        turn = self._last_begun(shift_to_zone(at, zone).replace(tzinfo=None))
        # On a day on which clocks change, the wall clock may be a turn behind the truth or ahead of it.
        for number in (turn + 1, turn, turn - 1):
            bounds = self._turn(number, zone)
            if bounds is not None and bounds[0] <= shift_to_zone(at, UTC) < bounds[1]:
                return shift_to_zone(bounds[0], zone), shift_to_zone(bounds[1], zone)
        return None

    def turns(self, since: datetime, until: datetime) -> Iterable[tuple[datetime, datetime]]:
        """Begin and end (UTC) of the turns that overlap the stretch between two instants (aware), in order."""
        zone = ZoneInfo(self.tz)
        first = self._last_begun(shift_to_zone(since, zone).replace(tzinfo=None)) - 1
        last = self._last_begun(shift_to_zone(until, zone).replace(tzinfo=None)) + 1
        for number in range(first, last + 1):
            bounds = self._turn(number, zone)
            if bounds is not None and bounds[0] < shift_to_zone(until, UTC) and bounds[1] > shift_to_zone(since, UTC):
                yield bounds

    def _last_begun(self, local: datetime) -> int:
        if not self.every_weeks:
            return 0
        return (local - self.start) // timedelta(weeks=self.every_weeks)

    def _turn(self, number: int, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
        if number < 0 or (number and not self.every_weeks):
            return None
        moved = number * timedelta(weeks=self.every_weeks)
        start, end = self.start + moved, self.end + moved
        if self.until is not None and start.date() > self.until:
            return None
        return start.replace(tzinfo=zone).astimezone(UTC), end.replace(tzinfo=zone).astimezone(UTC)


@dataclass(frozen=True)
class Leave:
    """Somebody is away from one instant until before another (both aware)."""

    person: Person
    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if shift_to_zone(self.end, UTC) <= shift_to_zone(self.start, UTC):
            raise ValueError("Leave ends after it begins.")

    def covers(self, at: datetime) -> bool:
        """Whether the person is away at that instant (aware)."""
        return self.start <= at < self.end


@dataclass(frozen=True)
class QuietHours:
    """Times of the day (wall clock, zone `tz`) at which a person is not called unless on duty; they may cross
    midnight."""

    person: Person
    start: time
    end: time
    tz: str

    def covers(self, at: datetime) -> bool:
        """Whether that instant (aware) falls in them."""
        now = shift_to_zone(at, ZoneInfo(self.tz)).time()
        return self.start <= now < self.end if self.start <= self.end else now >= self.start or now < self.end


def find_overlapping_leaves(leaves: Iterable[Leave]) -> list[tuple[Leave, Leave]]:
    """Pairs of leaves of one person that overlap, so that a form can refuse them; leaves that only touch do not."""
    ordered = sorted(leaves, key=lambda leave: (str(leave.person), shift_to_zone(leave.start, UTC)))
    return [
        (one, other)
        for index, one in enumerate(ordered)
        for other in ordered[index + 1 :]
        if one.person == other.person and other.start < one.end
    ]
