"""What a process keeps in memory of the database, and when it reads again: the one cache of the house.

A thing is kept while its *mark* is the same: a value that changes whenever the rows behind it do (a revision, a count with
the last id). The process that writes calls `forget`; the others see the new mark when they ask next. What is kept is
shared by all threads, so nobody changes it. Rights and who is reachable are never kept.
"""

import time
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from weakref import WeakSet

Value = TypeVar("Value")
FOR_EVER = float("inf")
_everything: "WeakSet[Kept]" = WeakSet()


@dataclass
class _Contents:
    """What is known of one mark. `asked_at`, `since`: when the mark was last read, when this began (monotonic seconds)."""

    mark: Any = None
    asked_at: float = -FOR_EVER
    since: float = 0.0
    rows: dict[Hashable, Any] = field(default_factory=dict)


class Kept:
    """Things kept until their mark changes.

    read_mark: what to compare; None as a mark means that nothing is there to be kept. Without it only time counts.
    asked_every: seconds for which an answer of `read_mark` is believed. lasts: seconds after which all is read again.
    unchanging: what a key stands for never changes, as the files of a folder or a version that was published: it is kept
    whichever database is asked.

    >>> number = 1
    >>> squares = Kept(lambda: number)
    >>> squares.get("square", lambda: number**2)
    1
    >>> number = 3
    >>> squares.get("square", lambda: number**2)
    9
    """

    def __init__(
        self,
        read_mark: Callable[[], Any] | None = None,
        *,
        asked_every: float = 0.0,
        lasts: float = FOR_EVER,
        unchanging: bool = False,
    ):
        self._read_mark, self._asked_every, self._lasts = read_mark, asked_every, lasts
        self._contents = _Contents()
        if not unchanging:
            _everything.add(self)

    def get(self, key: Hashable, read: Callable[[], Value], *, keep_empty: bool = True) -> Value:
        """Return what `read` finds, from memory while the mark is the same. `keep_empty`: whether nothing found is kept,
        which lets unknown keys fill the memory where people choose them.
        """
        here = self._current()
        if key in here.rows:
            known: Value = here.rows[key]
            return known
        found = read()
        if here.mark is not None and (found or keep_empty):
            here.rows[key] = found
        return found

    def put(self, rows: Mapping[Hashable, Any]) -> None:
        """Keep these by their keys, as if each had been asked for: for whoever read them all at once."""
        here = self._current()
        if here.mark is not None:
            here.rows.update(rows)

    def find_unknown(self, keys: Iterable[Hashable]) -> list[Hashable]:
        """Return those of the keys for which nothing is kept: for whoever reads many rows, and only the new ones of them."""
        here = self._current()
        return [key for key in keys if key not in here.rows]

    def mark(self) -> Any:
        """Return the mark as it is believed now."""
        return self._current().mark

    def forget(self) -> None:
        """Drop what this process keeps, so that the next question reads again."""
        self._contents = _Contents()

    def _current(self) -> _Contents:
        here, now = self._contents, time.monotonic()
        if now - here.asked_at < self._asked_every and now - here.since < self._lasts:
            return here
        mark = self._read_mark() if self._read_mark else "always"
        same = mark is here.mark or mark == here.mark
        if mark is None or not same or now - here.since >= self._lasts:
            self._contents = here = _Contents(mark, since=now)
        here.asked_at = now
        return here


def remember_everything() -> Callable[[], None]:
    """Return what brings back all that this process keeps now: for tests that undo what was written since."""
    before = {one: replace(one._contents, rows=dict(one._contents.rows)) for one in _everything}

    def bring_back() -> None:
        for one in list(_everything):
            one._contents = before.get(one) or _Contents()

    return bring_back


def forget_everything() -> None:
    """Drop all that this process keeps and that may change: for tests, each of which has a database of its own."""
    for one in list(_everything):
        one.forget()
