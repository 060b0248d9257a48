"""Counting a database row by row: how many rows each table has, and a sum over their contents.

The sum does not depend on the order of rows, and is the same on every server of version 15 or newer: two databases with the
same counts and sums hold the same rows.
"""

from typing import Any

from psycopg import sql

TABLES = """
    SELECT c.relname FROM pg_class c
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname
"""
WRITTEN_ALIKE = (
    "SET LOCAL datestyle = 'ISO'",
    "SET LOCAL intervalstyle = 'postgres'",
    "SET LOCAL timezone = 'UTC'",
    "SET LOCAL extra_float_digits = 1",
    "SET LOCAL bytea_output = 'hex'",
)
Counted = dict[str, tuple[int, str]]


def list_tables(line: Any) -> list[str]:
    """Return the names of our tables on this line (a psycopg connection), those of extensions left out."""
    return [row[0] for row in line.execute(TABLES).fetchall()]


def count_rows(line: Any) -> Counted:
    """Return for each table the number of its rows and the sum over them, within the transaction that `line` is in."""
    for setting in WRITTEN_ALIKE:
        line.execute(setting)
    counted = {}
    for table in list_tables(line):
        question = sql.SQL("SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0)::text FROM {} t")
        counted[table] = tuple(line.execute(question.format(sql.Identifier(table))).fetchone())
    return counted


def find_differences(expected: Counted, found: Counted) -> list[str]:
    """Return a sentence for each table that is not the same in both."""
    sentences = []
    for table in sorted(expected.keys() | found.keys()):
        was, now = expected.get(table), found.get(table)
        if was is None or now is None:
            sentences.append(f"{table} is {'missing' if now is None else 'there and was not in the backup'}.")
        elif was[0] != now[0]:
            sentences.append(f"{table} has {now[0]} rows, the backup {was[0]}.")
        elif was[1] != now[1]:
            sentences.append(f"{table} has as many rows as the backup, with other contents.")
    return sentences
