"""How long something is valid, against its first and its last day: "issued on 15 January 2026, valid for two years, expires in
January 2027" cannot be.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import get_stretch, make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

_A_DAY = 24.0
_ANY_YEAR = 2025
_ROOM_IN_DAYS, _ROOM = 2.0, 0.06
"""Days by which an end may be off, and the part of the length: a month is 28 to 31 days."""


def check_validity(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether the last day is as long behind the first as something is said to be valid.

    Only where two dates with their years stand around the length, and words say that the later one is the end.
    """
    for item in read.items:
        if item.unit.kind != "time" or item.figure.value < _A_DAY or item.figure.is_range or item.figure.bound:
            continue
        is_from_another_day = read_sense_cues().counted_from.search(read.sentence_text(item.sentence))
        if is_from_another_day or not read_sense_cues().lasts_from.search(item.before):
            continue
        dates = _find_dates(item, read)
        if dates is None:
            continue
        (first, last), room = dates
        days, said = (last - first).days + 1, item.figure.value / _A_DAY
        words = Sentence(
            "between %(base)s and %(result)s lies %(right)s, said was %(said)s",
            base=first.isoformat(),
            result=last.isoformat(),
            right=item.figure.print_value(days * _A_DAY),
            said=item.figure.print_value(),
        )
        fits = abs(days - said) <= max(room, _ROOM * said)
        yield make_outcome(fits, "days_apart", words, read, item)


def _find_dates(item: Item, read: ReadStatement) -> tuple[tuple[date, date], float] | None:
    """Return the only two times of a sentence and the one behind it, when words call the second one the end.

    Returned with them is by how many days both may be off: years and months are no days.
    """
    for last in (item.sentence, item.sentence + 1):
        start, end = get_stretch(read, item.sentence, last)
        near = [one for one in read.periods if start <= one.start < end and not one.last_day]
        near = _give_years(near)
        if len(near) != 2 or not all(one.year and (one.day or one.months in (1, 12)) for one in near):
            continue
        begin = read.sentences[_find_sentence(near[1], read)][0]
        around = read.text[max(begin, near[0].end) : near[1].start] + " " + read.text[near[1].end : near[1].end + 8]
        if not read_sense_cues().expires.search(around):
            return None
        first, second = (_make_date(one) for one in near)
        room = sum(0 if one.day else 31 if one.months == 1 else 366 for one in near) / 2 + _ROOM_IN_DAYS
        return ((first, second), room) if first and second and first < second else None
    return None


def _give_years(near: list[Period]) -> list[Period]:
    """ "Issued on 1 March, valid until 1 September": two days without years are of one year, or of two that follow."""
    if len(near) != 2 or any(one.year or not one.day for one in near):
        return near
    first, last = near
    is_later = (last.month, last.day) > (first.month, first.day)
    return [replace(first, year=_ANY_YEAR), replace(last, year=_ANY_YEAR if is_later else _ANY_YEAR + 1)]


def _find_sentence(period: Period, read: ReadStatement) -> int:
    return next(at for at, (start, end) in enumerate(read.sentences) if start <= period.start < end)


def _make_date(period: Period) -> date | None:
    try:
        return date(period.year or 1, period.month, period.day or 1)
    except ValueError:
        return None
