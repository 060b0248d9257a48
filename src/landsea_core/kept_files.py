"""What takes seconds to make, left in a file for the processes that need it next, beside a digest of what it was made from.

Whoever finds another digest makes it anew. Where a file can neither be read nor written, nothing is lost but time.
"""

import os
import pickle
from pathlib import Path
from typing import TypeVar

Value = TypeVar("Value")
_UNREADABLE = (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, TypeError, ValueError)


def read_kept_file(file: Path, digest: str, kind: type[Value]) -> Value | None:
    """Return what a file holds; None where it was made from something else, is of another kind, or cannot be read."""
    try:
        found, value = pickle.loads(file.read_bytes())
    except _UNREADABLE:
        return None
    return value if found == digest and isinstance(value, kind) else None


def keep_in_file(file: Path, digest: str, value: object) -> None:
    """Write a file whole or not at all: other processes may read it meanwhile. One that cannot be written is passed over."""
    part = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(pickle.dumps((digest, value), protocol=pickle.HIGHEST_PROTOCOL))
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
