"""A relation that is told, in words for the reader: its figures as they were written, and what they make."""

import re
from collections.abc import Mapping
from datetime import date

from landsea_core.figures.quantities import print_number
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.told.formulas import Formula
from landsea_core.figures.statement.told.letter_values import find_hours_of_one, find_hours_of_pace
from landsea_core.figures.statement.told.masked_text import MaskedText
from landsea_core.figures.statement.told.wordings import CLOCKS, DATES, WEEKDAYS, YEARS, Relation, read_number
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period
from landsea_core.text.units.unit import PERCENT, POINTS

_ALL, _A_DAY = 100.0, 24.0
_NOTHING = 1e-9


def say_relation(
    relation: Relation, match: re.Match[str], items: Mapping[str, Item], masked: MaskedText, made: float
) -> Sentence:
    """Return what the figures of a relation make, and what is told instead; `made` is in the unit of the formula."""
    formula = relation.formula
    return Sentence(
        "%(parts)s make %(right)s, said was %(whole)s",
        parts=formula.print_with(lambda name: say_letter(name, match, items, masked)),
        right=_print_made(formula, items, made),
        whole=say_letter(formula.said, match, items, masked),
    )


def say_letter(name: str, match: re.Match[str], items: Mapping[str, Item], masked: MaskedText) -> str:
    """Return what stands in the place of a letter."""
    if name in items:
        return items[name].figure.print_value()
    if name in DATES:
        return _show(masked.dates[int(match[name])])
    if name in CLOCKS:
        clock = masked.clocks[int(match[name])]
        return f"{int(clock.hours)}:{round(clock.hours % 1 * 60):02d}"
    word = match[name + "w"]
    return word if name in WEEKDAYS else f"{read_number(word.lower()):g}"


def _print_made(formula: Formula, items: Mapping[str, Item], made: float) -> str:
    item = items.get(formula.said)
    if item is not None:
        size = _ALL if item.unit in (PERCENT, POINTS) else 1.0
        if item.unit.kind == "time":
            is_between = formula.letters & set(DATES + YEARS + WEEKDAYS)
            size = find_hours_of_one(formula) if is_between else find_hours_of_pace(formula, items) or 1.0
        return item.figure.print_value(round(made * size, 9))
    if formula.said in DATES:
        day = date.fromordinal(round(made))
        return f"{day.day}/{day.month}"
    if formula.said in CLOCKS:
        return f"{int(made % _A_DAY)}:{round(made % 1 * 60):02d}"
    return print_number(made, 0 if abs(made - round(made)) < _NOTHING else 1)


def _show(day: Period) -> str:
    return f"{day.day}/{day.month}"
