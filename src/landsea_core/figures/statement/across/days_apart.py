"""Days that are said to lie between two dates: "published on 10 April, in force on 10 May, 60 days later" does not fit."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.across.journeys import subtract_dates
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

_HOURS_A_DAY, _ROOM = 24.0, 1.0
_MOST_DAYS = 24 * 100.0
"""Months and years are no count of days."""
_AFTER = re.compile(
    r"^[\s,，(]*(?:(?:or|that is|i\.e\.|which is)\s+(?:only |just )?after|相隔|间隔|即)\s*$", re.IGNORECASE
)
_BESIDE = re.compile(r"^[\s,，(]*(?:that is|i\.e\.|or|which is|即|正好)?\s*$", re.IGNORECASE)


def check_days_apart(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether the days said right behind the second of two dates of a sentence lie between them."""
    for item in read.items:
        dates = _list_dates(item, read)
        days = subtract_dates(dates[1], dates[0]) if len(dates) == 2 else None
        if days is None or not _is_said_of_both(item, dates[1], read):
            continue
        inside = item.figure.make_loose_interval().scale(1 / _HOURS_A_DAY)
        words = Sentence(
            "between the dates lie %(days)s days, said were %(said)s", days=days, said=item.figure.print_value()
        )
        fits = inside.low - _ROOM <= days <= inside.high + _ROOM
        finding = Finding("days_apart", read.sentence_text(item.sentence), words)
        yield Outcome(fits, finding, read.places_of(item))


def _list_dates(item: Item, read: ReadStatement) -> list[Period]:
    """Return the dates that the sentence of a figure names before it."""
    start = read.sentences[item.sentence][0]
    return [one for one in read.periods if one.day and start <= one.start and one.end <= item.figure.start]


def _is_said_of_both(item: Item, last: Period, read: ReadStatement) -> bool:
    is_days = item.unit.kind == "time" and item.figure.scale < _MOST_DAYS and item.figure.value >= _HOURS_A_DAY
    gap = read.text[last.end : item.figure.start]
    is_behind = _BESIDE.match(gap) and read_statement_cues().days_apart.match(item.after.lstrip())
    return bool(is_days and not item.figure.is_range and (is_behind or _AFTER.match(gap)))
