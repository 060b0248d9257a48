"""Writes many rows, of one table or of several, by one statement. The rows of a table travel as one JSON document, which
PostgreSQL unpacks by the types of the columns: the statement does not grow with the rows, and nothing is escaped value by
value in Python. What is written of a table by the same fields is said by the same statement, which is put together once."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import connection, models

from landsea.base.planned_once import open_planned_cursor

if TYPE_CHECKING:
    Column = models.Field[Any, Any]


@dataclass(frozen=True)
class Change:
    """Rows of one table to be added or changed: `sql` unpacks `rows`, the only value in it. Made by the functions here."""

    sql: str
    rows: list[dict[str, Any]]


NOTHING = Change("", [])


def write_together(*changes: Change, asking: str = "", of: Sequence[Any] = ()) -> Any:
    """Do these changes by one statement; those without rows are left out. PostgreSQL does them in no order that it
    promises, and none sees another: they may not touch the same row, nor a unique value that another one frees. Rows that
    are added together may point to each other, since foreign keys are looked at when the transaction ends.

    `asking`, with the values `of`: a SELECT of one value that the same statement answers, as it was before these changes;
    it is returned.
    """
    wanted = [change for change in changes if change.rows]
    if not wanted and not asking:
        return None
    last = asking or wanted[-1].sql
    named = ", ".join(f"change_{n} AS ({change.sql})" for n, change in enumerate(wanted if asking else wanted[:-1]))
    with open_planned_cursor() as cursor:
        cursor.execute(
            f"{f'WITH {named} ' if named else ''}{last}", [*(json.dumps(one.rows, default=str) for one in wanted), *of]
        )
        return cursor.fetchone()[0] if asking else None


def make_update(model: type[models.Model], rows: Sequence[models.Model], fields: Iterable[str]) -> Change:
    """Return the change that writes these fields of these rows, which are locked by the caller, as they are in memory."""
    if not rows:
        return NOTHING
    columns = [find_column(model, name) for name in fields]
    values = {column: [getattr(row, column.attname) for row in rows] for column in columns}
    return update_by_key(model, "id", [row.pk for row in rows], values)


def update_by_key(
    model: type[models.Model],
    key: str,
    keys: Sequence[Any],
    values: "Mapping[Column, Sequence[Any]]",
    condition: str = "",
    *,
    kept: "Sequence[Column]" = (),
) -> Change:
    """Return the change that sets, in the row (or rows) whose `key` column holds the n-th key, each of these columns to its
    n-th value. `condition` is SQL on `target`, to leave rows out; the columns in `kept` keep what they hold where the
    value is None.
    """
    if not keys:
        return NOTHING
    return Change(
        _update_by_key(model, key, tuple(values), condition, tuple(kept)),
        [
            {"key": key} | {f"c{n}": value for n, value in enumerate(row)}
            for key, row in zip(keys, zip(*values.values(), strict=True), strict=True)
        ],
    )


@cache
def _update_by_key(
    model: type[models.Model], key: str, columns: "tuple[Column, ...]", condition: str, kept: "tuple[Column, ...]"
) -> str:
    sets = ", ".join(
        f"{_quote_column(column)} = "
        + (f"coalesce(given.c{n}, target.{_quote_column(column)})" if column in kept else f"given.c{n}")
        for n, column in enumerate(columns)
    )
    table = _table_of_document(columns, key=f"key {_type_of(model, key)}")
    return (
        f"UPDATE {_quote_name(model._meta.db_table)} AS target SET {sets} FROM {table} "
        f"WHERE target.{_quote_name(key)} = given.key {f'AND {condition}' if condition else ''}"
    )


def make_insertion_of_values(
    model: type[models.Model], names: Sequence[str], rows: Sequence[Sequence[Any]], *, ignore_conflicts: bool = False
) -> Change:
    """Return the change that adds rows given as tuples of the values of these fields; every other column takes its default
    in the database.
    """
    if not rows:
        return NOTHING
    return Change(
        _insertion(model, tuple(names), ignore_conflicts),
        [{f"c{n}": value for n, value in enumerate(row)} for row in rows],
    )


@cache
def _insertion(model: type[models.Model], names: tuple[str, ...], ignore_conflicts: bool) -> str:
    columns = [find_column(model, name) for name in names]
    into = ", ".join(map(_quote_column, columns))
    picked = ", ".join(f"given.c{n}" for n in range(len(columns)))
    return (
        f"INSERT INTO {_quote_name(model._meta.db_table)} ({into}) SELECT {picked} FROM {_table_of_document(columns)} "
        f"{'ON CONFLICT DO NOTHING' if ignore_conflicts else ''}"
    )


def make_insertion(
    model: type[models.Model], rows: Iterable[models.Model], *, ignore_conflicts: bool = False
) -> Change:
    """Return the change that adds rows made in memory, which do not learn their keys; when they have them (`take_keys`),
    all of them do, and keep them.
    """
    rows = list(rows)
    if not rows:
        return NOTHING
    columns = [c for c in model._meta.concrete_fields if not c.primary_key or rows[0].pk is not None]
    values = [[getattr(row, column.attname) for column in columns] for row in rows]
    return make_insertion_of_values(
        model, [column.name for column in columns], values, ignore_conflicts=ignore_conflicts
    )


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


def find_column(model: type[models.Model], name: str) -> "Column":
    """Return the field of a model that has a column of its own. Raises TypeError for one that has none."""
    field = model._meta.get_field(name)
    if not isinstance(field, models.Field):
        raise TypeError(f"{model.__name__}.{name} has no column of its own.")
    return field


def _quote_name(name: str) -> str:
    return connection.ops.quote_name(name)


def _quote_column(column: "Column") -> str:
    return _quote_name(str(column.column))


def _type_of(model: type[models.Model], column: str) -> str:
    return str(next(one for one in model._meta.concrete_fields if one.column == column).rel_db_type(connection))


def _table_of_document(columns: "Iterable[Column]", *, key: str = "") -> str:
    """The document as a table `given` with the columns `key` (when wanted), c0, c1, ..."""
    named = [f"c{n} {column.db_type(connection)}" for n, column in enumerate(columns)]
    return f"jsonb_to_recordset(%s::jsonb) AS given({', '.join([key, *named] if key else named)})"
