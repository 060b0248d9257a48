"""Hours said of a way between two times of the clock: "left at 06:30, arrived at 17:30, after 15 hours" does not fit.

Zones of time on the corridor are up to an hour apart (Bangkok and Beijing), and a way may take whole days more.
"""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities.clock_times import ClockTime, find_clock_times
from landsea_core.figures.statement.common_sense.nearby import (
    find_clause_before,
    find_clause_behind,
    get_stretch,
    make_outcome,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

_TO = re.compile(r"^\s*(?:to|until|till|-|–|至|到)\s*(?:at\s*)?$", re.IGNORECASE)
""" "From 6 am to 8 pm": hours of one place, told by one clock."""
_AND = re.compile(r"\b(?:and|but)\b|并|而")
_MOVED = re.compile(
    r"\b(?:moved|changed|shifted|brought forward|put back|postponed|extended|cut)\b[^.]*\bfrom\s*$|由$|从$"
)
_WEEKDAYS = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|周[一二三四五六日末]")
_LATER = re.compile(r"\s*later\b", re.IGNORECASE)
_ROOM, _A_DAY, _LONGEST = 1.0, 24.0, 100.0
_ROOM_AT_ONE_PLACE = 0.1
_WEEK, _BESIDE = 7, 16
"""Hours: for another zone and for rounding; a day; the longest way that is told by the clock."""


def check_clock_journeys(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether the hours said of a way lie between its departure and its arrival.

    "Opens at 8:00 and closes at 20:00, 12 hours a day" fits; nothing is said of a stop, a delay or a year before.
    """
    clocks = find_clock_times(read.text)
    yield from _check_shifts(clocks, read)
    for item in read.items if len(clocks) > 1 else ():
        pair = _find_two(item, clocks, read)
        if pair is None or not _is_whole_way(item) or _is_told_already(item, pair, read):
            continue
        between = (pair[1].hours - pair[0].hours) % _A_DAY
        said = item.figure.make_loose_interval()
        apart = _count_days_apart(pair, read)
        days = 0 if _is_of_one_day(item, read) else round((item.figure.value - between) / _A_DAY)
        if apart is not None:
            days = apart - (pair[1].hours < pair[0].hours)
        right = between + _A_DAY * max(0, days)
        words = Sentence(
            "between %(base)s and %(result)s lies %(right)s, said was %(said)s",
            base=read.text[pair[0].start : pair[0].end],
            result=read.text[pair[1].start : pair[1].end],
            right=item.figure.print_value(between),
            said=item.figure.print_value(),
        )
        is_meeting = read_statement_cues().at_one_place.search(read.sentence_text(item.sentence))
        is_here = is_meeting and not read_statement_cues().on_the_way.search(find_clause_before(item))
        room = _ROOM_AT_ONE_PLACE if is_here or _TO.match(read.text[pair[0].end : pair[1].start]) else _ROOM
        yield make_outcome(said.low - room <= right <= said.high + room, "clock", words, read, item)


def _check_shifts(clocks: list[ClockTime], read: ReadStatement) -> Iterator[Outcome]:
    """ "At 20:10 instead of 21:40, two and a half hours earlier" cannot be: two times of one thing, at one place."""
    for item in read.items if len(clocks) > 1 else ():
        start, near = _list_shifted(item, clocks, read)
        is_shift = item.unit.kind == "time" and item.figure.value < _A_DAY / 2 and not item.figure.is_range
        if len(near) != 2 or not is_shift or not read_sense_cues().shifts.search(read.text[start : near[1].start]):
            continue
        around = read.text[near[1].end : item.figure.start] + " " + find_clause_behind(item)
        if not read_sense_cues().sooner_or_later.search(around) or item.figure.bound or len(around) > _LONGEST:
            continue
        between = abs(near[0].hours - near[1].hours)
        right = min(between, _A_DAY - between)
        words = Sentence(
            "between %(base)s and %(result)s lies %(right)s, said was %(said)s",
            base=read.text[near[0].start : near[0].end],
            result=read.text[near[1].start : near[1].end],
            right=item.figure.print_value(right),
            said=item.figure.print_value(),
        )
        inside = item.figure.make_interval()
        fits = inside.low - _ROOM_AT_ONE_PLACE <= right <= inside.high + _ROOM_AT_ONE_PLACE
        yield make_outcome(fits, "clock", words, read, item)


def _list_shifted(item: Item, clocks: list[ClockTime], read: ReadStatement) -> tuple[int, list[ClockTime]]:
    """Return where the sentence of two times begins, and the two: of this one, or, told "instead of", of the one before."""
    for number in (item.sentence, item.sentence - 1):
        start, end = read.sentences[max(0, number)]
        near = [clock for clock in clocks if start <= clock.start < min(end, item.figure.start)]
        is_here = number == item.sentence
        told = read.text[start : near[0].start] if near else ""
        is_moved = bool(_MOVED.search(told)) and not _WEEKDAYS.search(item.before)
        if len(near) == 2 and (
            is_here or is_moved or read_sense_cues().moved_clock.search(read.text[near[0].end : near[1].start])
        ):
            return start, near
        if len(near) == 1 and is_here and item.sentence:
            before = [clock for clock in clocks if read.sentences[number - 1][0] <= clock.start < start]
            told = read.text[read.sentences[number - 1][0] : near[0].start]
            is_other = _AND.search(read.text[near[0].end : item.figure.start])
            if len(before) == 1 and read_statement_cues().then_and_now.search(told) and not is_other:
                return read.sentences[number - 1][0], [*before, *near]
        if near:
            break
    return item.figure.start, []


def _find_two(item: Item, clocks: list[ClockTime], read: ReadStatement) -> tuple[ClockTime, ClockTime] | None:
    """Return the only two times of the clock of the sentence, or of it and the one before, told as leaving and arriving."""
    for first in (item.sentence, item.sentence - 1):
        start, end = get_stretch(read, first, item.sentence)
        near = [clock for clock in clocks if start <= clock.start < end]
        if len(near) > 2:
            return None
        if len(near) == 2:
            lead, middle, rest = (
                read.text[start : near[0].start],
                read.text[near[0].end : near[1].start],
                read.text[near[1].end : end],
            )
            cues = read_sense_cues()
            leaves = cues.departs.search(lead) or cues.departs.search(middle)
            arrives = cues.arrives.search(middle) or cues.arrives.search(rest)
            is_later = item.sentence == first and _LATER.match(item.after) and item.figure.start > near[1].end
            is_told = (
                (leaves or arrives)
                and cues.whole_way_before.search(find_clause_before(item))
                and item.sentence == first
            )
            is_span = item.sentence == first and _TO.match(middle)
            return (near[0], near[1]) if (leaves and arrives) or is_told or is_later or is_span else None
    return None


def _is_whole_way(item: Item) -> bool:
    if item.unit.kind != "time" or item.figure.value > _LONGEST or item.role == "base" or item.figure.is_range:
        return False
    cues, before, behind = read_sense_cues(), find_clause_before(item), find_clause_behind(item)
    is_part = cues.part_of_way.search(before) or cues.part_of_way.search(cues.counted_in.split(behind)[0])
    is_said = cues.whole_way_before.search(before) or cues.whole_way_behind.match(behind) or item.per == "day"
    return bool(is_said and not is_part)


def _is_told_already(item: Item, pair: tuple[ClockTime, ClockTime], read: ReadStatement) -> bool:
    """Say whether another time stands between the clocks and this one: theirs is the first that is told."""
    between = (one for one in read.items if pair[1].end <= one.figure.start < item.figure.start)
    return any(one.unit.kind == "time" for one in between)


def _count_days_apart(pair: tuple[ClockTime, ClockTime], read: ReadStatement) -> int | None:
    """ "22:00 on Tuesday ... 14:00 on Wednesday": the days from the first to the second; None where one names no day."""
    named = [_find_weekday(clock, read) for clock in pair]
    return (named[1] - named[0]) % _WEEK if all(named) else None


def _find_weekday(clock: ClockTime, read: ReadStatement) -> int:
    """Return the day of the week right beside a time of the clock, 1 for Monday; 0 for none."""
    beside = read.text[max(0, clock.start - _BESIDE) : clock.start] + " " + read.text[clock.end : clock.end + _BESIDE]
    found = [number for number, cue in read_sense_cues().weekdays.items() if cue.search(beside)]
    return found[0] if len(found) == 1 else 0


def _is_of_one_day(item: Item, read: ReadStatement) -> bool:
    start, end = get_stretch(read, item.sentence - 1, item.sentence)
    return bool(read_sense_cues().same_day.search(read.text[start:end])) or item.per == "day"
