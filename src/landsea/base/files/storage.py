"""The bytes of papers and photos: what is let in, how it is kept, how it is read back. Rows are elsewhere.

They lie in a folder (`folder.py`) or in a bucket (`bucket.py`), for good before anybody writes a row about them. A crash in
between leaves bytes that no row knows; `actions/sweep.py` takes them away. Papers of a country may lie in a store of their own
(`stores.py`); their path then begins with its code: `la/3f/3f0c...`.
"""

import errno
import hashlib
import io
import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, BinaryIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext

from landsea.base.files.kinds import clean_name, fit_to_keep
from landsea.base.files.office_papers import FileRefused
from landsea.base.files.stores import Store, find_prefix, find_store, list_stores

_STORED = re.compile(r"(?:([a-z]{2})/)?([0-9a-f]{2}/[0-9a-f]{32})")
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
    store, name = _place_of(stored)
    return store.open(name)


def discard_bytes(stored: str) -> None:
    """Delete the bytes of a file that no row points to any more; it may be gone already."""
    store, name = _place_of(stored)
    store.discard(name)


def list_stored_before(moment: datetime | None = None) -> Iterator[str]:
    """Yield the path of every file kept before `moment` (aware), of all files when none is given."""
    for country, store in list_stores():
        for name, kept_at in store.list():
            stored = f"{country}/{name}" if country else name
            if (moment is None or kept_at < moment) and _STORED.fullmatch(stored):
                yield stored


def check_stores(paths: Iterable[str]) -> None:
    """Raise StoreNotNamed where one of these stored files lies, or is to lie, in a store that the settings do not name."""
    for country in {found[1] or "" for found in map(_STORED.fullmatch, paths) if found}:
        find_store(country)


def name_new_file(country: str = "") -> str:
    """Return a path that is not taken, in the store of this country where it has one."""
    name = uuid.uuid4().hex
    return f"{find_prefix(country)}{name[:2]}/{name}"


def keep_bytes_as(stored: str, data: bytes) -> None:
    """Keep bytes under a name that is not taken. Raises FileRefused when there is no room; nothing is kept then."""
    keep_file_as(stored, io.BytesIO(data))


def keep_file_as(stored: str, file: IO[bytes]) -> None:
    """Keep what an open file holds from where it stands, as `keep_bytes_as` does, without holding all of it in memory."""
    store, name = _place_of(stored)
    try:
        store.keep(name, file)
    except OSError as problem:
        if problem.errno not in _NO_ROOM:
            raise
        raise FileRefused(
            gettext(
                "There is no room for files here at the moment. Send what you wrote without them; you can add them later."
            )
        ) from problem


def _keep_bytes(data: bytes) -> str:
    stored = name_new_file()
    keep_bytes_as(stored, data)
    return stored


def _place_of(stored: str) -> tuple[Store, str]:
    """Return the store in which a path lies, and its name there."""
    found = _STORED.fullmatch(stored)
    if found is None:
        raise ValueError(f"'{stored}' is no path of a stored file.")
    return find_store(found[1] or ""), found[2]
