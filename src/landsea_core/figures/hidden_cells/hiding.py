"""Which cells are hidden: the small ones, and others besides until none of these can be found."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from landsea_core.figures.hidden_cells.counting import Key, Records, Table, count_cells
from landsea_core.figures.hidden_cells.equations import Sum, list_equations
from landsea_core.figures.hidden_cells.solving import find_given_away

THRESHOLD = 5
"""Cells with fewer cases than this are hidden."""
Counts = Mapping[Key, int]


@dataclass(frozen=True)
class Published:
    """All cells of some tables: the counts that are shown, and the keys of those that are hidden."""

    shown: dict[Key, int]
    hidden: frozenset[Key]

    def find_count(self, **what: str) -> int | None:
        """Return a shown count (0 for what never occurred), None for a hidden one: `find_count(topic="visas")`."""
        key = frozenset(what.items())
        return None if key in self.hidden else self.shown.get(key, 0)


def publish_tables(records: Records, tables: Iterable[Table]) -> Published:
    """Return what may be shown of counted records, given the tables (each a tuple of one or two dimensions)."""
    counts = count_cells(records, tables := [tuple(table) for table in tables])
    hidden = hide_cells(counts, list_equations(counts, tables))
    return Published({key: value for key, value in counts.items() if key not in hidden}, hidden)


def hide_cells(counts: Counts, equations: list[Sum], threshold: int = THRESHOLD) -> frozenset[Key]:
    """Return the cells to hide: the small ones, and as many others as it takes to keep them.

    Of 3 + 40 = 43 the 3 is small; since 43 - 40 gives it away, the 40 is hidden too.
    """
    hidden = {key for key, value in counts.items() if 0 < value < threshold}
    while True:
        more = next(_find_needed(counts, equations, hidden, threshold), None)
        if more is None:
            return frozenset(hidden)
        hidden.add(more)


def _find_needed(counts: Counts, equations: list[Sum], hidden: set[Key], threshold: int) -> Iterator[Key]:
    """Yield a further cell to hide while an equation, or all of them together, give a hidden one away."""
    for equation in equations:
        parts = [key for key in equation.parts if key in hidden]
        is_thin = equation.total not in hidden and parts and sum(counts[key] for key in parts) < 2 * threshold
        is_alone = len(parts) + (equation.total in hidden) == 1
        if is_alone or (is_thin and len(parts) < len([key for key in equation.parts if counts[key]])):
            yield from _list_smallest(counts, equation, hidden)
    for key in find_given_away(counts, equations, frozenset(hidden)):
        for equation in equations:
            if key in equation.parts or key == equation.total:
                yield from _list_smallest(counts, equation, hidden)


def _list_smallest(counts: Counts, equation: Sum, hidden: set[Key]) -> Iterator[Key]:
    """Yield the smallest cells of an equation that are still shown, parts before the total."""
    parts = [key for key in equation.parts if key not in hidden and counts[key]]
    yield from sorted(parts, key=lambda key: (counts[key], sorted(key)))
    if equation.total not in hidden:
        yield equation.total
