"""Reads of the audit for other apps."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from landsea.base.audit.models import Entry
from landsea.base.plain_reads import read_rows_of


def list_entries(stream: str) -> QuerySet[Entry]:
    """All entries of a stream in order."""
    return Entry.objects.filter(stream=stream).order_by("position")


def read_chain(stream: str) -> list[Entry]:
    """Return `list_entries` by a plain statement, for the page of a case."""
    return read_rows_of(Entry, "stream = %s ORDER BY position", [stream])


def has_entry_from(stream: str, act: str, network: str, *, since: datetime) -> bool:
    """Whether this act was noted in the stream from this network (its digest) since then (aware)."""
    return Entry.objects.filter(stream=stream, act=act, at__gte=since, facts__network=network).exists()


def find_entry_with_key(stream: str, key: str) -> Entry | None:
    """The entry that a form with this key already made in this stream, or None."""
    return Entry.objects.filter(stream=stream, key=key).first() if key else None


def find_streams_with_key(streams: Iterable[str], key: str) -> set[str]:
    """Return which of these streams have an entry with this key."""
    return set(Entry.objects.filter(stream__in=list(streams), key=key).values_list("stream", flat=True))
