"""Whether a desk is reachable at an instant, by its own clock: its office's hours and calendar, then its duty roster."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from landsea.directory import access
from landsea.directory.facts import calendar_of_office
from landsea.ui import times
from landsea_core.clock import OpenState, is_open

CLAUSES = {
    "open": _("open until %(time)s there"),
    "duty": _("office closed; somebody is on duty until %(time)s there"),
    "outside_hours": _("closed; opens %(time)s there"),
    "weekend": _("closed for the weekend; opens %(time)s there"),
    "holiday": _("closed for a holiday (%(name)s); opens %(time)s there"),
    "closing_day": _("closed today; opens %(time)s there"),
}


@dataclass(frozen=True)
class Reachable:
    """`reason` is `open`, `duty`, `outside_hours`, `weekend`, `holiday` or `closing_day`, with the holiday's English
    `name`. `until` ends the present stretch, `opens_next` begins the next one; aware, in the office's zone.
    """

    now: bool
    reason: str
    until: datetime | None = None
    opens_next: datetime | None = None
    name: str = ""


def is_reachable_now(desk, at: datetime) -> Reachable:
    """Return whether the desk is reachable at `at` (aware). One query, and only while its office is closed."""
    return reachability([desk], at)[desk.pk]


def reachability(desks: Iterable, at: datetime) -> dict[int, Reachable]:
    """Return whether each of these desks (with office) is reachable at `at` (aware), by id; at most one query."""
    states = {desk.pk: is_open(calendar_of_office(desk.office), at) for desk in desks}
    closed = [pk for pk, state in states.items() if not state.open]
    shifts = access.running_shifts(closed, at) if closed else {}
    return {pk: _reachable(state, shifts.get(pk)) for pk, state in states.items()}


def _reachable(state: OpenState, shift) -> Reachable:
    if state.open:
        return Reachable(True, "open", until=state.until)
    if shift is not None:
        return Reachable(
            True, "duty", until=shift.ends_at.astimezone(state.opens_next.tzinfo), opens_next=state.opens_next
        )
    return Reachable(False, state.reason, opens_next=state.opens_next, name=state.name)


def words_for(reachable: Reachable, at: datetime, language: str) -> str:
    """Return one clause in the reader's language, times on the desk's own clock: "open until 17:30"."""
    end = reachable.until or reachable.opens_next
    moment = times.clock(end, end.tzinfo) if _same_day(end, at) else times.moment(end, end.tzinfo, at, language)
    with translation.override(language):
        return str(CLAUSES[reachable.reason]) % {"time": moment, "name": reachable.name}


def _same_day(one: datetime, other: datetime) -> bool:
    return one.date() == other.astimezone(one.tzinfo).date()
