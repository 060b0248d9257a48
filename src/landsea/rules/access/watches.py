"""Reads of a watch, by the secret of its page or of its feeds: what it was told, its papers, its receiver."""

from django.http import Http404

from landsea.base.secret_links import SHAPE, compute_digest
from landsea.rules.models import Hook, HookAttempt, Notice, Version, Watch


def find_watch_with_secret(secret: str) -> Watch:
    """Return the watch whose page this secret opens; Http404 otherwise."""
    return _watch_or_404(digest=compute_digest(secret)) if SHAPE.fullmatch(secret) else _raise_not_found()


def find_watch_with_feed(secret: str) -> Watch:
    """Return the watch whose feeds this secret opens; Http404 for an unknown or renewed address."""
    return _watch_or_404(feed_digest=compute_digest(secret)) if SHAPE.fullmatch(secret) else _raise_not_found()


def _watch_or_404(**by) -> Watch:
    found = Watch.objects.filter(ended_at=None, **by).first()
    return found or _raise_not_found()


def _raise_not_found() -> Watch:
    raise Http404


def list_versions_told(watch: Watch, limit: int = 100) -> list[Version]:
    """Return the changes that a watch was told of, newest first; also those that were withdrawn since, which it was told
    too.
    """
    notices = Notice.objects.filter(watch=watch).select_related("version__measure")
    return [notice.version for notice in notices.order_by("-version__published_at", "-id")[:limit]]


def find_papers(watch: Watch) -> dict:
    """Return the papers of a watch by requirement key."""
    return {paper.key: paper for paper in watch.papers.all()}


def list_codes_changed_since(watch: Watch) -> frozenset[str]:
    """Return codes of measures that the watch was told of since its page was last opened."""
    notices = Notice.objects.filter(watch=watch, created_at__gt=watch.seen_at or watch.created_at)
    return frozenset(notices.values_list("version__measure__code", flat=True))


def find_hook(watch: Watch) -> Hook | None:
    """Return the receiver of a watch, if it has one."""
    return Hook.objects.filter(watch=watch).first()


def list_tries(hook: Hook | None, limit: int = 10) -> list[HookAttempt]:
    """Return the latest attempts to post to a receiver, newest first."""
    if hook is None:
        return []
    tries = HookAttempt.objects.filter(delivery__hook=hook).select_related("delivery__version__measure")
    return list(tries.order_by("-at", "-id")[:limit])


def watch_facts(pk: int) -> Watch | None:
    """Return the watch that a mail is about; None when it has ended."""
    return Watch.objects.filter(pk=pk, ended_at=None).first()
