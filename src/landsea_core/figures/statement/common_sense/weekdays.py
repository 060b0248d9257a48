"""Days of the week against their dates: 8 October 2025 is a Wednesday, and nobody can call it a Monday."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

_BESIDE = re.compile(
    r"^[\s,，(]*(?:(?:a|the|on|is a|was a|falls on a|fell on a|是|为|适逢|,?\s*the)\s*)?$", re.IGNORECASE
)
_NAMES = (
    Sentence("Monday"),
    Sentence("Tuesday"),
    Sentence("Wednesday"),
    Sentence("Thursday"),
    Sentence("Friday"),
    Sentence("Saturday"),
    Sentence("Sunday"),
)
"""What a page says in its reader's language."""
_WEEK = 7
_FARTHEST = 18
"""Characters between a date and the day of the week that is its own."""


def check_weekdays(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether the day of the week said beside a date with its year is right, and whether two days told without a year go
    together: "from Monday 3 to Friday 8 June" cannot be, in whatever year.
    """
    dated = [(period, weekday) for period in read.periods if period.day and (weekday := _find_weekday(period, read))]
    for period, weekday in dated:
        day = _make_date(period, period.year) if _names_year(period, read) else None
        if day is not None:
            words = Sentence("%(one)s and %(other)s do not go together", one=day.isoformat(), other=_NAMES[weekday - 1])
            yield Outcome(day.isoweekday() == weekday, Finding("weekday", _sentence_at(period, read), words))
    for (one, first), (other, last) in pairwise(dated):
        if _names_year(one, read) or _names_year(other, read) or one.year != other.year:
            continue
        begin, end = _make_date(one, one.year), _make_date(other, other.year)
        if begin and end and abs((end - begin).days) <= 4 * _WEEK and not begin.month <= 2 < end.month:
            words = Sentence(
                "%(one)s and %(other)s do not go together",
                one=_name_day(first, begin),
                other=_name_day(last, end),
            )
            fits = (end - begin).days % _WEEK == (last - first) % _WEEK
            yield Outcome(fits, Finding("weekday", _sentence_at(other, read), words))


def _find_weekday(period: Period, read: ReadStatement) -> int:
    """Return the day of the week (1 is Monday) that stands right beside a date; 0 for none."""
    before = read.text[max(0, period.start - _FARTHEST) : period.start]
    behind = read.text[period.end : period.end + _FARTHEST]
    for number in range(1, _WEEK + 1):
        cue = read_sense_cues().weekdays[number]
        for match in cue.finditer(before):
            if _BESIDE.match(before[match.end() :]):
                return number
        for match in cue.finditer(behind):
            if _BESIDE.match(behind[: match.start()]):
                return number
    return 0


def _name_day(weekday: int, day: date) -> Sentence:
    return Sentence("%(weekday)s %(day)s", weekday=_NAMES[weekday - 1], day=day.day)


def _names_year(period: Period, read: ReadStatement) -> bool:
    return bool(period.year) and str(period.year) in read.text[period.start : period.end]


def _make_date(period: Period, year: int | None) -> date | None:
    try:
        return date(year or 2023, period.month, period.day or 1)
    except ValueError:
        return None


def _sentence_at(period: Period, read: ReadStatement) -> str:
    number = next((at for at, (start, end) in enumerate(read.sentences) if start <= period.start < end), 0)
    return read.sentence_text(number)
