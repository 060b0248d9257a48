"""Records that a mail which a server had accepted came back later, as a delivery report says that was proven to be about it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.outbox.signals import delivery_bounced


def record_returned_delivery(
    delivery_id: int, *, addresses: Collection[str], said: str, permanent: bool, now: datetime
) -> bool:
    """Record what a report says of this delivery: bounced when it is for good, else only the server's words. `addresses` are
    those that the report names, none when it names none. Returns False, and does nothing, when it is about another address
    or the delivery was never sent.
    """
    named = {address.lower() for address in addresses if address}
    with transaction.atomic():
        row = Delivery.objects.select_for_update().filter(pk=delivery_id, state=DeliveryState.SENT).first()
        if row is None or (named and row.address.lower() not in named):
            return False
        row.last_reply = said[:300]
        if permanent:
            row.state, row.ended_at = DeliveryState.BOUNCED, now
        row.save(update_fields=["last_reply", "state", "ended_at"])
        if permanent:
            delivery_bounced.send(Delivery, address=row.address, contact_id=row.contact_id, at=now, note=row.last_reply)
    return True
