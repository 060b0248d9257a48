"""Writes many rows of a table by one statement. The rows travel as one JSON document, which PostgreSQL unpacks by the types
of the columns: the statement does not grow with the rows, and nothing is escaped value by value in Python."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models


def update_many(model: type[models.Model], rows: Sequence[models.Model], fields: Iterable[str]) -> None:
    """Write these fields of these rows, which are locked by the caller, as they are in memory now."""
    columns = [model._meta.get_field(name) for name in fields]
    values = {column: [getattr(row, column.attname) for row in rows] for column in columns}
    update_by(model, "id", [row.pk for row in rows], values)


def update_by(
    model: type[models.Model],
    key: str,
    keys: Sequence[int],
    values: dict[models.Field, Sequence[Any]],
    condition: str = "",
) -> None:
    """Set, in the row (or rows) whose `key` column holds the n-th key, each of these columns to its n-th value.
    `condition` is SQL on `target`, to leave rows out.
    """
    if not keys:
        return
    sets = ", ".join(f"{_quoted(column.column)} = given.c{n}" for n, column in enumerate(values))
    _execute(
        f"UPDATE {_quoted(model._meta.db_table)} AS target SET {sets} FROM {_table(values, key='key bigint')} "
        f"WHERE target.{_quoted(key)} = given.key {f'AND {condition}' if condition else ''}",
        [
            {"key": key} | {f"c{n}": value for n, value in enumerate(row)}
            for key, row in zip(keys, zip(*values.values(), strict=True), strict=True)
        ],
    )


def insert_many(
    model: type[models.Model], names: Sequence[str], rows: Sequence[Sequence[Any]], *, ignore_conflicts: bool = False
) -> None:
    """Add rows given as tuples of the values of these fields; every other column takes its default in the database."""
    if not rows:
        return
    columns = [model._meta.get_field(name) for name in names]
    into = ", ".join(_quoted(column.column) for column in columns)
    picked = ", ".join(f"given.c{n}" for n in range(len(columns)))
    _execute(
        f"INSERT INTO {_quoted(model._meta.db_table)} ({into}) SELECT {picked} FROM {_table(columns)} "
        f"{'ON CONFLICT DO NOTHING' if ignore_conflicts else ''}",
        [{f"c{n}": value for n, value in enumerate(row)} for row in rows],
    )


def insert_rows(model: type[models.Model], rows: Iterable[models.Model], *, ignore_conflicts: bool = False) -> None:
    """Add rows made in memory, which do not learn their keys; those that have one (`take_keys`) keep it."""
    rows = list(rows)
    if not rows:
        return
    columns = [c for c in model._meta.concrete_fields if not c.primary_key or rows[0].pk is not None]
    values = [[getattr(row, column.attname) for column in columns] for row in rows]
    insert_many(model, [column.name for column in columns], values, ignore_conflicts=ignore_conflicts)


def take_keys(rows: Sequence[models.Model]) -> None:
    """Give rows that are not written yet the next keys of their table, so that others can point to them."""
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [rows[0]._meta.db_table, len(rows)],
        )
        for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = key


def _execute(statement: str, rows: list[dict]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(rows, default=str)])


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _table(columns: Iterable[models.Field], *, key: str = "") -> str:
    """The document as a table `given` with the columns `key` (when wanted), c0, c1, ..."""
    named = [f"c{n} {column.db_type(connection)}" for n, column in enumerate(columns)]
    return f"jsonb_to_recordset(%s::jsonb) AS given({', '.join([key, *named] if key else named)})"
