"""Figures as columns of numbers, so that thousands of relations are tried at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations

import numpy as np

from landsea_core.figures.statement.weighing.guessing.guess import Guess
from landsea_core.figures.statement.weighing.seeing import SeenFigure, find_likeness
from landsea_core.figures.statement.weighing.seeing.seen_figure import PERCENT, TIMES

_WIDEST, _WIDEST_OF_MANY, _MANY = 8, 6, 14
_SENTENCES_APART = 2
_LEAST = 1e-12
_ROOM = 1.05
_KEPT_TABLES = 128
Rows = np.ndarray


@dataclass(frozen=True)
class Reckoned:
    """Amounts with what roundings as printed make of them at the least and the most, and what fine ones do."""

    value: np.ndarray
    low: np.ndarray
    high: np.ndarray
    fine_low: np.ndarray
    fine_high: np.ndarray

    def __add__(self, other: "Reckoned") -> "Reckoned":
        """Return the sums."""
        return Reckoned(*(one + another for one, another in zip(self._columns, other._columns, strict=True)))

    def __sub__(self, other: "Reckoned") -> "Reckoned":
        """Return the differences."""
        return Reckoned(*(one - another for one, another in zip(self._columns, other._turned, strict=True)))

    def __mul__(self, other: "Reckoned") -> "Reckoned":
        """Return the products; no amount is below zero."""
        return Reckoned(*(one * another for one, another in zip(self._columns, other._columns, strict=True)))

    def __truediv__(self, other: "Reckoned") -> "Reckoned":
        """Return the ratios."""
        return Reckoned(*(one / another for one, another in zip(self._columns, other._turned, strict=True)))

    def scale(self, factor: "float | np.ndarray") -> "Reckoned":
        """Return so many times the amounts."""
        return Reckoned(*(one * factor for one in self._columns))

    def shift(self, by: float) -> "Reckoned":
        """Return the amounts and so much more."""
        return Reckoned(*(one + by for one in self._columns))

    def widen(self, by: np.ndarray) -> "Reckoned":
        """Return the amounts with so much more room for roundings as printed."""
        return Reckoned(self.value, self.low - by, self.high + by, self.fine_low, self.fine_high)

    def choose(self, which: np.ndarray) -> "Reckoned":
        """Return the amounts for which the mask is true."""
        return Reckoned(*(one[which] for one in self._columns))

    @property
    def _columns(self) -> tuple[np.ndarray, ...]:
        return self.value, self.low, self.high, self.fine_low, self.fine_high

    @property
    def _turned(self) -> tuple[np.ndarray, ...]:
        return self.value, self.high, self.low, self.fine_high, self.fine_low


class FigureTable:
    """The columns of some figures, and the rows of places that stand near each other."""

    def __init__(self, figures: Sequence[SeenFigure]) -> None:
        self.figures = figures
        self._orders = tuple(one.order for one in figures)
        self.orders = np.array(self._orders)
        self.values = np.array([one.value for one in figures])
        self.steps = np.array([one.step for one in figures])
        self.sentences = np.array([one.sentence for one in figures])
        self.is_percent = np.array([one.kind == PERCENT for one in figures])
        self.is_times = np.array([one.kind == TIMES for one in figures])
        self.is_relation = np.array([one.is_relation for one in figures])
        self.likeness = [[find_likeness(one, other) for other in figures] for one in figures]
        self.alike = np.array([[bool(word) for word in row] for row in self.likeness])
        low, high = (np.array([getattr(one.interval, end) for one in figures]) for end in ("low", "high"))
        finest = np.array(
            [min(self.steps[at] for at, word in enumerate(row) if word == "same") for row in self.likeness]
        )
        is_told_roughly = high - low > self.steps * _ROOM
        self._low, self._high = np.maximum(low, _LEAST), high
        self._fine_low = np.maximum(np.where(is_told_roughly, low, self.values - finest / 2), _LEAST)
        self._fine_high = np.where(is_told_roughly, high, self.values + finest / 2)

    def __getitem__(self, places: np.ndarray) -> Reckoned:
        """Return the amounts at some places."""
        return Reckoned(
            self.values[places], self._low[places], self._high[places], self._fine_low[places], self._fine_high[places]
        )

    def take_exactly(self, places: np.ndarray) -> Reckoned:
        """Return the amounts at some places as if nothing was rounded: what a duty or a rent is reckoned with."""
        return Reckoned(*[self.values[places]] * 5)

    def choose_sets(self, size: int, widest: int = _WIDEST, apart: int = _SENTENCES_APART) -> Rows:
        """Return rows of so many places near each other, each set once."""
        return self._keep_near(_list_sets(self._orders, size, self._narrow(widest)), apart)

    def choose_with_last(self, size: int, widest: int = _WIDEST, apart: int = _SENTENCES_APART) -> Rows:
        """Return rows of places near each other, each set once with each of its places as the last."""
        return self._keep_near(_list_with_last(self._orders, size, self._narrow(widest)), apart)

    def choose_orders(self, size: int, widest: int = _WIDEST, apart: int = _SENTENCES_APART) -> Rows:
        """Return rows of places near each other in every order."""
        return self._keep_near(_list_orders(self._orders, size, self._narrow(widest)), apart)

    def are_alike(self, rows: Rows, one: int, *others: int) -> np.ndarray:
        """Return for each row whether the figures of some columns may be of one thing with that of the first."""
        found: np.ndarray = np.logical_and.reduce([self.alike[rows[:, one], rows[:, other]] for other in others])
        return found

    def judge(
        self,
        formula: str,
        rows: Rows,
        made: Reckoned,
        farthest: float,
        room: float = 0.0,
        turned: np.ndarray | None = None,
    ) -> Iterator[Guess]:
        """Yield the guesses of which the last place fits what the others make, or is no farther from it than `farthest`.

        `farthest` is a logarithm of the ratio, `room` a part of what is said that fine roundings may be off.
        """
        said = self[rows[:, -1]]
        more = room * said.value
        fits = (made.low <= said.high + 2 * more) & (made.high >= said.low - 2 * more)
        is_fine = (made.fine_low <= said.fine_high + more) & (made.fine_high >= said.fine_low - more)
        is_near = np.abs(made.value - said.value) <= self.steps[rows[:, -1]] / 2 + _LEAST * said.value
        is_exact = fits & (is_fine | is_near)
        ratios = np.log(np.maximum(made.value, _LEAST) / said.value)
        for at in np.nonzero(fits | (np.abs(ratios) <= farthest))[0]:
            places = tuple(int(place) for place in rows[at])
            likenesses = tuple(self.likeness[place][places[-1]] for place in places[:-1])
            yield Guess(
                formula,
                places,
                bool(fits[at]),
                bool(is_exact[at]),
                float(ratios[at]),
                likenesses,
                0 if turned is None else int(turned[at]),
            )

    def _narrow(self, widest: int) -> int:
        return min(widest, _WIDEST_OF_MANY) if len(self._orders) > _MANY else widest

    def _keep_near(self, rows: Rows, apart: int) -> Rows:
        if not len(rows):
            return rows
        sentences = self.sentences[rows]
        near = sentences.max(axis=1) - sentences.min(axis=1) <= apart
        kept: Rows = rows[near & (self.values[rows] > 0).all(axis=1)]
        return kept


def make_rows(rows: Sequence[Sequence[int]], size: int) -> Rows:
    """Return rows as an array, also where there are none."""
    return np.array(rows, dtype=np.intp).reshape(-1, size)


@lru_cache(_KEPT_TABLES)
def _list_sets(orders: tuple[int, ...], size: int, widest: int) -> Rows:
    chosen = (
        places
        for places in combinations(range(len(orders)), size)
        if orders[places[-1]] - orders[places[0]] <= widest and len({orders[at] for at in places}) == size
    )
    return make_rows(list(chosen), size)


@lru_cache(_KEPT_TABLES)
def _list_with_last(orders: tuple[int, ...], size: int, widest: int) -> Rows:
    sets = _list_sets(orders, size, widest)
    turned = [np.concatenate([np.delete(sets, at, axis=1), sets[:, at : at + 1]], axis=1) for at in range(size)]
    return np.concatenate(turned)


@lru_cache(_KEPT_TABLES)
def _list_orders(orders: tuple[int, ...], size: int, widest: int) -> Rows:
    sets = _list_sets(orders, size, widest)
    return np.concatenate([sets[:, list(order)] for order in permutations(range(size))])
