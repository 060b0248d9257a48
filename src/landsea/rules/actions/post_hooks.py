"""Posts changes to webhooks: one claim a delivery, a signature, retries with growing pauses, and an end to dead receivers.

What is sent is JSON, signed as Standard Webhooks 1.0 say (`base.outgoing.signing`), so that a receiver can tell us from others
and an old post from a new one; `webhook-id` is the same for every try of one change. Receivers from before read
`Landsea-Signature: t=SECONDS,v1=HEX`, the HMAC-SHA256 of "SECONDS.BODY" with the secret as it was shown then, and
`Landsea-Event`. Any 2xx is accepted. A receiver that answers 410 is gone: it is paused at once.
After `MOST_FAILURES` failures in a row too; then its keeper gets a mail, and what it would have been posted waits until
its keeper sets it again.
"""

import hashlib
import hmac
import http.client
import json
import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.actions.append import append_entry
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.outgoing.public_network import NotAllowed, post_body, write_fault
from landsea.base.outgoing.signing import write_signed_headers, write_standard_secret
from landsea.rules.actions.set_hook import lock_watch
from landsea.rules.mapping import find_why_withdrawn, read_changes
from landsea.rules.models import Hook, HookAttempt, HookDelivery, HookNews, Version, VersionState, Watch
from landsea.rules.watch_links import HOOK_LINKS
from landsea_core.rules.difference import explain_change

LADDER = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480)]

STUCK_AFTER = timedelta(minutes=2)

AT_ONCE = 16

CLAIMS_FOR = 10
"""Seconds. Then a round ends with what is on its way."""

MOST_FAILURES = 12

GONE = 410


@dataclass(frozen=True)
class Ready:
    """A post that is on its way: where, what, with which headers; nothing in it asks the database."""

    delivery: HookDelivery
    url: str
    body: bytes
    headers: dict[str, str]


def post_due(now: datetime, limit: int = 100) -> int:
    """Claim and post deliveries that are due, each once; return how many were claimed. Receivers are asked side by side, each
    for one post at a time, so that a slow one holds no other. A version that was withdrawn is not posted any more, even where a
    process was killed while it was on its way: it would come after its withdrawal.
    """
    waiting = set(_due(now).order_by("not_before", "id").values_list("pk", flat=True)[:limit])
    claimed, busy, until = 0, dict[Future[HookAttempt], Ready](), time.monotonic() + CLAIMS_FOR
    with ThreadPoolExecutor(AT_ONCE) as threads:
        while True:
            room = AT_ONCE - len(busy) if time.monotonic() < until else 0
            ready = _claim_next(now, {one.delivery.hook_id for one in busy.values()}, waiting, room)
            claimed += len(ready)
            if len(ready) == 1 and not busy:
                _record_attempt(ready[0].delivery, _ask(ready[0]))
                continue
            busy |= {threads.submit(_ask, one): one for one in ready}
            if not busy:
                return claimed
            for finished in wait(busy, return_when=FIRST_COMPLETED).done:
                _record_attempt(busy.pop(finished).delivery, finished.result())


def _free(now: datetime) -> Q:
    return Q(in_flight_since=None) | Q(in_flight_since__lt=now - STUCK_AFTER)


def _due(now: datetime) -> QuerySet[HookDelivery]:
    return HookDelivery.objects.filter(_free(now), ended_at=None, not_before__lte=now, hook__paused_at=None)


def _claim_next(now: datetime, asked: set[int], waiting: set[int], most: int) -> list[Ready]:
    """Claim the next delivery of each receiver that nobody asks, at most so many; each is `waiting` no more."""
    while waiting and most > 0:
        first = _due(now).filter(pk__in=waiting).exclude(hook__in=asked)
        first = first.order_by("hook", "not_before", "id").distinct("hook")
        rows = HookDelivery.objects.filter(pk__in=first.values("pk")).order_by("not_before", "id")
        found = list(rows.values_list("pk", flat=True)[:most])
        waiting.difference_update(found)
        ready = _claim_some(now, found)
        if ready or not found:
            return ready  # else all of them were overtaken, and what comes after them may be claimed
    return []


def _claim_some(now: datetime, found: list[int]) -> list[Ready]:
    free, ready = _free(now), []
    for pk in found:
        open_one = HookDelivery.objects.filter(free, pk=pk, ended_at=None)
        overtaken = open_one.filter(news=HookNews.PUBLISHED, version__state=VersionState.WITHDRAWN)
        if overtaken.update(in_flight_since=None, ended_at=now):
            continue
        if open_one.update(in_flight_since=now, attempts=F("attempts") + 1):
            ready.append(_make_ready(HookDelivery.objects.select_related("hook__watch", "version__measure").get(pk=pk)))
    return ready


def write_body(delivery: HookDelivery) -> bytes:
    """Return what is posted: `news` says whether the version was published, or withdrawn again, then with when and why."""
    version = delivery.version
    code = version.measure.code
    said = {
        "event": str(delivery.event),
        "news": delivery.news,
        "measure": code,
        "version": version.number,
        "published_at": version.published_at.isoformat(),
        "url": settings.PUBLIC_ADDRESS + reverse("measure", args=[code]),
        "data": version.row,
    }
    if delivery.news == HookNews.WITHDRAWN:
        said |= {"withdrawn_at": version.ended_at.isoformat(), "why": find_why_withdrawn(version), "changes": []}
    else:
        said["changes"] = [str(explain_change(change)) for change in read_changes(version)]
    return json.dumps(said, ensure_ascii=False).encode()


def sign_body(secret: str, seconds: int, body: bytes) -> str:
    """Return the value of `Landsea-Signature`."""
    mac = hmac.new(secret.encode(), str(seconds).encode() + b"." + body, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={mac}"


def _make_ready(delivery: HookDelivery) -> Ready:
    body, seconds = write_body(delivery), int(timezone.now().timestamp())
    secret = HOOK_LINKS.secret_of(delivery.hook.nonce)
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Landsea",
        "Landsea-Event": str(delivery.event),
        "Landsea-Signature": sign_body(secret, seconds, body),
        **write_signed_headers(write_standard_secret(secret), delivery.event, seconds, body),
    }
    return Ready(delivery, delivery.hook.url, body, headers)


def _ask(ready: Ready) -> HookAttempt:
    """Post, and return what came; no fault of a receiver is raised."""
    at, start, status, words = timezone.now(), time.monotonic(), 0, ""
    try:
        status = post_body(ready.url, ready.body, ready.headers)
    except (NotAllowed, OSError, http.client.HTTPException) as problem:
        words = write_fault(problem)
    took = int((time.monotonic() - start) * 1000)
    return HookAttempt(delivery=ready.delivery, at=at, status=status, milliseconds=took, words=words)


def _record_attempt(delivery: HookDelivery, attempt: HookAttempt) -> None:
    accepted = 200 <= attempt.status < 300
    with transaction.atomic():
        lock_watch(delivery.hook.watch_id)
        hook = Hook.objects.select_for_update().filter(pk=delivery.hook_id).first()
        if hook is None:
            return  # its keeper took it away meanwhile, and with it what waited
        attempt.save()
        last = accepted or delivery.attempts > len(LADDER) or _is_overtaken(delivery)
        HookDelivery.objects.filter(pk=delivery.pk, attempts=delivery.attempts).update(
            in_flight_since=None,
            accepted=accepted,
            ended_at=attempt.at if last else None,
            not_before=attempt.at if last else attempt.at + LADDER[delivery.attempts - 1],
        )
        hook.failures = 0 if accepted else hook.failures + 1
        if (hook.failures >= MOST_FAILURES or attempt.status == GONE) and hook.paused_at is None:
            _pause_hook(hook, delivery.hook.watch, attempt.at)
        hook.save(update_fields=["failures", "paused_at"])


def _is_overtaken(delivery: HookDelivery) -> bool:
    """Whether the version was withdrawn while it was on its way: then only the withdrawal is tried again."""
    withdrawn = Version.objects.filter(pk=delivery.version_id, state=VersionState.WITHDRAWN)
    return delivery.news == HookNews.PUBLISHED and withdrawn.exists()


def _pause_hook(hook: Hook, watch: Watch, now: datetime) -> None:
    hook.paused_at = now
    append_entry(stream=f"watch:{watch.pk}", act="pause_hook", actor="system", at=now)
    if not watch.email:
        return
    queue_mail(
        now=now,
        template="hook_paused",
        address=watch.email,
        once=f"hook:{hook.pk}:{now:%Y-%m-%d}",
        stream=f"watch:{watch.pk}",
        language=watch.language,
        facts={"watch": watch.pk, "url": hook.url},
    )
