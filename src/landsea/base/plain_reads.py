"""Reads rows by statements that are written out, for what every page of a case and every act on one asks.

A query set is put together and turned into SQL anew for each question, which takes the processor four times as long as what
comes back. Here the statement stands in the code that asks; which columns a model has is found once a process. For example

    read_rows("FROM cases_message m LEFT JOIN accounts_user u ON u.id = m.author_id WHERE case_id = %s", [1], m=Message, u=User)

returns a pair for each message: the message, and its author or None.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from django.db import connection, connections, router
from django.db.models import Model, QuerySet

from landsea.base.planned_once import open_planned_cursor

Row = TypeVar("Row", bound=Model)


def read_rows(
    source: str, values: Sequence[Any], *, to_write: bool = False, **models: type[Model]
) -> list[tuple[Any, ...]]:
    """Return what a statement finds, each line as a row of each of these models, None for one that an outer join left empty.

    `source` is the statement from FROM on; the names of `models` are those of its tables there. `to_write`: the rows are
    locked, so they are read where they are written.
    """
    first = next(iter(models.values()))
    database = router.db_for_write(first) if to_write else router.db_for_read(first)
    parts = [_columns_of(model) for model in models.values()]
    wanted = ", ".join(f'"{table}"."{name}"' for table, part in zip(models, parts, strict=True) for name in part.names)
    with open_planned_cursor(database) as cursor:
        cursor.execute(f"SELECT {wanted} {source}", values)
        lines = cursor.fetchall()
    return [tuple(_rows_of(line, parts, database)) for line in lines]


def read_rows_of(model: type[Row], condition: str, values: Sequence[Any]) -> list[Row]:
    """Return the rows of one model that fit a condition, which may go on with an order: `"case_id = %s ORDER BY id"`."""
    return [row for (row,) in read_rows(f"FROM {model._meta.db_table} one WHERE {condition}", values, one=model)]


def write_condition(rows: QuerySet[Any]) -> tuple[str, list[Any]]:
    """Return the condition of a query set without joins as SQL with its values, so that a rule of who sees what is written
    once. Its columns are named with their table. Raises EmptyResultSet where nothing can fit.
    """
    sql, values = rows.query.get_compiler(rows.db).compile(rows.query.where)
    return sql, list(values)


class _Columns(NamedTuple):
    """The columns of a model: their names, how the model calls them, the place of the key, and what makes values of some."""

    model: type[Model]
    names: list[str]
    attributes: list[str]
    key: int
    converters: list[tuple[int, Callable[..., Any]]]


@cache
def _columns_of(model: type[Model]) -> _Columns:
    fields = model._meta.concrete_fields
    return _Columns(
        model,
        [str(field.column) for field in fields],
        [field.attname for field in fields],
        next(place for place, field in enumerate(fields) if field.primary_key),
        [(place, convert) for place, field in enumerate(fields) for convert in field.get_db_converters(connection)],
    )


def _rows_of(line: Sequence[Any], parts: list[_Columns], database: str) -> Iterator[Model | None]:
    """Cut a line of an answer into the rows of its models."""
    begin = 0
    for part in parts:
        values = list(line[begin : begin + len(part.names)])
        begin += len(part.names)
        if values[part.key] is None:
            yield None
            continue
        for place, convert in part.converters:
            values[place] = convert(values[place], None, connections[database])
        yield part.model.from_db(database, part.attributes, values)
