"""Whether this process may be sent people: the database answers, its tables are of this version, and desks are loaded."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from landsea.directory.models import Desk

_seen_ready: set[str] = set()
"""Checks that held once: tables and desks do not go away while a process runs, and reading migrations takes 0.1 s."""


def find_what_is_missing() -> dict[str, str]:
    """Return each check with "ok" or a sentence that says what to do."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return {"database": "ok", "tables": _check_tables(), "desks": _check_desks()}
    except DatabaseError as problem:
        return {"database": f"does not answer: {str(problem).strip().splitlines()[0]}"}


def _check_tables() -> str:
    if "tables" in _seen_ready:
        return "ok"
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        return f"{len(missing)} migrations are missing: run landsea upgrade"
    _seen_ready.add("tables")
    return "ok"


def _check_desks() -> str:
    if "desks" not in _seen_ready and not Desk.objects.exists():
        return "no desk is loaded: run landsea prepare"
    _seen_ready.add("desks")
    return "ok"
