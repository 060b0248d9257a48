"""What the words of a metric say: the unit and magnitude that it names, and the words that tell it from others of that unit."""

import re
from functools import cache
from typing import NamedTuple

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.dividing import BRACKETS
from landsea_core.text.default_lexicons import read_statement_units
from landsea_core.text.periods import find_periods
from landsea_core.text.units.unit import Unit

_WORD = re.compile(r"[a-z]+(?: [a-z]+)?|%|[\u4e00-\u9fff]+")
_LABEL_WORD = re.compile(r"[a-z][a-z-]+|[\u4e00-\u9fff]+", re.IGNORECASE)
_PER = re.compile(r"/\s*\w+|\b(?:per|a|each) (?:day|week|month|year|truck|container)\b")
_SHOWN = {"teu": "TEU", "cny": "yuan"}


class MetricUnit(NamedTuple):
    """A unit with its words and its magnitude ("bn yuan", 1e9); without a unit the words are empty."""

    unit: Unit | None
    words: str = ""
    magnitude: float = 1.0


def find_metric_unit(metric: str) -> MetricUnit:
    """Return the unit that a metric names: yuan in billions for "value (CNY bn), 2024"."""
    bare = _PER.sub(" ", drop_periods(metric))
    magnitudes = read_statement_units().magnitudes
    if currency := _money().search(bare):
        size = currency["before"] or currency["after"] or ""
        name = _SHOWN.get(currency["unit"].lower(), currency["unit"])
        unit = read_statement_units().units[name.lower()]
        return MetricUnit(unit, f"{size} {name}".strip(), magnitudes.get(size.lower(), 1.0))
    low = bare.lower()
    for word in _WORD.findall(low):
        for name in (word, *word.split()):
            unit_named = _find_unit(name)
            if unit_named is None:
                continue
            found = re.search(rf"\b({_any_size(with_thousand=True)})\s+(?:of\s+)?{re.escape(name)}\b", low)
            shown = _SHOWN.get(name, name)
            return MetricUnit(
                unit_named, f"{found[1]} {shown}" if found else shown, magnitudes[found[1]] if found else 1.0
            )
    return MetricUnit(None)


def find_label(metric: str) -> frozenset[str]:
    """Return the words that tell metrics of one unit apart, in lower case and singular: {"southbound"}."""
    words = {word.lower().strip("-") for word in _LABEL_WORD.findall(drop_periods(metric))}
    return frozenset(word.rstrip("s") for word in words - _words_of_no_label())


def drop_periods(words: str) -> str:
    """Return words without the months that stand in them."""
    for period in reversed(find_periods(words)):
        words = words[: period.start] + words[period.end :]
    return words


def drop_remarks(metric: str) -> str:
    """Return a metric without what stands in brackets, unless that is its unit or its months: "value (CNY bn), 2024"."""
    return BRACKETS.sub(lambda match: f" {match[1]} " if _is_unit_or_months(match[1]) else " ", metric)


def _is_unit_or_months(words: str) -> bool:
    months = find_periods(words)
    only_months = len(months) == 1 and months[0].end - months[0].start >= len(words.strip()) - 1
    return only_months or (find_metric_unit(words).unit is not None and not find_label(words))


def _find_unit(name: str) -> Unit | None:
    """Return the unit of a word, unless it is a noun in the singular or rather another word in a metric ("year")."""
    unit = read_statement_units().units.get(name)
    if unit is None or name in read_fact_cues().no_unit_here:
        return None
    is_singular = unit.kind.startswith("count:") and name.isascii() and not name.endswith("s")
    return None if is_singular else unit


@cache
def _words_of_no_label() -> frozenset[str]:
    units = {word for word in read_statement_units().units if word.isascii()}
    return read_fact_cues().not_a_label | units | frozenset(read_statement_units().magnitudes)


def _any_size(*, with_thousand: bool = False) -> str:
    sizes = read_fact_cues().size | (read_fact_cues().thousand if with_thousand else frozenset())
    return "|".join(sorted(sizes, key=len, reverse=True))


@cache
def _money() -> re.Pattern[str]:
    """A currency with its magnitude before or behind it: "CNY bn", "bn yuan"."""
    currencies = "|".join(sorted(read_statement_units().currencies))
    return re.compile(
        rf"(?:\b(?P<before>{_any_size()})\s+)?\b(?P<unit>{currencies}|yuan)\b(?:\s+(?P<after>{_any_size()})\b)?",
        re.IGNORECASE,
    )
