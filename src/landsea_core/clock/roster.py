"""Who of a desk can be reached at an instant: in office hours its holder, deputy or head, outside them whoever has
duty. Pure over rows that the caller brings; nothing here knows addresses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from landsea_core.clock.calendar import Calendar
from landsea_core.clock.instants import in_zone
from landsea_core.clock.working_time import is_open, next_open

Person = str | int


class Through(StrEnum):
    """By which way somebody is reachable."""

    HOURS = "hours"
    DUTY = "duty"
    DEPUTY = "deputy"
    HEAD = "head"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Chain:
    """The people of a desk; None where there is none."""

    holder: Person | None
    deputy: Person | None = None
    head: Person | None = None


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

    def __post_init__(self):
        if self.start.tzinfo or self.end.tzinfo:
            raise ValueError("A shift is in times of the wall clock; its zone stands beside them.")
        if self.end <= self.start:
            raise ValueError("A shift ends after it begins; one across midnight ends on the next day.")
        if self.every_weeks < 0 or (self.every_weeks and self.end - self.start > timedelta(weeks=self.every_weeks)):
            raise ValueError("A shift that repeats may not run into its own next turn.")

    def turn_at(self, at: datetime) -> tuple[datetime, datetime] | None:
        """Begin and end (aware) of the turn that runs at that instant (aware), or None."""
        zone = ZoneInfo(self.tz)
        turn = self._last_begun(in_zone(at, zone).replace(tzinfo=None))
        # Where clocks go back, a turn may have begun by the wall clock but not yet in truth: then the one before
        counts. for number in (turn, turn - 1):
            bounds = self._turn(number, zone)
            if bounds is not None and bounds[0] <= in_zone(at, UTC) < bounds[1]:
                return in_zone(bounds[0], zone), in_zone(bounds[1], zone)
        return None

    def turns(self, since: datetime, until: datetime) -> Iterable[tuple[datetime, datetime]]:
        """Begin and end (UTC) of the turns that overlap the stretch between two instants (aware), in order."""
        zone = ZoneInfo(self.tz)
        first = self._last_begun(in_zone(since, zone).replace(tzinfo=None)) - 1
        last = self._last_begun(in_zone(until, zone).replace(tzinfo=None)) + 1
        for number in range(first, last + 1):
            bounds = self._turn(number, zone)
            if bounds is not None and bounds[0] < in_zone(until, UTC) and bounds[1] > in_zone(since, UTC):
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

    def __post_init__(self):
        if in_zone(self.end, UTC) <= in_zone(self.start, UTC):
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
        now = in_zone(at, ZoneInfo(self.tz)).time()
        return self.start <= now < self.end if self.start <= self.end else now >= self.start or now < self.end


USUAL_QUIET_HOURS = (time(20), time(8))
"""For people who have set none, in the zone of their office."""


@dataclass(frozen=True)
class Reason:
    """One step of the search: a code and its values. Codes: `open`, `closed` (with the reason of `is_open`),
    `on_leave`, `quiet_hours`, `no_shift`, `reached` (each with the person and the part they have in the desk)."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Reachable:
    """Who can be reached, through what, and how that was found. `next_open` is when the office opens next, for the
    case that nobody is reachable now (aware, its zone; now when it is open)."""

    person: Person | None
    through: Through
    reasons: tuple[Reason, ...]
    next_open: datetime


def who_is_reachable(
    chain: Chain,
    calendar: Calendar,
    shifts: Sequence[Shift],
    leaves: Sequence[Leave],
    at: datetime,
    *,
    quiet_hours: Sequence[QuietHours] = (),
) -> Reachable:
    """Who answers for a desk at that instant (aware).

    While the office is open: the first of holder, deputy and head who is not on leave. Otherwise, or when all are
    away: whoever has duty and is not on leave; a shift that happens once before a repeated one, then the one that
    began last, then the smaller name of the person, so that the order of rows does not matter. Without anyone on
    duty: deputy, then head, outside their quiet hours. Otherwise nobody.
    """
    state = is_open(calendar, at)
    reasons = [Reason("open") if state.open else Reason("closed", {"why": state.reason, "name": state.name})]
    away = {leave.person for leave in leaves if leave.covers(at)}

    def answer(person: Person | None, through: Through) -> Reachable:
        opens = in_zone(at, calendar.zone) if state.open else state.opens_next
        return Reachable(person, through, tuple(reasons), opens)

    def free(person: Person | None, part: str) -> bool:
        if person is None:
            return False
        reasons.append(Reason("on_leave" if person in away else "reached", {"person": person, "part": part}))
        return person not in away

    if state.open:
        for person, part, through in (
            (chain.holder, "holder", Through.HOURS),
            (chain.deputy, "deputy", Through.DEPUTY),
            (chain.head, "head", Through.HEAD),
        ):
            if free(person, part):
                return answer(person, through)
    for person in _on_duty(shifts, at):
        if free(person, "duty"):
            return answer(person, Through.DUTY)
    if not any(reason.values.get("part") == "duty" for reason in reasons):
        reasons.append(Reason("no_shift"))
    if not state.open:
        for person, through in ((chain.deputy, Through.DEPUTY), (chain.head, Through.HEAD)):
            if person is not None and _quiet(person, calendar, quiet_hours, at):
                reasons.append(Reason("quiet_hours", {"person": person, "part": str(through)}))
            elif free(person, str(through)):
                return answer(person, through)
    return answer(None, Through.NOBODY)


def _on_duty(shifts: Sequence[Shift], at: datetime) -> list[Person]:
    running = [(shift, turn) for shift in shifts if (turn := shift.turn_at(at)) is not None]
    running.sort(key=lambda found: (found[0].every_weeks > 0, -found[1][0].timestamp(), str(found[0].person)))
    return [shift.person for shift, _ in running]


def _quiet(person: Person, calendar: Calendar, quiet_hours: Sequence[QuietHours], at: datetime) -> bool:
    own = [quiet for quiet in quiet_hours if quiet.person == person]
    return any(quiet.covers(at) for quiet in own or [QuietHours(person, *USUAL_QUIET_HOURS, calendar.tz)])


def duty_gaps(
    calendar: Calendar, shifts: Sequence[Shift], leaves: Sequence[Leave], since: datetime, until: datetime
) -> list[tuple[datetime, datetime]]:
    """The stretches between two instants (aware) in which the office is closed and nobody who is not on leave has
    duty, in order and in the office's zone: to be mended before they happen."""
    edges = {in_zone(since, UTC), in_zone(until, UTC)}
    for shift in shifts:
        edges.update(edge for turn in shift.turns(since, until) for edge in turn)
    edges.update(in_zone(edge, UTC) for leave in leaves for edge in (leave.start, leave.end))
    at = since
    while (state := is_open(calendar, at)) and (at := state.until or state.opens_next) < until:
        edges.add(in_zone(at, UTC))
    inside = sorted(edge for edge in edges if since <= edge <= until)
    gaps: list[tuple[datetime, datetime]] = []
    for begin, end in zip(inside, inside[1:], strict=False):
        if _covered(calendar, shifts, leaves, begin):
            continue
        if gaps and gaps[-1][1] == begin:
            begin = gaps.pop()[0]  # noqa: PLW2901 -- one gap, not two that touch
        gaps.append((begin, end))
    return [(in_zone(begin, calendar.zone), in_zone(end, calendar.zone)) for begin, end in gaps]


def _covered(calendar: Calendar, shifts: Sequence[Shift], leaves: Sequence[Leave], at: datetime) -> bool:
    if next_open(calendar, at) == at:
        return True
    away = {leave.person for leave in leaves if leave.covers(at)}
    return any(person not in away for person in _on_duty(shifts, at))


def overlapping_leaves(leaves: Iterable[Leave]) -> list[tuple[Leave, Leave]]:
    """Pairs of leaves of one person that overlap, so that a form can refuse them; leaves that only touch do not."""
    ordered = sorted(leaves, key=lambda leave: (str(leave.person), in_zone(leave.start, UTC), in_zone(leave.end,
    UTC))) return [
        (one, other)
        for index, one in enumerate(ordered)
        for other in ordered[index + 1 :]
        if one.person == other.person and other.start < one.end
    ]
