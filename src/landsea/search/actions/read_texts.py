"""Reads for likeness what everybody may read and search compares: all kinds of public texts, in small pieces."""

from collections.abc import Callable, Iterable
from datetime import datetime

from landsea.base.kept import Kept
from landsea.likeness.actions.read_texts import PublicText
from landsea.likeness.actions.read_texts import read_texts as read_kind
from landsea.likeness.models import TextKind
from landsea.search.sources import SOURCES

AT_ONCE = 150


def read_texts(*, now: datetime, most: int = AT_ONCE) -> int:
    """Read at most `most` texts that are new or changed, drop what is not public any more, and return how many were read."""
    read = 0
    for kind, source in SOURCES.items():
        if source.kept is None:
            read += read_kind(kind, source.texts(), now=now, most=most - read)
        else:
            read += _read_where_changed(kind, source.texts, source.kept, now, most - read)
    return read


def _read_where_changed(
    kind: TextKind, texts: Callable[[], Iterable[PublicText]], kept: Kept, now: datetime, most: int
) -> int:
    """Read a kind unless all of it was read before and nothing changed since: this is asked once a minute, and to look at two
    thousand texts for nothing took a second of each.
    """
    read = 0

    def read_and_say_whether_all() -> bool:
        nonlocal read
        read = read_kind(kind, texts(), now=now, most=most)
        return read < most

    kept.get("all", read_and_say_whether_all, keep_empty=False)
    return read
