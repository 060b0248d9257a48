"""Counting records into cells and totals."""

from collections import Counter
from collections.abc import Iterable, Mapping

Key = frozenset[tuple[str, str]]
"""What a cell counts, as (dimension, value) pairs; fewer pairs are a total, none is all."""
Table = tuple[str, ...]
"""The dimensions of a table, one or two."""
Records = Iterable[tuple[Mapping[str, str], int]]


def count_cells(records: Records, tables: Iterable[Table]) -> dict[Key, int]:
    """Return the count of every cell and total of the tables; cells that never occurred are not in it."""
    wanted = {frozenset(part) for table in tables for part in list_subsets(table)}
    counts: Counter[Key] = Counter()
    for about, number in records:
        for names in wanted:
            counts[frozenset((name, about[name]) for name in names)] += number
    return dict(counts)


def list_subsets(names: Table) -> list[Table]:
    """Return the table itself and each table with fewer dimensions that its totals make."""
    if not names:
        return [()]
    rest = list_subsets(names[1:])
    return [*rest, *((names[0], *other) for other in rest)]
