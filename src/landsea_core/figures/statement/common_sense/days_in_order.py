"""Days and months in their order: nothing arrives before it leaves, and "(January to October)" are no nine months."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

_APPOSITION = re.compile(r"^\s*(?:\(|,?\s*(?:that is|i\.e\.|namely|即)[,:]?\s*)\s*(?:from\s+)?$", re.IGNORECASE)
_MOST_DAYS = 150
"""An arrival so many days before its departure is one of another year."""


def check_days_in_order(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether an arrival is behind its departure, and whether a period in brackets is as long as the one it explains."""
    for number, (start, end) in enumerate(read.sentences):
        dates = [one for one in read.periods if one.day and start <= one.start < end]
        if len(dates) == 2:
            yield from _check_departure(dates[0], dates[1], number, read)
            yield from _check_before(dates[0], dates[1], number, read)
    for one, other in pairwise(read.periods):
        is_same_start = one.month == other.month and (not one.year or not other.year or one.year == other.year)
        if _APPOSITION.match(read.text[one.end : other.start]) and is_same_start and not (one.day or other.day):
            words = Sentence(
                "%(one)s and %(other)s do not go together",
                one=str(one),
                other=str(other),
            )
            text = _sentence_at(one.start, read)
            yield Outcome(one.months == other.months, Finding("days_apart", text, words))


def _check_departure(first: Period, last: Period, number: int, read: ReadStatement) -> Iterator[Outcome]:
    """ "Left on 8 May and arrived on 3 May" cannot be."""
    cues, (start, end) = read_statement_cues(), read.sentences[number]
    lead, middle = read.text[start : first.start], read.text[first.end : last.start]
    if not cues.departs.search(lead) and not cues.departs.search(middle[:20]):
        return
    if not cues.arrives.search(middle) and not cues.arrives.search(read.text[last.end : end]):
        return
    if read_sense_cues().told_backwards.search(middle):
        return
    begin, finish = _make_date(first, last.year), _make_date(last, first.year)
    if begin is None or finish is None or not 0 < (begin - finish).days <= _MOST_DAYS:
        return
    words = Sentence("%(one)s and %(other)s do not go together", one=str(begin), other=str(finish))
    yield Outcome(False, Finding("journey", read.sentence_text(number), words))


def _check_before(first: Period, last: Period, number: int, read: ReadStatement) -> Iterator[Outcome]:
    """ "Released on 4 June, before it reached the gate on 1 June" cannot be, nor "left on 1 May after arriving on 3 May"."""
    middle = read.text[first.end : last.start]
    is_before, is_after = read_sense_cues().joins_before.search(middle), read_sense_cues().joins_after.search(middle)
    if bool(is_before) == bool(is_after) or first.last_day or last.last_day:
        return
    begin, finish = _make_date(first, last.year), _make_date(last, first.year)
    if begin is None or finish is None or not 0 < abs((begin - finish).days) <= _MOST_DAYS:
        return
    words = Sentence("%(one)s and %(other)s do not go together", one=str(begin), other=str(finish))
    yield Outcome((begin < finish) == bool(is_before), Finding("journey", read.sentence_text(number), words))


def _make_date(period: Period, year: int | None) -> date | None:
    try:
        return date(period.year or year or 2024, period.month, period.day or 1)
    except ValueError:
        return None


def _sentence_at(place: int, read: ReadStatement) -> str:
    number = next((at for at, (start, end) in enumerate(read.sentences) if start <= place < end), 0)
    return read.sentence_text(number)
