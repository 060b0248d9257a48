"""Writes the same fields of many rows by one statement."""

import json
from collections.abc import Iterable, Sequence

from django.db import connection, models


def update_many(model: type[models.Model], rows: Sequence[models.Model], fields: Iterable[str]) -> None:
    """Write these fields of these rows, which are locked by the caller, as they are in memory now.

    One UPDATE from arrays, one array a column: its size does not grow with the rows, as a CASE for each of them would.
    """
    if not rows:
        return
    columns = [model._meta.get_field(name) for name in fields]
    types = [_array_type(column) for column in columns]
    values = [[row.pk for row in rows]]
    values += [[_value(column, row) for row in rows] for column in columns]
    names = [connection.ops.quote_name(column.column) for column in columns]
    sets = ", ".join(
        f"{name} = given.c{n}{'::jsonb' if kind == 'text[]' else ''}"
        for n, (name, kind) in enumerate(zip(names, types, strict=True))
    )
    arrays = ", ".join(["%s::bigint[]", *(f"%s::{kind}" for kind in types)])
    given = ", ".join(["id", *(f"c{n}" for n in range(len(columns)))])
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} AS target SET {sets} FROM unnest({arrays}) AS given({given}) WHERE target.id = given.id",
            values,
        )


def _array_type(column: models.Field) -> str:
    return "text[]" if isinstance(column, models.JSONField) else f"{column.db_type(connection)}[]"


def _value(column: models.Field, row: models.Model):
    value = getattr(row, column.attname)
    return json.dumps(value) if isinstance(column, models.JSONField) else value
