"""Gives a watch a webhook, posts to a paused one again, and takes it away. `post_hooks` posts to it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max, OuterRef, Subquery
from django.db.models.functions import Coalesce

from landsea.base.audit.actions.append import append_entry
from landsea.base.outgoing.public_network import find_public_address
from landsea.rules.models import Hook, HookDelivery, HookNews, Version, VersionState, Watch


def set_hook(watch: Watch, url: str, *, now: datetime) -> Hook:
    """Give a watch a receiver, or post to a paused one again: first what it missed (`_let_try_again`). Raises NotAllowed
    with a sentence for an address that may not be posted to.
    """
    find_public_address(url)
    with transaction.atomic():
        lock_watch(watch.pk)
        paused = Hook.objects.filter(watch=watch, paused_at__isnull=False).first()
        hook, _ = Hook.objects.update_or_create(
            watch=watch, defaults={"url": url, "created_at": now, "failures": 0, "paused_at": None}
        )
        if paused is not None:
            _let_try_again(hook)
        append_entry(stream=f"watch:{watch.pk}", act="set_hook", actor="reader", at=now)
    return hook


def remove_hook(watch: Watch, *, now: datetime) -> None:
    """Take the receiver away, with what waits for it."""
    with transaction.atomic():
        lock_watch(watch.pk)
        if Hook.objects.filter(watch=watch).delete()[0]:
            append_entry(stream=f"watch:{watch.pk}", act="remove_hook", actor="reader", at=now)


def lock_watch(watch_id: int) -> None:
    """Lock the watch, whose chain is one for all that is done to it, before its receiver."""
    list(Watch.objects.select_for_update().filter(pk=watch_id))


def _let_try_again(hook: Hook) -> None:
    """Give what a receiver refused since it last took something one more try. What was published or withdrawn while it was
    paused waits already; all of it is posted in the order in which it happened.
    """
    refused = HookDelivery.objects.filter(hook=hook, ended_at__isnull=False, accepted=False, attempts__gt=0)
    took = HookDelivery.objects.filter(hook=hook, accepted=True).aggregate(last=Max("ended_at"))["last"]
    if took is not None:
        refused = refused.filter(ended_at__gt=took)
    refused.exclude(news=HookNews.PUBLISHED, version__state=VersionState.WITHDRAWN).update(ended_at=None)
    happened = Version.objects.filter(pk=OuterRef("version_id")).values(at=Coalesce("ended_at", "published_at"))
    HookDelivery.objects.filter(hook=hook, ended_at=None).update(not_before=Subquery(happened))
