"""A cursor for statements that are asked again and again in the same words: a connection has the server plan such a statement
once. To plan who answers for a desk takes the server five times as long as to answer.

Values travel beside the statement, where Django's own cursor writes them into it. So the server must know their types: a
number that may be large, or a list, is cast in the statement (`%s::bigint`). A list in a condition (`id = ANY(%s)`) is
planned anew each time, since the server cannot tell how many it will be; where one is asked for, ask with `=`.

Where a program shares connections between processes (LANDSEA_DIRECT_DATABASE_URL), nothing is planned ahead.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.utils import CursorWrapper


class PlannedCursor(ServerBindingCursor):
    """Remembers its statement, which psycopg forgets of one that was planned before: whoever counts statements reads it."""

    def _convert_query(self, query: Any, params: Any = None) -> Any:
        self._query = super()._convert_query(query, params)  # type: ignore[misc]  # psycopg's own
        return self._query


@contextmanager
def open_planned_cursor(database: str = DEFAULT_DB_ALIAS) -> Iterator[CursorWrapper]:
    """Give such a cursor on this thread's connection to a database; it is seen by whoever counts statements, as any other."""
    connections[database].ensure_connection()
    line = connections[database].connection
    usual = line.cursor_factory
    line.cursor_factory = PlannedCursor
    try:
        cursor = connections[database].cursor()
    finally:
        line.cursor_factory = usual
    with cursor:
        yield cursor
