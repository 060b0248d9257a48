"""Seeing the figures of a read text: its items, the numbers and words that are none, and second readings."""

import re
from collections.abc import Iterator
from dataclasses import replace

from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.following.operands import gather_operands
from landsea_core.figures.statement.following.ways import can_be_made
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.weighing.seeing.seen_figure import COUNTED, PLAIN, TIME, SeenFigure
from landsea_core.figures.statement.weighing.seeing.seen_words import (
    find_next_word,
    list_seen_numbers,
    list_seen_words,
)

_BARE = re.compile(r"\s*(?P<number>[\d,]+(?:\.\d+)?)\s*")
_SPAN = re.compile(
    r"\s*(?:about |around )?(?P<number>[\d,]+(?:\.\d+)?)\s*(?P<unit>days|months|weeks|years|nights|minutes)\b"
)
_UNIT_BEHIND = 9
_STEP_OF_COUNTS, _LEAST_ROUNDED = 0.1, 1000.0
_NEARLY_SAME = 1e-6


def see_figures(read: ReadStatement) -> tuple[SeenFigure, ...]:
    """Return all figures in the order in which they stand; "one in four" is one, and not a one and a four.

    A bare number that was given the unit or the scale of another is there twice: "35 people came for 14 days" might be 35 days.
    So is a span of days, which is also so many days.
    """
    words = list_seen_words(read)
    items = [
        _see_item(item, place, read)
        for place, item in enumerate(read.items)
        if not any(one.start < item.figure.end and item.figure.start < one.end for one in words)
    ]
    seen = [*items, *words]
    ordered = sorted([*seen, *list_seen_numbers(read, seen)], key=lambda one: one.start)
    readings = (
        replace(reading, order=order) for order, one in enumerate(ordered) for reading in _list_readings(one, read.text)
    )
    return tuple(readings)


def _list_readings(one: SeenFigure, text: str) -> Iterator[SeenFigure]:
    yield one
    if match := _BARE.fullmatch(text, one.start, one.end):
        value, step = _read_printed(match["number"])
        if value > 0 and abs(value - one.value) > _NEARLY_SAME * value:
            following = find_next_word(text, one.end)
            step = step * _STEP_OF_COUNTS if value < _LEAST_ROUNDED else step
            room = Interval(value - step / 2, value + step / 2)
            kind = COUNTED + following if following else PLAIN
            yield replace(one, value=value, interval=room, step=step, kind=kind, per="")
    elif one.kind == TIME and (match := _SPAN.match(text, one.start, one.end + _UNIT_BEHIND)):
        value = _read_printed(match["number"])[0]
        kind = COUNTED + match["unit"]
        yield replace(one, value=value, interval=Interval(value, value), step=_STEP_OF_COUNTS, kind=kind)


def _read_printed(number: str) -> tuple[float, float]:
    """Return a number as printed and the step of its last digit."""
    digits = number.replace(",", "")
    return float(digits), 10.0 ** -len(digits.partition(".")[2])


def _see_item(item: Item, place: int, read: ReadStatement) -> SeenFigure:
    figure = item.figure
    return SeenFigure(
        figure.value,
        figure.make_interval(),
        figure.step,
        item.unit.kind,
        figure.start,
        figure.end,
        item.sentence,
        place,
        0,
        item.role,
        item.sign,
        item.per,
        item.is_total,
        figure.bound,
        figure.is_range,
        str(item.period) if item.period else "",
        can_be_made(gather_operands(item, read)),
    )
