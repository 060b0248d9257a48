"""Hiding small cells of published tables, so that they cannot be found by differences of all tables together.

A cell is named by what it counts ({topic: visas, outcome: fixed}); a total counts fewer things ({topic: visas}, {} for all).
Tables that share a dimension share those totals, so everything published is one system of sums. Small cells are hidden,
then others besides, until the system gives none of the hidden ones away. Zeros are shown: nobody is behind them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

THRESHOLD = 5
"""Cells with fewer cases than this are hidden."""

Key = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Published:
    """All cells of some tables: the counts that are shown, and the keys of those that are hidden."""

    shown: dict[Key, int]
    hidden: frozenset[Key]

    def value(self, **what: str) -> int | None:
        """Return a shown count (0 for what never occurred), None for a hidden one: `value(topic="visas")`."""
        key = frozenset(what.items())
        return None if key in self.hidden else self.shown.get(key, 0)


@dataclass(frozen=True)
class Sum:
    """One equation: the parts make the total."""

    total: Key
    parts: tuple[Key, ...]


def publish(records: Iterable[tuple[Mapping[str, str], int]], tables: Iterable[tuple[str, ...]]) -> Published:
    """Return what may be shown of counted records, given the tables (each a tuple of one or two dimensions)."""
    counts = count(records, tables := [tuple(table) for table in tables])
    hidden = hide(counts, sums(counts, tables))
    return Published({key: value for key, value in counts.items() if key not in hidden}, hidden)


def count(records: Iterable[tuple[Mapping[str, str], int]], tables: Iterable[tuple[str, ...]]) -> dict[Key, int]:
    """Return the count of every cell and total of the tables; cells that never occurred are not in it."""
    wanted = {frozenset(part) for table in tables for part in _subsets(table)}
    counts: Counter[Key] = Counter()
    for about, number in records:
        for names in wanted:
            counts[frozenset((name, about[name]) for name in names)] += number
    return dict(counts)


def sums(counts: Mapping[Key, int], tables: Iterable[tuple[str, ...]]) -> list[Sum]:
    """Return all equations that readers can set up from the tables."""
    found: dict[tuple[Key, frozenset[str]], list[Key]] = {}
    for table in tables:
        for names in map(frozenset, _subsets(tuple(table))):
            for key in counts:
                if frozenset(name for name, _value in key) != names:
                    continue
                for pair in key:
                    found.setdefault((key - {pair}, names), []).append(key)
    unique: dict[tuple[Key, frozenset[Key]], Sum] = {}
    for (total, _names), parts in found.items():
        for one in {next(iter(dict(part).keys() - dict(total).keys())) for part in parts}:
            group = tuple(sorted({part for part in parts if one in dict(part)}, key=sorted))
            unique[total, frozenset(group)] = Sum(total, group)
    return list(unique.values())


def hide(counts: Mapping[Key, int], equations: list[Sum], threshold: int = THRESHOLD) -> frozenset[Key]:
    """Return the cells to hide: the small ones, and as many others as it takes to keep them."""
    hidden = {key for key, value in counts.items() if 0 < value < threshold}
    while True:
        more = next(_needed(counts, equations, hidden, threshold), None)
        if more is None:
            return frozenset(hidden)
        hidden.add(more)


def _needed(counts, equations, hidden, threshold):
    """Yield a further cell to hide while an equation, or all of them together, give a hidden one away."""
    for equation in equations:
        parts = [key for key in equation.parts if key in hidden]
        thin = equation.total not in hidden and parts and sum(counts[key] for key in parts) < 2 * threshold
        alone = len(parts) + (equation.total in hidden) == 1
        if alone or (thin and len(parts) < len([key for key in equation.parts if counts[key]])):
            yield from _smallest(counts, equation, hidden)
    for key in given_away(counts, equations, frozenset(hidden)):
        for equation in equations:
            if key in equation.parts or key == equation.total:
                yield from _smallest(counts, equation, hidden)


def _smallest(counts, equation: Sum, hidden):
    """Yield the smallest cells of an equation that are still shown, parts before the total."""
    parts = [key for key in equation.parts if key not in hidden and counts[key]]
    yield from sorted(parts, key=lambda key: (counts[key], sorted(key)))
    if equation.total not in hidden:
        yield equation.total


def given_away(counts: Mapping[Key, int], equations: list[Sum], hidden: frozenset[Key]) -> list[Key]:
    """Return the hidden cells that the equations determine: by elimination, or because counts cannot be negative."""
    unknown = sorted(hidden, key=sorted)
    if not unknown:
        return []
    place = {key: at for at, key in enumerate(unknown)}
    rows = np.zeros((len(equations), len(unknown)))
    known = np.zeros(len(equations))
    for at, equation in enumerate(equations):
        for key, sign in [*((part, 1) for part in equation.parts), (equation.total, -1)]:
            if key in place:
                rows[at, place[key]] += sign
            else:
                known[at] -= sign * counts[key]
    projected = np.diag(np.linalg.pinv(rows) @ rows)
    fixed = {unknown[at] for at in np.flatnonzero(projected > 1 - 1e-9)}
    low, high = _ranges(rows, known)
    fixed |= {unknown[at] for at in np.flatnonzero(high - low < 0.5)}
    return sorted(fixed, key=sorted)


def _ranges(rows: np.ndarray, known: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the least and most that each unknown can be, by passing bounds along the equations until they stand."""
    low, high = np.ones(rows.shape[1]), np.full(rows.shape[1], np.inf)
    for _ in range(50):
        before = low.copy(), high.copy()
        for row, right in zip(rows, known, strict=True):
            used = np.flatnonzero(row)
            for at in used:
                others = [other for other in used if other != at]
                least = sum(min(row[other] * low[other], row[other] * high[other]) for other in others)
                most = sum(max(row[other] * low[other], row[other] * high[other]) for other in others)
                ends = sorted(((right - most) / row[at], (right - least) / row[at]))
                low[at], high[at] = max(low[at], ends[0]), min(high[at], ends[1])
        if np.array_equal(before[0], low) and np.array_equal(before[1], high):
            break
    return low, high


def _subsets(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the table itself and each table with fewer dimensions that its totals make."""
    if not names:
        return [()]
    rest = _subsets(names[1:])
    return [*rest, *((names[0], *other) for other in rest)]
