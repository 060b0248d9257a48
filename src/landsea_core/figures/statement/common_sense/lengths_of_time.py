"""Days, weeks, months or years that are said to lie between the only two dates, months or years beside them.

"Begun in March 2023 and finished in September 2024, after 28 months" does not fit; nor "five days, from 3 to 12 November".
"""

import re
from collections.abc import Iterator
from datetime import date

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.common_sense.nearby import (
    find_clause_before,
    find_clause_behind,
    get_stretch,
    list_around,
    make_outcome,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period
from landsea_core.text.units.unit import HOURS_A_YEAR

_A_DAY, _A_WEEK = 24.0, 168.0
_A_MONTH = HOURS_A_YEAR / 12
_NEAR = 0.05
_PART_OF_UNIT = 0.8
"""Months or years that are told between two days are rounded, sometimes up."""
_MOST_YEARS = 200
_NOUN_BEFORE = re.compile(r"^[\u4e00-\u9fff]{1,5}$|^\s*(?:journey|trip|total|totalled|altogether|in total|in all)\s*$")
_SPELLED_OUT = re.compile(r"^\s*[,，(]\s*(?:(?:which is|that is|namely|running)\s+)?(?:from|自|从)\b", re.IGNORECASE)
""" "For | five years, from 1 May 2026 to 30 April 2029": the two days say it once more."""
_ENDS = re.compile(r"^\s*(?:[,，。;；.)]|$)")
""" "会期 | 三天,": a length of time that is a clause of its own."""


def check_lengths_of_time(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether a length of time fits the only two periods of its sentence, or of it and the one before."""
    for item in read.items:
        if item.unit.kind != "time" or item.per or item.figure.is_range or item.figure.bound or not _is_length(item):
            continue
        pair = _find_two(item, read)
        between = _count_between(*pair, item) if pair else None
        if pair is None or between is None:
            continue
        if _is_told_by_another(between[1] * item.figure.scale, item, read):
            continue
        said = item.figure.value / item.figure.scale
        words = Sentence(
            "between %(base)s and %(result)s lies %(right)s, said was %(said)s",
            base=_print(pair[0]),
            result=_print(pair[1]),
            right=item.figure.print_value(between[1] * item.figure.scale),
            said=item.figure.print_value(),
        )
        fits = between[0].meets(Interval(said, said))
        yield make_outcome(fits, "days_apart", words, read, item)


def _is_told_by_another(right: float, item: Item, read: ReadStatement) -> bool:
    """ "Issued on 3 March for | 90 days. It runs out on 1 June, and renewal takes two weeks": the 90 days lie between."""
    around = list_around(read, item.sentence, behind=0)
    others = [
        one for one in around if one.unit.kind == "time" and one is not item and one.figure.start < item.figure.start
    ]
    return any(abs(one.figure.value - right) <= _A_DAY for one in others)


def _is_length(item: Item) -> bool:
    cues = read_sense_cues()
    if _SPELLED_OUT.match(item.after):
        return True
    before, behind = find_clause_before(item), find_clause_behind(item)
    if cues.other_length.search(before) or cues.other_length.search(behind):
        return False
    is_named = _NOUN_BEFORE.search(before) and _ENDS.match(item.after)
    return bool(is_named or cues.says_lasting.search(item.before) or cues.says_lasting_behind.match(item.after))


def _find_two(item: Item, read: ReadStatement) -> tuple[Period, Period] | None:
    """Return the only two periods around a length of time, when words join them as a beginning and an end."""
    for first in (item.sentence, item.sentence - 1):
        start, end = get_stretch(read, first, item.sentence)
        near = [one for one in read.periods if start <= one.start < end]
        spans = [one for one in near if one.last_day]
        if len(spans) == len([one for one in near if one.day]) == 1:
            return spans[0], _find_last(spans[0])
        if len(near) > 2 or any(one.earlier for one in near):
            return None
        if len(near) == 2:
            one, other = near
            is_joined = read_sense_cues().from_to.search(read.text[start : other.start])
            return (one, other) if is_joined and (other.first, other.day or 0) > (one.first, one.day or 0) else None
    return None


def _find_last(span: Period) -> Period:
    """Return the last day of a span of days as a date of its own."""
    month = span.month + span.months - 1
    year = span.year + (month - 1) // 12 if span.year else None
    return Period(year=year, month=(month - 1) % 12 + 1, months=1, day=span.last_day)


def _count_between(first: Period, last: Period, item: Item) -> tuple[Interval, float] | None:
    """Return how many of the item's unit lie between two periods, at least and at most, and the plain difference."""
    scale = item.figure.scale
    if first.day and last.day:
        days = _subtract(last, first)
        if days is not None and (_is_near(scale, _A_MONTH) or _is_near(scale, HOURS_A_YEAR)):
            units = days * _A_DAY / scale
            return Interval(units - _PART_OF_UNIT, units + _PART_OF_UNIT), units
        if days is None or not (_is_near(scale, _A_DAY) or _is_near(scale, _A_WEEK)):
            return None
        if _is_near(scale, _A_DAY):
            return Interval(days - 0.5, days + 1), float(days)
        return Interval((days - 2) / 7, (days + 2) / 7), days / 7
    return _count_months(first, last, scale)


def _count_months(first: Period, last: Period, scale: float) -> tuple[Interval, float] | None:
    """Return how many months or years lie between two months, or two years."""
    months = last.first - first.first
    is_years = _is_near(scale, HOURS_A_YEAR)
    if not first.months == last.months == 1:
        years = (last.year or 0) - (first.year or 0)
        is_told = is_years and first.year and last.year and years < _MOST_YEARS
        return (Interval(years - 1, years + 1), float(years)) if is_told else None
    if (first.year is None) != (last.year is None) or not (is_years or _is_near(scale, _A_MONTH)):
        return None
    if is_years:
        return Interval((months - 6) / 12, (months + 6) / 12), months / 12
    return Interval(months - 1, months + 1), float(months)


def _is_near(scale: float, unit: float) -> bool:
    return abs(scale - unit) <= unit * _NEAR


def _subtract(last: Period, first: Period) -> int | None:
    try:
        begin = date(first.year or last.year or 2023, first.month, first.day or 1)
        return (date(last.year or first.year or 2023, last.month, last.day or 1) - begin).days
    except ValueError:
        return None


def _print(period: Period) -> str:
    if period.day:
        return f"{period.day}/{period.month}"
    return str(period)
