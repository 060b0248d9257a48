"""All numbers that can be made of a few figures in one or two steps, by their units: what lets a figure off.

Sums and differences of one unit, products with what is counted, parts by the hundred, exchanges at a rate that is told.
"""

from collections.abc import Iterator
from itertools import combinations, permutations

from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.following.operands import (
    Operands,
    find_printed_number,
    is_alike,
    is_money,
    may_multiply,
)
from landsea_core.figures.statement.item import Item
from landsea_core.text.units.unit import PERCENT, PLAIN

_MOST_PARTS = 7
"""Figures of one unit whose sums are tried: 120 of them at most."""
_MOST_FIGURES = 12
_MOST_SIGNED = 5
_KILOGRAMS = 1000.0
_ROOM = 0.015
"""How far a product of rounded numbers may be off besides."""


def can_be_made(operands: Operands) -> bool:
    """Say whether any way of computing gives the figure that is said."""
    said = operands.said
    inside = _widen(said)
    if len(operands.all) > _MOST_FIGURES:
        return True
    return any(inside.meets(way) for way in list_ways(operands))


def list_ways(operands: Operands) -> Iterator[Interval]:
    """Yield all numbers that can be made of the figures around one, in its unit."""
    around, said = list(operands.all), operands.said
    alike = [one for one in around if one.unit.kind == said.unit.kind]
    percents = [one for one in around if one.unit == PERCENT]
    counted = [one for one in around if may_multiply(one) and not _counts_parts(one, alike)]
    yield from _list_sums([one for one in alike if is_alike(one, said)][:_MOST_PARTS])
    yield from (one.figure.make_loose_interval() for one in alike if one.role == "same")
    for one in alike:
        amount = one.figure.make_loose_interval()
        for percent in percents:
            part = percent.figure.make_interval().scale(0.01)
            yield Interval(amount.low * part.low, amount.high * part.high)
            yield Interval(amount.low * (1 + part.low), amount.high * (1 + part.high))
            yield Interval(amount.low * (1 - part.high), amount.high * (1 - part.low))
        for many in counted:
            if many.unit.kind != one.unit.kind:
                yield from _scale_by(amount, many)
    yield from _list_charged(alike, percents)
    for one, other in combinations(alike, 2):
        between = _subtract(one, other)
        for many in counted:
            if many not in (one, other):
                yield from _scale_by(between, many)
    if is_money(said):
        yield from _list_exchanged(around, said)


def _widen(item: Item) -> Interval:
    """Return what a figure may stand for: a small whole number is a rounded one, but not where single things are counted."""
    is_counted = item.unit.kind.startswith("count:") and item.figure.scale == 1
    return item.figure.make_interval() if is_counted else item.figure.make_loose_interval()


def _list_charged(alike: list[Item], percents: list[Item]) -> Iterator[Interval]:
    """Yield charges on a base of their own: on what is above a sum, on 110 % of the value, with a fixed sum besides."""
    parts = [one.figure.make_interval().scale(0.01) for one in percents]
    for one, other in permutations(alike, 2):
        first, last = one.figure.make_interval(), other.figure.make_interval()
        above = Interval(first.low - last.high, first.high - last.low)
        for part in parts:
            yield Interval(above.low * part.low, above.high * part.high)
            yield Interval(first.low * part.low + last.low, first.high * part.high + last.high)
    for (at, part), (behind, other_part) in permutations(enumerate(parts), 2):
        for one in alike if at < behind else ():
            amount = one.figure.make_interval().scale(part.low)
            yield Interval(amount.low * other_part.low, amount.high * other_part.high)


def _counts_parts(many: Item, alike: list[Item]) -> bool:
    """ "Three ports: 310,000, 420,000 and 150,000 tonnes": as many as there are figures, and no factor."""
    counts = many.unit.kind.startswith("count:") and many.unit.kind not in {one.unit.kind for one in alike}
    return counts and many.figure.value == len(alike) > 1


def _list_sums(alike: list[Item]) -> Iterator[Interval]:
    """Yield all sums and what is left of one when others are taken away."""
    for size in range(2, len(alike) + 1):
        for some in combinations(alike, size):
            inside = [_widen(one) for one in some]
            yield Interval(sum(one.low for one in inside), sum(one.high for one in inside))
            largest = max(some, key=lambda one: one.figure.value)
            rest = [_widen(one) for one in some if one is not largest]
            whole = _widen(largest)
            yield Interval(whole.low - sum(one.high for one in rest), whole.high - sum(one.low for one in rest))
            if 3 <= size <= _MOST_SIGNED:
                yield from _list_signed(whole, rest)


def _list_signed(whole: Interval, rest: list[Interval]) -> Iterator[Interval]:
    """Yield what is left of a whole when one of the others is added and the rest taken away."""
    for came in rest:
        low = whole.low + came.low - sum(one.high for one in rest if one is not came)
        yield Interval(low, whole.high + came.high - sum(one.low for one in rest if one is not came))


def _subtract(one: Item, other: Item) -> Interval:
    first, last = one.figure.make_loose_interval(), other.figure.make_loose_interval()
    if one.figure.value < other.figure.value:
        first, last = last, first
    return Interval(first.low - last.high, first.high - last.low)


def _scale_by(amount: Interval, many: Item) -> Iterator[Interval]:
    """Yield an amount times and by a number of things; tonnes are thousands of kilograms too."""
    number = find_printed_number(many)
    for times in (number, number * _KILOGRAMS) if many.unit.kind == "mass" else (number,):
        yield Interval(amount.low * times * (1 - _ROOM), amount.high * times * (1 + _ROOM))
        if times:
            yield Interval(amount.low / times * (1 - _ROOM), amount.high / times * (1 + _ROOM))


def _list_exchanged(around: list[Item], said: Item) -> Iterator[Interval]:
    """Yield amounts of other currencies at each rate that is told: a small amount of the one, or a bare number."""
    amounts = [one for one in around if is_money(one) and one.unit.kind != said.unit.kind]
    rates = [one for one in around if one.unit == PLAIN or is_money(one)]
    for amount in amounts:
        inside = amount.figure.make_loose_interval()
        for rate in rates:
            if rate is not amount and rate.figure.value > 0:
                yield Interval(inside.low * rate.figure.value * 0.97, inside.high * rate.figure.value * 1.03)
                yield Interval(inside.low / rate.figure.value * 0.97, inside.high / rate.figure.value * 1.03)
