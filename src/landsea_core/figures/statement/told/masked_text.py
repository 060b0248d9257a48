"""A statement with signs for its figures, dates and times of the clock, so that a wording is looked for between them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from landsea_core.figures.quantities.clock_times import ClockTime, find_clock_times
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.text.periods import Period
from landsea_core.text.traced_text import TracedText

FIGURE, DATE, CLOCK = "«»", "‹›", "⟨⟩"
"""The brackets around the place of a figure, a date and a time of the clock in its list; those that are typed are no signs."""
_YEAR = re.compile(r"\d{4}")
_TYPED = str.maketrans(dict.fromkeys(FIGURE + DATE + CLOCK, " "))


@dataclass(frozen=True)
class MaskedText:
    """`text` holds "«0»" for the first figure, "‹0›" for the first of `dates`, "⟨0⟩" for the first of `clocks`."""

    text: str
    items: tuple[Item, ...]
    dates: tuple[Period, ...]
    clocks: tuple[ClockTime, ...]


def mask_text(read: ReadStatement) -> MaskedText:
    """Return a statement with signs for what is computed with; a figure that overlaps a date or another is left as it is."""
    dates = tuple(_as_typed(one, read.text) for one in read.periods if one.day and not one.last_day)
    clocks = tuple(find_clock_times(read.text))
    spans = [(*_trim(read.text, one.figure.start, one.figure.end), f"«{at}»") for at, one in enumerate(read.items)]
    spans += [(one.start, one.end, f"‹{at}›") for at, one in enumerate(dates)]
    spans += [(one.start, one.end, f"⟨{at}⟩") for at, one in enumerate(clocks)]
    return MaskedText(_put_signs(read.text, spans), read.items, dates, clocks)


def mask_typed_text(text: str, respelled: TracedText, read: ReadStatement) -> MaskedText:
    """Return a statement as typed, in its own language, with signs for what was read in its respelling."""
    masked = mask_text(read)
    spans = [(one.figure.start, one.figure.end, f"«{at}»") for at, one in enumerate(read.items)]
    spans += [(one.start, one.end, f"‹{at}›") for at, one in enumerate(masked.dates)]
    spans += [(one.start, one.end, f"⟨{at}⟩") for at, one in enumerate(masked.clocks)]
    ranges = [one for one in read.periods if one.day and one.last_day]
    ends = [_as_typed(end, read.text) for one in ranges for end in _cut_range(one)]
    count = len(masked.dates)
    spans += [(one.start, one.end, f"‹{count + 2 * at}›–‹{count + 2 * at + 1}›") for at, one in enumerate(ranges)]
    typed = [(*_trim(text, *respelled.find_origin(start, end)), sign) for start, end, sign in spans]
    return replace(masked, text=_put_signs(text, typed), dates=(*masked.dates, *ends))


def _cut_range(one: Period) -> tuple[Period, Period]:
    """Return the first and the last day of some days: "from 12 to 16 May"."""
    return replace(one, last_day=None), replace(one, month=one.month + one.months - 1, day=one.last_day, last_day=None)


def _put_signs(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    pieces, place = [], 0
    for start, end, sign in sorted(spans):
        if start < place:
            continue
        pieces += [text[place:start].translate(_TYPED), sign]
        place = end
    return "".join([*pieces, text[place:].translate(_TYPED)])


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a place without the spaces at its ends: "from | 350 tonnes"."""
    written = text[start:end]
    return start + len(written) - len(written.lstrip()), end - len(written) + len(written.rstrip())


def _as_typed(day: Period, text: str) -> Period:
    """Return a date with its year only where it is written beside it, and not taken from another one."""
    return day if _YEAR.search(text, day.start, day.end) else replace(day, year=None)
