"""When an office is closed and nobody has duty: to be mended before it happens."""

from collections.abc import Sequence
from datetime import UTC, datetime

from landsea_core.clock.calendar import Calendar
from landsea_core.clock.instants import shift_to_zone
from landsea_core.clock.roster import list_people_on_duty
from landsea_core.clock.shifts import Leave, Shift
from landsea_core.clock.working_time import find_next_opening, find_open_state


def find_duty_gaps(
    calendar: Calendar, shifts: Sequence[Shift], leaves: Sequence[Leave], since: datetime, until: datetime
) -> list[tuple[datetime, datetime]]:
    """The stretches between two instants (aware) in which the office is closed and nobody who is not on leave has
    duty, in order and in the office's zone: to be mended before they happen."""
    edges = {shift_to_zone(since, UTC), shift_to_zone(until, UTC)}
    for shift in shifts:
        edges.update(edge for turn in shift.turns(since, until) for edge in turn)
    edges.update(shift_to_zone(edge, UTC) for leave in leaves for edge in (leave.start, leave.end))
    at = since
    while at < until:
        edges.add(shift_to_zone(at, UTC))
        at = find_open_state(calendar, at).changes_at
    inside = sorted(edge for edge in edges if since <= edge <= until)
    gaps: list[tuple[datetime, datetime]] = []
    for begin, end in zip(inside, inside[1:], strict=False):
        if _is_covered(calendar, shifts, leaves, begin):
            continue
        if gaps and gaps[-1][1] == begin:
            begin = gaps.pop()[0]  # noqa: PLW2901 -- one gap, not two that touch
        gaps.append((begin, end))
    return [(shift_to_zone(begin, calendar.zone), shift_to_zone(end, calendar.zone)) for begin, end in gaps]


def _is_covered(calendar: Calendar, shifts: Sequence[Shift], leaves: Sequence[Leave], at: datetime) -> bool:
    if find_next_opening(calendar, at) == at:
        return True
    away = {leave.person for leave in leaves if leave.covers(at)}
    return any(person not in away for person in list_people_on_duty(shifts, at))
