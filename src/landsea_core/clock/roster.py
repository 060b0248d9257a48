"""Who of a desk can be reached at an instant: in office hours its holder, deputy or head, outside them whoever has
duty. Pure over rows that the caller brings; nothing here knows addresses."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from typing import Any

from landsea_core.clock.calendar import Calendar
from landsea_core.clock.instants import shift_to_zone
from landsea_core.clock.shifts import Leave, Person, QuietHours, Shift
from landsea_core.clock.working_time import find_open_state


class ReachWay(StrEnum):
    """By which way somebody is reachable."""

    HOURS = "hours"
    DUTY = "duty"
    DEPUTY = "deputy"
    HEAD = "head"
    NOBODY = "nobody"


@dataclass(frozen=True)
class DeskChain:
    """The people of a desk; None where there is none."""

    holder: Person | None
    deputy: Person | None = None
    head: Person | None = None


USUAL_QUIET_HOURS = (time(20), time(8))
"""For people who have set none, in the zone of their office."""


@dataclass(frozen=True)
class RosterReason:
    """One step of the search: a code and its values. Codes: `open`, `closed` (with the reason of `find_open_state`),
    `on_leave`, `quiet_hours`, `no_shift`, `reached` (each with the person and the part they have in the desk)."""

    code: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ReachablePerson:
    """Who can be reached, through what, and how that was found. `next_open` is when the office opens next, for the
    case that nobody is reachable now (aware, its zone; now when it is open)."""

    person: Person | None
    through: ReachWay
    reasons: tuple[RosterReason, ...]
    next_open: datetime


def find_reachable_person(
    chain: DeskChain,
    calendar: Calendar,
    shifts: Sequence[Shift],
    leaves: Sequence[Leave],
    at: datetime,
    *,
    quiet_hours: Sequence[QuietHours] = (),
) -> ReachablePerson:
    """Who answers for a desk at that instant (aware).

    While the office is open: the first of holder, deputy and head who is not on leave. Otherwise, or when all are
    away: whoever has duty and is not on leave; a shift that happens once before a repeated one, then the one that
    began last, then the smaller name of the person, so that the order of rows does not matter. Without anyone on
    duty: deputy, then head, outside their quiet hours. Otherwise nobody.
    """
    state = find_open_state(calendar, at)
    reasons = [
        RosterReason("open") if state.open else RosterReason("closed", {"why": state.reason, "name": state.name})
    ]
    away = {leave.person for leave in leaves if leave.covers(at)}

    def answer(person: Person | None, through: ReachWay) -> ReachablePerson:
        opens = shift_to_zone(at, calendar.zone) if state.open else state.changes_at
        return ReachablePerson(person, through, tuple(reasons), opens)

    def free(person: Person | None, part: str) -> bool:
        if person is None:
            return False
        reasons.append(RosterReason("on_leave" if person in away else "reached", {"person": person, "part": part}))
        return person not in away

    if state.open:
        for person, part, through in (
            (chain.holder, "holder", ReachWay.HOURS),
            (chain.deputy, "deputy", ReachWay.DEPUTY),
            (chain.head, "head", ReachWay.HEAD),
        ):
            if free(person, part):
                return answer(person, through)
    for person in list_people_on_duty(shifts, at):
        if free(person, "duty"):
            return answer(person, ReachWay.DUTY)
    if not any(reason.values.get("part") == "duty" for reason in reasons):
        reasons.append(RosterReason("no_shift"))
    if not state.open:
        for person, through in ((chain.deputy, ReachWay.DEPUTY), (chain.head, ReachWay.HEAD)):
            if person is not None and _is_quiet(person, calendar, quiet_hours, at):
                reasons.append(RosterReason("quiet_hours", {"person": person, "part": str(through)}))
            elif free(person, str(through)):
                return answer(person, through)
    return answer(None, ReachWay.NOBODY)


def list_people_on_duty(shifts: Sequence[Shift], at: datetime) -> list[Person]:
    """Return who has duty at an instant, in the order in which they are asked."""
    running = [(shift, turn) for shift in shifts if (turn := shift.turn_at(at)) is not None]
    running.sort(key=lambda found: (found[0].every_weeks > 0, -found[1][0].timestamp(), str(found[0].person)))
    return [shift.person for shift, _ in running]


def _is_quiet(person: Person, calendar: Calendar, quiet_hours: Sequence[QuietHours], at: datetime) -> bool:
    own = [quiet for quiet in quiet_hours if quiet.person == person]
    return any(quiet.covers(at) for quiet in own or [QuietHours(person, *USUAL_QUIET_HOURS, calendar.tz)])
