"""`landsea restore`."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from landsea.base.files.stores import StoreNotNamed
from landsea.upkeep.postgres_tools import ToolProblem
from landsea.upkeep.reading_backups import BackupBroken
from landsea.upkeep.restoring import PlaceNotEmpty, restore_backup
from landsea.upkeep.sealed_archive import SealProblem, read_private_keys


class Command(BaseCommand):
    """Restores a backup into an empty database and empty folders, and counts that everything is there."""

    help = "Restore a backup into an empty place; counts all rows and proves papers and audit; ends with 1 if anything differs."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the backup and the private key."""
        parser.add_argument("file", type=Path, help="the backup")
        parser.add_argument("--key", type=Path, required=True, metavar="FILE", help="the private key it was sealed for")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = restore_backup(options["file"], read_private_keys(options["key"]), self.stdout.write)
        except (PlaceNotEmpty, SealProblem, ToolProblem, BackupBroken, StoreNotNamed, OSError) as problem:
            raise CommandError(str(problem)) from problem
        for fault in done.faults:
            self.stderr.write(fault)
        for name in done.gone:
            self.stdout.write(f"was being taken away when the backup was made, and is not there: {name}")
        if done.faults:
            raise CommandError(f"Restored, and {len(done.faults)} things are not as they were: see above.")
        self.stdout.write(
            f"Restored the installation of {done.manifest.made_at} (version {done.manifest.version}): {done.rows} rows in "
            f"{len(done.manifest.rows)} tables, each counted and compared; {done.papers} papers, each with its digest; "
            f"the installation's key; {done.audit_entries} audit entries whose chains hold."
        )
        self.stdout.write("Next: landsea upgrade, then start web servers and workers.")
