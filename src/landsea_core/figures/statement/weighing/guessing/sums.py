"""Guesses of sums: a total and its parts, a mean, what came and went beside what was and is, an amount in two units."""

import math
from collections.abc import Iterator
from itertools import combinations

from landsea_core.figures.statement.weighing.guessing.figure_table import FigureTable, Reckoned, Rows
from landsea_core.figures.statement.weighing.guessing.guess import Guess
from landsea_core.figures.statement.weighing.seeing.seen_figure import PLAIN

_FAR, _NEAR, _NEARER, _NEAR_MEAN = math.log(2.2), math.log(1.6), math.log(1.3), math.log(1.5)
_NARROW, _APART = 7, 3
_MOST_LISTED, _FEWEST_UNBROKEN, _MOST_MEANT = 7, 5, 6
_ROOM_OF_MEAN, _ROOM_OF_SAME = 0.004, 0.003
_MEAN_BELOW, _MEAN_ABOVE = 0.8, 1.2
_SPLITS_OF_FOUR = ((0, 1, 2, 3), (0, 2, 1, 3), (0, 3, 1, 2))
_LONG, _MOST_OF_LONG = 5, 14


def guess_sums(table: FigureTable) -> Iterator[Guess]:
    """Yield each figure as the sum of two to six others near it that are smaller; of four and more they stand in a row."""
    for size in range(3, _MOST_LISTED + 1):
        rows = _choose_alike(table, size)
        smaller = (table.values[rows[:, :-1]] < table.values[rows[:, -1:]]).all(axis=1)
        rows = rows[smaller]
        yield from table.judge("sum", rows, _add(table, rows[:, :-1]), _FAR if size == 3 else _NEAR)


def guess_means(table: FigureTable) -> Iterator[Guess]:
    """Yield each figure as the mean of two to five others right beside it."""
    for size in range(3, _MOST_MEANT + 1):
        rows = _choose_alike(table, size)
        parts, said = table.values[rows[:, :-1]], table.values[rows[:, -1]]
        amid = (said >= parts.min(axis=1) * _MEAN_BELOW) & (said <= parts.max(axis=1) * _MEAN_ABOVE)
        rows = rows[amid & (_measure_width(table, rows) <= size)]
        made = _add(table, rows[:, :-1]).scale(1 / (size - 1))
        yield from table.judge("mean", rows, made, _NEAR_MEAN, _ROOM_OF_MEAN)


def guess_balances(table: FigureTable) -> Iterator[Guess]:
    """Yield two figures that make as much as two or three others: what was and came, what went and is left."""
    rows = table.choose_sets(4, apart=_APART)
    for split in _SPLITS_OF_FOUR:
        yield from _balance(table, "balance", rows[:, list(split)], 2, _NEAR)
    if len(table.figures) <= _MOST_OF_LONG:
        rows = table.choose_sets(_LONG, apart=_APART)
        for two in combinations(range(_LONG), 2):
            three = [at for at in range(_LONG) if at not in two]
            yield from _balance(table, "long_balance", rows[:, [*three, *two]], 3, _NEARER)


def guess_same(table: FigureTable) -> Iterator[Guess]:
    """Yield two figures that could be one amount in two units: 150 minutes are 2.5 hours."""
    rows = table.choose_sets(2, 3, 1)
    kinds = [one.kind for one in table.figures]
    named = [kinds[one] == kinds[other] != PLAIN and not table.is_relation[one] for one, other in rows]
    rows = rows[named] if len(rows) else rows
    yield from table.judge("same", rows, table[rows[:, 0]], _FAR, _ROOM_OF_SAME)


def _choose_alike(table: FigureTable, size: int) -> Rows:
    rows = table.choose_with_last(size, _NARROW if size > 3 else _NARROW + 1, 2 if size == 3 else _APART)
    likely = table.are_alike(rows, size - 1, *range(size - 1)) & ~table.is_times[rows].any(axis=1)
    kept: Rows = rows[likely & ((_measure_width(table, rows) <= size) | (size < _FEWEST_UNBROKEN))]
    return kept


def _measure_width(table: FigureTable, rows: Rows) -> Rows:
    orders = table.orders[rows]
    width: Rows = orders.max(axis=1) - orders.min(axis=1)
    return width


def _add(table: FigureTable, parts: Rows) -> Reckoned:
    made = table[parts[:, 0]]
    for at in range(1, parts.shape[1]):
        made += table[parts[:, at]]
    return made


def _balance(table: FigureTable, formula: str, rows: Rows, left: int, farthest: float) -> Iterator[Guess]:
    """Yield the last figure as what those on the left make without the one before it."""
    rows = rows[~table.is_relation[rows].any(axis=1) & table.are_alike(rows, 0, *range(1, rows.shape[1]))]
    made = _add(table, rows[:, :left]) - table[rows[:, left]]
    which = made.value > 0
    yield from table.judge(formula, rows[which], made.choose(which), farthest)
