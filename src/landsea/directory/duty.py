"""What a desk's duty will be: who has it when, and where nobody does. Reads rosters; people are shown by those who may."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from landsea.directory.office_calendars import make_calendar_of_office
from landsea.directory.rosters import Person, Roster, read_rosters
from landsea_core.clock import (
    Calendar,
    DeskChain,
    Shift,
    find_duty_gaps,
    find_next_opening,
    find_open_state,
    find_reachable_person,
)

SHOWN_AHEAD = timedelta(weeks=4)
GAPS_AHEAD = timedelta(days=14)
LONGEST_TURN = timedelta(weeks=1)
"""How far beyond the last shown turn is looked, so that it is not cut in its middle."""


@dataclass(frozen=True)
class Stretch:
    """Duty of one person, or of nobody (`person` None), between two instants (aware, the office's zone)."""

    person: Person | None
    begins: datetime
    ends: datetime
    away: bool = False


@dataclass(frozen=True)
class Gap:
    """A stretch in which the office is closed and nobody who is there has duty."""

    desk: object
    begins: datetime
    ends: datetime


def list_duty(desk, since: datetime, until: datetime) -> list[Stretch]:
    """Return who has duty for a desk (with office) between two instants, swaps counted; stretches without anybody are
    left out. `away` marks people on leave, whose duty is a gap.
    """
    return list_duty_of_desks([desk], since, until)[desk.pk]


def list_duty_of_desks(desks: Iterable, since: datetime, until: datetime) -> dict[int, list[Stretch]]:
    """Return the same for many desks, by their ids. One query."""
    wanted = list(desks)
    rosters = read_rosters(wanted, since, until) if wanted else {}
    return {desk.pk: _stretches_of(desk, rosters[desk.pk], since, until) for desk in wanted}


def _stretches_of(desk, roster: Roster, since: datetime, until: datetime) -> list[Stretch]:
    calendar = make_calendar_of_office(desk.office)
    zone = calendar.zone
    turns = [turn for shift in roster.shifts for turn in shift.turns(since, until)]
    edges = sorted({max(edge, since) for turn in turns for edge in turn if edge <= until} | {until})
    found: list[Stretch] = []
    for begins, ends in zip(edges, edges[1:], strict=False):
        key = find_reachable_person(DeskChain(None), calendar, roster.shifts, (), begins).person
        if key is None:
            continue
        away = any(leave.person == key and leave.start < ends and leave.end > begins for leave in roster.leaves)
        if found and found[-1].person.key == key and found[-1].ends == begins and found[-1].away == away:
            begins = found.pop().begins  # noqa: PLW2901 -- one stretch, not two that touch
        found.append(Stretch(roster.people[key], begins.astimezone(zone), ends.astimezone(zone), away))
    return found


def list_duty_ahead(desk, now: datetime) -> list[Stretch]:
    """Return the duty that runs now or begins within the next four weeks, each whole."""
    return [one for one in list_duty(desk, now, now + SHOWN_AHEAD + LONGEST_TURN) if one.begins < now + SHOWN_AHEAD]


def list_gaps(desks: Iterable, since: datetime, until: datetime) -> list[Gap]:
    """Return the gaps of desks that have duty at all, between two instants (aware), the earliest first. One query."""
    wanted = list(desks)
    found = read_rosters(wanted, since, until) if wanted else {}
    gaps = [
        Gap(desk, begins, ends)
        for desk in wanted
        if found[desk.pk].has_duty
        for begins, ends in _gaps_between(desk, found[desk.pk], since, until)
    ]
    return sorted(gaps, key=lambda gap: (gap.begins, gap.desk.code))


def list_gaps_of_plan(
    desk, shifts: Iterable[Shift], since: datetime, until: datetime
) -> list[tuple[datetime, datetime]]:
    """Return the gaps that a plan would have, whoever may be on leave then."""
    calendar = make_calendar_of_office(desk.office)
    return _without_lunch(calendar, find_duty_gaps(calendar, list(shifts), (), since, until))


def _gaps_between(desk, roster: Roster, since: datetime, until: datetime) -> list[tuple[datetime, datetime]]:
    shifts = [shift for shift in roster.shifts if shift.person not in roster.bounced]
    calendar = make_calendar_of_office(desk.office)
    return _without_lunch(calendar, find_duty_gaps(calendar, shifts, roster.leaves, since, until))


def _without_lunch(calendar: Calendar, gaps: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Leave out the breaks between two openings of one day: then the deputy and the head are rung, who are up."""

    def is_lunch(begins: datetime, ends: datetime) -> bool:
        within = begins.date() == ends.date() and find_next_opening(calendar, ends) == ends
        return within and find_open_state(calendar, begins - timedelta(minutes=1)).open

    return [gap for gap in gaps if not is_lunch(*gap)]
