"""Sends what is due, exactly one claim a delivery, however many workers run.

1. Choose the ids of open deliveries (queued or waiting, `not_before` passed), oldest first.
2. For each: claim it by one conditional update (still open -> in_flight, attempts + 1). Nobody else's claim of the
   same row can succeed; if ours does not, skip it. The claim is committed before anything is sent.
3. Make the words and hand them to the mail backend, outside any transaction. The Message-ID is made from the
   delivery's id, so a mail that is sent again after a crash is the same mail to every reader.
4. Record the result by a second conditional update (still in_flight with our number of attempts): sent; waiting, put
   off by the ladder, so that a poison row never stands at the head; failed or bounced when the server says never.
5. A sender that dies between 2 and 4 leaves the row in flight; the sweeper makes it waiting again after
   `STUCK_AFTER`, which is longer than a sender can live on one mail.
"""

import smtplib
from datetime import datetime, timedelta

from django.core.mail import EmailMessage, get_connection
from django.db.models import F
from django.utils import timezone

from landsea.outbox.models import Delivery, DeliveryState
from landsea.outbox.words import words_of

OPEN = [DeliveryState.QUEUED, DeliveryState.WAITING]
LADDER = [timedelta(minutes=m) for m in (1, 5, 20, 60, 240, 720, 1440)]
STUCK_AFTER = timedelta(minutes=3)
NO_SUCH_ADDRESS = frozenset({550, 551, 553})


def claim(delivery_id: int, now: datetime) -> Delivery | None:
    """Claim one delivery for this sender; None when it is not open or not due any more."""
    claimed = Delivery.objects.filter(pk=delivery_id, state__in=OPEN, not_before__lte=now).update(
        state=DeliveryState.IN_FLIGHT, in_flight_since=now, attempts=F("attempts") + 1
    )
    return Delivery.objects.get(pk=delivery_id) if claimed else None


def send_due(*, now: datetime | None = None, limit: int = 200) -> int:
    """Claim and send up to `limit` due deliveries; return how many were sent."""
    now = now or timezone.now()
    due = Delivery.objects.filter(state__in=OPEN, not_before__lte=now).order_by("not_before", "id")
    sent = 0
    connection = get_connection()
    for delivery_id in list(due.values_list("id", flat=True)[:limit]):
        delivery = claim(delivery_id, now)
        if delivery is not None:
            sent += send_claimed(delivery, connection) == DeliveryState.SENT
    return sent


def send_claimed(delivery: Delivery, connection) -> DeliveryState:
    """Send one claimed delivery and record what became of it; return the state it is in now."""
    try:
        message = message_of(delivery, connection)
        message.send()
    except smtplib.SMTPRecipientsRefused as refused:
        code, reply = next(iter(refused.recipients.values()))
        return _record_refusal(delivery, code, reply)
    except smtplib.SMTPResponseException as refused:
        return _record_refusal(delivery, refused.smtp_code, refused.smtp_error)
    except Exception as problem:  # noqa: BLE001  one poison delivery must not stop the rest; it is put off and kept
        return _record(delivery, *_later(delivery), reply=f"{type(problem).__name__}: {problem}")
    return _record(delivery, DeliveryState.SENT, None, reply="accepted")


def message_of(delivery: Delivery, connection) -> EmailMessage:
    """Return the mail of a delivery, in its recipient's language."""
    from django.conf import settings

    subject, body = words_of(delivery)
    return EmailMessage(
        subject=subject,
        body=body,
        to=[delivery.address],
        headers={
            "Message-ID": f"<delivery-{delivery.pk}@{settings.MAIL_DOMAIN}>",
            "Auto-Submitted": "auto-generated",
            "X-Landsea-Delivery": str(delivery.pk),
        },
        connection=connection,
    )


def _record_refusal(delivery: Delivery, code: int, reply: bytes | str) -> DeliveryState:
    text = f"{code} {reply.decode(errors='replace') if isinstance(reply, bytes) else reply}"
    if code in NO_SUCH_ADDRESS:
        return _record(delivery, DeliveryState.BOUNCED, None, reply=text)
    if 500 <= code < 600:
        return _record(delivery, DeliveryState.FAILED, None, reply=text)
    return _record(delivery, *_later(delivery), reply=text)


def _later(delivery: Delivery) -> tuple[DeliveryState, datetime | None]:
    """Return waiting with the next time by the ladder, or failed when the ladder is at its end."""
    if delivery.attempts > len(LADDER):
        return DeliveryState.FAILED, None
    return DeliveryState.WAITING, timezone.now() + LADDER[delivery.attempts - 1]


def _record(delivery: Delivery, state: DeliveryState, not_before: datetime | None, *, reply: str) -> DeliveryState:
    fields = {"state": state, "in_flight_since": None, "last_reply": reply[:300]}
    if not_before is not None:
        fields["not_before"] = not_before
    else:
        fields["ended_at"] = timezone.now()
    Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.IN_FLIGHT, attempts=delivery.attempts).update(**fields)
    if state == DeliveryState.BOUNCED and delivery.contact_id:
        from landsea.directory.actions.evidence import record_evidence

        record_evidence(contact_id=delivery.contact_id, kind="bounced", at=timezone.now(), note=reply[:300])
    return state


def sweep(*, now: datetime | None = None) -> int:
    """Make deliveries whose sender died waiting again; return how many."""
    now = now or timezone.now()
    return Delivery.objects.filter(state=DeliveryState.IN_FLIGHT, in_flight_since__lt=now - STUCK_AFTER).update(
        state=DeliveryState.WAITING, in_flight_since=None, not_before=now, last_reply="the sender stopped midway"
    )
