"""What sources of news brought, what became of it, and which have gone silent: for operators and editors."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.utils import timezone

from landsea.base.actors import Actor
from landsea.rules.access.editing import may_edit
from landsea.rules.models import NewsItem, NewsSource, Version, VersionState
from landsea_core.rules.news_silence import count_silent_days

MOST_SHOWN = 5
MOST_READ = 2000
"""Items looked at over all sources, the newest first."""
BECAME_RULE, WAITS, DISMISSED, REMEMBERED = "rule", "draft", "dismissed", "remembered"


@dataclass(frozen=True)
class BroughtItem:
    """One piece of news, and what became of it: `rule`, `draft`, `dismissed`, or `remembered` from the first look."""

    title: str
    link: str
    seen_at: datetime
    state: str
    version: int | None


@dataclass(frozen=True)
class SourceReport:
    """What one source brought. `silent_days`: for how long it has been silent, 0 where it is not."""

    source: NewsSource
    newest: tuple[BroughtItem, ...]
    brought: int
    drafts: int
    rules: int
    dismissed: int
    silent_days: int


def list_news_sources() -> list[NewsSource]:
    """Return all sources of news, for operators."""
    return list(NewsSource.objects.order_by("pk"))


def list_news_reports(actor: Actor) -> list[SourceReport]:
    """Return a report of every source, those that are on first. Editors only."""
    if not may_edit(actor):
        raise PermissionDenied
    published = Version.objects.filter(measure=OuterRef("version__measure"), state=VersionState.PUBLISHED)
    items = NewsItem.objects.select_related("version").annotate(is_rule=Exists(published)).order_by("-seen_at", "-pk")
    brought: dict[int, list[NewsItem]] = defaultdict(list)
    for item in items[:MOST_READ]:
        brought[item.source_id].append(item)
    return [_report(one, brought[one.pk]) for one in NewsSource.objects.order_by("-is_on", "country", "pk")]


def _report(source: NewsSource, items: list[NewsItem]) -> SourceReport:
    shown = [_show_item(one) for one in items]
    states = [one.state for one in shown]
    return SourceReport(
        source,
        tuple(shown[:MOST_SHOWN]),
        len(items),
        states.count(WAITS),
        states.count(BECAME_RULE),
        states.count(DISMISSED),
        _count_silence(source, items),
    )


def _show_item(item: NewsItem) -> BroughtItem:
    version = item.version
    if version is None:
        state = REMEMBERED
    elif item.is_rule:
        state = BECAME_RULE
    else:
        state = DISMISSED if version.state == VersionState.REJECTED else WAITS
    title = item.title or (version.row["title"] if version else item.link)
    return BroughtItem(title, item.link, item.seen_at, state, item.version_id)


def _count_silence(source: NewsSource, items: Iterable[NewsItem]) -> int:
    """Up to the day on which it was read last: while nobody reads it, it is not the source that is silent."""
    if not source.is_on or source.polled_at is None:
        return 0
    read_on = timezone.localdate(source.polled_at)
    return count_silent_days((timezone.localdate(one.seen_at) for one in items), read_on, read_on)
