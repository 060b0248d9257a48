"""Averages between their extremes, records above the ones before, "for the first time" with nothing like it before."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import (
    find_clause_before,
    find_clause_behind,
    is_plain_amount,
    list_around,
    make_outcome,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import may_be_compared, read_subject
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_FARTHEST = 60
_CLAUSES = re.compile(r"[,，;；。]|\.(?=\s|$)")


def check_extremes(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether averages, records and first times fit the figures beside them."""
    yield from _check_averages(read)
    yield from _check_later_records(read)
    yield from _check_first_times(read)


def _check_averages(read: ReadStatement) -> Iterator[Outcome]:
    """ "Between 8 and 12 hours, 15 on average" and "on the busiest day 900, on average 1,200 a day" cannot be."""
    for mean in read.items:
        if not _is_average(mean):
            continue
        for other in list_around(read, mean.sentence, behind=1):
            if other is mean or other.unit.kind != mean.unit.kind or not _may_be_extreme(other, mean):
                continue
            is_high, is_low = _is_called(read_sense_cues().highest, other), _is_called(read_sense_cues().lowest, other)
            if is_high == is_low and not other.figure.is_range:
                continue
            if not may_be_compared(read_subject(other, read), read_subject(mean, read)):
                continue
            inside, around = mean.figure.make_interval(), other.figure.make_interval()
            fits = (is_low or inside.low <= around.high) and (is_high or inside.high >= around.low)
            words = Sentence(
                "%(one)s and %(other)s do not go together",
                one=mean.figure.print_value(),
                other=other.figure.print_value(),
            )
            yield make_outcome(fits, "average", words, read, mean, other)


def _is_average(item: Item) -> bool:
    if item.unit in (POINTS, TIMES) or item.role not in ("", "result") or item.figure.is_range or item.is_peak:
        return False
    lead = _CLAUSES.split(item.before)[-1]
    is_said = read_sense_cues().average.search(lead) or re.match(r"\s*(?:[a-z]+\s+){0,4}on average\b", item.after)
    return bool(is_said) and not _is_called(read_sense_cues().highest, item)


def _may_be_extreme(other: Item, mean: Item) -> bool:
    """Say whether two figures are of one stretch of time: a peak of a day stands beside a mean of days."""
    if other.role not in ("", "result") or read_sense_cues().average.search(find_clause_before(other)):
        return False
    if other.per == mean.per:
        return bool(mean.per) or not (other.period and mean.period and not other.period.is_same(mean.period))
    around = find_clause_before(other) + " " + find_clause_behind(other)
    is_of_a_day = read_sense_cues().each_day.search(around) or (other.period and other.period.day)
    return mean.per == "day" and not other.per and bool(is_of_a_day) and not other.figure.is_range


def _is_called(cue: re.Pattern[str], item: Item) -> bool:
    return bool(cue.search(find_clause_before(item)) or cue.search(find_clause_behind(item)))


def _check_later_records(read: ReadStatement) -> Iterator[Outcome]:
    """ "The previous record was 2,150 lorries. On 9 May 2,038 crossed, a new record" cannot be."""
    for match in read_statement_cues().previous_record.finditer(read.text):
        old = next((one for one in read.items if match.end() <= one.figure.start <= match.end() + _FARTHEST), None)
        if old is None or not old.unit.is_known or not read.sentences[old.sentence][0] <= match.start():
            continue
        later = [
            one
            for one in list_around(read, old.sentence, before=0, behind=1)
            if one.figure.start > old.figure.end
            and one.unit.kind == old.unit.kind
            and is_plain_amount(one) | bool(one.per)
        ]
        new = later[0] if later else None
        if new is None or bool(new.per) != bool(old.per) or new.role in ("delta", "base"):
            continue
        told = read.text[old.figure.end : read.sentences[new.sentence][1]]
        if not read_sense_cues().new_record.search(told) or read_statement_cues().low_record.search(told):
            continue
        words = Sentence(
            "%(new)s is no record when the one before was %(old)s",
            new=new.figure.print_value(),
            old=old.figure.print_value(),
        )
        fits = new.figure.make_interval().high > old.figure.make_interval().low
        yield make_outcome(fits, "record", words, read, old, new)


def _is_passed(item: Item) -> bool:
    """Say whether a figure is one that was passed: "over 10 million", "the 10 million | mark"."""
    return item.figure.bound == "over" or bool(read_sense_cues().is_a_mark.match(item.after))


def _check_first_times(read: ReadStatement) -> Iterator[Outcome]:
    """ "In 2025 more than 10 million tonnes passed for the first time; in 2023 it was 10.4 million tonnes" cannot be."""
    for item in read.items:
        if item.unit in (PERCENT, POINTS) or item.period is None or not _is_passed(item):
            continue
        if not read_sense_cues().first_time_above.search(read.sentence_text(item.sentence)):
            continue
        for other in list_around(read, item.sentence, behind=1):
            is_before = other.period is not None and other.period.year and other.period.first < item.period.first
            if not is_before or other.unit.kind != item.unit.kind or not is_plain_amount(other):
                continue
            if other.period and other.period.months != item.period.months:
                continue
            if not may_be_compared(read_subject(other, read), read_subject(item, read)):
                continue
            words = Sentence(
                "%(new)s is no record when the one before was %(old)s",
                new=item.figure.print_value(),
                old=other.figure.print_value(),
            )
            yield make_outcome(other.figure.make_interval().low <= item.figure.high, "record", words, read, item, other)
