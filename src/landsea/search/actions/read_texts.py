"""Reads for likeness what everybody may read and search compares: all kinds of public texts, in small pieces."""

from datetime import datetime

from landsea.likeness.actions.read_texts import read_texts as read_kind
from landsea.search.sources import SOURCES

AT_ONCE = 150


def read_texts(*, now: datetime, most: int = AT_ONCE) -> int:
    """Read at most `most` texts that are new or changed, drop what is not public any more, and return how many were read."""
    read = 0
    for kind, texts in SOURCES.items():
        read += read_kind(kind, texts(), now=now, most=most - read)
    return read
