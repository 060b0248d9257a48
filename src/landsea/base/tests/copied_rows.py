"""Rows of an empty database as PostgreSQL's COPY gives them: written once, brought to each test from then on.

Rows that were copied in lie in the test's own transaction, so no test sees what another one did to them.
"""

from collections.abc import Callable, Iterator

from django.db import connection, transaction

Rows = dict[str, list[bytes]]
"""The rows of tables in the text format of COPY, by table."""


def rows_written_by(load: Callable[[], object]) -> Rows:
    """Return the rows that `load` adds, and leave the database as it was.

    Raises AssertionError when it changes or deletes rows: those could not be brought to another test.
    """
    with transaction.atomic():
        before = _all_rows()
        load()
        after = _all_rows()
        transaction.set_rollback(True)
    lost = {table: rows - after[table] for table, rows in before.items() if rows - after[table]}
    assert not lost, f"rows that were there before are gone or changed: {sorted(lost)}"
    return {table: sorted(new) for table, rows in after.items() if (new := rows - before[table])}


def copy_in(rows: Rows) -> None:
    """Bring rows of `rows_written_by` into the test's transaction."""
    with connection.cursor() as cursor:
        for table, lines in rows.items():
            with cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
                copy.write(b"".join(lines))


def _all_rows() -> dict[str, set[bytes]]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return {table: set(_copied_out(cursor, table)) for table in tables}


def _copied_out(cursor, table: str) -> Iterator[bytes]:
    with cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
        yield from b"".join(copy).splitlines(keepends=True)
