"""Guesses with percentages and multiples: growth, share, k times, shares of shares, and percentages that make a hundred."""

import math
from collections.abc import Callable, Iterator
from itertools import permutations

import numpy as np

from landsea_core.figures.statement.weighing.guessing.figure_table import FigureTable, Reckoned, Rows
from landsea_core.figures.statement.weighing.guessing.guess import Guess

_ALL = 100.0
_FARTHEST, _FAR, _NEAR = math.log(4.0), math.log(1.6), math.log(1.3)
_ROOM_OF_STEP, _MOST_PART = 0.1, 4.0
_ROOM_OF_TIMES, _FINE_ROOM_OF_TIMES = 0.04, 0.02
_ROOM_OF_PARTS, _ROOM_OF_CHAINS = 0.002, 0.001
_NARROW, _MOST_OF_HUNDRED = 7, 5
_CHAINS: dict[str, Callable[[Reckoned, Reckoned, Reckoned], Reckoned]] = {
    "part_of_part": lambda _one, p, q: p * q,
    "rest_of_part": lambda one, p, q: p * (one - q),
    "part_of_rest": lambda one, p, q: (one - p) * q,
    "rest_of_rest": lambda one, p, q: (one - p) * (one - q),
    "up_and_up": lambda one, p, q: (one + p) * (one + q),
    "rest_of_parts": lambda one, p, q: one - p - q,
    "both_parts": lambda _one, p, q: p + q,
}


def guess_percentages(table: FigureTable) -> Iterator[Guess]:
    """Yield two amounts and what per cent one is of the other, or more or less than it: 200, 150 and 25 % are "down"."""
    rows = table.choose_orders(3)
    rows = rows[table.is_percent[rows[:, 2]] & ~table.is_times[rows[:, :2]].any(axis=1) & table.are_alike(rows, 0, 1)]
    ratio = (table[rows[:, 0]] / table[rows[:, 1]]).scale(_ALL)
    room = table.steps[rows[:, 2]] * _ROOM_OF_STEP
    growth, fall = ratio.shift(-_ALL), _subtract_from_all(ratio)
    for formula, made, which in (
        ("up", growth, ratio.value >= _ALL),
        ("down", fall, ratio.value <= _ALL),
        ("part", ratio, ratio.value <= _MOST_PART * _ALL),
    ):
        yield from table.judge(formula, rows[which], made.widen(room).choose(which), _FARTHEST)


def guess_multiples(table: FigureTable) -> Iterator[Guess]:
    """Yield two amounts and how many times one is the other."""
    rows = table.choose_orders(3)
    is_multiple = table.is_times[rows[:, 2]] & ~table.is_relation[rows[:, :2]].any(axis=1)
    rows = rows[is_multiple & table.are_alike(rows, 0, 1)]
    ratio = table[rows[:, 0]] / table[rows[:, 1]]
    which = (ratio.value >= 1) == (table.values[rows[:, 2]] >= 1)
    rows, ratio = rows[which], ratio.choose(which)
    yield from table.judge("times", rows, ratio.widen(_ROOM_OF_TIMES * ratio.value), _FARTHEST, _FINE_ROOM_OF_TIMES)


def guess_hundreds(table: FigureTable) -> Iterator[Guess]:
    """Yield percentages that could be all of something."""
    for size in range(2, _MOST_OF_HUNDRED + 1):
        rows = table.choose_sets(size, _NARROW)
        rows = rows[table.is_percent[rows].all(axis=1)]
        others = table.values[rows[:, :-1]].sum(axis=1)
        rows, others = rows[others < _ALL], others[others < _ALL]
        made, room = _ALL - others, table.steps[rows[:, :-1]].sum(axis=1) / 2
        reckoned = Reckoned(made, made - room, made + room, made - room / 2, made + room / 2)
        yield from table.judge("hundred", rows, reckoned, _FAR)


def guess_parts_of_two(table: FigureTable) -> Iterator[Guess]:
    """Yield p percent of what lies between two amounts, or of both, and the amount between p percent and q percent of one."""
    for rows in _list_fours(table):
        percent, said = table.is_percent[rows[:, 2]], ~table.is_times[rows].any(axis=1)
        two = rows[
            percent & said & table.are_alike(rows, 0, 1, 3) & (table.values[rows[:, 0]] > table.values[rows[:, 1]])
        ]
        x, y, p = (table.take_exactly(two[:, at]) for at in range(3))
        yield from table.judge("part_of_gap", two, ((x - y) * p).scale(1 / _ALL), _FAR, _ROOM_OF_PARTS)
        yield from table.judge("part_of_both", two, ((x + y) * p).scale(1 / _ALL), _FAR, _ROOM_OF_PARTS)
        is_two = table.is_percent[rows[:, :2]].all(axis=1) & ~table.is_relation[rows[:, 2:]].any(axis=1)
        gap = rows[is_two & table.are_alike(rows, 2, 3) & (table.values[rows[:, 0]] > table.values[rows[:, 1]])]
        p, q, y = (table.take_exactly(gap[:, at]) for at in range(3))
        yield from table.judge("gap_of_parts", gap, ((p - q) * y).scale(1 / _ALL), _FAR, _ROOM_OF_PARTS)


def guess_chains(table: FigureTable) -> Iterator[Guess]:
    """Yield two percentages one after the other between two amounts: 10 percent of a third."""
    for fours in _list_fours(table):
        is_chain = table.is_percent[fours[:, 1:3]].all(axis=1) & ~table.is_relation[fours[:, [0, 3]]].any(axis=1)
        rows = fours[is_chain & table.are_alike(fours, 0, 3) & (fours[:, 1] < fours[:, 2])]
        if not len(rows):
            continue
        y, one = table.take_exactly(rows[:, 0]), Reckoned(*[np.ones(len(rows))] * 5)
        p, q = (table.take_exactly(rows[:, at]).scale(1 / _ALL) for at in (1, 2))
        for formula, chain in _CHAINS.items():
            made = y * chain(one, p, q)
            which = made.value > 0
            yield from table.judge(formula, rows[which], made.choose(which), _NEAR, _ROOM_OF_CHAINS)


def _list_fours(table: FigureTable) -> Iterator[Rows]:
    rows = table.choose_with_last(4, _NARROW)
    if len(rows) and table.is_percent.any():
        for order in permutations(range(3)):
            yield rows[:, [*order, 3]]


def _subtract_from_all(ratio: Reckoned) -> Reckoned:
    return Reckoned(
        _ALL - ratio.value, _ALL - ratio.high, _ALL - ratio.low, _ALL - ratio.fine_high, _ALL - ratio.fine_low
    )
