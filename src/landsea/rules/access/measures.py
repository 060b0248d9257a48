"""Reads of published measures: the book of now, of another day, a measure's history, what stands beside a case.

The published measures are kept in each process as one book until something is published or withdrawn.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from landsea.base.kept import Kept
from landsea.rules.mapping import make_measure
from landsea.rules.models import Version, VersionState
from landsea.rules.rule_translations import use_published
from landsea_core.countries import COUNTRIES
from landsea_core.rules import Book, Shipment, Standing
from landsea_core.rules import Measure as Rule
from landsea_core.rules.coverage import Coverage
from landsea_core.rules.coverage_matrix import CoverageCell, make_matrix, summarise_matrix
from landsea_core.rules.coverage_rows import read_coverage
from landsea_core.rules.events import RuleEvent, list_events

STALE_AFTER = timedelta(days=180)
"""A measure whose source nobody looked at for so long is marked."""


MARK = "SELECT max(id), count(id), count(ended_at) FROM rules_version WHERE published_at IS NOT NULL"
"""Written out, since each page that shows rules asks it."""


def _read_mark() -> tuple:
    with connections[Version.objects.db].cursor() as cursor:
        cursor.execute(MARK)
        return tuple(cursor.fetchone())


PUBLISHED = Kept(_read_mark, asked_every=0.5)
"""The process that publishes knows at once, the others within half a second: a page asks for the book three times."""
READ_VERSIONS = Kept(unchanging=True)
"""What published versions say, by id and moment of publication: that never changes, so a version is read once in a process.
To read a thousand rows and make measures of them takes 0.12 s of processor, these alone 0.03, after each publication.
"""


def read_published_book() -> Book:
    """Return all published measures, as one book; kept in this process until the published versions change."""
    return PUBLISHED.get("book", _read_book)


def _read_book() -> Book:
    written = Version.objects.filter(state=VersionState.PUBLISHED).exclude(words={})
    use_published(written.order_by("published_at", "id").values_list("words", flat=True))
    return Book(_measures_of(find_current_versions()), read_coverage_on_file())


def read_coverage_on_file() -> Coverage:
    """Return where somebody looked, as the reference files say it."""
    return read_coverage(Path(settings.REFERENCE))


def summarise_coverage(day: date) -> list[dict[str, Any]]:
    """Return how far the book was looked through on `day`: a line for each country and direction. What today's pages ask is
    kept until something is published; any other day is looked up each time, for whoever asks chooses it.
    """
    if day != timezone.localdate():
        return _summarise_coverage(day)
    return PUBLISHED.get(("coverage", day), lambda: _summarise_coverage(day))


def _summarise_coverage(day: date) -> list[dict[str, Any]]:
    return summarise_matrix(make_matrix(read_published_book(), day, COUNTRIES), day)


def list_coverage_cells(day: date, country: str) -> list[CoverageCell]:
    """Return every cell of one country of the corridor on `day`."""
    return make_matrix(read_published_book(), day, [country])


def forget_book() -> None:
    """Let the next question read the database again."""
    PUBLISHED.forget()


def find_current_versions(at: datetime | None = None) -> QuerySet[Version]:
    """Return the version of each measure that counts, as known at `at` (aware; now when empty).

    All are sorted once: asked measure by measure, PostgreSQL walks for each from the newest version of all to its own.
    """
    known = Version.objects.filter(published_at__isnull=False)
    if at is None:
        known = known.filter(state=VersionState.PUBLISHED)
    else:
        known = known.filter(published_at__lte=at).exclude(ended_at__lte=at)
    newest = known.order_by("measure_id", "-published_at", "-number").distinct("measure_id")
    return Version.objects.filter(pk__in=newest.values("pk"))


def read_book_as_of(at: datetime) -> Book:
    """Return the measures as they were known at an instant (aware)."""
    looked = read_coverage_on_file().as_of(at.date())
    return Book(_measures_of(find_current_versions(at)), looked)


def _measures_of(published: QuerySet[Version]) -> Iterator[Rule]:
    """Yield the measures of published versions, reading those only that this process has not read yet."""
    keys = list(published.values_list("pk", "published_at"))
    unread = [pk for pk, _at in READ_VERSIONS.find_unknown(keys)]
    rows = (
        {(row.pk, row.published_at): make_measure(row) for row in Version.objects.filter(pk__in=unread)}
        if unread
        else {}
    )
    READ_VERSIONS.put(rows)
    return (rows[key] if key in rows else READ_VERSIONS.get(key, lambda key=key: _read_version(key[0])) for key in keys)


def _read_version(pk: int) -> Rule:
    return make_measure(Version.objects.get(pk=pk))


def find_measure(code: str, among: Book | None = None) -> Rule:
    """Return the measure with this code, among those published now or in the book given; Http404 when there is none."""
    found = (read_published_book() if among is None else among).by_code.get(code.upper())
    if found is None:
        raise Http404
    return found


def list_history(code: str) -> list[Version]:
    """Return all published and withdrawn versions of a measure, newest first."""
    if "\0" in code:  # no code holds one, and the database refuses to look
        return []
    versions = Version.objects.filter(measure__code=code.upper(), published_at__isnull=False)
    return list(versions.select_related("measure").order_by("-published_at", "-number"))


def find_title(code: str) -> str:
    """Return what a measure is called, or was when it counted last; "" for an unknown code."""
    row = Version.objects.filter(measure__code=code, published_at__isnull=False).order_by("-published_at").first()
    return row.row["title"] if row else ""


def list_recent_changes(limit: int = 100) -> list[Version]:
    """Return the latest published versions of all measures, newest first, but those that only brought words in other
    languages.
    """
    return list(_news().order_by("-published_at", "-id")[:limit])


def _news() -> QuerySet[Version]:
    only_words = ~Q(words={}) & Q(changes__0__0="looked_at_again") | Q(changes__0__0="regraded") | Q(changes=[])
    return Version.objects.filter(state=VersionState.PUBLISHED).exclude(only_words).select_related("measure")


def list_events_by_own_dates() -> list[RuleEvent]:
    """Return what happened, and will happen, to all rules by their own dates, the latest day first."""
    return PUBLISHED.get("events", lambda: list_events(read_published_book()))


def list_recent_corrections(limit: int = 100) -> list[Version]:
    """Return the latest versions that an editor wrote, newest first: what came from files is told by the rules' own dates."""
    by_people = Q(author__isnull=False) | Q(approver__isnull=False)
    return list(_news().filter(by_people).order_by("-published_at", "-id")[:limit])


def is_stale(measure: Rule, today: date) -> bool:
    """Whether nobody looked at the measure's source for 180 days."""
    return bool(measure.checked) and date.fromisoformat(measure.checked) + STALE_AFTER < today


def find_measures_for_case(
    *, hs: str, country: str, filer_country: str, direction: str, day: date
) -> list[tuple[Rule, Standing]]:
    """Return measures in force on `day` that stand beside a case, each with its standing, the most exact first; empty when
    the goods are not known.

    Where goods come in, `country` is their destination and the filer's their origin; going out, the other way round.
    A case does not say how the goods go, so measures of every way are shown.
    """
    if not hs or not country:
        return []
    away = filer_country if filer_country != country else ""
    origin, destination = (country, away) if direction == "export" else (away, country)
    measures = read_published_book()
    found = []
    for measure, fitting in measures.find_fitting(Shipment(hs, origin, destination)):
        stands = measures.standing(measure, day)
        if fitting.prefix and stands.works:
            found.append((-len(fitting.prefix), measure.code, measure, stands))
    return [(measure, stands) for _, _, measure, stands in sorted(found, key=lambda one: one[:2])]


def find_versions(pks: list[int]) -> list[Version]:
    """Return versions by id, in the order given."""
    found = {version.pk: version for version in Version.objects.filter(pk__in=pks).select_related("measure")}
    return [found[pk] for pk in pks if pk in found]
