"""Posts events to receivers, signed as Standard Webhooks say: each receiver in a thread of its own, one post at a time, so
that a slow one holds no other.

1. Claim the next post of each receiver that is on, is asked by no round and need not be left alone, by a conditional update.
   Where more wait than can be asked at once, chance says who is next. Who may not sign in any more hears nothing.
2. Ask them side by side; threads touch no database. Whoever answers first is written down first, and its next post claimed.
3. Any 2xx takes a post. A refused one is tried again by its own ladder, three days in all; a receiver that does not answer is
   left alone for some minutes, whatever waits. 410, or thirty refusals in a row and nothing taken for a day, switch it off;
   what waits stays.
"""

import http.client
import time
from collections.abc import Collection
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.outgoing.public_network import NotAllowed, post_body, write_fault
from landsea.base.outgoing.signing import write_signed_headers
from landsea.webhooks.models import EventPost, Receiver
from landsea.webhooks.receiver_secrets import write_secret

LADDER = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480, 1440, 2160)]
AT_ONCE = 16
CLAIMS_FOR = 10
"""Seconds. Then a round ends with what is on its way: one slow receiver with much before it may keep no worker."""
STUCK_AFTER = timedelta(minutes=2)
MOST_FAILURES, TOOK_NOTHING_FOR = 30, timedelta(days=1)
"""Both: much may happen at once, while a receiver is away for a minute."""
MOST_COUNTED = 1000
LEFT_ALONE = timedelta(minutes=10)
GONE = 410
BY_GONE, BY_SILENT = "gone", "silent"
HEADERS = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "Landsea"}


@dataclass(frozen=True)
class Claim:
    """A post that is on its way: to whom, what, with which secrets."""

    post_id: int
    receiver_id: int
    attempts: int
    url: str
    event: str
    body: bytes
    secrets: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What a receiver answered (0: nothing), when, and what went wrong in words."""

    at: datetime
    status: int
    words: str = ""


def post_due(now: datetime, *, most: int = 500) -> int:
    """Post what is due at `now` (aware), at most so much; return how many posts were tried."""
    tried, busy, until = 0, dict[Future[Outcome], Claim](), time.monotonic() + CLAIMS_FOR
    with ThreadPoolExecutor(AT_ONCE) as threads:
        while True:
            asked = {claim.receiver_id for claim in busy.values()}
            room = min(AT_ONCE - len(busy), most - tried) if time.monotonic() < until else 0
            for claim in _claim_next(now, asked, room):
                busy[threads.submit(ask_receiver, claim)] = claim
                tried += 1
            if not busy:
                return tried
            for finished in wait(busy, return_when=FIRST_COMPLETED).done:
                _record_outcome(busy.pop(finished), finished.result())


def write_headers(claim: Claim, seconds: int) -> dict[str, str]:
    """Return the headers of a post at `seconds` (Unix time), signed with each secret that holds."""
    signed = [write_signed_headers(secret, claim.event, seconds, claim.body) for secret in claim.secrets]
    return {
        **HEADERS,
        **signed[0],
        "webhook-signature": " ".join(one["webhook-signature"] for one in signed),
    }


def ask_receiver(claim: Claim) -> Outcome:
    """Post, and return what came; no fault of a receiver is raised."""
    try:
        status, words = post_body(claim.url, claim.body, write_headers(claim, int(time.time()))), ""
    except (NotAllowed, OSError, http.client.HTTPException) as problem:
        status, words = 0, write_fault(problem)
    return Outcome(timezone.now(), status, words)


def _claim_next(now: datetime, asked: Collection[int], most: int) -> list[Claim]:
    if most <= 0:
        return []
    free = Q(in_flight_since=None) | Q(in_flight_since__lt=now - STUCK_AFTER)
    may_be_asked = Q(receiver__wait_until=None) | Q(receiver__wait_until__lte=now)
    on_its_way = EventPost.objects.filter(
        receiver=OuterRef("receiver"), ended_at=None, in_flight_since__gte=now - STUCK_AFTER
    )
    may_hear = Q(receiver__off_why="", receiver__user__is_active=True)
    due = EventPost.objects.filter(free, may_be_asked, may_hear, ended_at=None, not_before__lte=now)
    due = due.filter(~Exists(on_its_way)).exclude(receiver__in=asked)
    due = due.order_by("receiver", "not_before", "pk").distinct("receiver")
    claims = []
    by_chance = EventPost.objects.filter(pk__in=due.values("pk")).order_by("?")
    for post in list(by_chance.select_related("receiver")[:most]):
        open_one = EventPost.objects.filter(free, pk=post.pk, ended_at=None)
        if open_one.update(in_flight_since=now, attempts=F("attempts") + 1):
            claims.append(_claim_of(post, now))
    return claims


def _claim_of(post: EventPost, now: datetime) -> Claim:
    receiver = post.receiver
    nonces = [receiver.nonce]
    if receiver.old_nonce and receiver.old_until and receiver.old_until > now:
        nonces.append(receiver.old_nonce)
    secrets = tuple(write_secret(nonce) for nonce in nonces)
    event, body = str(post.event), post.body.encode()
    return Claim(post.pk, receiver.pk, post.attempts + 1, receiver.url, event, body, secrets)


def _record_outcome(claim: Claim, outcome: Outcome) -> None:
    accepted = 200 <= outcome.status < 300
    with transaction.atomic():
        rows = Receiver.objects.select_for_update(of=("self",)).select_related("user")
        receiver = rows.filter(pk=claim.receiver_id).first()
        if receiver is None:
            return  # it was taken away meanwhile, and with it what waited
        last = accepted or claim.attempts > len(LADDER)
        EventPost.objects.filter(pk=claim.post_id, attempts=claim.attempts).update(
            in_flight_since=None,
            tried_at=outcome.at,
            status=outcome.status,
            words=outcome.words,
            accepted=accepted,
            ended_at=outcome.at if last else None,
            not_before=outcome.at if last else outcome.at + LADDER[claim.attempts - 1],
        )
        receiver.failures = 0 if accepted else min(receiver.failures + 1, MOST_COUNTED)
        silent_for = min(timedelta(minutes=receiver.failures), LEFT_ALONE)
        receiver.wait_until = outcome.at + silent_for if outcome.status == 0 else None
        if not receiver.off_why and (outcome.status == GONE or _refuses_all(receiver, outcome.at)):
            _switch_off(receiver, BY_GONE if outcome.status == GONE else BY_SILENT, outcome.at)
        receiver.save(update_fields=["failures", "wait_until", "off_why", "off_at"])


def _refuses_all(receiver: Receiver, now: datetime) -> bool:
    took = receiver.posts.filter(accepted=True, ended_at__gt=now - TOOK_NOTHING_FOR)
    return receiver.failures >= MOST_FAILURES and not took.exists()


def _switch_off(receiver: Receiver, why: str, now: datetime) -> None:
    receiver.off_why, receiver.off_at = why, now
    facts = {"receiver": receiver.pk, "why": why}
    stream = f"user:{receiver.user_id}"
    wait_for_turn(stream)
    append_entry(stream=stream, act="switch_off_receiver", actor="system", at=now, facts=facts)
    queue_mail(
        now=now,
        template="receiver_off",
        address=receiver.user.email,
        once=f"receiver:{receiver.pk}:off:{now.isoformat()}",
        stream=stream,
        language=receiver.user.language,
        user_id=receiver.user_id,
        facts=facts | {"name": receiver.name},
    )
