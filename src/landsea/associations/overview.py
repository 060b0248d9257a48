"""What needs an association's clerk first: whom its members' cases wait for, what came since they last looked, sheets that
were begun. Gathered by a fixed number of statements.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from landsea.associations import access
from landsea.base.actors import Actor
from landsea.cases.access import News, list_news_since
from landsea.cases.models import BulkFiling, Case

SHOWN = 5
NEWS_SHOWN = 10
LOOKS_BACK = timedelta(days=14)
"""How far back answers are shown to a clerk who never said that they were seen."""


@dataclass(frozen=True)
class Waiting:
    """Open cases that wait for somebody (`us`, `member`, `desk`): the first ones by what falls due, and how many."""

    whom: str
    cases: list[Case]
    total: int


@dataclass(frozen=True)
class Overview:
    """A clerk's first page. `states` counts open cases by state, `since` is from when answers are shown."""

    waiting: tuple[Waiting, ...]
    states: dict[str, int]
    late: int
    news: News
    since: datetime
    sheets: list[BulkFiling]
    has_members: bool

    @property
    def open_cases(self) -> int:
        """How many cases are open."""
        return sum(self.states.values())


def gather_overview(actor: Actor, association_id: int, now: datetime) -> Overview:
    """Return what an association's clerk sees first at `now` (aware)."""
    cases = access.list_cases(actor, association_id)
    counted = Counter(cases.order_by().values_list("state", flat=True))
    since = access.find_answers_seen_until(actor, association_id) or now - LOOKS_BACK
    every_case = access.list_cases(actor, association_id, scope="all")
    return Overview(
        waiting=tuple(_wait_for(whom, actor, association_id) for whom in access.WAITING_FOR),
        states=dict(counted),
        late=cases.order_by().filter(silent_since__isnull=False, paused_at=None).count(),
        news=list_news_since(every_case, since, NEWS_SHOWN),
        since=since,
        sheets=access.list_sheets_under_way(actor, association_id),
        has_members=access.list_members(actor, association_id).exists(),
    )


def _wait_for(whom: str, actor: Actor, association_id: int) -> Waiting:
    cases = access.list_cases(actor, association_id, waits_for=whom)
    first = cases.select_related("desk__office__place", "place", "identity", "member").defer("text", "routing")[:SHOWN]
    return Waiting(whom, list(first), cases.count())
