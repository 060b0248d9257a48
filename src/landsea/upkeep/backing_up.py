"""Making a backup: database, papers, keys and imported timetables of one moment, in one sealed file.

1. Begin a read-only transaction: its snapshot is the moment. Whoever files or replies meanwhile is not held up.
2. In that snapshot: count all rows, list all papers, and let pg_dump read the same snapshot.
3. Seal: what is in it (manifest.json), the installation's key, the dump, timetables, papers with their digests.

A paper is on disk before its row is there, and is taken away only after its row is gone. So every paper of the snapshot
is there, except one that was taken away while the backup ran: it is named in the result, and gone after a restore too.
"""

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tarfile import TarFile
from typing import Any

import psycopg
from django.conf import settings

from landsea.base.files.models import StoredFile
from landsea.base.files.storage import open_stored
from landsea.base.version import VERSION
from landsea.upkeep.backup_files import name_backup
from landsea.upkeep.postgres_tools import find_tool, read_connection_parts, read_server_major, run_tool
from landsea.upkeep.row_counting import Counted, count_rows
from landsea.upkeep.sealed_archive import add_bytes, add_stream, open_for_sealing

FORMAT = 1
MANIFEST, KEY, DUMP, END = "manifest.json", "secret-key", "database.dump", "gone.json"
TIMETABLES, PAPERS = "network/", "files/"
"""The names in the archive, in this order; papers and timetables have their own below."""


@dataclass
class Manifest:
    """What a backup says of itself. `papers`: stored name to [size, SHA-256]; `rows`: table to [rows, sum]."""

    made_at: str
    version: str
    server: int
    migrations: list[str]
    rows: Counted
    papers: dict[str, list[Any]] = field(default_factory=dict)
    timetables: list[str] = field(default_factory=list)
    dump_digest: str = ""
    format: int = FORMAT


@dataclass(frozen=True)
class BackupMade:
    """A backup that lies there: its file, what is in it, and papers that were taken away while it was made."""

    path: Path
    manifest: Manifest
    gone_meanwhile: list[str]


def make_backup(folder: Path, keys: list[Any], say: Callable[[str], None] = lambda _: None) -> BackupMade:
    """Back up this installation into a folder, sealed for these public keys, and return what was made.

    The file gets its name when it is whole. Raises ToolProblem, SealProblem or OSError; nothing is left then.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    parts = read_connection_parts()
    made_at = datetime.now(UTC).replace(microsecond=0)
    path = folder / name_backup(made_at)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=folder) as aside, psycopg.connect(**parts) as line:
        line.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        snapshot = line.execute("SELECT pg_export_snapshot()").fetchone()[0]
        say("counting rows")
        manifest = _describe(line, made_at)
        say(f"dumping {sum(rows for rows, _ in manifest.rows.values())} rows in {len(manifest.rows)} tables")
        dump = Path(aside) / "database.dump"
        arguments = ["--format=custom", "--no-password", f"--snapshot={snapshot}", f"--file={dump}"]
        run_tool(find_tool("pg_dump", manifest.server), arguments, parts)
        line.rollback()
        manifest.dump_digest = _digest_of(dump)
        say(f"sealing {len(manifest.papers)} papers")
        part = Path(aside) / "sealed"
        with open_for_sealing(part, keys) as tar:
            gone = _fill(tar, manifest, dump)
        part.rename(path)
    return BackupMade(path, manifest, gone)


def _describe(line: Any, made_at: datetime) -> Manifest:
    rows = count_rows(line)
    migrations = line.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1").fetchall()
    papers = {}
    for table in StoredFile.__subclasses__():
        for stored, size, digest in line.execute(f'SELECT stored, size, digest FROM "{table._meta.db_table}"'):
            papers[stored] = [size, digest]
    return Manifest(
        made_at=made_at.isoformat(),
        version=VERSION,
        server=read_server_major(line.info.server_version),
        migrations=[row[0] for row in migrations],
        rows=rows,
        papers=papers,
        timetables=[name for name, _ in find_timetables()],
    )


def find_timetables() -> Iterator[tuple[str, Path]]:
    """Yield the name and the path of each file of timetables that were imported beside the network."""
    folder = Path(settings.VAR) / "network"
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path


def _fill(tar: TarFile, manifest: Manifest, dump: Path) -> list[str]:
    """Put everything in and return which papers were taken away meanwhile; their list stands last and ends the archive."""
    add_bytes(tar, MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
    add_bytes(tar, KEY, settings.SECRET_KEY.encode())
    with open(dump, "rb") as content:
        add_stream(tar, DUMP, content, dump.stat().st_size)
    for name, path in find_timetables():
        if name in manifest.timetables:
            add_bytes(tar, f"{TIMETABLES}{name}", path.read_bytes())
    gone = []
    for stored in sorted(manifest.papers):
        try:
            with open_stored(stored) as content:
                add_bytes(tar, f"{PAPERS}{stored}", content.read())
        except FileNotFoundError:
            if _has_row(stored):
                raise OSError(f"The paper {stored} is in the database and not in the store.") from None
            gone.append(stored)
    add_bytes(tar, END, json.dumps(gone).encode())
    return gone


def _has_row(stored: str) -> bool:
    """Say whether a row still wants these bytes; those of a paper that was blacked out may be gone."""
    for table in StoredFile.__subclasses__():
        row = table._default_manager.filter(stored=stored).first()
        if row is not None and not getattr(row, "redacted_at", None):
            return True
    return False


def _digest_of(path: Path) -> str:
    with open(path, "rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
