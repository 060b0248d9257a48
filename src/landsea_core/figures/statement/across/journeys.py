"""A journey between two dates against how long it is said to have taken."""

from collections.abc import Iterator
from datetime import date

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

_HOURS_A_DAY, _ROOM = 24.0, 1.0
"""Days by which a journey may be off: the first and the last day are counted or not."""
_ANY_LEAP_YEAR = 2024
_LONGEST = 120
"""Days after which an arrival "before" its departure is a slip and no journey over the end of the year."""


def check_journeys(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether a journey fits its dates: "left on 3 March, arrived on 8 March, after nine days" does not."""
    for item in read.items:
        if item.unit.kind != "time" or item.per or not _is_length_of_journey(item):
            continue
        days = _count_days_between(item, read)
        if days is None:
            continue
        inside = item.figure.make_loose_interval().scale(1 / _HOURS_A_DAY)
        words = Sentence(
            "between the dates lie %(days)s days, said was a journey of %(said)s",
            days=days,
            said=item.figure.print_value(),
        )
        fits = inside.low - _ROOM <= days <= inside.high + _ROOM
        yield Outcome(fits, Finding("journey", read.sentence_text(item.sentence), words), read.places_of(item))


def _is_length_of_journey(item: Item) -> bool:
    cues = read_statement_cues()
    is_said = cues.journey_before.search(item.before) and not cues.not_a_journey.search(item.after)
    return bool(is_said) and not item.figure.is_range and item.figure.value >= _HOURS_A_DAY


def _count_days_between(item: Item, read: ReadStatement) -> int | None:
    """Return the days between the departure and the arrival that the sentence (or the one before with it) names."""
    end = read.sentences[item.sentence][1]
    for first in (item.sentence, max(0, item.sentence - 1)):
        start = read.sentences[first][0]
        dates = [period for period in read.periods if period.day and start <= period.start < end]
        if len(dates) == 2 and _are_told_as_journey(dates, start, end, read):
            return subtract_dates(dates[1], dates[0])
    return None


def _are_told_as_journey(dates: list[Period], start: int, end: int, read: ReadStatement) -> bool:
    """Say whether one date is of leaving and the next of arriving: the word stands before or behind each of them."""
    cues, text = read_statement_cues(), read.text
    middle = text[dates[0].end : dates[1].start]
    leaves = cues.departs.search(text[start : dates[0].start]) or cues.departs.search(middle)
    arrives = cues.arrives.search(middle) or cues.arrives.search(text[dates[1].end : end])
    return bool(leaves and arrives)


def subtract_dates(last: Period, first: Period) -> int | None:
    """Return the days from one date to another; None where they are none, or too far apart to be meant."""
    begin, end = _make_date(first), _make_date(last)
    if begin is None or end is None:
        return None
    days = (end - begin).days
    if days < 0 and not (first.year and last.year):
        days += 366 if days < _LONGEST - 366 else 0
    return days if 0 <= days <= _LONGEST else None


def _make_date(period: Period) -> date | None:
    try:
        return date(period.year or _ANY_LEAP_YEAR, period.month, period.day or 1)
    except ValueError:
        return None
