"""Years said to lie between two years, and anniversaries: "opened in 2021; in 2025 its sixth anniversary" does not fit."""

from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import (
    find_clause_before,
    find_clause_behind,
    get_stretch,
    make_outcome,
)
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period
from landsea_core.text.units.unit import HOURS_A_YEAR

_LONGEST = 60


def check_ages(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether years and anniversaries fit the only two years of their sentence, or of it and the one before.

    "From 2010 to 2025, in 15 years" fits, and 14 or 16 too, for the first and the last year are counted or not.
    """
    for item in read.items:
        if item.unit.kind != "time" or abs(item.figure.scale - HOURS_A_YEAR) > HOURS_A_YEAR / 100 or item.per:
            continue
        span = _find_span(item.sentence, read)
        years = item.figure.value / HOURS_A_YEAR
        if span is None or not _is_said_of_span(item) or years != round(years) or item.figure.bound:
            continue
        least, most = _count_years(*span)
        words = _say(span, f"{years:g}")
        yield make_outcome(least - 1 <= years <= most + 1 or years > _LONGEST, "years", words, read, item)
    yield from _check_anniversaries(read)


def _check_anniversaries(read: ReadStatement) -> Iterator[Outcome]:
    for number in range(len(read.sentences)):
        said = read_sense_cues().anniversaries.find_number(read.sentence_text(number))
        span = _find_span(number, read) if said else None
        if span is None:
            continue
        fits = said == (span[1].year or 0) - (span[0].year or 0)
        yield Outcome(fits, Finding("years", read.sentence_text(number), _say(span, str(said))))


def _say(span: tuple[Period, Period], said: str) -> Sentence:
    return Sentence(
        "between %(base)s and %(result)s lies %(right)s, said was %(said)s",
        base=str(span[0].year),
        result=str(span[1].year),
        right=(span[1].year or 0) - (span[0].year or 0),
        said=said,
    )


def _find_span(number: int, read: ReadStatement) -> tuple[Period, Period] | None:
    """Return the only two years around a sentence, when words say that something lasts from the first of them."""
    for first in (number, number - 1):
        start, end = get_stretch(read, first, number)
        near = [one for one in read.periods if one.year and not one.earlier and start <= one.start < end]
        years = sorted({one.year for one in near if one.year})
        if len(years) > 2:
            return None
        if len(years) == 2 and read_sense_cues().since_year.search(read.text[start:end]):
            return (
                next(one for one in near if one.year == years[0]),
                next(one for one in reversed(near) if one.year == years[1]),
            )
    return None


def _count_years(first: Period, last: Period) -> tuple[int, int]:
    """Return the whole years between two periods, at least and at most: by their months where both name one."""
    years = (last.year or 0) - (first.year or 0)
    if first.months < 12 and last.months < 12:
        months = last.first - first.first
        return months // 12, -(-months // 12)
    return years, years


def _is_said_of_span(item: Item) -> bool:
    cues, before, behind = read_sense_cues(), find_clause_before(item), find_clause_behind(item)
    if cues.other_years.search(before) or cues.other_years.search(behind):
        return False
    if cues.years_apart.match(item.after):
        return True
    leads = cues.years_before.search(item.before) or not before.strip()
    return bool(leads and cues.years_behind.match(item.after))
