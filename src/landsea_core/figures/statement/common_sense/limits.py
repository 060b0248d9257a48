"""What lies outside of what is said around it: a price above the range of prices, a load at 7 degrees that met "below 4".

Also what came after the last day and is called in time.
"""

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
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_LEAD = 48
"""Characters before a day in which it is called the last one."""


def check_limits(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether extremes lie in their range, what met a limit is within it, and what was in time came before its end."""
    yield from _check_ranges(read)
    yield from _check_met(read)
    yield from _check_last_days(read)


def _check_ranges(read: ReadStatement) -> Iterator[Outcome]:
    """ "Prices ranged from 3.20 to 4.10 dollars. The highest, 4.60, was paid on Tuesday" cannot be."""
    cues = read_sense_cues()
    for low, high in _list_ranges(read):
        for item in read.items:
            is_next = high.figure.end <= item.figure.start and item.sentence - high.sentence <= 1
            if (
                not is_next
                or item.unit.kind != high.unit.kind
                or item.per not in ("", high.per)
                or item.role in ("delta", "base")
            ):
                continue
            around = item.before + " " + find_clause_behind(item)
            is_extreme = bool(cues.highest.search(around)) != bool(cues.lowest.search(around))
            is_mean = cues.average.search(around) and not item.per and _begins_range(low)
            if not (is_extreme or is_mean) or item.figure.is_range:
                continue
            if cues.other_times.search(read.sentence_text(item.sentence)):
                continue
            words = Sentence(
                "%(one)s and %(other)s do not go together",
                one=f"{low.figure.print_value()} – {high.figure.print_value()}"
                if low is not high
                else low.figure.print_value(),
                other=item.figure.print_value(),
            )
            inside, least, most = item.figure.make_interval(), low.figure.make_interval(), high.figure.make_interval()
            yield make_outcome(inside.low <= most.high and inside.high >= least.low, "average", words, read, high, item)


def _begins_range(low: Item) -> bool:
    """Say whether a figure is the lower end of what is told as a range: "moved between | 400 and 620"."""
    return low.figure.is_range or bool(read_sense_cues().range_begins.search(low.before))


def _list_ranges(read: ReadStatement) -> Iterator[tuple[Item, Item]]:
    """Yield the two ends of each range: written as one, or "ranged from A to B"."""
    for at, item in enumerate(read.items):
        if item.unit in (PERCENT, POINTS, TIMES) or _is_of_a_group(item, read):
            continue
        is_told = read_sense_cues().ranges.search(find_clause_before(item))
        if item.figure.is_range and is_told:
            yield item, item
        elif at + 1 < len(read.items) and is_told:
            other = read.items[at + 1]
            if (
                other.unit.kind == item.unit.kind
                and other.sentence == item.sentence
                and other.figure.value > item.figure.value
            ):
                yield item, other


def _is_of_a_group(item: Item, read: ReadStatement) -> bool:
    """ "96 people waited from 6 to 12 hours": a range of some of them, beside which others stand."""
    beside = [one for one in read.items_of_sentence(item.sentence) if one.figure.start < item.figure.start]
    return any(one.unit.kind.startswith("count:") for one in beside)


def _check_met(read: ReadStatement) -> Iterator[Outcome]:
    """ "It must be kept below 4 degrees. At 7 degrees on arrival the load met the requirement" cannot be."""
    cues = read_sense_cues()
    for limit in read.items:
        start, end = read.sentences[limit.sentence]
        if limit.unit.kind == "temperature" and cues.below_zero.search(read.text):
            continue
        is_most = limit.figure.bound == "under" or cues.limit_most.search(find_clause_before(limit))
        is_least = limit.figure.bound == "over" or cues.limit_least.search(find_clause_before(limit))
        if bool(is_most) == bool(is_least) or not cues.demands.search(read.text[start:end]):
            continue
        for item in read.items:
            is_behind = item.sentence in (limit.sentence, limit.sentence + 1) and item.figure.start >= limit.figure.end
            text = read.sentence_text(item.sentence)
            if (
                not is_behind
                or item.unit.kind != limit.unit.kind
                or item.per not in (limit.per, "", "vehicle", "lorry", "truck")
                or item.role in ("delta", "base")
            ):
                continue
            if not cues.keeps_to.search(text) or cues.fails.search(text) or cues.beyond.search(text):
                continue
            inside, around = item.figure.make_interval(), limit.figure
            fits = inside.low <= around.high if is_most else inside.high >= around.low
            words = Sentence(
                "%(one)s and %(other)s do not go together",
                one=limit.figure.print_value(),
                other=item.figure.print_value(),
            )
            yield make_outcome(fits, "limit", words, read, limit, item)


def _check_last_days(read: ReadStatement) -> Iterator[Outcome]:
    """ "To be handed in by 30 June. Those received on 10 July are in time" cannot be."""
    cues = read_sense_cues()
    for last in read.periods:
        if (
            last.earlier
            or not cues.until_day.search(read.text[max(0, last.start - _LEAD) : last.start])
            or not (last.day or last.month)
        ):
            continue
        number = next((at for at, (start, end) in enumerate(read.sentences) if start <= last.start < end), 0)
        begin, end = get_stretch(read, number, number + 1)
        for other in read.periods:
            if not (last.end <= other.start < end) or other.earlier or other.months > 1:
                continue
            clause_start = max(
                read.text.rfind(". ", begin, other.start), read.text.rfind("。", begin, other.start), begin
            )
            if not _is_in_time(other, clause_start, end, read) or cues.extended.search(read.text[begin:end]):
                continue
            is_later = (other.first, other.day or 0) > (last.first, last.day or 31)
            words = Sentence("%(one)s and %(other)s do not go together", one=_print_day(last), other=_print_day(other))
            if last.year == other.year:
                yield Outcome(
                    not is_later, Finding("limit", read.sentence_text(min(number + 1, len(read.sentences) - 1)), words)
                )


def _is_in_time(day: Period, start: int, end: int, read: ReadStatement) -> bool:
    """Say whether words call a day in time, and stand nearer to it than to any other day."""
    for match in read_sense_cues().in_time.finditer(read.text, start, end):
        near = [one for one in read.periods if start <= one.start < end and not one.earlier]
        if min(near, key=lambda one: min(abs(match.start() - one.end), abs(one.start - match.end()))) is day:
            return True
    return False


def _print_day(period: Period) -> str:
    return f"{period.day}/{period.month}" if period.day else str(period)
