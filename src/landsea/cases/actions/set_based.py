"""Writes many rows by one statement, from arrays, one array a column: the size of the statement does not grow with the
rows, as a CASE for each of them would."""

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
    names = [connection.ops.quote_name(column.column) for column in values]
    kinds = ["text" if isinstance(column, models.JSONField) else column.db_type(connection) for column in values]
    sets = ", ".join(
        f"{name} = given.c{n}{'::jsonb' if kind == 'text' else ''}"
        for n, (name, kind) in enumerate(zip(names, kinds, strict=True))
    )
    arrays = ", ".join(["%s::bigint[]", *(f"%s::{kind}[]" for kind in kinds)])
    given = ", ".join(["key", *(f"c{n}" for n in range(len(kinds)))])
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} AS target SET {sets} FROM unnest({arrays}) AS given({given}) "
            f"WHERE target.{connection.ops.quote_name(key)} = given.key {f'AND {condition}' if condition else ''}",
            [list(keys), *(_plain(column, found) for column, found in values.items())],
        )


def _plain(column: models.Field, found: Sequence[Any]) -> list:
    return [json.dumps(value) for value in found] if isinstance(column, models.JSONField) else list(found)
