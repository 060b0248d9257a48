"""Polls the sources that are on and makes a draft of each new piece of news: with its passage, its link, and what it is
like. The first look at a source only remembers what stands there, so that years of news do not become drafts."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.rules import access
from landsea.rules.actions.drafting import make_version
from landsea.rules.models import NewsItem, NewsSource
from landsea.rules.poller.adapters import ADAPTERS
from landsea.rules.poller.fetching import Page, fetch_page
from landsea.rules.poller.items import Item, PageTrouble
from landsea.rules.stream import measure_stream
from landsea_core.rules import Effect, Measure, MeasureKind, MeasureScope
from landsea_core.rules.likeness import LikenessOfMeasures

EVERY = timedelta(hours=6)
LONGEST_PAUSE = timedelta(days=7)


def poll_due(now: datetime) -> int:
    """Poll every source that is on and whose pause is over; return how many drafts were made."""
    made = 0
    for source in NewsSource.objects.filter(is_on=True).order_by("pk"):
        pause = min(EVERY * 2**source.failures, LONGEST_PAUSE)
        if source.polled_at is None or source.polled_at + pause <= now:
            made += poll_source(source, now)
    return made


def poll_source(source: NewsSource, now: datetime) -> int:
    """Poll one source at `now` (aware); trouble is kept in its row and lengthens its pause. Return the drafts made."""
    try:
        page, items = _read_source(source)
    except PageTrouble as trouble:
        NewsSource.objects.filter(pk=source.pk).update(
            polled_at=now, failures=min(source.failures + 1, 10), trouble=str(trouble)[:300]
        )
        return 0
    is_first = source.polled_at is None or (source.failures > 0 and not source.items.exists())
    with transaction.atomic():
        NewsSource.objects.filter(pk=source.pk).update(
            polled_at=now, failures=0, trouble="", etag=page.etag[:200], modified=page.modified[:60]
        )
        known = set(NewsItem.objects.filter(source=source).values_list("link", flat=True))
        fresh = [item for item in items if item.link[:500] not in known]
        likeness = LikenessOfMeasures(access.read_published_book()) if fresh and not is_first else None
        for item in fresh:
            version = _draft_from_item(source, item, likeness, now) if likeness else None
            NewsItem.objects.create(
                source=source, link=item.link[:500], title=item.title[:200], version=version, seen_at=now
            )
    return 0 if is_first else len(fresh)


def _read_source(source: NewsSource) -> tuple[Page, list[Item]]:
    """Return the page of a source and what it brings, each address once. Raises PageTrouble, also for what no adapter foresaw:
    whatever one site puts into its page, the sources behind it are read.
    """
    try:
        page = fetch_page(source.url, etag=source.etag, modified=source.modified)
        items = ADAPTERS[source.kind](page.text, source.url) if page.text is not None else []
        kept: dict[str, Item] = {}
        for one in filter(_may_be_kept, items):
            kept.setdefault(one.link[:500], one)
        return page, list(kept.values())
    except PageTrouble:
        raise
    except Exception as fault:
        raise PageTrouble(f"The page cannot be read: {type(fault).__name__}.") from fault


def _may_be_kept(item: Item) -> bool:
    """Whether a piece of news has an address that a browser opens as a page, and words that a table keeps."""
    return urlsplit(item.link).scheme in {"http", "https"} and "\0" not in f"{item.title}{item.link}{item.passage}"


def _draft_from_item(source: NewsSource, item: Item, likeness: LikenessOfMeasures, now: datetime):
    like = likeness.find_alike(f"{item.title} {item.passage}")
    country = item.country or source.country
    words = "; ".join(f"{one.measure.code} {one.measure.title} ({one.likeness:.2f})" for one in like)
    rule = Measure(
        code=access.find_free_code(),
        title=item.title[:200],
        kind=like[0].measure.kind if like else MeasureKind.LICENCE_PERMIT,
        effect=Effect.INFORMS,
        country=country,
        authority=source.name,
        legal_act=item.title[:300],
        summary=item.passage or item.title,
        scope=MeasureScope(destination=frozenset({country}) if len(country) == 2 else frozenset()),
        source=item.link,
        grade="published",
        checked=now.date().isoformat(),
        note=f"Like: {words}" if words else "",
    )
    version = make_version(rule, now=now, link=item.link[:500], note=item.day)
    append_entry(
        stream=measure_stream(rule.code),
        act="found_news",
        actor="system",
        at=now,
        facts={"source": source.pk},
        first=True,
    )
    return version
