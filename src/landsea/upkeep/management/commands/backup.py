"""`landsea backup`."""

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from landsea.base.files.stores import StoreNotNamed
from landsea.upkeep.backing_up import make_backup
from landsea.upkeep.backup_files import list_backups
from landsea.upkeep.postgres_tools import ToolProblem, find_tool, run_tool
from landsea.upkeep.reading_backups import BackupBroken, read_backup
from landsea.upkeep.retention import Retention, choose_kept
from landsea.upkeep.sealed_archive import SealProblem, make_key, read_private_keys, read_public_keys


class Command(BaseCommand):
    """Backs up, verifies a backup, or makes a key."""

    help = "Back up database, papers and keys of one moment into one encrypted file; or verify one (--verify FILE)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say where to, for whose key, and what stays."""
        parser.add_argument("--to", type=Path, help="folder for the backup (default: LANDSEA_BACKUPS)")
        parser.add_argument("--for-key", action="append", help="public key of age it is sealed for; may be repeated")
        parser.add_argument("--new-key", type=Path, metavar="FILE", help="make a key: the private part goes into FILE")
        parser.add_argument("--verify", type=Path, metavar="FILE", help="prove that a backup can be read and is whole")
        parser.add_argument("--key", type=Path, metavar="FILE", help="the private key, for --verify")
        parser.add_argument("--keep-all", action="store_true", help="take no older backup away")
        for span, usual in (("days", 7), ("weeks", 5), ("months", 12)):
            parser.add_argument(
                f"--{span}", type=int, default=usual, help=f"how many {span} keep one (default {usual})"
            )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["new_key"]:
                self._make_key(options["new_key"])
            elif options["verify"]:
                self._verify(options["verify"], options["key"])
            else:
                self._back_up(options)
        except (SealProblem, ToolProblem, BackupBroken, StoreNotNamed, OSError) as problem:
            raise CommandError(str(problem)) from problem

    def _make_key(self, file: Path) -> None:
        public = make_key(file)
        self.stdout.write(
            f"The private key is in {file}. Keep it on another machine and on paper: without it no backup opens."
        )
        self.stdout.write(f"LANDSEA_BACKUP_KEYS={public}")

    def _back_up(self, options: dict[str, Any]) -> None:
        typed = options["for_key"] or [one.strip() for one in settings.BACKUP_KEYS.split(",") if one.strip()]
        if not typed:
            raise CommandError(
                "A backup is sealed for a key. Make one with `landsea backup --new-key FILE` and set LANDSEA_BACKUP_KEYS "
                "to what it prints."
            )
        folder = options["to"] or settings.BACKUPS
        made = make_backup(folder, read_public_keys(typed), self.stdout.write)
        rows = sum(rows for rows, _ in made.manifest.rows.values())
        self.stdout.write(
            f"{made.path}: {rows} rows in {len(made.manifest.rows)} tables, {len(made.manifest.papers)} papers, "
            f"{made.path.stat().st_size / 1e6:.1f} MB"
        )
        for name in made.gone_meanwhile:
            self.stdout.write(f"taken away by its owner while the backup ran: {name}")
        if not options["keep_all"]:
            self._take_old_ones_away(folder, Retention(options["days"], options["weeks"], options["months"]))

    def _take_old_ones_away(self, folder: Path, retention: Retention) -> None:
        backups = list_backups(folder)
        kept = choose_kept([one.made_at for one in backups], retention)
        for one in backups:
            if one.made_at not in kept:
                one.path.unlink()
                self.stdout.write(f"taken away: {one.path.name}")

    def _verify(self, file: Path, key: Path | None) -> None:
        if key is None:
            raise CommandError("To look into a backup its private key is needed: --key FILE")
        with tempfile.TemporaryDirectory(prefix="landsea-verify-") as aside:
            dump = Path(aside) / "database.dump"
            manifest, _gone = read_backup(file, read_private_keys(key), dump_to=dump)
            run_tool(find_tool("pg_restore", manifest.server), ["--file=/dev/null", str(dump)], {})
        rows = sum(rows for rows, _ in manifest.rows.values())
        self.stdout.write(
            f"The backup of {manifest.made_at} is whole: version {manifest.version}, {rows} rows in "
            f"{len(manifest.rows)} tables, {len(manifest.papers)} papers."
        )
