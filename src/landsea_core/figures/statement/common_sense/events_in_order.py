"""What comes first of two events: nothing is in force before it is signed, nothing is unloaded before it is loaded.

"Signed in June 2024, in force since March 2024" cannot be. Which event comes before which are the rows "sense_order". Events
of one and the same thing are told once and side by side: one that is told of two days, planned or denied is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

_CLAUSES = re.compile(r"[,，;；。]|\.(?=\s|$)|\b(?:and|while|whereas|but)\b|和|并")
_MOST_DAYS = 150
"""Without their years, two days so far apart may be of two years."""


@dataclass(frozen=True)
class _Told:
    """A clause with the only time that it names, and its sentence."""

    text: str
    period: Period
    sentence: int


def check_events_in_order(read: ReadStatement) -> Iterator[Outcome]:
    """Yield what is said to have happened before that without which it cannot happen."""
    if read_sense_cues().another_round.search(read.text):
        return
    told = list(_list_told(read))
    for pair in read_sense_cues().orders:
        earlier = [one for one in told if pair.one.search(one.text) and not pair.other.search(one.text)]
        later = [one for one in told if pair.other.search(one.text) and not pair.one.search(one.text)]
        if len(earlier) != 1 or len(later) != 1:
            continue
        first, last = earlier[0], later[0]
        if first.period.start > last.period.start or last.sentence - first.sentence > 1:
            continue
        begin, end = _find_first_day(first.period, last.period), _find_last_day(last.period, first.period)
        if begin is None or end is None or begin <= end:
            continue
        if not _names_years(first.period, last.period) and (begin - end).days > _MOST_DAYS:
            continue
        words = Sentence(
            "%(one)s and %(other)s do not go together",
            one=_print(first.period, read),
            other=_print(last.period, read),
        )
        yield Outcome(False, Finding("journey", read.sentence_text(last.sentence), words))


def _list_told(read: ReadStatement) -> Iterator[_Told]:
    """Yield the clauses that name one time; a clause without a time goes on from the one before it in its sentence."""
    for number, (start, end) in enumerate(read.sentences):
        for begin, finish in _split_clauses(read, start, end):
            inside = [one for one in read.periods if begin <= one.start < finish and not one.earlier]
            if len(inside) == 1 and not read_sense_cues().no_event.search(read.text[begin:finish]):
                yield _Told(read.text[begin:finish], inside[0], number)


def _split_clauses(read: ReadStatement, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _CLAUSES.finditer(read.text, start, end):
        if any(one.start < match.end() and match.start() < one.end for one in read.periods):
            continue  # the comma of "3 June, 2025"
        yield begin, match.start()
        begin = match.end()
    yield begin, end


def _names_years(first: Period, last: Period) -> bool:
    return bool(first.year and last.year)


def _find_first_day(period: Period, other: Period) -> date | None:
    """Return the first day of a period; a year that only one of two names is that of both."""
    try:
        return date(period.year or other.year or 2023, period.month, period.day or 1)
    except ValueError:
        return None


def _find_last_day(period: Period, other: Period) -> date | None:
    if period.day:
        return _find_first_day(period, other)
    months = (period.year or other.year or 2023) * 12 + period.month - 1 + period.months
    return date.fromordinal(date(months // 12, months % 12 + 1, 1).toordinal() - 1)


def _print(period: Period, read: ReadStatement) -> str:
    return read.text[period.start : period.end].strip()
