"""The people of the offices that somebody heads: desks with nobody, addresses that nobody confirmed, who is away, duty that
nobody has, and who was appointed and never came. Gathered by a fixed number of statements.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from landsea.base.actors import Actor
from landsea.directory import access, rights
from landsea.directory.access import appointments, duty, leave_and_handover
from landsea.directory.access.appointments import NotYetIn
from landsea.directory.duty import GAPS_AHEAD, Gap, list_gaps
from landsea.directory.freshness import find_states
from landsea.directory.models import Appointment, Contact, Desk, Leave
from landsea_core.contacts import Absence, ContactState, Freshness, is_covered


@dataclass(frozen=True)
class Away:
    """A leave within the next two weeks of somebody at these desks; at the `uncovered` ones nobody is in their place."""

    leave: Leave
    desks: tuple[Desk, ...]
    uncovered: tuple[Desk, ...]


@dataclass(frozen=True)
class PeopleAtDesks:
    """What a head should know of the people of their desks. `empty`: desks that nobody who can sign in holds or deputises,
    so that all that comes goes to the head; `unsure`: contacts whose address is not confirmed, with their state.
    """

    desks: tuple[Desk, ...]
    empty: tuple[Desk, ...]
    unsure: tuple[tuple[Contact, ContactState], ...]
    away: tuple[Away, ...]
    gaps: tuple[Gap, ...]
    not_yet_in: tuple[NotYetIn, ...]
    present: Mapping[int, Mapping[int, str]]
    """By desk those who can sign in there, by account with their names."""


def gather_people(actor: Actor, now: datetime) -> PeopleAtDesks:
    """Return what concerns the people of the offices that this actor heads, at `now` (aware)."""
    desks = [desk for desk in leave_and_handover.list_desks(actor) if desk.office_id in actor.heads]
    by_id = {desk.pk: desk for desk in desks}
    late_in = [one for one in appointments.list_people_not_yet_in(actor, now) if _is_of_offices(one, actor)]
    outside = {one.person.pk for one in late_in}
    seated = list(access.list_people_of_desks(by_id, now))
    present: dict[int, list[Appointment]] = {pk: [] for pk in by_id}
    for one in seated:
        if one.desk_id and one.user_id not in outside:
            present[one.desk_id].append(one)
    contacts = list(access.list_contacts_of_desks(actor, by_id))
    states = find_states(contacts, now)
    return PeopleAtDesks(
        desks=tuple(desks),
        empty=tuple(desk for desk in desks if not present[desk.pk]),
        unsure=tuple((one, states[one.pk]) for one in contacts if states[one.pk].freshness is not Freshness.CONFIRMED),
        away=tuple(_find_away(actor, present, by_id, now)),
        gaps=tuple(list_gaps(duty.list_desks_with_duty(now).filter(office__in=actor.heads), now, now + GAPS_AHEAD)),
        not_yet_in=tuple(late_in),
        present={pk: {one.user_id: one.user.name for one in there} for pk, there in present.items()},
    )


def _is_of_offices(who: NotYetIn, actor: Actor) -> bool:
    return any(rights.find_office_id(row) in actor.heads for row in who.appointments)


def _find_away(
    actor: Actor, present: Mapping[int, list[Appointment]], desks: Mapping[int, Desk], now: datetime
) -> list[Away]:
    """Return leaves that are not over, or begin within two weeks by the desk's own calendar, the earliest first."""
    desks_of: dict[int, list[int]] = {}
    for pk, there in present.items():
        for one in there:
            desks_of.setdefault(one.user_id, []).append(pk)
    rows = list(leave_and_handover.list_leaves_to_show(actor, now))
    absences = [Absence(row.user_id, row.first_day, row.last_day, row.stand_in_id) for row in rows]
    found = []
    for row, absence in zip(rows, absences, strict=True):
        concerned = [desks[pk] for pk in desks_of.get(row.user_id, ()) if _is_soon(row, desks[pk], now)]
        if concerned:
            alone = [
                desk
                for desk in concerned
                if not is_covered(absence, (one.user_id for one in present[desk.pk]), absences)
            ]
            found.append(Away(row, tuple(concerned), tuple(alone)))
    return found


def _is_soon(leave: Leave, desk: Desk, now: datetime) -> bool:
    today = now.astimezone(ZoneInfo(desk.office.time_zone)).date()
    return leave.last_day >= today and leave.first_day <= today + GAPS_AHEAD
