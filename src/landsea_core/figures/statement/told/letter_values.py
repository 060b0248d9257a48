"""What the letters of a relation stand for: figures in the base of their unit, counts as printed, dates as days."""

from collections.abc import Mapping
from datetime import date

from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.spans import HOURS
from landsea_core.figures.statement.told.formulas import Formula
from landsea_core.figures.statement.told.masked_text import MaskedText
from landsea_core.figures.statement.told.wordings import (
    CLOCKS,
    DATES,
    NUMBERS,
    WEEKDAYS,
    YEARS,
    list_number_words,
    read_number,
)
from landsea_core.text.periods import Period
from landsea_core.text.units.unit import PERCENT, POINTS

_SQUARE_METRES = {"hectare": 10_000.0, "mu": 10_000 / 15, "square metre": 1.0}
_KILOGRAMS, _ALL, _A_DAY = 1000.0, 100.0, 24.0
_ANY_YEAR = 2023
"""A year without a 29 February, for dates that name none."""


def read_values(
    formula: Formula, found: Mapping[str, str], items: Mapping[str, Item], masked: MaskedText
) -> dict[str, Interval] | None:
    """Return what each letter may stand for: amounts in the base of their unit, counts as printed, dates as days."""
    leading = next((items[name] for name in items if formula.is_leading(name)), None)
    if not _are_days_sure(found, items, masked):
        return None
    values = {}
    for name in {formula.said, *formula.letters}:
        if name in DATES:
            values[name] = make_point(_count_days(masked.dates[int(found[name])]))
        elif name in CLOCKS:
            values[name] = make_point(masked.clocks[int(found[name])].hours)
        elif name not in items:
            number = read_number(found.get(name + "w", "").lower())
            if number is None:
                return None
            values[name] = make_point(number)
        else:
            values[name] = _read_item(name, items, formula, leading)
    return values


def _are_days_sure(found: Mapping[str, str], items: Mapping[str, Item], masked: MaskedText) -> bool:
    """Say whether dates can be counted between: of one year, or each of a year that is named."""
    days = [masked.dates[int(got)] for name, got in found.items() if name in DATES]
    named = [one for one in days if one.year]
    longest = max((one.figure.value for one in items.values() if one.unit.kind == "time"), default=0.0)
    return len(named) == len(days) or (not named and longest < HOURS["year"])


def _read_item(name: str, items: Mapping[str, Item], formula: Formula, leading: Item | None) -> Interval:
    item = items[name]
    if name in NUMBERS and not formula.is_sum and (bare := read_bare(item)):
        return make_point(bare)
    inside = item.figure.make_interval()
    if item.unit in (PERCENT, POINTS):
        return inside.scale(1 / _ALL)
    if item.unit.kind == "time" and formula.letters & set(DATES + YEARS + WEEKDAYS):
        return inside.scale(1 / find_hours_of_one(formula))
    if name == formula.said and item.unit.kind == "time" and (size := find_hours_of_pace(formula, items)):
        return inside.scale(1 / size)
    if leading is None or formula.is_leading(name) or name == formula.said:
        return inside
    return inside.scale(1 / _size_of_one(item, leading.per if leading else ""))


def find_hours_of_pace(formula: Formula, items: Mapping[str, Item]) -> float:
    """Return the hours in which something is done so often ("120 boxes | an hour"), where a time is told of it; else 0."""
    paces = [one.per for name, one in items.items() if name != formula.said and one.per in HOURS]
    return HOURS[paces[0]] if len(paces) == 1 and not formula.is_sum else 0.0


def find_hours_of_one(formula: Formula) -> float:
    """Return the hours of what lies between dates (days) or between years."""
    return HOURS["year"] if formula.letters & set(YEARS) else _A_DAY


def read_bare(item: Item) -> float:
    """Return the number of a figure that is written without a unit, whatever unit its neighbours gave it; 0 for others."""
    written = item.figure.text.strip().lower()
    return float(written) if written.isdigit() else float(list_number_words().get(written, 0))


def _size_of_one(item: Item, per: str) -> float:
    """Return how much of an amount is one that a rate is for: 24 hours a day, a thousandth of a tonne per kilogram."""
    kind = item.unit.kind
    if kind == "time":
        return HOURS.get(per, item.unit.factor)
    if kind == "area":
        return _SQUARE_METRES.get(per, item.unit.factor)
    return 1 / _KILOGRAMS if kind == "mass" and per == "kg" else 1.0


def make_point(value: float) -> Interval:
    """Return a number that is exact."""
    return Interval(value, value)


def _count_days(day: Period) -> float:
    try:
        return float(date(day.year or _ANY_YEAR, day.month, day.day or 1).toordinal())
    except ValueError:
        return float("nan")
