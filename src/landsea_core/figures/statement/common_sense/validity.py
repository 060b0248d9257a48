"""How long something is valid, against its first and its last day: "issued on 15 January 2026, valid for two years, expires in
January 2027" cannot be.
"""

from collections.abc import Iterator
from datetime import date

from landsea_core.figures.cues.sense_cues import sense_cues
from landsea_core.figures.statement.common_sense.nearby import get_stretch, make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

_A_DAY = 24.0
_ROOM_IN_DAYS, _ROOM = 2.0, 0.06
"""Days by which an end may be off, and the part of the length: a month is 28 to 31 days."""


def check_validity(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether the last day is as long behind the first as something is said to be valid.

    Only where two dates with their years stand around the length, and words say that the later one is the end.
    """
    for item in read.items:
        if item.unit.kind != "time" or item.figure.value < _A_DAY or item.figure.is_range or item.figure.bound:
            continue
        if not sense_cues().lasts_from.search(item.before):
            continue
        dates = _find_dates(item, read)
        if dates is None:
            continue
        days, said = (dates[1] - dates[0]).days + 1, item.figure.value / _A_DAY
        words = Sentence(
            "between %(base)s and %(result)s lies %(right)s, said was %(said)s",
            base=dates[0].isoformat(),
            result=dates[1].isoformat(),
            right=item.figure.print_value(days * _A_DAY),
            said=item.figure.print_value(),
        )
        fits = abs(days - said) <= max(_ROOM_IN_DAYS, _ROOM * said)
        yield make_outcome(fits, "days_apart", words, read, item)


def _find_dates(item: Item, read: ReadStatement) -> tuple[date, date] | None:
    """Return the only two dates of a sentence and the one behind it, when words call the second one the end."""
    for last in (item.sentence, item.sentence + 1):
        start, end = get_stretch(read, item.sentence, last)
        dates = [one for one in read.periods if start <= one.start < end and one.day and not one.last_day]
        if len(dates) != 2:
            continue
        begin = read.sentences[_find_sentence(dates[1], read)][0]
        around = read.text[max(begin, dates[0].end if dates[0].end < dates[1].start else begin) : dates[1].start]
        around += " " + read.text[dates[1].end : dates[1].end + 8]
        if sense_cues().expires.search(around) and all(one.year for one in dates):
            first, second = (_make_date(one) for one in dates)
            return (first, second) if first and second and first < second else None
    return None


def _find_sentence(period: Period, read: ReadStatement) -> int:
    return next(at for at, (start, end) in enumerate(read.sentences) if start <= period.start < end)


def _make_date(period: Period) -> date | None:
    try:
        return date(period.year or 1, period.month, period.day or 1)
    except ValueError:
        return None
