"""Every relation that figures standing near each other could be told to have, whether it is told or not, and whether it fits.

What is guessed: x is y and p percent more ("up"), less ("down"), or p percent of y ("part"); x is k times y ("times"); the
last is the sum of the others ("sum"), or their mean ("mean"); n times u is c ("product").
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.weighing.seen_figures import PERCENT, PLAIN, TIMES, SeenFigure, find_likeness

_ALL = 100.0
_MOST_APART, _MOST_SENTENCES = 7, 2
_FEWEST_LISTED, _MOST_LISTED = 3, 6
_LONGEST_MEAN = 5
_ROOM_OF_STEP, _ROOM_OF_TIMES, _ROOM_OF_PRODUCT, _ROOM_OF_MEAN = 0.1, 0.04, 0.003, 0.004
_MEAN_BELOW, _MEAN_ABOVE = 0.7, 1.3
_TURNED = {
    "mass": (1.0, 1000.0, 0.001),
    "time": (1.0, 1 / 24, 1 / 168, 1 / 730, 1 / 8766, 60.0),
    "length": (1.0, 0.001, 0.01, 1000.0),
}
"""By what a number of tonnes, hours or kilometres is turned where a rate is for another unit: kilograms, days, metres."""


@dataclass(frozen=True)
class Guess:
    """A relation of some figures. `places` are those of the figures by their letter: x, y, p; n, u, c; parts, then the total.

    `ratio` is what the relation makes over what is said; `likeness` how the figures may be of one thing (`find_likeness`).
    """

    formula: str
    places: tuple[int, ...]
    fits: bool
    ratio: float
    likeness: str

    @property
    def kind(self) -> str:
        """The formula, with a sum of three and more apart: "list"."""
        return "list" if self.formula == "sum" and len(self.places) > _FEWEST_LISTED else self.formula

    @property
    def letters(self) -> dict[int, str]:
        """The letter of each place; all parts of a sum or mean are "a"."""
        names = {"times": "xyk", "product": "nuc"}.get(self.formula, "xyp")
        if self.formula in ("sum", "mean"):
            names = "a" * (len(self.places) - 1) + "c"
        return dict(zip(self.places, names, strict=True))

    @property
    def said(self) -> int:
        """The place of the figure that the others make."""
        return self.places[-1]

    @property
    def distance(self) -> float:
        """How far what is made is from what is said, as a logarithm."""
        return abs(math.log(self.ratio)) if self.ratio > 0 else math.inf


def list_guesses(figures: Sequence[SeenFigure]) -> list[Guess]:
    """Return all relations that figures of a text could have: 200, 150 and 25 % are "down" and "up", and a few others."""
    used = [at for at, one in enumerate(figures) if one.value > 0]
    found = [*_guess_percentages(figures, used), *_guess_multiples(figures, used), *_guess_sums(figures, used)]
    return [*found, *_guess_lists(figures, used), *_guess_products(figures, used), *_guess_means(figures, used)]


def _are_near(figures: Sequence[SeenFigure], *places: int) -> bool:
    sentences = [figures[at].sentence for at in places]
    return max(places) - min(places) <= _MOST_APART and max(sentences) - min(sentences) <= _MOST_SENTENCES


def _guess_percentages(figures: Sequence[SeenFigure], used: list[int]) -> Iterator[Guess]:
    for p in used:
        said = figures[p]
        if said.kind != PERCENT:
            continue
        room = said.step * _ROOM_OF_STEP
        low, high = (said.interval.low - room) / _ALL, (said.interval.high + room) / _ALL
        for x, y in permutations(used, 2):
            likeness = find_likeness(figures[x], figures[y]) if p not in (x, y) and _are_near(figures, p, x, y) else ""
            if not likeness or figures[y].interval.low <= 0:
                continue
            ratio = figures[x].value / figures[y].value
            for formula, factor, right in (
                ("up", Interval(1 + low, 1 + high), ratio - 1),
                ("down", Interval(max(1 - high, 0.0), 1 - low), 1 - ratio),
                ("part", Interval(low, high), ratio),
            ):
                if (ratio < 1) if formula == "up" else (ratio > 1):
                    continue
                fits = _multiply(figures[y].interval, factor).meets(figures[x].interval)
                yield Guess(formula, (x, y, p), fits, right * _ALL / said.value, likeness)


def _guess_multiples(figures: Sequence[SeenFigure], used: list[int]) -> Iterator[Guess]:
    for k in used:
        said = figures[k]
        if said.kind != TIMES:
            continue
        factor = Interval(said.interval.low * (1 - _ROOM_OF_TIMES), said.interval.high * (1 + _ROOM_OF_TIMES))
        for x, y in permutations(used, 2):
            if k in (x, y) or not _are_near(figures, k, x, y) or figures[x].is_relation:
                continue
            likeness, ratio = find_likeness(figures[x], figures[y]), figures[x].value / figures[y].value
            if likeness and (ratio >= 1) == (said.value >= 1):
                fits = _multiply(figures[y].interval, factor).meets(figures[x].interval)
                yield Guess("times", (x, y, k), fits, ratio / said.value, likeness)


def _guess_sums(figures: Sequence[SeenFigure], used: list[int]) -> Iterator[Guess]:
    """Yield each figure as the sum of each two that are smaller."""
    for c in used:
        if figures[c].kind == TIMES:
            continue
        smaller = [at for at in used if at != c and figures[at].value < figures[c].value]
        for x, y in combinations(smaller, 2):
            if not _are_near(figures, c, x, y):
                continue
            first, second = find_likeness(figures[c], figures[x]), find_likeness(figures[c], figures[y])
            if first and second:
                yield _guess_total("sum", (x, y), c, figures, first if first != "same" else second)


def _guess_lists(figures: Sequence[SeenFigure], used: list[int]) -> Iterator[Guess]:
    """Yield figures as the sum of a list of three or more beside them, also of a list of one kind among others."""
    told: set[tuple[int, ...]] = set()
    for row in (used, *_group_by_family(figures, used)):
        for size in range(_FEWEST_LISTED, _MOST_LISTED + 1):
            for start in range(len(row) - size + 1):
                run = tuple(row[start : start + size])
                for at in (start - 1, start + size, start + size + 1, start - 2):
                    if not 0 <= at < len(row) or (key := (*run, row[at])) in told or not _are_near(figures, *key):
                        continue
                    total = figures[row[at]]
                    likenesses = [find_likeness(figures[one], total) for one in run]
                    if all(likenesses) and total.value >= max(figures[one].value for one in run):
                        told.add(key)
                        yield _guess_total("sum", run, row[at], figures, likenesses[0])


def _guess_total(
    formula: str, parts: tuple[int, ...], total: int, figures: Sequence[SeenFigure], likeness: str
) -> Guess:
    inside = [figures[at].interval for at in parts]
    made = Interval(sum(one.low for one in inside), sum(one.high for one in inside))
    ratio = sum(figures[at].value for at in parts) / figures[total].value
    return Guess(formula, (*parts, total), made.meets(figures[total].interval), ratio, likeness)


def _group_by_family(figures: Sequence[SeenFigure], used: list[int]) -> list[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for at in used:
        if figures[at].kind != TIMES:
            groups[figures[at].family].append(at)
    return list(groups.values())


def _guess_products(figures: Sequence[SeenFigure], used: list[int]) -> Iterator[Guess]:
    amounts = [at for at in used if not figures[at].is_relation]
    for c in amounts:
        for n, u in permutations(amounts, 2):
            if c in (n, u) or not _are_near(figures, n, u, c):
                continue
            likeness = find_likeness(figures[u], figures[c])
            if likeness and (figures[n].kind != figures[u].kind or figures[n].kind == PLAIN):
                yield _guess_product(n, u, c, figures, likeness)


def _guess_product(n: int, u: int, c: int, figures: Sequence[SeenFigure], likeness: str) -> Guess:
    many, each, total = figures[n], figures[u], figures[c]
    inside = each.loose if each.per else each.interval
    nearest = Guess("product", (n, u, c), False, math.inf, likeness)
    for turned in _TURNED.get(many.kind, (1.0,)):
        made = _multiply(many.interval.scale(turned), inside)
        ratio = many.value * turned * each.value / total.value
        guess = Guess("product", (n, u, c), made.meets(total.interval, _ROOM_OF_PRODUCT * total.value), ratio, likeness)
        if guess.fits:
            return guess
        if guess.distance < nearest.distance or math.isinf(nearest.ratio):
            nearest = guess
    return nearest


def _guess_means(figures: Sequence[SeenFigure], used: list[int]) -> Iterator[Guess]:
    for group in _group_by_family(figures, used):
        for size in range(2, _LONGEST_MEAN + 1):
            for start in range(len(group) - size + 1):
                run = tuple(group[start : start + size])
                values = [figures[at].value for at in run]
                for at in (start + size, start - 1):
                    if not 0 <= at < len(group) or not _are_near(figures, *run, group[at]):
                        continue
                    said = figures[group[at]]
                    if min(values) * _MEAN_BELOW <= said.value <= max(values) * _MEAN_ABOVE:
                        yield _guess_mean(run, group[at], figures)


def _guess_mean(run: tuple[int, ...], said: int, figures: Sequence[SeenFigure]) -> Guess:
    total = _guess_total("sum", run, said, figures, "same")
    inside = [figures[at].interval for at in run]
    made = Interval(sum(one.low for one in inside) / len(run), sum(one.high for one in inside) / len(run))
    fits = made.meets(figures[said].interval, _ROOM_OF_MEAN * made.high)
    return Guess("mean", (*run, said), fits, total.ratio / len(run), "same")


def _multiply(one: Interval, other: Interval) -> Interval:
    ends = [first * second for first in (one.low, one.high) for second in (other.low, other.high)]
    return Interval(min(ends), max(ends))
