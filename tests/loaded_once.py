"""What many tests need in the database and takes seconds to load: loaded once a run, copied into each test that asks for it.

A set is loaded into the empty database of the run, its rows are taken as PostgreSQL's COPY gives them, and all is rolled
back. A test gets the rows by COPY inside its own transaction, so no test sees what another one did to them.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

MOMENT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
"""When everything here is loaded: the day on which the tests of the rules stand."""

Rows = dict[str, list[bytes]]
"""The rows of tables in the text format of COPY, by table."""


@pytest.fixture(scope="session")
def reference_rows(django_db_setup, django_db_blocker) -> Rows:
    """The rows of the whole reference directory: topics, places, offices, desks, competences."""
    from django.conf import settings

    from landsea.directory.actions.load_reference import load_reference

    return written_by(lambda: load_reference(Path(settings.REFERENCE), MOMENT), django_db_blocker)


@pytest.fixture(scope="session")
def measure_rows(django_db_setup, django_db_blocker) -> Rows:
    """The rows of all measures of the reference files, with what the audit says of them."""
    from django.conf import settings

    from landsea.rules.actions.load_measures import load_measures

    return written_by(lambda: load_measures(Path(settings.REFERENCE), MOMENT), django_db_blocker)


@pytest.fixture
def reference_directory(reference_rows, db) -> None:
    """The whole reference directory."""
    copy_in(reference_rows)


@pytest.fixture
def reference_measures(measure_rows, db) -> None:
    """All measures of the reference files, published at `MOMENT`."""
    copy_in(measure_rows)


def written_by(load: Callable[[], object], blocker) -> Rows:
    """Return the rows that `load` adds to an empty database, and leave the database as it was.

    Raises AssertionError when it changes or deletes rows: those could not be brought to another test.
    """
    from django.db import transaction

    with blocker.unblock(), transaction.atomic():
        before = all_rows()
        load()
        after = all_rows()
        transaction.set_rollback(True)
    lost = {table: rows - after[table] for table, rows in before.items() if rows - after[table]}
    assert not lost, f"rows that were there before are gone or changed: {sorted(lost)}"
    return {table: sorted(rows - before[table]) for table, rows in after.items() if rows - before[table]}


def all_rows() -> dict[str, set[bytes]]:
    """Return the rows of every table as COPY writes them, one line a row."""
    from django.db import connection

    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return {table: set(_copied_out(cursor, table)) for table in tables}


def _copied_out(cursor, table: str) -> Iterator[bytes]:
    with cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
        yield from b"".join(copy).splitlines(keepends=True)


def copy_in(rows: Rows) -> None:
    """Bring rows of `written_by` into the test's transaction."""
    from django.db import connection

    with connection.cursor() as cursor:
        for table, lines in rows.items():
            with cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
                copy.write(b"".join(lines))
