"""`landsea prepare`: what has to be done to database and files before processes of this version start.

It looks first whether this code fits the database, and lets one machine at a time go on. `serve` prepares by itself.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

SUMMARY = (
    "Bring tables, texts, pages' files, reference directory, figures, rules and exchange up to date, each only where its "
    "files or the database changed."
)
TURN = 7_316_002
"""The number of the database's lock by which one machine prepares at a time."""


def main(argv: list[str]) -> int:
    """Prepare; return 1, with a sentence, where this code does not fit the database."""
    argparse.ArgumentParser(prog="landsea prepare", description=SUMMARY).parse_args(argv)
    return run_and_say(prepare_checked)


def prepare_checked(say: Callable[[str], None]) -> None:
    """Prepare, where this code fits the database, and note the version. Raises VersionWrong where it does not."""
    from django.conf import settings

    from landsea.preparation import prepare
    from landsea.upkeep.versions import note_version, refuse_wrong_version

    refuse_wrong_version()
    prepare(say, demo=settings.DEMO)
    note_version()


def run_and_say(work: Callable[[Callable[[str], None]], None]) -> int:
    """Do a work on the database, one machine at a time, and return the exit status; what stops it becomes its sentence."""
    import django

    from landsea_dev import RuntimeProblem, postgres
    from landsea_dev.supervisor import say_to_operator

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "landsea.settings.base")
    django.setup()
    from django.core.management import CommandError

    from landsea.upkeep.postgres_tools import ToolProblem
    from landsea.upkeep.sealed_archive import SealProblem
    from landsea.upkeep.versions import VersionWrong

    try:
        if not os.environ.get("DATABASE_URL"):
            postgres.ensure_running()
        with _one_machine_at_a_time():
            work(say_to_operator)
    except (RuntimeProblem, VersionWrong, SealProblem, ToolProblem, CommandError) as problem:
        print(f"landsea: {problem}", file=sys.stderr)
        return 1
    return 0


@contextmanager
def _one_machine_at_a_time() -> Iterator[Any]:
    """Wait until no other machine prepares, and hold the turn until the work is done."""
    import psycopg

    from landsea.upkeep.postgres_tools import read_connection_parts

    with psycopg.connect(**read_connection_parts(), autocommit=True) as line:
        line.execute("SELECT pg_advisory_lock(%s)", [TURN])
        yield line
