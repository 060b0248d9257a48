"""Reference rows that each process keeps in memory until the directory's revision changes.

Whoever writes competences, desks, offices, their telephones, places, topics or matters raises the revision
(`actions/revision.py`). The process that raised it knows at once, the others within `ASKED_EVERY_SECONDS`: until then they
may still name a desk that went out of service a moment ago, whose head gets the case like any other. People, contacts,
leaves and shifts are never kept: rights and reachability change at once.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar

from landsea.base.kept import Kept
from landsea.directory.models import Revision

ASKED_EVERY_SECONDS = 0.5
Row = TypeVar("Row")


def _read_revision() -> tuple[int, str] | None:
    row = Revision.objects.values_list("number", "mark").filter(pk=1).first()
    return (row[0], str(row[1])) if row else None


DIRECTORY = Kept(_read_revision, asked_every=ASKED_EVERY_SECONDS)


def read_once(key: Hashable, read: Callable[[], Row]) -> Row:
    """Return what `read` finds, from memory while the revision is the same. None and an empty answer are not kept, and
    without a revision (nothing was ever loaded) nothing is.
    """
    return DIRECTORY.get(key, read, keep_empty=False)


def keep_rows(rows: Mapping[Hashable, Any]) -> None:
    """Keep these rows by their keys, as if each had been asked for: for whoever read them all at once."""
    DIRECTORY.put(rows)


def forget_rows() -> None:
    """Drop what this process keeps, so that the next question reads the directory."""
    DIRECTORY.forget()
