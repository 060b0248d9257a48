"""Proves the chains: every entry fits its predecessor, every anchor its predecessor and its heads."""

from collections.abc import Iterator
from dataclasses import dataclass

from landsea.base.audit.chain import START, compute_anchor_digest, compute_digest
from landsea.base.audit.models import Anchor, Entry


@dataclass(frozen=True)
class Break:
    """Where a chain does not hold, in one sentence."""

    where: str
    sentence: str


def find_broken_entries() -> Iterator[Break]:
    """Yield every place where a stream's chain does not hold; reads all entries once, in order."""
    stream, position, previous = None, 0, START
    for entry in Entry.objects.order_by("stream", "position").iterator(chunk_size=5000):
        if entry.stream != stream:
            stream, position, previous = entry.stream, 0, START
        position += 1
        where = f"{entry.stream} entry {entry.position}"
        if entry.position != position:
            yield Break(where, f"entry {position} is missing before it")
            position = entry.position
        elif entry.previous != previous:
            yield Break(where, "it does not follow the entry before it")
        expected = compute_digest(
            entry.previous, entry.stream, entry.position, entry.at, entry.act, entry.actor, entry.facts
        )
        if expected != entry.digest:
            yield Break(where, "it was changed after it was written")
        previous = entry.digest


def find_broken_anchors() -> Iterator[Break]:
    """Yield every anchor that does not follow the one before it, or whose heads are not in the streams any more."""
    previous = START
    for anchor in Anchor.objects.order_by("pk").iterator(chunk_size=500):
        where = f"anchor {anchor.pk}"
        if anchor.previous != previous:
            yield Break(where, "it does not follow the anchor before it")
        if compute_anchor_digest(anchor.previous, anchor.heads) != anchor.digest:
            yield Break(where, "it was changed after it was written")
        present = {
            (stream, position): digest
            for stream, position, digest in Entry.objects.filter(
                stream__in=[head[0] for head in anchor.heads]
            ).values_list("stream", "position", "digest")
        }
        for stream, position, digest in anchor.heads:
            if present.get((stream, position)) != digest:
                yield Break(where, f"{stream} entry {position}, which it covers, is missing or changed")
        previous = anchor.digest
