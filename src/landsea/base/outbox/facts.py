"""What other apps ask of the outbox: never to whom, and never what it says."""

from collections.abc import Collection

from landsea.base.outbox.models import Delivery


def once_queued(onces: Collection[str]) -> set[str]:
    """Return those of these `once` keys under which a mail was queued, whatever became of it; no query for none."""
    return set(Delivery.objects.filter(once__in=onces).values_list("once", flat=True)) if onces else set()
