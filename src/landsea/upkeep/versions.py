"""Which version the database is of, and whether this code may bring it to its own. Writes the row that says it did."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from landsea.base.version import OLDEST_BEFORE, VERSION
from landsea.upkeep.models import Upgrade

LABEL = Upgrade._meta.db_table


class VersionWrong(Exception):
    """This code and the database do not fit; the message says which version to run instead."""


def find_database_version() -> str:
    """Return the version that the database was brought to last, empty for a new one or one from before versions were noted."""
    if LABEL not in connection.introspection.table_names():
        return ""
    return Upgrade.objects.order_by("pk").values_list("version", flat=True).last() or ""


def refuse_wrong_version() -> None:
    """Raise VersionWrong where the database is newer than this code, or so old that a version in between may not be skipped."""
    found = find_database_version()
    if found > VERSION or find_unknown_migrations():
        newer = found if found > VERSION else "a newer version"
        raise VersionWrong(f"The database is of {newer}, and this is {VERSION}. Run that version, or restore a backup.")
    if found and found < OLDEST_BEFORE:
        raise VersionWrong(
            f"The database is of {found}. No version may be skipped from there: upgrade to {OLDEST_BEFORE} first, "
            f"then to {VERSION}."
        )


def find_unknown_migrations() -> list[str]:
    """Return the changes that were made to the database and that this code does not know; those of the demonstration may be
    left from a time when it ran.
    """
    loader = MigrationExecutor(connection).loader
    replaced = {one for migration in loader.disk_migrations.values() for one in migration.replaces}
    unknown = loader.applied_migrations.keys() - loader.disk_migrations.keys() - replaced
    return sorted(f"{app}.{name}" for app, name in unknown if app in loader.migrated_apps)


def count_missing_migrations() -> int:
    """Return how many changes of this code the database has not seen."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_new_database() -> bool:
    """Say whether nothing was ever migrated here."""
    return "django_migrations" not in connection.introspection.table_names()


def note_version(backup: str = "") -> None:
    """Write down that the database is of this version now, once a version."""
    if find_database_version() != VERSION:
        Upgrade.objects.create(version=VERSION, at=timezone.now(), backup=backup)
