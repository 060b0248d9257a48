"""`landsea upgrade`: bring an installation to this version. Looks whether it may be, backs up, migrates, prepares."""

import argparse
from collections.abc import Callable

from landsea.preparing import prepare_checked, run_and_say

SUMMARY = "Bring an installation to this version: look whether it may be, back up, migrate, prepare; says each step."


def main(argv: list[str]) -> int:
    """Run `landsea upgrade`; return 1, with a sentence, where it may not be done."""
    parser = argparse.ArgumentParser(prog="landsea upgrade", description=SUMMARY)
    parser.add_argument("--check", action="store_true", help="only say from which version to which, and what is to do")
    parser.add_argument(
        "--without-backup", action="store_true", help="where a backup was made in another way just before"
    )
    options = parser.parse_args(argv)
    return run_and_say(lambda say: upgrade_installation(say, options.check, options.without_backup))


def upgrade_installation(say: Callable[[str], None], only_look: bool, without_backup: bool) -> None:
    """Look, back up, migrate, prepare; with `only_look`, the first alone. Raises VersionWrong, SealProblem, ToolProblem."""
    from landsea.base.version import VERSION
    from landsea.upkeep.versions import (
        count_missing_migrations,
        find_database_version,
        is_new_database,
        note_version,
        refuse_wrong_version,
    )

    refuse_wrong_version()
    was, missing = find_database_version() or "no version noted", count_missing_migrations()
    say(f"from {was} to {VERSION}: {missing} changes to the tables")
    if only_look:
        return
    backup = ""
    if missing and not is_new_database() and not without_backup:
        backup = _back_up(say)
    prepare_checked(say)
    note_version(backup)
    say("done; start the new workers, then the new web servers")


def _back_up(say: Callable[[str], None]) -> str:
    from django.conf import settings

    from landsea.upkeep.backing_up import make_backup
    from landsea.upkeep.sealed_archive import SealProblem, read_public_keys

    keys = [one.strip() for one in settings.BACKUP_KEYS.split(",") if one.strip()]
    if not keys:
        raise SealProblem(
            "Before tables change there must be a backup, and LANDSEA_BACKUP_KEYS names no key to seal it for. Set it "
            "(docs/operators/backups.md), or back up in another way and add --without-backup."
        )
    made = make_backup(settings.BACKUPS, read_public_keys(keys), say)
    say(f"backed up into {made.path}")
    return made.path.name
