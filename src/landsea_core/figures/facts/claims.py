"""From a row of facts to its claims: "TEU / value 2025": "327,700 (+30%) / CNY 58.31 bn (+25%)" says two things with growth."""

import re
from dataclasses import replace
from typing import NamedTuple

from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.dividing import (
    divide_metric,
    divide_steps,
    divide_value,
    drop_brackets,
    list_notes,
    split_outside_brackets,
)
from landsea_core.figures.facts.fact import Fact
from landsea_core.figures.facts.metric_words import drop_remarks, find_label, find_metric_unit
from landsea_core.figures.facts.neighbours import fill_from_neighbours
from landsea_core.figures.facts.pairing import Slot, pair_slots
from landsea_core.figures.quantities import Quantity, find_quantities, normalize_statement
from landsea_core.text.default_lexicons import read_statement_units
from landsea_core.text.periods import Period, find_periods
from landsea_core.text.units.unit import PERCENT, PLAIN

_LEAD = 4
"""Months count as those of a figure when the brackets behind it begin with them ("(2025, +12.6%)", "(by Sep 2025)")."""
_GROWTH = re.compile(r"(?<![\w.])[+-]\d+(?:\.\d+)?\s*%")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
_NO_QUOTES = str.maketrans("'\"", "  ")


def read_claims(fact: Fact) -> list[Claim]:
    """Return what one row claims."""
    metric = drop_remarks(normalize_statement(fact.metric))
    asked = [divide_metric(group) for group in split_outside_brackets(metric, ";")]
    value = normalize_statement(fact.value.translate(_QUOTES))
    given = [divide_value(group) for group in split_outside_brackets(value, ";")]
    asked = [_add_first_unit(asked[0], group) for group in asked]
    claims = [claim for slot in pair_slots(asked, given) for claim in _read_slot(fact, slot)]
    return fill_from_neighbours(fact, claims)


def _add_first_unit(first: list[str], group: list[str]) -> list[str]:
    """ "TEU 2025; of which reefer": the same unit and months as the first."""
    if not group[0].lower().startswith("of which"):
        return group
    return [f"{words}, {first[0]}" for words in group]


def _read_slot(fact: Fact, slot: Slot) -> list[Claim]:
    """Return the claims of one slot, one for each step of "A -> B"; what stands in brackets is no step."""
    asked = find_periods(slot.metric)
    with_notes = divide_steps(slot.value)
    found: list[Claim] = []
    for order, part in enumerate(drop_brackets(slot.value).translate(_NO_QUOTES).split("->")):
        notes = " ; ".join(list_notes(with_notes[order] if order < len(with_notes) else slot.value))
        step = _read_step(part, notes, has_earlier=bool(found))
        if step is None:
            continue
        found.append(
            Claim(
                fact=fact,
                figure=_in_metric_unit(step.figure, slot.metric),
                label=find_label(slot.metric),
                metric=slot.metric,
                period=step.period or (asked[min(order, len(asked) - 1)] if asked else None),
                growth=_find_growth(with_notes[min(order, len(with_notes) - 1)]),
                notes=notes,
                text=step.words,
                group=slot.group,
                slot=slot.at,
                order=order,
                aligned=slot.is_aligned,
                dated=bool(step.period),
            )
        )
    return found


class _Step(NamedTuple):
    """One step of a value: its first figure, the months in it or at the beginning of its brackets, and its words with and
    without the figure.
    """

    figure: Quantity
    period: Period | None
    words: str


def _read_step(part: str, notes: str, *, has_earlier: bool) -> _Step | None:
    """Return a step, or None without a figure; behind an earlier step a percentage with a sign is its growth."""
    own = find_periods(part)
    figures = [one for one in find_quantities(part, own) if not (one.signed and one.unit == PERCENT and has_earlier)]
    if not figures:
        return None
    first = figures[0]
    if len(figures) > 1:
        own = [one for one in own if one.start < figures[1].start]
    in_notes = [one for one in find_periods(notes) if one.start <= _LEAD]
    words = f"{part.strip()} {part[: first.start]} {part[first.end :]}"
    return _Step(first, next(iter(own or in_notes), None), words)


def _find_growth(step: str) -> Quantity | None:
    """Return the growth in brackets behind a figure: "(+47.6%)", "(2025, +12.6%)"."""
    for note in list_notes(step):
        match = _GROWTH.search(note)
        if match:
            return find_quantities(match.group(), [])[0]
    return None


def _in_metric_unit(figure: Quantity, metric: str) -> Quantity:
    """Return a figure in the unit and magnitude that its metric names ("CNY bn": "6.59"), unless it has its own."""
    named = find_metric_unit(metric)
    counts_itself = figure.unit.kind.startswith("count:") and not read_statement_units().is_listed(figure.unit.kind)
    if figure.unit != PLAIN and not (counts_itself and named.unit):
        return figure
    if named.unit is None:
        return replace(figure, unit=PLAIN)
    is_bare = figure.scale == 1
    factor = (named.magnitude if is_bare else 1.0) * named.unit.factor
    return replace(
        figure,
        unit=named.unit,
        low=figure.low * factor,
        high=figure.high * factor,
        step=figure.step * factor,
        scale=figure.scale * factor,
        words=named.words if is_bare else f"{figure.words} {named.words}".strip(),
    )
