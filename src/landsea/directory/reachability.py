"""Whether a desk is reachable at an instant, by its own clock, and who of it: its office's hours and calendar, leaves, then
its duty roster. `is_reachable_now` is for anyone and names nobody; `find_who_is_reachable` is for the platform's own acts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from landsea.base.ui import times
from landsea.directory.office_calendars import make_calendar_of_office
from landsea.directory.rosters import Person, Roster, read_rosters
from landsea_core.clock import OpenState, ReachWay, RosterReason, find_open_state
from landsea_core.clock import find_reachable_person as who_of

CLAUSES = {
    "open": _("open until %(time)s there"),
    "duty": _("office closed; somebody is on duty until %(time)s there"),
    "outside_hours": _("closed; opens %(time)s there"),
    "weekend": _("closed for the weekend; opens %(time)s there"),
    "holiday": _("closed for a holiday (%(name)s); opens %(time)s there"),
    "closing_day": _("closed today; opens %(time)s there"),
}

ASSUMED = _("%(clause)s, hours assumed")

LOOKED_AHEAD = timedelta(days=14)
"""Longer than any office is closed at a stretch: the Chinese New Year with its weekends."""


@dataclass(frozen=True)
class Reachability:
    """`reason` is `open`, `duty`, `outside_hours`, `weekend`, `holiday` or `closing_day`, with the holiday's English
    `name`. `until` ends the present stretch, `opens_next` begins the next one; aware, in the office's zone. `assumed`: nobody
    of the office has said its hours, on which all but duty rests.
    """

    now: bool
    reason: str
    until: datetime | None = None
    opens_next: datetime | None = None
    name: str = ""
    assumed: bool = False


@dataclass(frozen=True)
class ReachablePerson:
    """Who of a desk answers now: `person` None means nobody; `through` is hours, duty, deputy, head or nobody; `reasons`
    tell step by step how the person was found, people in them by their keys (`names` gives their names); `next_open` is
    when the office opens next (aware, its zone).
    """

    person: Person | None
    through: ReachWay
    reasons: tuple[RosterReason, ...]
    next_open: datetime
    names: dict[str, str]


def find_who_is_reachable(desk, at: datetime) -> ReachablePerson:
    """Return who of this desk (with office) answers at `at` (aware), and why. One query."""
    return find_who_are_reachable([desk], at)[desk.pk]


def find_who_are_reachable(desks: Iterable, at: datetime) -> dict[int, ReachablePerson]:
    """Return who answers at `at` (aware) for each of these desks (with office), by id. One query for all of them.

    People whose mail comes back are left out; the reasons begin with `bounced` for each of them.
    """
    wanted = list(desks)
    found = read_rosters(wanted, at)
    return {desk.pk: _who_answers(desk, found[desk.pk], at) for desk in wanted}


def find_people_in_reach(desk, at: datetime) -> list[Person]:
    """Return who of this desk (with office) answers at `at` (aware), then who would if they were not there, and so on: by
    the same rules each time, so that nobody is called on leave or in quiet hours. One query.
    """
    roster = read_rosters([desk], at)[desk.pk]
    found: list[Person] = []
    while (person := _who_answers(desk, roster, at).person) is not None:
        found.append(person)
        roster = replace(roster, bounced=roster.bounced | {person.key})
    return found


def find_desks_with_nobody(desks: Iterable, now: datetime) -> list:
    """Return those of these desks (with office) where nobody answers at `now` (aware), nor when the office opens next: all
    who hold, deputise or head are gone, away or unreachable. One query.
    """
    wanted = list(desks)
    if not wanted:
        return []
    found = read_rosters(wanted, now, now + LOOKED_AHEAD)
    return [desk for desk in wanted if _has_nobody(desk, found[desk.pk], now)]


def _has_nobody(desk, roster: Roster, now: datetime) -> bool:
    answer = _who_answers(desk, roster, now)
    return answer.person is None and (
        answer.next_open <= now or _who_answers(desk, roster, answer.next_open).person is None
    )


def _who_answers(desk, roster: Roster, at: datetime) -> ReachablePerson:
    shifts = [shift for shift in roster.shifts if shift.person not in roster.bounced]
    answer = who_of(
        roster.chain(at),
        make_calendar_of_office(desk.office),
        shifts,
        roster.leaves,
        at,
        quiet_hours=roster.quiet_hours,
    )
    lost = tuple(RosterReason("bounced", {"person": key}) for key in sorted(roster.bounced))
    person = roster.people[answer.person] if answer.person else None
    names = {key: known.name for key, known in roster.people.items()}
    return ReachablePerson(person, answer.through, lost + answer.reasons, answer.next_open, names)


def is_reachable_now(desk, at: datetime) -> Reachability:
    """Return whether the desk is reachable at `at` (aware). One query, and only while its office is closed."""
    return find_reachability([desk], at)[desk.pk]


def find_reachability(desks: Iterable, at: datetime) -> dict[int, Reachability]:
    """Return whether each of these desks (with office) is reachable at `at` (aware), by id; at most one query."""
    wanted = {desk.pk: desk for desk in desks}
    states = {pk: find_open_state(make_calendar_of_office(desk.office), at) for pk, desk in wanted.items()}
    closed = [wanted[pk] for pk, state in states.items() if not state.open]
    found = read_rosters(closed, at) if closed else {}
    return {
        pk: _reachability_now(state, _duty_ends(found.get(pk), at), wanted[pk].office.hours_grade == "assumed")
        for pk, state in states.items()
    }


def _duty_ends(roster: Roster | None, at: datetime) -> datetime | None:
    """Return when the duty of somebody who is there ends, the latest of them; None without one."""
    if roster is None:
        return None
    away = {leave.person for leave in roster.leaves if leave.covers(at)} | roster.bounced
    turns = [shift.turn_at(at) for shift in roster.shifts if shift.person not in away]
    return max((turn[1] for turn in turns if turn is not None), default=None)


def _reachability_now(state: OpenState, duty_ends: datetime | None, assumed: bool) -> Reachability:
    if state.open:
        return Reachability(True, "open", until=state.until, assumed=assumed)
    if duty_ends is not None:
        return Reachability(
            True, "duty", until=duty_ends.astimezone(state.opens_next.tzinfo), opens_next=state.opens_next
        )
    return Reachability(False, state.reason, opens_next=state.opens_next, name=state.name, assumed=assumed)


def describe_reachability(reachable: Reachability, at: datetime, language: str) -> str:
    """Return one clause in the reader's language, times on the desk's own clock: "open until 17:30", with the mark of hours
    that are assumed.
    """
    return mark_assumed_hours(reachable, write_reachability_clause(reachable, at, language), language)


def write_reachability_clause(reachable: Reachability, at: datetime, language: str) -> str:
    """Return that clause without the mark."""
    end = reachable.until or reachable.opens_next
    moment = (
        times.write_clock(end, end.tzinfo) if _same_day(end, at) else times.write_moment(end, end.tzinfo, at, language)
    )
    with translation.override(language):
        return str(CLAUSES[reachable.reason]) % {"time": moment, "name": reachable.name}


def mark_assumed_hours(reachable: Reachability, words: str, language: str) -> str:
    """Return words about when a desk is reachable with a mark where its hours are assumed."""
    with translation.override(language):
        return str(ASSUMED) % {"clause": words} if reachable.assumed else words


def _same_day(one: datetime, other: datetime) -> bool:
    return one.date() == other.astimezone(one.tzinfo).date()
