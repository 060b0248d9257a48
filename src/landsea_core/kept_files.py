"""What takes seconds to make, left in a file for the processes that need it next, beside a digest of what it was made from.

Whoever finds another digest makes it anew. Where a file can neither be read nor written, nothing is lost but time.
"""

import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

Value = TypeVar("Value")
PARTS_LAST = 3600.0
"""Seconds after which a part that was never finished is taken away: its process was killed."""


def read_kept_file(file: Path, digest: str, kind: type[Value]) -> Value | None:
    """Return what a file holds; None where it was made from something else, is of another kind, or cannot be read."""
    try:
        found, value = pickle.loads(file.read_bytes())
    except Exception:  # a damaged file raises almost anything: IndexError, OverflowError, MemoryError
        return None
    return value if found == digest and isinstance(value, kind) else None


def keep_in_file(file: Path, digest: str, value: object) -> None:
    """Write a file whole or not at all: other threads, processes and machines may read or write it meanwhile, so each writes a
    part of its own. One that cannot be written is passed over.
    """
    part = file.with_suffix(f".{os.getpid()}-{os.urandom(4).hex()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        written = BytesIO()
        _QuicklyRead(written, protocol=pickle.HIGHEST_PROTOCOL).dump((digest, value))
        part.write_bytes(written.getbuffer())
        _take_away_older_parts(file, part.stat().st_mtime)
        part.replace(file)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _take_away_older_parts(file: Path, now: float) -> None:
    for part in file.parent.glob(f"{file.stem}.*.part"):
        with suppress(OSError):
            if now - part.stat().st_mtime > PARTS_LAST:
                part.unlink()


class _QuicklyRead(pickle.Pickler):
    """Writes dataclasses with slots as their values. As Python writes frozen ones, reading asks each object anew for the names
    of its fields, and takes twice as long.
    """

    def reducer_override(self, value: object) -> Any:
        """Return how a value is made again; NotImplemented where Python's own way is as good."""
        kind = type(value)
        if not (is_dataclass(kind) and "__slots__" in kind.__dict__):
            return NotImplemented
        return _make_again, (kind, tuple(getattr(value, field.name) for field in fields(kind)))


def _make_again(kind: type, values: tuple[object, ...]) -> object:
    made: object = object.__new__(kind)
    for put, value in zip(_list_setters(kind), values, strict=True):
        put(made, value)
    return made


@cache
def _list_setters(kind: type) -> tuple[Callable[[object, object], None], ...]:
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))
