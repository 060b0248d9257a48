"""The only reads of rules for people. Measures are public; drafts are for editors; a watch opens by its secret.

The published measures are kept in each process as one book until something is published or withdrawn.
"""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.http import Http404

from landsea.accounts.actors import Actor
from landsea.rules.facts import measure_of
from landsea.rules.models import (
    Hook,
    HookAttempt,
    Measure,
    NewsSource,
    Notice,
    RuleCorrection,
    Version,
    VersionState,
    Watch,
)
from landsea.rules.secrets import SHAPE, digest_of
from landsea_core.rules import Book, Shipment, Standing
from landsea_core.rules import Measure as Rule

STALE_AFTER = timedelta(days=180)
"""A measure whose source nobody looked at for so long is marked."""

_kept: dict[str, object] = {}


def book() -> Book:
    """All published measures, as one book; kept in this process until the published versions change."""
    published = Version.objects.filter(published_at__isnull=False)
    mark = tuple(published.aggregate(last=Max("id"), all=Count("id"), ended=Count("ended_at")).values())
    if _kept.get("mark") != mark:
        _kept["book"] = Book(measure_of(version) for version in _current())
        _kept["mark"] = mark
    return _kept["book"]  # type: ignore[return-value]


def forget() -> None:
    """Let the next question read the database again."""
    _kept.clear()


def _current(at: datetime | None = None) -> QuerySet[Version]:
    """The version of each measure that counts, as known at `at` (aware; now when empty)."""
    known = Version.objects.filter(measure=OuterRef("pk"), published_at__isnull=False)
    if at is None:
        known = known.filter(state=VersionState.PUBLISHED)
    else:
        known = known.filter(published_at__lte=at).exclude(ended_at__lte=at)
    newest = known.order_by("-published_at", "-number").values("pk")[:1]
    return Version.objects.filter(pk__in=Measure.objects.annotate(now=Subquery(newest)).values("now"))


def book_as_of(at: datetime) -> Book:
    """The measures as they were known at an instant (aware)."""
    return Book(measure_of(version) for version in _current(at))


def measure_with_code(code: str, among: Book | None = None) -> Rule:
    """The measure with this code, among those published now or in the book given; Http404 when there is none."""
    found = (book() if among is None else among).by_code.get(code.upper())
    if found is None:
        raise Http404
    return found


def history_of(code: str) -> list[Version]:
    """All published and withdrawn versions of a measure, newest first."""
    versions = Version.objects.filter(measure__code=code.upper(), published_at__isnull=False)
    return list(versions.order_by("-published_at", "-number"))


def recent_changes(limit: int = 100) -> list[Version]:
    """The latest published versions of all measures, newest first."""
    versions = Version.objects.filter(state=VersionState.PUBLISHED).select_related("measure")
    return list(versions.order_by("-published_at", "-id")[:limit])


def is_stale(measure: Rule, today: date) -> bool:
    """Whether nobody looked at the measure's source for 180 days."""
    return date.fromisoformat(measure.checked) + STALE_AFTER < today


def measures_for_case(
    *, hs: str, country: str, filer_country: str, direction: str, day: date
) -> list[tuple[Rule, Standing]]:
    """Measures in force on `day` that stand beside a case, each with its standing, the most exact first; empty when the
    goods are not known.

    Where goods come in, `country` is their destination and the filer's their origin; going out, the other way round.
    A case does not say how the goods go, so measures of every way are shown.
    """
    if not hs or not country:
        return []
    away = filer_country if filer_country != country else ""
    origin, destination = (country, away) if direction == "export" else (away, country)
    measures = book()
    found = []
    for measure, fitting in measures.that_fit(Shipment(hs, origin, destination)):
        stands = measures.standing(measure, day)
        if fitting.prefix and stands.works:
            found.append((-len(fitting.prefix), measure.code, measure, stands))
    return [(measure, stands) for _, _, measure, stands in sorted(found, key=lambda one: one[:2])]


# Editors


def may_edit(actor: Actor) -> bool:
    """Whether this actor may draft, approve and withdraw measures: people at the coordinator's desk."""
    return actor.is_coordinator


def _editors_only(actor: Actor) -> None:
    if not may_edit(actor):
        raise PermissionDenied


def open_versions(actor: Actor) -> list[Version]:
    """Drafts and approved versions that wait, oldest first."""
    _editors_only(actor)
    waiting = Version.objects.filter(state__in=[VersionState.DRAFT, VersionState.APPROVED])
    return list(waiting.select_related("measure", "author", "approver").order_by("created_at"))


def version_for(actor: Actor, pk: int) -> Version:
    """One version for an editor; Http404 when there is none."""
    _editors_only(actor)
    found = Version.objects.select_related("measure", "author", "approver").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def to_check_next(actor: Actor, limit: int = 20) -> list[tuple[Rule, int]]:
    """Measures whose source should be looked at next: longest unseen first, and those used most before others."""
    _editors_only(actor)
    uses = dict(Measure.objects.values_list("code", "uses"))
    ordered = sorted(book(), key=lambda one: (one.checked, -uses.get(one.code, 0), one.code))
    return [(one, uses.get(one.code, 0)) for one in ordered[:limit]]


def open_corrections(actor: Actor) -> list[RuleCorrection]:
    """What readers said is wrong and nobody settled yet, oldest first."""
    _editors_only(actor)
    waiting = RuleCorrection.objects.filter(settled_at=None).select_related("measure")
    return list(waiting.order_by("suggested_at"))


def rule_to_change(actor: Actor, code: str) -> Rule:
    """What an editor begins with: the published measure, or the latest draft of one that is not published yet."""
    _editors_only(actor)
    published = book().by_code.get(code.upper())
    if published is not None:
        return published
    latest = Version.objects.filter(measure__code=code.upper()).order_by("-number").first()
    if latest is None:
        raise Http404
    return measure_of(latest)


def free_code() -> str:
    """A code that no measure has, for one that an editor writes: E and a number."""
    last = Measure.objects.filter(code__startswith="E").order_by("-id").values_list("code", flat=True).first()
    return f"E{int(last[1:]) + 1 if last else 1:03d}"


# Watches


def watch_with_secret(secret: str) -> Watch:
    """The watch whose page this secret opens; Http404 otherwise."""
    return _watch(digest=digest_of(secret)) if SHAPE.fullmatch(secret) else _nobody()


def watch_with_feed(secret: str) -> Watch:
    """The watch whose feeds this secret opens; Http404 for an unknown or renewed address."""
    return _watch(feed_digest=digest_of(secret)) if SHAPE.fullmatch(secret) else _nobody()


def _watch(**by) -> Watch:
    found = Watch.objects.filter(ended_at=None, **by).first()
    return found or _nobody()


def _nobody() -> Watch:
    raise Http404


def versions_told(watch: Watch, limit: int = 100) -> list[Version]:
    """The changes that a watch was told of, newest first."""
    notices = Notice.objects.filter(watch=watch).select_related("version__measure")
    return [notice.version for notice in notices.order_by("-version__published_at", "-id")[:limit]]


def papers_of(watch: Watch) -> dict:
    """The papers of a watch by requirement key."""
    return {paper.key: paper for paper in watch.papers.all()}


def met_keys(watch: Watch, today: date) -> frozenset[str]:
    """Keys of requirements whose paper is there and has not expired on `today`."""
    return frozenset(
        key for key, paper in papers_of(watch).items() if paper.expires_on is None or paper.expires_on >= today
    )


def codes_changed_since(watch: Watch) -> frozenset[str]:
    """Codes of measures that the watch was told of since its page was last opened."""
    notices = Notice.objects.filter(watch=watch, created_at__gt=watch.seen_at or watch.created_at)
    return frozenset(notices.values_list("version__measure__code", flat=True))


def hook_of(watch: Watch) -> Hook | None:
    """The receiver of a watch, if it has one."""
    return Hook.objects.filter(watch=watch).first()


def tries_of(hook: Hook | None, limit: int = 10) -> list[HookAttempt]:
    """The latest attempts to post to a receiver, newest first."""
    if hook is None:
        return []
    tries = HookAttempt.objects.filter(delivery__hook=hook).select_related("delivery__version__measure")
    return list(tries.order_by("-at", "-id")[:limit])


def watch_facts(pk: int) -> Watch | None:
    """The watch that a mail is about; None when it has ended."""
    return Watch.objects.filter(pk=pk, ended_at=None).first()


def versions_with(pks: list[int]) -> list[Version]:
    """Versions by id, in the order given."""
    found = {version.pk: version for version in Version.objects.filter(pk__in=pks).select_related("measure")}
    return [found[pk] for pk in pks if pk in found]


def news_sources() -> list[NewsSource]:
    """All sources of news, for operators."""
    return list(NewsSource.objects.order_by("pk"))
