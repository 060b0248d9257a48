"""Tells the receivers of webhooks of a version, or of its withdrawal."""

from datetime import datetime

from landsea.rules.models import Hook, HookDelivery, HookNews, Version


def queue_withdrawals(version: Version, now: datetime) -> None:
    """Receivers to which nothing was posted yet hear nothing; those that were tried may have taken the version, whatever they
    answered, and hear of its withdrawal. A post that is on its way is a try. For paused ones it waits.
    """
    HookDelivery.objects.filter(version=version, ended_at=None, in_flight_since=None).update(ended_at=now)
    tried = HookDelivery.objects.filter(version=version, attempts__gt=0, hook__watch__ended_at=None).values_list(
        "hook_id", flat=True
    )
    rows = [HookDelivery(hook_id=pk, version=version, news=HookNews.WITHDRAWN, not_before=now) for pk in tried]
    HookDelivery.objects.bulk_create(rows, ignore_conflicts=True)


def queue_hooks(version: Version, now: datetime) -> None:
    """For paused receivers too: it waits until they are set again."""
    hooks = Hook.objects.filter(watch__notices__version=version).values_list("pk", flat=True)
    rows = [HookDelivery(hook_id=pk, version=version, not_before=now) for pk in hooks]
    HookDelivery.objects.bulk_create(rows, ignore_conflicts=True)
