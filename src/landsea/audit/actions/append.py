"""Writes one entry at the end of a stream's chain."""

from datetime import datetime

from django.db import connection

from landsea.audit.chain import START, digest_of
from landsea.audit.models import Entry


def append(
    *, stream: str, act: str, actor: str, at: datetime, facts: dict | None = None, key: str = "", first: bool = False
) -> Entry:
    """Append an act to a stream, inside the caller's transaction, which must hold the lock of the thing it is about.

    `first` says that the stream is new, which saves looking for its end. `facts` may hold only what JSON holds, and
    never a filer's name, address or words. Two writers of one stream without a common lock would meet at the unique
    position: one of them fails with IntegrityError, nothing forks.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("An audit entry is written in the transaction of its act.")
    last = None
    if not first:
        last = Entry.objects.filter(stream=stream).order_by("-position").values_list("position", "digest").first()
    position, previous = (last[0] + 1, last[1]) if last else (1, START)
    facts = facts or {}
    return Entry.objects.create(
        stream=stream,
        position=position,
        at=at,
        act=act,
        actor=actor,
        facts=facts,
        key=key or None,
        previous=previous,
        digest=digest_of(previous, stream, position, at, act, actor, facts),
    )
