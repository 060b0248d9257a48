"""Writes an anchor: one link of the chain over the heads of all streams that moved since the last anchor.

1. Lock the last anchor row (or a table-wide advisory lock when there is none), so anchors never fork.
2. Read the streams of all entries with an id above the last anchor's, up to the highest id that is visible now.
3. Take each stream's last entry up to that id as its head, and write the anchor over them.

Entries whose transaction was still open when the anchor was made have lower ids but were not visible: they are
covered by the next anchor of their stream, since heads are taken per stream and not per id range.
"""

from datetime import datetime

from django.db import connection, transaction

from landsea.base.audit.chain import START, compute_anchor_digest
from landsea.base.audit.models import Anchor, Entry

ANCHOR_LOCK = 0x4C53_0001


def write_anchor(now: datetime) -> Anchor | None:
    """Write an anchor at `now` (aware) when anything moved; return it, or None."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ANCHOR_LOCK])
        last = Anchor.objects.order_by("-pk").first()
        anchored = _anchored_positions()
        heads = [
            [stream, position, digest]
            for stream, position, digest in Entry.objects.order_by("stream", "-position")
            .distinct("stream")
            .filter(pk__gt=max(0, (last.last_entry if last else 0) - OVERLAP))
            .values_list("stream", "position", "digest")
            if position > anchored.get(stream, 0)
        ]
        if not heads:
            return None
        previous = last.digest if last else START
        highest = Entry.objects.order_by("-pk").values_list("pk", flat=True).first()
        return Anchor.objects.create(
            at=now,
            last_entry=highest or 0,
            heads=heads,
            previous=previous,
            digest=compute_anchor_digest(previous, heads),
        )


OVERLAP = 10_000
"""How many ids before the last anchor are looked at again, for entries that were committed late."""


def _anchored_positions() -> dict[str, int]:
    """Return the position up to which each recently anchored stream is covered (last 50 anchors)."""
    covered: dict[str, int] = {}
    for heads in Anchor.objects.order_by("-pk").values_list("heads", flat=True)[:50]:
        for stream, position, _digest in heads:
            covered[stream] = max(position, covered.get(stream, 0))
    return covered
