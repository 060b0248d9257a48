"""Papers in a folder: on disk for good (the file and its folder flushed) before anybody writes a row about them."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, BinaryIO


def keep_in_folder(root: Path, stored: str, data: IO[bytes]) -> None:
    """Keep what an open file holds under a name that is not taken. Raises OSError when it cannot be kept; nothing is left."""
    path = root / stored
    try:
        if not path.parent.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _flush_folder(path.parent.parent)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            shutil.copyfileobj(data, file)
            file.flush()
            os.fsync(file.fileno())
        _flush_folder(path.parent)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def open_in_folder(root: Path, stored: str) -> BinaryIO:
    """Open the bytes. Raises FileNotFoundError when they are gone."""
    return open(root / stored, "rb")


def discard_in_folder(root: Path, stored: str) -> None:
    """Delete the bytes; they may be gone already."""
    (root / stored).unlink(missing_ok=True)


def list_folder(root: Path) -> Iterator[tuple[str, datetime]]:
    """Yield the name of each file and when it was kept."""
    for file in root.glob("??/*"):
        yield f"{file.parent.name}/{file.name}", datetime.fromtimestamp(file.stat().st_mtime, UTC)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
