"""Who of a desk can be reached at an instant: in office hours its holder, deputy or head, outside them whoever has
duty. Pure over rows that the caller brings; nothing here knows addresses."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import Any

from landsea_core.clock.calendar import Calendar
from landsea_core.clock.instants import in_zone
from landsea_core.clock.shifts import Leave, Person, QuietHours, Shift
from landsea_core.clock.working_time import is_open, next_open


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
        opens = in_zone(at, calendar.zone) if state.open else state.changes_at
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
    while at < until:
        edges.add(in_zone(at, UTC))
        at = is_open(calendar, at).changes_at
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
