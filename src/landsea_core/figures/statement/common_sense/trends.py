"""What is said to rise or fall from time to time, against the figures: "fell steadily: 9 hours in May, 11 in June, 14 in July".

Also what is counted on and on, and is less at a later day: "3,650 trains by the end of August, 3,480 by the end of September".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import (
    find_clause_behind,
    is_plain_amount,
    make_outcome,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import find_subject, may_be_compared, read_subject
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_CLAUSES = re.compile(r"[,，;；。]|\.(?=\s|$)|\b(?:while|whereas|but)\b")
_TIME_AFTER_TIME = re.compile(r"\b(day|week|month|quarter|year) after \1\b", re.IGNORECASE)
_MOST = 8


def check_trends(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether what is called a rise or a fall is one, and whether what is counted on and on never becomes less."""
    yield from _check_series(read)
    yield from _check_counted_on(read)


def _check_series(read: ReadStatement) -> Iterator[Outcome]:
    for number in range(len(read.sentences)):
        text = read.sentence_text(number)
        for clause in _CLAUSES.split(text):
            told = _read_direction(clause, text)
            if not told:
                continue
            series = _list_series(number, read) or (_list_series(number - 1, read) if number else [])
            steps = [later.figure.value - earlier.figure.value for earlier, later in pairwise(series)]
            if not steps or any(step == 0 for step in steps) or _is_of_another_measure(clause, series, read):
                continue
            are_against = [step * told < 0 for step in steps]
            is_each = len(steps) > 1 and read_sense_cues().every_step.search(clause)  # "for the fifth month running"
            is_against = any(are_against) if is_each else all(are_against)
            words = Sentence(
                "%(one)s and %(other)s do not go together",
                one=clause.strip(),
                other=", ".join(one.figure.print_value() for one in series),
            )
            yield make_outcome(not is_against, "trend", words, read, *series)
            break


def _is_of_another_measure(clause: str, series: list[Item], read: ReadStatement) -> bool:
    """ "From 2,300 to 1,950 dollars a tonne; so the value of sales went up": value is claimed, price is told."""
    named = find_subject(clause).get("measure", frozenset())
    told = [read_subject(one, read).get("measure") for one in series]
    return bool(named) and any(measure is not None and measure.isdisjoint(named) for measure in told)


def _read_direction(clause: str, text: str) -> int:
    """Return 1 where words say that something goes up time after time (or so concludes), -1 for down, 0 for neither."""
    cues = read_sense_cues()
    if not (
        cues.goes_on.search(clause) or (cues.says_so.search(clause) and not any(sign.isdigit() for sign in clause))
    ):
        return 0
    if cues.no_trend.search(_TIME_AFTER_TIME.sub("", text)):
        return 0
    rises, falls = bool(cues.trend_up.search(clause)), bool(cues.trend_down.search(clause))
    return 0 if rises == falls else 1 if rises else -1


def _list_series(number: int, read: ReadStatement) -> list[Item]:
    """Return the amounts of one unit of a sentence when they follow each other in time; empty where they do not."""
    if number < 0:
        return []
    items = [one for one in read.items_of_sentence(number) if one.unit not in (POINTS, TIMES)]
    items = [one for one in items if not (one.unit == PERCENT and one.role in ("growth", "share"))]
    items = [one for one in items if is_plain_amount(one) or one.per or one.unit == PERCENT]
    if any(one.unit.kind != "time" for one in items):  # "the first week 38 yuan, the second week 36"
        items = [one for one in items if one.unit.kind != "time"]
    if not 2 <= len(items) <= _MOST or len({one.unit.kind for one in items}) != 1:
        return []
    if len({one.per for one in items if one.per}) > 1:
        return []
    firsts = [one.period.first * 40 + (one.period.day or 0) for one in items if one.period]
    if len(firsts) == len(items) and len(set(firsts)) == len(firsts):
        months = {one.period.months for one in items if one.period}
        return (
            [one for _first, one in sorted(zip(firsts, items, strict=True), key=lambda pair: pair[0])]
            if len(months) == 1
            else []
        )
    is_ends = len(items) == 2 and items[0].role == "base" and items[1].role == "result"
    is_counted = all(
        read_sense_cues().in_turn.search(_lead_of(one, read) + find_clause_behind(one)) for one in items[:1]
    )
    is_counted = is_counted and all(
        read_sense_cues().in_turn.search(_own_lead_of(one, read) + " " + find_clause_behind(one)) for one in items
    )
    return items if is_ends or is_counted else []


def _check_counted_on(read: ReadStatement) -> Iterator[Outcome]:
    cues = read_sense_cues()
    told = [
        one
        for one in read.items
        if is_plain_amount(one) and one.period and one.unit.is_known and cues.counted_on.search(_own_lead_of(one, read))
    ]
    for one, other in pairwise(told):
        if (
            one.unit.kind != other.unit.kind
            or other.sentence - one.sentence > 1
            or one.period is None
            or other.period is None
        ):
            continue
        is_later = other.period.first + other.period.months > one.period.first + one.period.months
        is_one_year = one.period.year == other.period.year
        if not is_later or not is_one_year or {one.role, other.role} & {"base", "delta"}:
            continue
        if not may_be_compared(read_subject(one, read), read_subject(other, read)):
            continue
        if read_statement_cues().remains.search(_lead_of(other, read)):
            continue
        words = Sentence(
            "%(one)s and %(other)s do not go together",
            one=one.figure.print_value(),
            other=other.figure.print_value(),
        )
        fits = other.figure.make_interval().high >= one.figure.make_interval().low
        yield make_outcome(fits, "trend", words, read, one, other)


def _lead_of(item: Item, read: ReadStatement) -> str:
    return read.text[read.sentences[item.sentence][0] : item.figure.start]


def _own_lead_of(item: Item, read: ReadStatement) -> str:
    """Return the words from the figure before to this one, dates with them."""
    start = read.sentences[item.sentence][0]
    before = [one.figure.end for one in read.items_of_sentence(item.sentence) if one.figure.end <= item.figure.start]
    return read.text[max(start, *before) if before else start : item.figure.start]
