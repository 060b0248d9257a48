"""The stores that papers lie in: the installation's own, and one for each country that has one (LANDSEA_FILE_STORES)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO

from django.conf import settings

from landsea.base.files.bucket import discard_in_bucket, keep_in_bucket, list_bucket, open_in_bucket
from landsea.base.files.folder import discard_in_folder, keep_in_folder, list_folder, open_in_folder


class StoreNotNamed(LookupError):
    """Papers lie in a store of a country that the settings do not name any more; the message says which."""


@dataclass(frozen=True)
class Store:
    """One store: how what an open file holds is kept there, opened, discarded and listed, by their names in it."""

    keep: Callable[[str, IO[bytes]], None]
    open: Callable[[str], BinaryIO]
    discard: Callable[[str], None]
    list: Callable[[], Iterator[tuple[str, datetime]]]


def find_store(country: str) -> Store:
    """Return the store of a country (its code in small letters), the installation's own for none. A folder without a slash
    at its beginning lies below LANDSEA_VAR, wherever a process was started. Raises StoreNotNamed.
    """
    if not country:
        return _in_bucket(settings.FILES_BUCKET) if settings.FILES_BUCKET else _in_folder(Path(settings.FILES_ROOT))
    named = settings.FILE_STORES.get(country.upper())
    if named is None:
        raise StoreNotNamed(f"Papers lie in a store of {country.upper()}, which LANDSEA_FILE_STORES does not name.")
    return _in_folder(Path(settings.VAR) / named["folder"]) if "folder" in named else _in_bucket(named)


def list_stores() -> Iterator[tuple[str, Store]]:
    """Yield every store with its country in small letters, empty for the installation's own."""
    for country in ("", *sorted(settings.FILE_STORES)):
        yield country.lower(), find_store(country.lower())


def find_prefix(country: str) -> str:
    """Return how paths of papers of this country begin: empty where it has no store of its own."""
    return f"{country.lower()}/" if country.upper() in settings.FILE_STORES else ""


def _in_folder(root: Path) -> Store:
    how = (partial(one, root) for one in (keep_in_folder, open_in_folder, discard_in_folder, list_folder))
    return Store(*how)  # type: ignore[arg-type]


def _in_bucket(options: Mapping[str, str]) -> Store:
    how = (partial(one, options) for one in (keep_in_bucket, open_in_bucket, discard_in_bucket, list_bucket))
    return Store(*how)  # type: ignore[arg-type]
