"""Sends deliveries again that ended without being sent, because an operator asks for it: one, or all that were given up."""

from datetime import datetime

from django.db import connection, transaction

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox import access
from landsea.base.outbox.actions.queue import wake_senders
from landsea.base.outbox.models import Delivery, DeliveryState

STREAM = "outbox"
STREAM_LOCK = 0x4C53_0002
ENDED_UNSENT = [DeliveryState.FAILED, DeliveryState.BOUNCED]


def queue_failed_delivery_again(actor: Actor, delivery_id: int, *, now: datetime) -> bool:
    """Queue a failed or bounced delivery once more at `now` (aware), with all its tries before it.

    Returns False, and does nothing, when it is in no such state any more: somebody else was quicker; and for what is tried
    once, such as a telephone that wakes somebody.
    """
    with transaction.atomic():
        again = Delivery.objects.filter(pk=delivery_id, state__in=ENDED_UNSENT, give_up_at=None).update(
            state=DeliveryState.QUEUED, attempts=0, not_before=now, in_flight_since=None, ended_at=None
        )
        if not again:
            return False
        _lock_stream()
        append_entry(stream=STREAM, act="retry", actor=actor.label, at=now, facts={"delivery": delivery_id})
        wake_senders()
    return True


def queue_all_given_up_again(actor: Actor, *, now: datetime) -> int:
    """Queue all deliveries that were given up once more at `now` (aware), each with all its tries before it; return how many.

    Left out are addresses that do not exist, for asking them in numbers makes servers refuse us, and what is tried once.
    """
    with transaction.atomic():
        _lock_stream()
        again = access.find_given_up().update(
            state=DeliveryState.QUEUED, attempts=0, not_before=now, in_flight_since=None, ended_at=None
        )
        if again:
            append_entry(stream=STREAM, act="retry_all", actor=actor.label, at=now, facts={"deliveries": again})
            wake_senders()
    return again


def _lock_stream() -> None:
    """Let one operator at a time write into the stream, which no row of its own stands for."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [STREAM_LOCK])
