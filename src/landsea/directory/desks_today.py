"""What somebody who works at desks wants to know of them today: who works there, who has duty, who is away, and which hours
nobody has because somebody is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from landsea.directory import access
from landsea.directory.access import leave_and_handover
from landsea.directory.duty import SHOWN_AHEAD, Gap, Stretch, list_duty_of_desks, list_gaps
from landsea.directory.models import Appointment, Desk, Leave


@dataclass(frozen=True)
class DeskToday:
    """One desk: its `people`, whose duty runs now (`on_duty`, None for nobody) and begins `next`, and the `leaves` of its
    people that are not over.
    """

    desk: Desk
    people: tuple[Appointment, ...]
    on_duty: Stretch | None
    next: Stretch | None
    leaves: tuple[Leave, ...]


def gather_desks_today(desks: Sequence[Desk], now: datetime) -> list[DeskToday]:
    """Return what is to know of each desk at `now` (aware), by a fixed number of statements."""
    ids = [desk.pk for desk in desks]
    people = list(access.list_people_of_desks(ids, now))
    leaves = list(leave_and_handover.list_leaves_at_desks(ids, now)) if ids else []
    duty = list_duty_of_desks(desks, now, now + SHOWN_AHEAD)
    found = []
    for desk in desks:
        here = tuple(one for one in people if one.desk_id == desk.pk)
        turns = [one for one in duty[desk.pk] if not one.away]
        running = next((one for one in turns if one.begins <= now < one.ends), None)
        found.append(
            DeskToday(
                desk,
                here,
                running,
                next((one for one in turns if one.begins > now), None),
                tuple(leave for leave in leaves if leave.user_id in {one.user_id for one in here}),
            )
        )
    return found


def find_gaps_of_leaves(leaves: Iterable[Leave], now: datetime) -> dict[int, list[Gap]]:
    """Return, by leave, the hours within the next four weeks that nobody has on its days, at the desks of who is away. Days
    are those of the office. Two statements, however many leaves.
    """
    shown = list(leaves)
    desks_of = leave_and_handover.group_desks_by_person({one.user_id for one in shown}, now) if shown else {}
    desks = {desk.pk: desk for held in desks_of.values() for desk in held}
    gaps = list_gaps(desks.values(), now, now + SHOWN_AHEAD)
    return {
        leave.pk: [
            gap
            for gap in gaps
            if gap.desk in desks_of.get(leave.user_id, ())
            and gap.begins.date() <= leave.last_day
            and gap.ends.date() >= leave.first_day
        ]
        for leave in shown
    }
