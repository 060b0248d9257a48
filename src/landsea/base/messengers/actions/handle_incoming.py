"""Deals with what came in, in the order in which it came from each account.

1. Claim a row by one conditional update, as the outbox does; a row whose handler died is free again after `STUCK_AFTER`.
2. Get its file, outside any transaction.
3. In one transaction: wait for the account's turn, ask the handlers, mark the row as dealt with and take its words out.
4. A handler that fails leaves the row with its words; after `MOST_FAILURES` it is left for the operator to see in the log.
"""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from landsea.base.jobs.turns import wait_for_turn
from landsea.base.messengers.handling import HANDLERS, Received
from landsea.base.messengers.models import Connection, Incoming
from landsea.base.messengers.ways import find_way
from landsea.base.messengers.ways.shapes import FileLost, IncomingFile
from landsea.base.messengers.ways.telegram import Telegram
from landsea.base.translation.languages import find_page_language

STUCK_AFTER = timedelta(minutes=3)
MOST_FAILURES = 5
KEPT_FOR = timedelta(days=30)
LOG = logging.getLogger(__name__)


def handle_waiting(*, now: datetime | None = None, limit: int = 100) -> int:
    """Deal with up to `limit` messages that wait; return how many were claimed."""
    at = now or timezone.now()
    free = Q(claimed_at=None) | Q(claimed_at__lt=at - STUCK_AFTER)
    waiting = Incoming.objects.filter(free, handled_at=None, failures__lt=MOST_FAILURES).order_by("id")
    claimed = 0
    for pk in list(waiting.values_list("pk", flat=True)[:limit]):
        if Incoming.objects.filter(free, pk=pk, handled_at=None).update(claimed_at=at, failures=F("failures") + 1):
            claimed += 1
            _handle(Incoming.objects.get(pk=pk), at)
    return claimed


def forget_old(now: datetime) -> int:
    """Delete rows that came long ago; return how many."""
    return Incoming.objects.filter(received_at__lt=now - KEPT_FOR).delete()[0]


def _handle(row: Incoming, now: datetime) -> None:
    received = _received(row)
    if row.press and row.channel == Telegram.code:
        Telegram().answer_press(row.press)
    try:
        with transaction.atomic():
            wait_for_turn(f"messenger:{row.channel}:{row.remote}")
            Connection.objects.filter(channel=row.channel, remote=row.remote, ended_at=None).update(last_used_at=now)
            any(handler(received) for handler in HANDLERS)
            Incoming.objects.filter(pk=row.pk).update(handled_at=now, text="", choice="", file=None)
    except Exception:  # one message that cannot be dealt with must not stop those behind it
        LOG.exception("message %s was not dealt with", row.pk)
        Incoming.objects.filter(pk=row.pk).update(claimed_at=None)


def _received(row: Incoming) -> Received:
    data, lost = None, False
    if row.file:
        data, lost = _bytes_of(row.channel, IncomingFile(**row.file))
    return Received(
        channel=row.channel,
        remote=row.remote,
        key=f"{row.channel}:{row.update}",
        at=row.received_at,
        text=row.text.strip(),
        choice=row.choice,
        quoted=row.quoted,
        language=find_page_language([row.language.split("-")[0], row.language]),
        file_name=row.file["name"] if row.file else "",
        file_bytes=data,
        file_lost=lost,
    )


def _bytes_of(channel: str, file: IncomingFile) -> tuple[bytes | None, bool]:
    """Return (the bytes, False), or (None, True) for a file that is too large or not to be had."""
    way = find_way(channel)
    if way is None or file.size > settings.FILE_LIMIT_BYTES:
        return None, True
    try:
        return way.fetch_file(file), False
    except FileLost as lost:
        LOG.warning("a file of %s is lost: %s", channel, lost)
        return None, True
