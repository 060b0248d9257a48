"""Laying the slots of a metric and of a value side by side: which words of the metric ask for which figure."""

from typing import NamedTuple

from landsea_core.figures.facts.metric_words import drop_periods, find_label, find_metric_unit
from landsea_core.text.periods import find_periods

Groups = list[list[str]]


class Slot(NamedTuple):
    """Words of the metric and of the value; `group` and `at` are the places in the value, `is_aligned` says that both have as
    many slots.
    """

    metric: str
    value: str
    group: int
    at: int
    is_aligned: bool


def pair_slots(asked: Groups, given: Groups) -> list[Slot]:
    """Return a slot for each value: "TEU / value 2025" and "327,700 / CNY 58.31 bn" make two."""
    asked = [_inherit(asked[0], group) for group in asked]
    if len(asked) == len(given):
        return [
            Slot(_with_tail(group, _place(at, group, values)), value, number, at, len(group) == len(values))
            for number, (group, values) in enumerate(zip(asked, given, strict=True))
            for at, value in enumerate(values)
        ]
    if len(asked) == 1:
        return [
            Slot(_with_tail(asked[0], min(at, len(asked[0]) - 1)), value, number, at, len(values) == len(asked[0]))
            for number, values in enumerate(given)
            for at, value in enumerate(values)
        ]
    flat = [_with_tail(group, at) for group in asked for at in range(len(group))]
    values = [(number, at, value) for number, group in enumerate(given) for at, value in enumerate(group)]
    if len(flat) == len(values):
        return [Slot(words, value, number, at, True) for words, (number, at, value) in zip(flat, values, strict=True)]
    return [Slot(" ".join(flat), value, number, at, False) for number, at, value in values]


def _place(at: int, group: list[str], values: list[str]) -> int:
    return at if len(group) == len(values) else min(at, len(group) - 1)


def _inherit(first: list[str], group: list[str]) -> list[str]:
    """A group that names only months ("ports / countries, 2022 ; 2023") asks the same as the first, for its months."""
    asks_nothing_else = len(group) == 1 and not find_label(group[0]) and not find_metric_unit(group[0]).unit
    if group is not first and asks_nothing_else and find_periods(group[0]):
        return [f"{drop_periods(words)} {group[0]}" for words in first]
    return group


def _with_tail(group: list[str], at: int) -> str:
    """A slot with the months and unit that only a neighbour names ("southbound / northbound TEU 2025", "TEU 2019 / 2020")."""
    words = group[at]
    if not find_metric_unit(words).unit and not find_label(words):
        words = f"{drop_periods(group[0])} {words}"
    elif not find_metric_unit(words).unit and at < len(group) - 1 and "value" not in words:
        tail = find_metric_unit(group[-1]).words
        words += f" {tail}" if tail and find_label(group[-1]) else ""
    if find_periods(words):
        return words
    dated = [(other, months) for other in group if (months := find_periods(other))]
    if len(dated) == 1:
        other, months = dated[0]
        words += ", " + other[months[0].start : months[0].end]
    return words
