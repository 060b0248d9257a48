"""The postman of the played year: claims what is due and records what became of it, through the same states as the real
sender, but all at once and without writing or sending a mail."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Case, F, Value, When

from landsea.base.outbox.actions.send import OPEN
from landsea.base.outbox.models import Delivery, DeliveryState


def deliver_mails(now: datetime, bouncing: Sequence[str]) -> int:
    """Claim every delivery that is due at `now` (aware) and end it: bounced for these addresses, sent for all others."""
    Delivery.objects.filter(state__in=OPEN, not_before__lte=now).update(
        state=DeliveryState.IN_FLIGHT, in_flight_since=now, attempts=F("attempts") + 1
    )
    became = Case(
        When(address__in=bouncing, then=Value(DeliveryState.BOUNCED.value)), default=Value(DeliveryState.SENT.value)
    )
    return Delivery.objects.filter(state=DeliveryState.IN_FLIGHT).update(
        state=became, in_flight_since=None, ended_at=now
    )
