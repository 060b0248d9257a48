"""What a person who works here sees first on the first page: what is due and what waits at their own desks, and for whom
they act.

Counts and three cases; the whole list is the queue. First pages of heads and of associations' clerks are their rooms'.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from urllib.parse import urlencode

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from landsea.base.actors import Actor
from landsea.base.ui.shapes import QueueRow
from landsea.cases.access import list_visible_cases
from landsea.cases.queue import NOT_ANSWERED
from landsea.cases.queue_rows import shape_row
from landsea.directory.access.appointments import list_appointments_of_person
from landsea.directory.display_names import name_desk
from landsea.directory.models import Appointment, Role
from landsea.directory.models.names import name_in

FIRST = 3
"""How many cases the first page shows; all of them are in the queue."""
NAMED = 3


@dataclass(frozen=True)
class Capacity:
    """In what capacity somebody acts, the names they act in, and how many more there are."""

    words: str
    names: tuple[str, ...]
    more: int


@dataclass(frozen=True)
class Number:
    """A count with its words and where the cases are; `kind` is that of a state."""

    count: int
    words: str
    url: str
    kind: str


@dataclass(frozen=True)
class OwnWork:
    """What stands first for whoever signed in: for whom they act, and, for those at desks, the numbers and first cases."""

    capacities: tuple[Capacity, ...]
    numbers: tuple[Number, ...]
    rows: tuple[QueueRow, ...]
    at_desks: bool


def list_own_work(actor: Actor, user_id: int, now: datetime, zone: tzinfo, language: str) -> OwnWork:
    """Return what this person has to do at `now` (aware), today being the day of `zone`; people without a desk have only the
    names they act in.
    """
    capacities = _capacities(user_id, now, language)
    if not actor.desks:
        return OwnWork(capacities, (), (), at_desks=False)
    cases = list_visible_cases(actor).filter(closed_at=None, desk_id__in=actor.desks)
    midnight = (now.astimezone(zone) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    late = Q(silent_since__isnull=False) | Q(due_at__lt=now)
    counts = cases.aggregate(
        late=Count("pk", filter=late),
        today=Count("pk", filter=Q(due_at__gte=now, due_at__lt=midnight) & ~late),
        waiting=Count("pk", filter=Q(state__in=NOT_ANSWERED, paused_at=None)),
    )
    first = cases.select_related("desk__office", "place", "identity").order_by(F("due_at").asc(nulls_last=True), "id")
    return OwnWork(
        capacities,
        (
            Number(counts["late"], _("late"), _queue(step="late"), "silent"),
            Number(counts["today"], _("due today"), _queue(), "waits"),
            Number(counts["waiting"], _("waiting for your answer"), _queue(step="unanswered"), "open"),
        ),
        tuple(shape_row(case, actor) for case in first[:FIRST]),
        at_desks=True,
    )


def _queue(**wanted: str) -> str:
    return f"{reverse('queue')}?{urlencode({'scope': 'mine', **wanted})}"


def _capacities(user_id: int, now: datetime, language: str) -> tuple[Capacity, ...]:
    """Return for whom a person acts by the appointments that hold, a line for each capacity."""
    found: dict[str, list[str]] = {}
    for one in list_appointments_of_person(user_id, now):
        if one.starts_at <= now and (one.desk or one.office):
            found.setdefault(one.role, []).append(_unit_name(one, language))
    words = {
        Role.HOLDER: _("You answer for"),
        Role.DEPUTY: _("You stand in for"),
        Role.HEAD: _("You head"),
        Role.ASSOCIATION: _("You file for members of"),
        Role.OBSERVER: _("You observe for"),
    }
    lines = []
    for role, said in words.items():
        if names := list(dict.fromkeys(found.get(role, ()))):
            lines.append(Capacity(said, tuple(names[:NAMED]), max(len(names) - NAMED, 0)))
    return tuple(lines)


def _unit_name(one: Appointment, language: str) -> str:
    if one.desk is None:
        return name_in(one.office.names, language) if one.office else ""
    return " · ".join(part for part in name_desk(one.desk, language) if part)
