"""The queue: cases by what falls due next, filtered by words in a sentence, a page at a time."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from landsea.cases.access import list_visible_cases
from landsea.cases.models import Case
from landsea.cases.open_cases import find_late
from landsea_core.caseflow import State

PAGE = 25
COUNTED_UP_TO = 1000
NOT_ANSWERED = [State.FILED, State.ADMITTED, State.ACCEPTED]


@dataclass(frozen=True)
class Wanted:
    """What the reader wants listed; empty text means any. `scope`: mine, consulted, all, closed. `desk` and `place` are codes,
    `at` the moment at which a case is late or not.
    """

    scope: str = "mine"
    step: str = ""
    country: str = ""
    lane: str = ""
    goods: str = ""
    desk: str = ""
    place: str = ""
    at: datetime = field(default_factory=timezone.now)

    @property
    def is_narrowed(self) -> bool:
        """Whether less is listed than what the reader comes for: somebody chose in the sentence above the list."""
        return self.scope not in ("mine", "all") or any(
            (self.step, self.country, self.lane, self.goods, self.desk, self.place)
        )


@dataclass(frozen=True)
class Page:
    """One page of the queue: its cases, the number of the first, and the total, None when beyond COUNTED_UP_TO."""

    cases: list[Case]
    number: int
    first: int
    total: int | None
    has_more: bool


def list_wanted_cases(actor, wanted: Wanted) -> QuerySet[Case]:
    """Return the visible cases that are wanted, ordered by what falls due next; those that wait for a filer come last."""
    cases = list_visible_cases(actor)
    if wanted.scope == "closed":
        cases = cases.filter(closed_at__isnull=False)
    else:
        cases = cases.filter(closed_at=None)
    if wanted.scope == "mine" and actor.desks:
        cases = cases.filter(desk_id__in=actor.desks)
    elif wanted.scope == "consulted":
        cases = cases.exclude(desk_id__in=actor.desks)
    steps = {
        "unanswered": Q(state__in=NOT_ANSWERED),
        "late": find_late(wanted.at),
        "filer": Q(paused_at__isnull=False),
        "outcome": Q(state=State.PROPOSED),
    }
    if wanted.step in steps:
        cases = cases.filter(steps[wanted.step])
    if wanted.country:
        cases = cases.filter(country=wanted.country)
    if wanted.lane:
        cases = cases.filter(lane=wanted.lane)
    if wanted.desk:
        cases = cases.filter(desk__code=wanted.desk)
    if wanted.place:
        cases = cases.filter(place__code=wanted.place)
    if wanted.goods:
        cases = cases.filter(hs__startswith=wanted.goods)
    if wanted.scope == "closed":
        return cases.order_by("-closed_at", "-id")
    return cases.order_by(F("due_at").asc(nulls_last=True), "id")


def cut_page(cases: QuerySet[Case], number: int, *, beside: tuple[str, ...] = ()) -> Page:
    """Return page `number` (from 1) of an ordered queue.

    Which cases stand on it is looked up first, in the index alone; only those are read whole, with what belongs to them, and
    with what the page needs `beside` it (as in select_related).
    """
    number = max(1, number)
    first = (number - 1) * PAGE
    wanted = Case.objects.filter(pk__in=cases.values("pk")[first : first + PAGE + 1])
    rows = list(
        wanted.select_related("desk__office", "place", "identity", *beside)
        .defer("text", "routing")
        .order_by(*cases.query.order_by)
    )
    total = cases.order_by()[: COUNTED_UP_TO + 1].count()
    return Page(
        cases=rows[:PAGE],
        number=number,
        first=first + 1 if rows else 0,
        total=total if total <= COUNTED_UP_TO else None,
        has_more=len(rows) > PAGE,
    )
