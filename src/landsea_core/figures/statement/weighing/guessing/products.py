"""Guesses of products: so many times so much, also in three steps, with a fee more or a free day less, and proportions."""

import math
from collections.abc import Iterator
from itertools import permutations

import numpy as np

from landsea_core.figures.statement.weighing.guessing.figure_table import FigureTable, Reckoned, Rows
from landsea_core.figures.statement.weighing.guessing.guess import Guess
from landsea_core.figures.statement.weighing.seeing.seen_figure import TIME

_ALL = 100.0
_FAR, _NEAR, _NEARER, _NEAREST = math.log(2.2), math.log(1.6), math.log(1.35), math.log(1.25)
_NARROW, _NARROWEST, _MOST_OF_LONG = 7, 6, 14
_ROOM, _ROOM_OF_MORE, _ROOM_OF_PROPORTION = 0.003, 0.002, 0.001
_LEAST_MORE, _MOST_MORE = 0.004, 0.9
_PRICE_OF_TURNING = 0.02
_DAY = 1 / 24
_TURNS = (
    (1.0, ""),
    *((factor, "time") for factor in (_DAY, 1 / 168, 1 / 730, 1 / 8766, 60.0, 1 / 720)),
    *((factor, "measure") for factor in (1000.0, 0.001, 100.0)),
    (0.01, ""),
)
"""By what a product is turned where a rate is for another unit: hours in a day, week, month, year; kilograms; a hundred."""
_MEASURES = ("mass", "length")
_PAIRS, _SPLITS = ((0, 1, 2), (0, 2, 1), (1, 2, 0)), ((0, 1, 2, 3), (0, 2, 1, 3), (0, 3, 1, 2))
_PROPORTIONS = ((0, 1, 2, 3), (0, 1, 3, 2), (0, 2, 1, 3), (0, 2, 3, 1), (0, 3, 1, 2), (0, 3, 2, 1))


def guess_products(table: FigureTable) -> Iterator[Guess]:
    """Yield each figure as so many times so much."""
    rows = table.choose_with_last(3)
    rows = rows[_are_amounts(table, rows)]
    made, said = table.values[rows[:, 0]] * table.values[rows[:, 1]], table.values[rows[:, 2]]
    turned, nearest = np.zeros(len(rows), dtype=np.intp), np.full(len(rows), np.inf)
    with_time, with_measure = _name(table, rows[:, :2], TIME), _name(table, rows[:, :2], *_MEASURES)
    for number, (factor, unit) in enumerate(_TURNS):
        apart = np.abs(np.log(made * factor / said)) + (_PRICE_OF_TURNING if number else 0.0)
        better = {"": True, "time": with_time, "measure": with_measure}[unit] & (apart < nearest)
        nearest[better], turned[better] = apart[better], number
    factors = np.array([factor for factor, _unit in _TURNS])[turned]
    reckoned = (table[rows[:, 0]] * table[rows[:, 1]]).scale(factors)
    yield from table.judge("product", rows, reckoned, _FAR, _ROOM, turned)


def guess_longer_products(table: FigureTable) -> Iterator[Guess]:
    """Yield products of three, with something more or less, of less than all, of two kinds, and p percent of them."""
    rows = table.choose_with_last(4, _NARROW)
    amounts = rows[_are_amounts(table, rows)]
    a, b, d = (table[amounts[:, at]] for at in range(3))
    yield from table.judge("long_product", amounts, a * b * d, _NEAR, _ROOM)
    for pair in _PAIRS:
        yield from _guess_with_more(table, amounts[:, [*pair, 3]])
    for order in permutations(range(3)):
        yield from _guess_of_less(table, amounts[:, [*order, 3]])
    for pair in _PAIRS:
        yield from _guess_part(table, rows[:, [*pair, 3]])
    if len(table.figures) <= _MOST_OF_LONG:
        yield from _guess_two(table)


def guess_proportions(table: FigureTable) -> Iterator[Guess]:
    """Yield four figures of which the first is to the second as the third is to the fourth."""
    rows = table.choose_sets(4, _NARROW)
    rows = rows[~table.is_relation[rows].any(axis=1)]
    for order in _PROPORTIONS:
        turned = rows[:, list(order)]
        first, second, third = (table.values[turned[:, at]] for at in range(3))
        likely = table.are_alike(turned, 0, 2) & table.are_alike(turned, 1, 3) & (first != third) & (first != second)
        turned = turned[likely]
        a, b, c = (table.take_exactly(turned[:, at]) for at in range(3))
        yield from table.judge("proportion", turned, b * c / a, _NEARER, _ROOM_OF_PROPORTION)


def _are_amounts(table: FigureTable, rows: Rows) -> np.ndarray:
    found: np.ndarray = ~table.is_relation[rows].any(axis=1) & (table.values[rows[:, :-1]] != 1).all(axis=1)
    return found


def _name(table: FigureTable, rows: Rows, *kinds: str) -> np.ndarray:
    """Return for each row whether any of its figures is of these kinds."""
    named: np.ndarray = np.array([one.kind in kinds for one in table.figures])[rows].any(axis=1)
    return named


def _guess_with_more(table: FigureTable, rows: Rows) -> Iterator[Guess]:
    product, more = table.values[rows[:, 0]] * table.values[rows[:, 1]], table.values[rows[:, 2]]
    likely = table.are_alike(rows, 2, 3) & (more < product * _MOST_MORE) & (more > product * _LEAST_MORE)
    rows = rows[likely]
    made, more_of_it = table[rows[:, 0]] * table[rows[:, 1]], table[rows[:, 2]]
    yield from table.judge("product_and_more", rows, made + more_of_it, _NEARER, _ROOM_OF_MORE)
    yield from table.judge("product_less", rows, made - more_of_it, _NEARER, _ROOM_OF_MORE)


def _guess_of_less(table: FigureTable, rows: Rows) -> Iterator[Guess]:
    rows = rows[table.are_alike(rows, 0, 1) & (table.values[rows[:, 0]] > table.values[rows[:, 1]])]
    in_days = _name(table, rows[:, :1], TIME) & ~_name(table, rows[:, 3:], TIME)
    made = ((table[rows[:, 0]] - table[rows[:, 1]]) * table[rows[:, 2]]).scale(np.where(in_days, _DAY, 1.0))
    yield from table.judge("less_times", rows, made, _NEAR, _ROOM_OF_MORE)


def _guess_part(table: FigureTable, rows: Rows) -> Iterator[Guess]:
    rows = rows[table.is_percent[rows[:, 2]] & ~table.is_relation[rows[:, [0, 1, 3]]].any(axis=1)]
    product = table.take_exactly(rows[:, 0]) * table.take_exactly(rows[:, 1])
    part = table.take_exactly(rows[:, 2]).scale(1 / _ALL)
    one = Reckoned(*[np.ones(len(rows))] * 5)
    for formula, factor in (("product_part", part), ("product_off", one - part), ("product_up", one + part)):
        which = factor.value > 0
        yield from table.judge(formula, rows[which], (product * factor).choose(which), _NEAR, _ROOM_OF_MORE)


def _guess_two(table: FigureTable) -> Iterator[Guess]:
    rows = table.choose_with_last(5, _NARROWEST)
    rows = rows[_are_amounts(table, rows)]
    for split in _SPLITS:
        turned = rows[:, [*split, 4]]
        a, b, d, e = (table[turned[:, at]] for at in range(4))
        yield from table.judge("two_products", turned, a * b + d * e, _NEAREST, _ROOM_OF_MORE)
