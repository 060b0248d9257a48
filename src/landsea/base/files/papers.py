"""Papers that come with a form, and papers that go out: what every page with files does the same way."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError
from django.http import FileResponse
from django.utils.translation import gettext

from landsea.base.files.models import StoredFile
from landsea.base.files.office_papers import FileRefused
from landsea.base.files.storage import (
    Stored,
    discard_bytes,
    open_stored,
    store_upload,
)


def store_all(uploads: "Iterable[UploadedFile[Any]]") -> list[Stored]:
    """Keep all uploads of a form, or none: when one is refused, those before it are taken away again."""
    uploads = list(uploads)
    if len(uploads) > settings.FILES_PER_MESSAGE:
        raise FileRefused(
            gettext("Send at most %(most)s files at once; put the pages of one paper into one PDF.")
            % {"most": settings.FILES_PER_MESSAGE}
        )
    kept: list[Stored] = []
    try:
        for upload in uploads:
            kept.append(store_upload(upload))
    except FileRefused:
        for one in kept:
            discard_bytes(one.stored)
        raise
    return kept


@contextmanager
def store_for(uploads: "Iterable[UploadedFile[Any]]") -> Iterator[tuple[Stored, ...]]:
    """Keep the uploads of a form while its act is done; when the act is refused, they are taken away again.

    After a failure of the database nobody knows whether the rows about them were written: then they stay, and what no row
    knows is swept away later.
    """
    kept = tuple(store_all(uploads))
    try:
        yield kept
    except DatabaseError:
        raise
    except Exception:
        for one in kept:
            discard_bytes(one.stored)
        raise


def send_as_attachment(file: StoredFile) -> FileResponse:
    """Answer with a file's bytes as an attachment that no browser opens in our name."""
    response = FileResponse(
        open_stored(file.stored), as_attachment=True, filename=file.name, content_type=file.media_type
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
