"""Puts a mail into the outbox, in the transaction of the act that it tells about."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from landsea.base.contributions import Slot
from landsea.base.jobs.waking import wake_task, write_and_wake
from landsea.base.outbox.channels import MAIL
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.base.set_based import Change, make_insertion_of_values, write_together


@dataclass(frozen=True)
class Mail:
    """A mail to be queued, or a short message by another `channel`. `once` says what it tells whom: a second one with the
    same `once` is not queued. After `give_up_at` (aware) it is not tried any more.
    """

    template: str
    address: str
    once: str
    stream: str
    language: str = "en"
    facts: dict[str, Any] = field(default_factory=dict)
    user_id: int | None = None
    contact_id: int | None = None
    not_before: datetime | None = None
    channel: str = MAIL
    give_up_at: datetime | None = None


COPIES: Slot[Callable[[Sequence[Mail]], list[Mail]]] = Slot("what is told by another channel besides these mails")

SENDERS, QUEUE = "outbox.send", "outbox"
COLUMNS = (
    "once",
    "stream",
    "template",
    "facts",
    "channel",
    "address",
    "language",
    "user",
    "contact_id",
    "state",
    "attempts",
    "not_before",
    "created_at",
    "give_up_at",
    "last_reply",
)


def queue_mails(mails: list[Mail], *, now: datetime) -> int:
    """Queue these mails and wake the senders; return how many rows were offered. Must run in a transaction."""
    offered = make_deliveries(mails, now=now)
    write_with_deliveries(deliveries=offered)
    return len(offered.rows)


def make_deliveries(mails: list[Mail], *, now: datetime) -> Change:
    """Return the deliveries of these mails, to be written together with what they tell of (`write_with_deliveries`)."""
    if not connection.in_atomic_block:
        raise RuntimeError("A mail is queued in the transaction of the act that it tells about.")
    mails = [*mails, *(copy for find_copies in COPIES for copy in find_copies(mails))]
    rows = [
        (
            mail.once,
            mail.stream,
            mail.template,
            mail.facts,
            mail.channel,
            mail.address,
            mail.language,
            mail.user_id,
            mail.contact_id,
            DeliveryState.QUEUED,
            0,
            mail.not_before or now,
            now,
            mail.give_up_at,
            "",
        )
        for mail in mails
        if mail.address
    ]
    return make_insertion_of_values(Delivery, COLUMNS, rows, ignore_conflicts=True)


def write_with_deliveries(*changes: Change, deliveries: Change) -> None:
    """Do these changes and write these deliveries by one statement, which wakes the senders where there is any."""
    if deliveries.rows:
        write_and_wake(*changes, deliveries, task=SENDERS, queue=QUEUE)
    else:
        write_together(*changes)


def wake_senders() -> None:
    """Wake the senders for deliveries of the current transaction that became due."""
    wake_task(SENDERS, queue=QUEUE)


def queue_mail(*, now: datetime, **mail: Any) -> int:
    """Queue one mail; see `Mail` for its fields."""
    return queue_mails([Mail(**mail)], now=now)


ALIKE = """
    INSERT INTO outbox_delivery (once, stream, template, facts, address, language, state, attempts, not_before, created_at,
      last_reply)
    SELECT once, stream, %(template)s, facts::jsonb, address, language, 'queued', 0, %(now)s, %(now)s, ''
    FROM unnest(%(once)s::text[], %(stream)s::text[], %(facts)s::text[], %(address)s::text[], %(language)s::text[])
      AS mail (once, stream, facts, address, language)
    ON CONFLICT DO NOTHING
"""


def queue_alike(template: str, mails: list[Mail], *, now: datetime) -> None:
    """Queue tens of thousands of mails of one template by one statement; otherwise like `queue_mails`. They are due now
    and about no person with an account.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A mail is queued in the transaction of the act that it tells about.")
    if not mails:
        return
    columns = {name: [getattr(mail, name) for mail in mails] for name in ("once", "stream", "address", "language")}
    columns["facts"] = [json.dumps(mail.facts) for mail in mails]
    with connection.cursor() as cursor:
        cursor.execute(ALIKE, {"template": template, "now": now, **columns})
    wake_senders()
