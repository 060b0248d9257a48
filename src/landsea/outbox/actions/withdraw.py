"""Takes back what is not to be sent any more."""

from datetime import datetime

from landsea.outbox.models import Delivery, DeliveryState


def withdraw_queued_before(before: datetime, reason: str) -> int:
    """Withdraw the deliveries that were queued before then (aware) and that no sender has claimed yet; return how many."""
    waiting = Delivery.objects.filter(state__in=[DeliveryState.QUEUED, DeliveryState.WAITING], created_at__lt=before)
    return waiting.update(state=DeliveryState.WITHDRAWN, ended_at=before, last_reply=reason[:300])
