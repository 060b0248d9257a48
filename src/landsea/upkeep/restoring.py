"""Restoring a backup into an empty place, and proving row by row that everything is there.

1. Look before anything is written: no table in the database, no paper in the store, a backup of this version or older.
2. The dump is restored in one transaction: it is there whole, or not at all. Then the key, timetables and papers.
3. Count all rows, compare with what was counted when the backup was made, and prove the audit chains.
"""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from landsea.base.audit.models import Entry
from landsea.base.audit.verify import find_broken_anchors, find_broken_entries
from landsea.base.files.storage import check_stores, discard_bytes, keep_bytes_as, list_stored_before
from landsea.upkeep.backing_up import Manifest
from landsea.upkeep.postgres_tools import find_tool, read_connection_parts, run_tool
from landsea.upkeep.reading_backups import read_backup
from landsea.upkeep.row_counting import count_rows, find_differences, list_tables


class PlaceNotEmpty(Exception):
    """Something lies already where a backup was to be restored; the message says what, and what to do."""


@dataclass(frozen=True)
class Restored:
    """What was restored, and sentences about whatever is not as it was (none, when all is well)."""

    manifest: Manifest
    papers: int
    gone: list[str]
    audit_entries: int
    faults: list[str]

    @property
    def rows(self) -> int:
        """How many rows the database has."""
        return sum(rows for rows, _ in self.manifest.rows.values())


def restore_backup(file: Path, keys: list[Any], say: Callable[[str], None] = lambda _: None) -> Restored:
    """Restore into the database and the folders of this installation, which must be empty, and return what is there now.

    Raises PlaceNotEmpty or StoreNotNamed before anything is written; SealProblem, BackupBroken or ToolProblem when the
    backup cannot be used.
    """
    refuse_full_place()
    papers: list[str] = []
    try:
        manifest, gone = _put_back(file, keys, papers, say)
    except BaseException:
        for stored in papers:  # a second try finds the place as empty as the first did
            discard_bytes(stored)
        raise
    say("counting rows, looking through the audit")
    with psycopg.connect(**read_connection_parts()) as line:
        faults = find_differences(manifest.rows, count_rows(line))
    with transaction.atomic():
        faults += [f"{found.where}: {found.sentence}" for found in (*find_broken_entries(), *find_broken_anchors())]
    return Restored(manifest, len(papers), gone, Entry.objects.count(), faults)


def _put_back(file: Path, keys: list[Any], papers: list[str], say: Callable[[str], None]) -> tuple[Manifest, list[str]]:
    """Restore everything; `papers` grows by each that was kept."""

    def keep_paper(name: str, data: bytes) -> None:
        papers.append(name)
        keep_bytes_as(name, data)

    with tempfile.TemporaryDirectory(prefix="landsea-restore-") as aside:
        dump = Path(aside) / "database.dump"
        say("reading the backup")
        manifest, gone = read_backup(
            file,
            keys,
            dump_to=dump,
            check=refuse_backup_that_does_not_fit,
            take_key=_keep_key,
            take_paper=keep_paper,
            take_timetable=_keep_timetable,
        )
        say(f"restoring the database of {manifest.made_at}")
        _restore_dump(dump, manifest.server)
    return manifest, gone


def refuse_full_place() -> None:
    """Raise PlaceNotEmpty where the database has tables or the store has papers."""
    with psycopg.connect(**read_connection_parts()) as line:
        tables = list_tables(line)
    if tables:
        raise PlaceNotEmpty(
            f"The database has {len(tables)} tables already. Restore into an empty one: createdb, and name it in DATABASE_URL; "
            "for the embedded server, name an empty folder in LANDSEA_VAR."
        )
    if next(list_stored_before(), None):
        raise PlaceNotEmpty("There are papers already where they are kept. Restore into an empty folder or bucket.")


def refuse_backup_that_does_not_fit(manifest: Manifest) -> None:
    """Raise before anything is written: PlaceNotEmpty for a newer backup, StoreNotNamed for papers of a country whose store
    this installation does not name.
    """
    refuse_newer_backup(manifest)
    check_stores(manifest.papers)


def refuse_newer_backup(manifest: Manifest) -> None:
    """Raise PlaceNotEmpty when the backup was made by a newer Landsea, whose tables this one does not know."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    replaced = {f"{app}.{name}" for one in MigrationLoader(None).disk_migrations.values() for app, name in one.replaces}
    unknown = [
        name for name in manifest.migrations if name not in known | replaced and not name.startswith("landsea_demo.")
    ]
    if unknown:
        raise PlaceNotEmpty(
            f"The backup is of version {manifest.version}, and has changes this one does not know ({unknown[0]}). "
            "Restore it with that version, then upgrade."
        )


def _restore_dump(dump: Path, major: int) -> None:
    connection.close()
    parts = read_connection_parts()
    arguments = ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", "--no-comments"]
    run_tool(find_tool("pg_restore", major), [*arguments, f"--dbname={parts['dbname']}", str(dump)], parts)


def _keep_key(key: str) -> None:
    """Write the installation's key where it is read at the next start; one from the environment must be the same."""
    given = os.environ.get("LANDSEA_SECRET_KEY")
    if given and given != key:
        raise PlaceNotEmpty(
            "LANDSEA_SECRET_KEY is another key than that of the backup: with it no mailbox would open any more. "
            "Set it to the backup's, or leave it unset."
        )
    file = Path(settings.VAR) / "secret-key"
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"secret-key.{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_text(key)
    fresh.rename(file)
    settings.SECRET_KEY = key


def _keep_timetable(name: str, data: bytes) -> None:
    folder = (Path(settings.VAR) / "network").resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder):
        raise PlaceNotEmpty(f"{name} does not belong below {folder}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
