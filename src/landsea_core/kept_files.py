"""What takes seconds to make, left in a file for the processes that need it next, beside a digest of what it was made from.

Whoever finds another digest makes it anew. Where a file can neither be read nor written, nothing is lost but time.
"""

import os
import pickle
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import TypeVar

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
    part = file.with_suffix(f".{os.getpid()}-{token_hex(4)}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(pickle.dumps((digest, value), protocol=pickle.HIGHEST_PROTOCOL))
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
