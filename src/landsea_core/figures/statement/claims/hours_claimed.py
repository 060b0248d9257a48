"""Hours said of a way or a delay, against the only two times of the clock: "due at 13:30 ... in at 17:00 ... two late"."""

import re
from collections.abc import Iterator, Sequence

from landsea_core.figures.quantities.clock_times import ClockTime, find_clock_times
from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.spans import contradict_span, count_days_between, read_words_around
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Outcome

_A_DAY, _MOST_DAYS = 24.0, 15
_NEXT_TO, _BEFORE, _BEHIND = 30, 40, 25
_FARTHEST = 4.0
_ROOM, _ANOTHER_ZONE = 0.13, 1.05
"""Hours: for rounding, and between two places of the corridor."""
_MORE_CLOCKS = re.compile(
    r"(?<![\d:.])(?P<han>\d{1,2})[时点](?:(?P<han_minutes>\d{1,2})分|(?P<half>半))?(?!间|钟|\d)"
    r"|\blúc (?P<hour>\d{1,2}) ?(?:giờ|h)(?: ?(?P<minutes>[0-5]?\d)(?: phút)?)?"
    r"|\b(?P<short>\d{1,2})h(?P<short_minutes>[0-5]\d)\b",
    re.IGNORECASE,
)
"""Chinese and Vietnamese times that are clear only where two stand in a text that tells a way."""


def check_hours_claimed(typed: TypedStatement) -> Iterator[Outcome]:
    """Yield a contradiction where the only hours of a text are not those between its only two times of the clock.

    Other zones of time, days of the week told of one of them and hours of something else are let pass.
    """
    clocks = _list_clocks(typed.text)
    hours = _find_hours(clocks, typed) if len(clocks) == 2 and not find_cue("other_zone").search(typed.text) else None
    between = _count_between(clocks, typed) if hours else None
    if hours is None or between is None or not 0 < between < _A_DAY * _MOST_DAYS:
        return
    said, first, last = hours.item.figure.make_interval(), *clocks
    begin, end = typed.find_clause(hours.start)
    is_late = find_cue("is_late").search(typed.text, begin, end)
    room = _ROOM if is_late else _ANOTHER_ZONE
    is_near = between / _FARTHEST < hours.value < between * _FARTHEST
    if said.low - room <= between <= said.high + room or not is_near:
        return
    yield contradict_span("clock", (first.start, first.end), (last.start, last.end), hours, typed)


def _list_clocks(text: str) -> list[ClockTime]:
    found = find_clock_times(text)
    for match in _MORE_CLOCKS.finditer(text):
        known = next((one for one in found if one.start < match.end() and match.start() < one.end), None)
        parts = {name: value for name, value in match.groupdict().items() if value is not None}
        whole = int(parts.get("han") or parts.get("hour") or parts.get("short") or 0)
        part = parts.get("han_minutes") or parts.get("minutes") or parts.get("short_minutes") or 0
        hours = whole + int(part) / 60 + ("half" in parts) / 2
        if known is None and hours <= _A_DAY:
            found.append(ClockTime(hours, *match.span()))
    return sorted(found, key=lambda one: one.start)


def _find_hours(clocks: Sequence[ClockTime], typed: TypedStatement) -> TypedFigure | None:
    """Return the only length in hours behind the first time of the clock, when its clause tells of the way or a delay."""
    told = [
        one
        for one in typed.figures
        if one.kind == "time"
        and one.start >= clocks[0].end
        and one.item.figure.scale < _A_DAY
        and not any(clock.start < one.end and one.start < clock.end for clock in clocks)
    ]
    if len(told) != 1 or told[0].item.figure.bound or told[0].item.per:
        return None
    hours = told[0]
    begin, end = typed.find_clause(hours.start)
    around = read_words_around(hours, typed, _BEFORE, _BEHIND)
    is_other = find_cue("span_of_other").search(typed.text[begin:end])
    return hours if find_cue("way_told").search(around) and not is_other else None


def _count_between(clocks: Sequence[ClockTime], typed: TypedStatement) -> float | None:
    """Return the hours between two times; None where the days between them are told in a way that is not read."""
    first, last = clocks
    step = last.hours - first.hours
    dates = [one for _start, _end, one in typed.periods if one.day]
    if len(dates) == 2:
        days = count_days_between(dates[0], dates[1])
        return None if days is None else _A_DAY * days + step
    if find_cue("next_day").search(typed.text[first.end : last.end + _NEXT_TO]):
        return _A_DAY + step
    if find_cue("weekday").search(typed.text):
        return None
    return step if step > 0 else _A_DAY + step
