"""The bytes of papers and photos: what is let in, how it is kept, how it is read back. Rows are elsewhere.

A file is on disk for good (itself and its folder flushed) before anybody writes a row about it. A crash in between
leaves bytes that no row knows; `actions/sweep.py` takes them away.
"""

import errno
import hashlib
import os
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext

from landsea.base.files.kinds import clean_name, fit_to_keep
from landsea.base.files.office_papers import FileRefused

_STORED = re.compile(r"[0-9a-f]{2}/[0-9a-f]{32}")
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True)
class Stored:
    """A file whose bytes are safely on disk: `stored` is its path below FILES_ROOT, `digest` SHA-256 of what is kept."""

    name: str
    media_type: str
    size: int
    digest: str
    stored: str


def store_upload(upload: "UploadedFile[Any]") -> Stored:
    """Check an upload, clean it and keep it. Raises FileRefused, with a sentence, when it is not taken: too large, of a
    kind that is not let in, cut, or when the disk is full; nothing is kept then.
    """
    name = upload.name or ""
    if (upload.size or 0) > settings.FILE_LIMIT_BYTES:
        raise FileRefused(
            gettext("%(name)s is larger than %(most)s MB. Send a smaller photo, or the pages that matter.")
            % {"name": clean_name(name), "most": settings.FILE_LIMIT_BYTES // 1024 // 1024}
        )
    fitting = fit_to_keep(name, upload.read())
    return Stored(
        name=fitting.name,
        media_type=fitting.media_type,
        size=len(fitting.data),
        digest=hashlib.sha256(fitting.data).hexdigest(),
        stored=_keep_bytes(fitting.data),
    )


def open_stored(stored: str) -> BinaryIO:
    """Open the bytes of a stored file. Raises FileNotFoundError when they are gone, ValueError for any other path."""
    return open(_path_of(stored), "rb")


def discard_bytes(stored: str) -> None:
    """Delete the bytes of a file that no row points to any more; it may be gone already."""
    _path_of(stored).unlink(missing_ok=True)


def stored_before(moment: datetime | None = None) -> Iterator[str]:
    """Yield the path of every file kept before `moment` (aware), of all files when none is given."""
    for file in Path(settings.FILES_ROOT).glob("??/*"):
        name = f"{file.parent.name}/{file.name}"
        old = moment is None or datetime.fromtimestamp(file.stat().st_mtime, UTC) < moment
        if old and _STORED.fullmatch(name):
            yield name


def _path_of(stored: str) -> Path:
    if not _STORED.fullmatch(stored):
        raise ValueError(f"'{stored}' is no path of a stored file.")
    return Path(settings.FILES_ROOT) / stored


def _keep_bytes(data: bytes) -> str:
    name = uuid.uuid4().hex
    stored = f"{name[:2]}/{name}"
    keep_bytes_as(stored, data)
    return stored


def keep_bytes_as(stored: str, data: bytes) -> None:
    """Keep bytes under a name that is not taken. Raises FileRefused when there is no room; nothing is kept then."""
    path = _path_of(stored)
    try:
        if not path.parent.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _flush_folder(path.parent.parent)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _flush_folder(path.parent)
    except OSError as problem:
        path.unlink(missing_ok=True)
        if problem.errno not in _NO_ROOM:
            raise
        raise FileRefused(
            gettext(
                "There is no room for files here at the moment. Send what you wrote without them; you can add them later."
            )
        ) from problem


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
