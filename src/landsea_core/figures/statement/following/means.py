"""Means: what is measured by what is counted. "84 million yuan from 1.2 million vehicles, on average 90 yuan" is wrong."""

import re

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, make_outcome
from landsea_core.figures.statement.explanations import explain_rate, explain_times
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import (
    Operands,
    find_printed_number,
    is_alike,
    is_countable,
    is_counted_for,
)
from landsea_core.figures.statement.following.ways import can_be_made
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.spans import HOURS
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_OF = re.compile(r"^\s*of(?: the type)?\s*$|^\s*(?:载重|每[辆列箱艘车])\s*$", re.IGNORECASE)
_ROOM = 0.03
"""How far a mean may be off: people round it freely."""
_FARTHEST_BEYOND = 20.0
"""A mean so many times what the total and the number give is one of something else."""


def check_means(operands: Operands, read: ReadStatement) -> Outcome | None:
    """Return whether a mean is the only total around it by the only number of things; None where neither is sure."""
    said = operands.said
    if said.unit in (PERCENT, POINTS, TIMES) or not (_is_mean(said) or _is_size_of_each(operands, read)):
        return None
    pair = _find_pair(operands, list(operands.here)) or _find_pair(operands, list(operands.near))
    if pair is None:
        return None
    total, count = pair
    number = _count_in(count, said.per)
    if number <= 0:
        return None
    if said.figure.value * number > _FARTHEST_BEYOND * total.figure.value:
        return None
    inside, around = said.figure.make_loose_interval(), total.figure.make_interval()
    mean = Interval(around.low / number * (1 - _ROOM), around.high / number * (1 + _ROOM))
    fits = mean.meets(inside) or can_be_made(operands)
    if said.per:
        counted = count.figure.print_value()
        words = explain_rate(said.figure.print_value(), said.per, counted, said.figure.value * number, total)
    else:
        words = explain_times(count, said, said.figure.value * number, total)
    return make_outcome(fits, "product", words, read, total, count, said)


def _is_mean(item: Item) -> bool:
    cues = read_sense_cues()
    is_said = cues.says_mean.search(find_clause_before(item)) or cues.says_mean_behind.match(item.after)
    return bool(is_said or item.per) and item.role not in ("base", "delta", "growth") and not item.is_peak


def _is_size_of_each(operands: Operands, read: ReadStatement) -> bool:
    """ "3,600 tonnes, equal to 120 lorries of | 20 tonnes": what stands behind things and "of" is what each has."""
    if len(operands.here) < 2 or operands.said.role not in ("", "result"):
        return False
    total, things = operands.here[-2:]
    is_told = read_sense_cues().says_equal.search(read.gap_between(total, things))
    is_of = _OF.match(read.gap_between(things, operands.said))
    return bool(is_told and is_of) and things.unit.kind.startswith("count:")


def _find_pair(operands: Operands, around: list[Item]) -> tuple[Item, Item] | None:
    """Return the one total and the one number of things of some figures; None where there are none or several."""
    said = operands.said
    is_of_thing = said.per and said.per not in HOURS
    if any(one.per and one.unit.kind == said.unit.kind and not (is_of_thing and one.per in HOURS) for one in around):
        return None  # another rate of the unit: nobody knows what the mean is of
    totals = [
        one for one in around if is_alike(one, said) and one.figure.value >= said.figure.value and _is_amount(one)
    ]
    if not totals and said.per not in HOURS:
        totals = [one for one in around if one.per in HOURS and one.unit.kind == said.unit.kind and _is_amount(one)]
    counts = [one for one in around if one not in totals and _may_be_counted(one, said)]
    named = [one for one in counts if said.per and (is_counted_for(one, said.per) or _lasts(one, said.per))]
    counts = named or ([] if said.per in HOURS else counts)
    return (totals[0], counts[0]) if len(totals) == len(counts) == 1 else None


def _is_amount(item: Item) -> bool:
    return item.role in ("", "result", "base") and not item.figure.is_range and not item.figure.bound


def _may_be_counted(item: Item, said: Item) -> bool:
    is_other = item.unit.kind != said.unit.kind or (said.unit.kind == "plain" and item.figure.value > 1)
    return is_countable(item) and is_other and not item.figure.is_range and item.role in ("", "result", "base")


def _lasts(item: Item, per: str) -> bool:
    if item.unit.kind != "time" or per not in HOURS or item.figure.scale < HOURS[per]:
        return False
    return not read_statement_cues().idle_length.search(item.before)


def _count_in(count: Item, per: str) -> float:
    """Return how many of what a mean is for there are: 6 days are 6 for a mean of a day, 42 for "per hour of 7 hours"."""
    if count.unit.kind == "mass" and per == "kg":
        return find_printed_number(count) * 1000
    if count.unit.kind == "time" and per in HOURS:
        return count.figure.value / HOURS[per]
    return find_printed_number(count)
