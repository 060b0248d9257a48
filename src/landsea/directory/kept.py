"""Reference rows that each process keeps in memory until the directory's revision changes.

Whoever writes competences, desks, offices, places, topics or matters raises the revision (`actions/revision.py`). The
process that raised it knows at once, the others within `ASKED_EVERY_SECONDS`: until then they may still name a desk
that went out of service a moment ago, whose head gets the case like any other. What is kept is shared by all threads,
so nobody changes it. People, contacts, leaves and shifts are never kept: rights and reachability change at once.
"""

import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from landsea.directory.models import Revision

ASKED_EVERY_SECONDS = 0.5
Row = TypeVar("Row")


@dataclass
class _Kept:
    """What is known of one revision; `asked_at` (monotonic seconds) is when the database last confirmed it."""

    revision: tuple[int, str] | None = None
    asked_at: float = float("-inf")
    rows: dict[Hashable, Any] = field(default_factory=dict)


_kept = _Kept()


def kept(key: Hashable, read: Callable[[], Row]) -> Row:
    """Return what `read` finds, from memory while the revision is the same. None and an empty answer are not kept, and
    without a revision (nothing was ever loaded) nothing is.
    """
    here = _current()
    if key in here.rows:
        return here.rows[key]
    found = read()
    if found and here.revision is not None:
        here.rows[key] = found
    return found


def keep(rows: Mapping[Hashable, Any]) -> None:
    """Keep these rows by their keys, as if each had been asked for: for whoever read them all at once."""
    here = _current()
    if here.revision is not None:
        here.rows.update(rows)


def forget() -> None:
    """Drop what this process keeps, so that the next question reads the directory."""
    global _kept  # noqa: PLW0603
    _kept = _Kept()


def _current() -> _Kept:
    global _kept  # noqa: PLW0603
    here, now = _kept, time.monotonic()
    if now - here.asked_at < ASKED_EVERY_SECONDS:
        return here
    row = Revision.objects.values_list("number", "mark").filter(pk=1).first()
    revision = (row[0], str(row[1])) if row else None
    if revision != here.revision or revision is None:
        _kept = here = _Kept(revision)
    here.asked_at = now
    return here
