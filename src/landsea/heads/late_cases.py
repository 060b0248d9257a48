"""Late cases of the offices that somebody heads, by desk: how many, and the first ones by what fell due."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from landsea.base.actors import Actor
from landsea.cases.access import list_visible_cases
from landsea.cases.models import Case
from landsea.directory.models import Desk

SHOWN_A_DESK = 3


@dataclass(frozen=True)
class LateDesk:
    """A desk with late cases: how many, and the first ones, the longest late first."""

    desk: Desk
    total: int
    cases: list[Case]


def find_late_desks(actor: Actor, now: datetime) -> list[LateDesk]:
    """Return the desks of this actor's offices that have late cases at `now` (aware), those with most first. Two statements."""
    late = list_visible_cases(actor).filter(
        Q(silent_since__isnull=False) | Q(due_at__lt=now), closed_at=None, paused_at=None, desk__office__in=actor.heads
    )
    counts = dict(late.order_by().values_list("desk_id").annotate(Count("pk")))
    nth = Window(RowNumber(), partition_by="desk_id", order_by=[F("due_at").asc(nulls_last=True), F("id").asc()])
    rows = (
        late.select_related("desk__office__place", "place", "identity")
        .defer("text", "routing")
        .annotate(nth=nth)
        .filter(nth__lte=SHOWN_A_DESK)
        .order_by(F("due_at").asc(nulls_last=True), "id")
    )
    found: dict[int, LateDesk] = {}
    for case in rows:
        found.setdefault(case.desk_id, LateDesk(case.desk, counts[case.desk_id], [])).cases.append(case)
    return sorted(found.values(), key=lambda one: (-one.total, one.desk.code))
