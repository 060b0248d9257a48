"""What the coordinator may not let fall through, as short lists of cases; each list knows how long it really is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from landsea.accounts.actors import Actor
from landsea.cases.access import visible_cases
from landsea.cases.models import Case
from landsea.directory import access as directory_access

SHOWN = 12
SOON = timedelta(hours=24)


@dataclass(frozen=True)
class Concern:
    """One list of the board: a code, the first cases by what falls due, and how many there are in all."""

    code: str
    cases: list[Case]
    total: int


def concerns(actor: Actor, now: datetime) -> list[Concern]:
    """Return the lists for a coordinator at `now` (aware): with nobody else, without people, late, late within a day."""
    running = visible_cases(actor).filter(closed_at=None)
    with_us = running.filter(desk=directory_access.coordinator_desk())
    staffed = Exists(directory_access.current_people(now).filter(desk_id=OuterRef("desk_id")))
    late = Q(silent_since__isnull=False) | Q(due_at__lt=now)
    return [
        _concern("with_us", with_us),
        _concern("nobody_there", running.filter(~staffed)),
        _concern("late", running.filter(late)),
        _concern("late_soon", running.filter(due_at__gte=now, due_at__lt=now + SOON)),
        _concern("handed_twice", running.filter(hand_offs__gte=2)),
    ]


def _concern(code: str, cases: QuerySet[Case]) -> Concern:
    rows = cases.select_related("desk__office", "place", "identity").defer("text", "routing").order_by("due_at", "id")
    return Concern(code, list(rows[:SHOWN]), cases.count())
