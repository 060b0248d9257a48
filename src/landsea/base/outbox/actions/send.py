"""Sends what is due, exactly one claim a delivery, however many workers run.

1. Choose the ids of open deliveries (queued or waiting, `not_before` passed), oldest first; rooms above may put some off
   to the hours that people chose (`holding`).
2. For each: claim it by one conditional update (still open -> in_flight, attempts + 1). Nobody else's claim of the
   same row can succeed; if ours does not, skip it. The claim is committed before anything is sent.
3. Make the words and hand them to the mail backend, outside any transaction. The Message-ID is made from the
   delivery's id, so a mail that is sent again after a crash is the same mail to every reader.
4. Record the result by a second conditional update (still in_flight with our number of attempts): sent; waiting, put
   off by the ladder, so that a poison row never stands at the head; failed or bounced when the server says never
   about this mail or this address. What it says about us (no sign-in, no such sender) is a reason to try later.
5. A sender that dies between 2 and 4 leaves the row in flight; the sweeper makes it waiting again after
   `STUCK_AFTER`, which is longer than a sender can live on one mail.
6. The sender tries a delivery with `give_up_at` once. It tries again only when the other side refused it and named a time
   before `give_up_at`. A sender that dies over it leaves it failed, for it may have rung.
"""

import re
import smtplib
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from landsea.base.outbox.channels import MAIL, Outcome, send_by_channel
from landsea.base.outbox.composing import compose_message
from landsea.base.outbox.holding import hold_deliveries
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.outbox.signals import delivery_bounced

OPEN = [DeliveryState.QUEUED, DeliveryState.WAITING]
LADDER = [timedelta(minutes=m) for m in (1, 5, 20, 60, 240, 720, 1440)]
STUCK_AFTER = timedelta(minutes=3)
NO_SUCH_ADDRESS = frozenset({550, 551, 553})
REFUSED_BY_POLICY = re.compile(r"\b5\.7\.\d")
"""The enhanced status (RFC 3463) by which a server refuses the sender or the words, not the address."""


def claim_delivery(delivery_id: int, now: datetime) -> Delivery | None:
    """Claim one delivery for this sender; None when it is not open or not due any more."""
    claimed = Delivery.objects.filter(pk=delivery_id, state__in=OPEN, not_before__lte=now).update(
        state=DeliveryState.IN_FLIGHT, in_flight_since=now, attempts=F("attempts") + 1
    )
    return Delivery.objects.get(pk=delivery_id) if claimed else None


def send_due(*, now: datetime | None = None, limit: int = 200) -> int:
    """Claim and send up to `limit` deliveries that are due at `now`; return how many were claimed, sent or not."""
    return _send_due_of(Delivery.objects.all(), now, limit)


def send_due_messages(*, now: datetime | None = None, limit: int = 200) -> int:
    """Do the same with calls and short messages alone, which wait for no mail server."""
    return _send_due_of(Delivery.objects.exclude(channel=MAIL), now, limit)


def _send_due_of(deliveries: QuerySet[Delivery], now: datetime | None, limit: int) -> int:
    due = deliveries.filter(state__in=OPEN, not_before__lte=now or timezone.now()).order_by("not_before", "id")
    claimed, chosen = 0, list(due.values_list("id", flat=True)[:limit])
    held = hold_deliveries(chosen, now or timezone.now())
    for delivery_id in chosen:
        if delivery_id in held:
            continue
        # Each claim at its own time: the sweeper counts from it, and a batch may take longer than one sender may.
        delivery = claim_delivery(delivery_id, now or timezone.now())
        if delivery is not None:
            claimed += 1
            send_claimed(delivery)
    return claimed


def send_claimed(delivery: Delivery) -> DeliveryState:
    """Send one claimed delivery, over a connection of its own, and record what became of it; return its state now."""
    if delivery.channel != MAIL:
        return _send_short(delivery)
    try:
        compose_message(delivery).send()
    except smtplib.SMTPRecipientsRefused as refused:
        code, reply = next(iter(refused.recipients.values()))
        return _record_refusal(delivery, code, reply, about_address=True)
    except smtplib.SMTPDataError as refused:
        return _record_refusal(delivery, refused.smtp_code, refused.smtp_error, about_address=False)
    except Exception as problem:  # one poison delivery must not stop the rest; it is put off and kept
        return _record_result(delivery, *_wait_or_give_up(delivery), reply=_say_problem(problem))
    return _record_result(delivery, DeliveryState.SENT, None, reply="accepted")


def _say_problem(problem: Exception) -> str:
    """Return what kind of problem it was and what the server said. Our return path, which `SMTPSenderRefused` writes beside
    the answer, stays out. It begins with a letter; what is said of one mail or address begins with its code.
    """
    said = str(problem)
    if isinstance(problem, smtplib.SMTPResponseException):
        said = _answer_words(problem.smtp_code, problem.smtp_error)
    return f"{type(problem).__name__}: {said}"


def _answer_words(code: int, reply: bytes | str) -> str:
    words = reply.decode(errors="replace") if isinstance(reply, bytes) else str(reply)
    return f"{code} {' '.join(words.split())}"


def _send_short(delivery: Delivery) -> DeliveryState:
    """Send a claimed delivery by its channel and record what became of it."""
    claimed_at = delivery.in_flight_since or timezone.now()
    if delivery.give_up_at is not None and claimed_at > delivery.give_up_at:
        return _record_result(delivery, DeliveryState.FAILED, None, reply="its time was over before it could be sent")
    try:
        outcome = send_by_channel(delivery)
    except Exception as problem:  # as for mails: one poison delivery must not stop the rest
        outcome = Outcome(DeliveryState.FAILED, f"{type(problem).__name__}: {problem}")
    state, not_before = outcome.state, None
    if state == DeliveryState.WAITING:
        state, not_before = _wait_or_give_up(delivery, outcome.after)
    return _record_result(delivery, state, not_before, reply=outcome.reply, remote_id=outcome.remote_id)


def _record_refusal(delivery: Delivery, code: int, reply: bytes | str, *, about_address: bool) -> DeliveryState:
    text = _answer_words(code, reply)
    if not 500 <= code < 600:
        return _record_result(delivery, *_wait_or_give_up(delivery), reply=text)
    if about_address and code in NO_SUCH_ADDRESS and not REFUSED_BY_POLICY.search(text):
        return _record_result(delivery, DeliveryState.BOUNCED, None, reply=text)
    return _record_result(delivery, DeliveryState.FAILED, None, reply=text)


def _wait_or_give_up(delivery: Delivery, after: timedelta | None = None) -> tuple[DeliveryState, datetime | None]:
    """Return waiting with the next time, by the ladder or the one that was asked for (`after`) if that is later; or failed
    when the ladder is at its end, or the time of what is tried once.
    """
    if delivery.give_up_at is not None:
        again = (delivery.in_flight_since or timezone.now()) + (after or LADDER[0])
        return (
            (DeliveryState.WAITING, again) if after and again <= delivery.give_up_at else (DeliveryState.FAILED, None)
        )
    if delivery.attempts > len(LADDER):
        return DeliveryState.FAILED, None
    return DeliveryState.WAITING, timezone.now() + max(LADDER[delivery.attempts - 1], after or timedelta())


def _record_result(
    delivery: Delivery, state: DeliveryState, not_before: datetime | None, *, reply: str, remote_id: str = ""
) -> DeliveryState:
    fields: dict[str, Any] = {"state": state, "in_flight_since": None, "last_reply": reply[:300]}
    if remote_id:
        fields["remote_id"] = remote_id[:120]
    if not_before is not None:
        fields["not_before"] = not_before
    else:
        fields["ended_at"] = timezone.now()
    mine = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.IN_FLIGHT, attempts=delivery.attempts)
    with transaction.atomic():
        recorded = mine.update(**fields)
        if recorded and state == DeliveryState.BOUNCED:
            delivery_bounced.send(
                Delivery,
                address=delivery.address,
                contact_id=delivery.contact_id,
                at=timezone.now(),
                note=reply[:300],
            )
    return state


def free_stuck_deliveries(*, now: datetime | None = None) -> int:
    """Make deliveries whose sender died waiting again, and give up what may not be tried twice; return how many."""
    now = now or timezone.now()
    stuck = Delivery.objects.filter(state=DeliveryState.IN_FLIGHT, in_flight_since__lt=now - STUCK_AFTER)
    said = "the sender stopped midway"
    given_up = stuck.exclude(give_up_at=None).update(
        state=DeliveryState.FAILED, in_flight_since=None, ended_at=now, last_reply=f"{said}; it may have gone out"
    )
    return given_up + stuck.filter(give_up_at=None).update(
        state=DeliveryState.WAITING, in_flight_since=None, not_before=now, last_reply=said
    )
