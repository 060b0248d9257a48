"""Feeds: of all changes for anyone, and of one watch behind its own secret address."""

from dataclasses import replace
from datetime import UTC, datetime, time

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.translation.sentences import say_sentence
from landsea.rules import access
from landsea.rules.feeds import FORMS, Entry, Feed
from landsea.rules.labels import change_words
from landsea.rules.mapping import make_measure, read_changes
from landsea.rules.models import Version, VersionState
from landsea.rules.rule_translations import choose_words_for_reader
from landsea_core.rules.events import RuleEvent, RuleEventKind, list_past

MOST = 100


@door("public")
@require_safe
def show_changes(request: HttpRequest, form: str) -> HttpResponse:
    """Show what happened to all rules by their own dates, and what editors changed; the calendar has every day."""
    today = timezone.localdate()
    events = access.list_events_by_own_dates()
    happened = [_event_entry(request, one) for one in (events if form == "ics" else list_past(events, today)[:MOST])]
    written = [
        replace(_feed_entry(request, one), effective=None, ends=None) for one in access.list_recent_corrections(MOST)
    ]
    entries = sorted([*happened, *written], key=lambda entry: entry.at, reverse=True)
    if form != "ics":
        entries = entries[:MOST]
    return _feed_response(request, form, _("Landsea: changes of rules"), reverse("measures"), tuple(entries))


@door("public")
@require_safe
def watch_feed(request: HttpRequest, secret: str, form: str) -> HttpResponse:
    """Show what one watch was told of, without what was withdrawn since; 404 for a renewed address."""
    watch = access.find_watch_with_feed(secret)
    title = watch.name or _("Landsea: changes of rules")
    told = [version for version in access.list_versions_told(watch) if version.state != VersionState.WITHDRAWN]
    entries = tuple(_feed_entry(request, version) for version in told)
    return _feed_response(request, form, title, reverse("measures"), entries)


def _feed_response(request: HttpRequest, form: str, title: str, page: str, entries: tuple[Entry, ...]) -> HttpResponse:
    if form not in FORMS:
        raise Http404
    write, media_type = FORMS[form]
    updated = max((entry.at for entry in entries), default=datetime(2026, 1, 1, tzinfo=UTC))
    address = request.build_absolute_uri(request.path)
    feed = Feed(title, address, request.build_absolute_uri(page), get_language() or "en", entries, updated)
    response = HttpResponse(write(feed), content_type=media_type)
    response["Cache-Control"] = "private, max-age=300"
    return response


def _event_entry(request: HttpRequest, event: RuleEvent) -> Entry:
    """Return what happened to a rule, at the beginning of its own day."""
    code, exact = event.measure.code, event.day.earliest if event.day.exact else None
    ends = event.kind in {RuleEventKind.ENDS, RuleEventKind.REPLACED}
    return Entry(
        key=f"tag:landsea.example,2026:{event.key}",
        title=f"{code} {choose_words_for_reader(event.measure.title)}",
        url=request.build_absolute_uri(reverse("measure", args=[code])),
        at=datetime.combine(event.earliest, time(), UTC),
        sentences=(f"{event.day.text}: {say_sentence(event.explain())}",),
        effective=exact if event.kind is RuleEventKind.BEGINS else None,
        ends=exact if ends else None,
    )


def _feed_entry(request: HttpRequest, version: Version) -> Entry:
    rule = make_measure(version)
    life = rule.life
    return Entry(
        key=f"tag:landsea.example,2026:{version.measure.code}:{version.number}",
        title=f"{version.measure.code} {choose_words_for_reader(rule.title)}",
        url=request.build_absolute_uri(reverse("measure", args=[version.measure.code])),
        at=version.published_at,
        sentences=tuple(change_words(change) for change in read_changes(version)),
        effective=life.in_force.earliest if life.in_force.exact else None,
        ends=life.last_day.earliest if life.last_day.exact else None,
    )
