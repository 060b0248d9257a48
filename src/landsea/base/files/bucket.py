"""Papers in a bucket of any store that speaks S3, by django-storages: for several machines without a shared folder.

A store answers only when the bytes are kept for good, so a row about them may follow. The libraries are imported where a bucket
is set (LANDSEA_FILES=s3), for they take 30 MB of memory.
"""

import errno
import io
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import IO, Any, BinaryIO

from django.core.files import File


@cache
def _bucket_of(**options: str) -> Any:
    """Return the bucket with these names and keys; one for all threads, which may share it."""
    from boto3.s3.transfer import TransferConfig
    from botocore.config import Config
    from storages.backends.s3 import S3Storage

    config = Config(
        connect_timeout=5,
        read_timeout=30,
        retries={"max_attempts": 3, "mode": "standard"},
        s3={"addressing_style": "path" if options["endpoint_url"] else "auto"},
        request_checksum_calculation="when_required",  # what other stores than Amazon's know
        response_checksum_validation="when_required",
    )
    known = {name: value or None for name, value in options.items()}
    at_once = TransferConfig(use_threads=False)
    return S3Storage(client_config=config, transfer_config=at_once, file_overwrite=True, default_acl=None, **known)


def find_bucket(options: Mapping[str, str]) -> Any:
    """Return the bucket with these names and keys."""
    return _bucket_of(**options)


def keep_in_bucket(options: Mapping[str, str], stored: str, data: IO[bytes]) -> None:
    """Keep what an open file holds. Raises OSError when the store does not take them."""
    try:
        find_bucket(options).save(stored, File(data, stored))
    except _failures() as problem:
        raise OSError(errno.ENOSPC, f"The store of papers did not take {stored}: {problem}") from problem


def open_in_bucket(options: Mapping[str, str], stored: str) -> BinaryIO:
    """Return the bytes as an open file. Raises FileNotFoundError when they are gone, OSError when the store does not answer."""
    try:
        with find_bucket(options).open(stored, "rb") as found:
            return io.BytesIO(found.read())
    except _failures() as problem:
        raise OSError(errno.EIO, f"The store of papers did not give {stored}: {problem}") from problem


def discard_in_bucket(options: Mapping[str, str], stored: str) -> None:
    """Delete the bytes; they may be gone already."""
    find_bucket(options).delete(stored)


def list_bucket(options: Mapping[str, str]) -> Iterator[tuple[str, datetime]]:
    """Yield the name of each paper and when it was kept."""
    bucket = find_bucket(options)
    prefix = f"{bucket.location}/" if bucket.location else ""
    for found in bucket.bucket.objects.filter(Prefix=prefix):
        yield found.key.removeprefix(prefix), found.last_modified


def _failures() -> tuple[type[Exception], ...]:
    from botocore.exceptions import BotoCoreError, ClientError

    return BotoCoreError, ClientError
