"""Writes entries at the ends of streams' chains: one, or one of each of many streams at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from landsea.base.audit.chain import START, compute_digest
from landsea.base.audit.models import Entry
from landsea.base.planned_once import open_planned_cursor
from landsea.base.set_based import Change, make_insertion_of_values, write_together


def append_entry(
    *,
    stream: str,
    act: str,
    actor: str,
    at: datetime,
    facts: dict[str, Any] | None = None,
    key: str = "",
    first: bool = False,
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
        digest=compute_digest(previous, stream, position, at, act, actor, facts),
    )


COLUMNS = ("stream", "position", "at", "act", "actor", "facts", "key", "previous", "digest")
ChainEnd = tuple[int, str]
"""Position and digest of the last entry of a stream."""


@dataclass(frozen=True)
class Act:
    """What an entry says, before it has its place in the chain; see `append`. `first`: the stream is new. `after`: where the
    stream ends, of whoever has looked since it holds the lock; None: it is looked up.
    """

    stream: str
    act: str
    actor: str
    at: datetime
    facts: dict[str, Any] = field(default_factory=dict)
    key: str = ""
    first: bool = False
    after: ChainEnd | None = None


def append_many(acts: Iterable[Act]) -> None:
    """Append one act to each of many streams by two statements, under the same conditions as `append`."""
    write_together(make_entries(acts))


def make_entries(acts: Iterable[Act]) -> Change:
    """Return the entries of one act in each of many streams, to be written together with what they tell of, under the same
    conditions as `append`. The ends of streams that are not new are looked up by one statement.
    """
    acts = list(acts)
    if not connection.in_atomic_block:
        raise RuntimeError("An audit entry is written in the transaction of its act.")
    if len({act.stream for act in acts}) < len(acts):
        raise ValueError("Append one act to a stream at a time: the second one follows the first.")
    last = {act.stream: act.after for act in acts if act.after is not None}
    unknown = [act.stream for act in acts if not act.first and act.stream not in last]
    if unknown:
        last |= _ends_of(unknown)
    rows = []
    for act in acts:
        position, previous = last.get(act.stream, (0, START))
        digest = compute_digest(previous, act.stream, position + 1, act.at, act.act, act.actor, act.facts)
        rows.append(
            (act.stream, position + 1, act.at, act.act, act.actor, act.facts, act.key or None, previous, digest)
        )
    return make_insertion_of_values(Entry, COLUMNS, rows)


ENDS = """
SELECT DISTINCT ON (stream) stream, position, digest FROM audit_entry WHERE stream = ANY(%s) ORDER BY stream, position DESC
"""
END = "SELECT stream, position, digest FROM audit_entry WHERE stream = %(stream)s ORDER BY position DESC LIMIT 1"


def _ends_of(streams: list[str]) -> dict[str, ChainEnd]:
    """Return where each of these streams ends, of those that have begun."""
    with open_planned_cursor() as cursor:
        if len(streams) == 1:
            cursor.execute(END, {"stream": streams[0]})
        else:
            cursor.execute(ENDS, [streams])
        return {stream: (position, digest) for stream, position, digest in cursor.fetchall()}
