"""Records what a gateway reports about a short message that it had taken: it arrived, or it never will."""

from datetime import datetime

from landsea.base.outbox.models import Delivery, DeliveryState

REPORTED = [DeliveryState.IN_FLIGHT, DeliveryState.SENT]


def record_report(channel: str, remote_id: str, *, arrived: bool, reply: str, now: datetime) -> bool:
    """Record a report at `now` (aware) about the delivery that the gateway knows by this number; False when there is none
    that waits for one: a report that comes twice, or about something else, changes nothing.
    """
    if not remote_id:
        return False
    state = DeliveryState.ARRIVED if arrived else DeliveryState.FAILED
    found = Delivery.objects.filter(channel=channel, remote_id=remote_id[:120], state__in=REPORTED)
    return bool(found.update(state=state, ended_at=now, in_flight_since=None, last_reply=reply[:300]))
