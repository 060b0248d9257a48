"""Writes many rows of a table by one statement, from arrays, one array a column: the size of the statement does not grow
with the rows, and no model instance has to be made for each of them."""

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
    names = [_quoted(column.column) for column in values]
    sets = ", ".join(
        f"{name} = {_given(n, column)}" for n, (name, column) in enumerate(zip(names, values, strict=True))
    )
    _execute(
        f"UPDATE {_quoted(model._meta.db_table)} AS target SET {sets} FROM {_arrays(values, key=True)} "
        f"WHERE target.{_quoted(key)} = given.key {f'AND {condition}' if condition else ''}",
        [list(keys), *(_plain(column, found) for column, found in values.items())],
    )


def insert_many(
    model: type[models.Model], names: Sequence[str], rows: Sequence[Sequence[Any]], *, ignore_conflicts: bool = False
) -> None:
    """Add rows given as tuples of the values of these fields; every other column takes its default in the database."""
    if not rows:
        return
    columns = [model._meta.get_field(name) for name in names]
    values = dict(zip(columns, zip(*rows, strict=True), strict=True))
    into = ", ".join(_quoted(column.column) for column in columns)
    picked = ", ".join(_given(n, column) for n, column in enumerate(columns))
    _execute(
        f"INSERT INTO {_quoted(model._meta.db_table)} ({into}) SELECT {picked} FROM {_arrays(values)} "
        f"{'ON CONFLICT DO NOTHING' if ignore_conflicts else ''}",
        [_plain(column, found) for column, found in values.items()],
    )


def _execute(statement: str, values: list[list]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _arrays(columns: Iterable[models.Field], *, key: bool = False) -> str:
    """The arrays as a table `given` with the columns `key` (when wanted), c0, c1, ..."""
    kinds = ["text" if isinstance(column, models.JSONField) else column.db_type(connection) for column in columns]
    arrays = [*(["%s::bigint[]"] if key else []), *(f"%s::{kind}[]" for kind in kinds)]
    names = [*(["key"] if key else []), *(f"c{n}" for n in range(len(kinds)))]
    return f"unnest({', '.join(arrays)}) AS given({', '.join(names)})"


def _given(number: int, column: models.Field) -> str:
    return f"given.c{number}::jsonb" if isinstance(column, models.JSONField) else f"given.c{number}"


def _plain(column: models.Field, found: Sequence[Any]) -> list:
    return [json.dumps(value) for value in found] if isinstance(column, models.JSONField) else list(found)
