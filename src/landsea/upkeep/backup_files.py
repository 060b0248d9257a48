"""Where backups lie and what their names say: `landsea-20261128T213000Z.backup.age`. What is in them: `backing_up.py`."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

NAME = re.compile(r"landsea-(\d{8}T\d{6}Z)\.backup\.age")
FORMAT = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, order=True)
class BackupFile:
    """One backup in the folder for backups; `made_at` is its point in time, in UTC."""

    made_at: datetime
    path: Path


def name_backup(made_at: datetime) -> str:
    """Return the file name of a backup of this moment (aware).

    >>> name_backup(datetime(2026, 11, 28, 21, 30, tzinfo=UTC))
    'landsea-20261128T213000Z.backup.age'
    """
    return f"landsea-{made_at.astimezone(UTC).strftime(FORMAT)}.backup.age"


def list_backups(folder: Path | None = None) -> list[BackupFile]:
    """Return the backups in a folder (that of LANDSEA_BACKUPS when none is given), oldest first; other files are left out."""
    found = []
    for path in (folder or settings.BACKUPS).glob("landsea-*.backup.age"):
        name = NAME.fullmatch(path.name)
        if name:
            found.append(BackupFile(datetime.strptime(name[1], FORMAT).replace(tzinfo=UTC), path))
    return sorted(found)


def find_newest_backup() -> BackupFile | None:
    """Return the newest backup in the folder for backups, None where there is none."""
    return next(reversed(list_backups()), None)
