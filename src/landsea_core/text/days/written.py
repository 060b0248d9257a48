"""Days in numbers: 2026-11-12, 12/11/2026, 11月12日, "ngày 12 tháng 11", 20号."""

import re
from collections.abc import Iterator
from datetime import date

from landsea_core.text.days.day_words import DayWords
from landsea_core.text.days.meant_day import choose_day, choose_month
from landsea_core.text.days.when import LIKELY, SURE, When
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.numbers.digits import use_ascii_digits

_D = r"(?<![\w.,/-])"
_ISO = re.compile(rf"{_D}(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)")
_DAY_MONTH_YEAR = re.compile(rf"{_D}(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}})(?!\d)")
_DAY_MONTH = re.compile(rf"{_D}(\d{{1,2}})/(\d{{1,2}})(?![\d/.])")
_HAN = re.compile(r"(?:(\d{4}|去|今)年?)?(\d{1,2})月(?:(\d{1,2})[日号])?")
_FRACTIONS = frozenset({("1", "2"), ("1", "3"), ("1", "4"), ("3", "4"), ("24", "7")})
"""What looks like a day and month and is more often something else."""


def fold_digits(text: PreparedText) -> str:
    """Return the folded text with the digits of all scripts as 0 to 9, made once for a text: months are named in it often."""
    if fold_digits not in text.found:
        text.found[fold_digits] = use_ascii_digits(text.folded)
    folded: str = text.found[fold_digits]
    return folded


def find_written_days(text: PreparedText, words: DayWords, today: date) -> Iterator[When]:
    """Yield the days in numbers, pattern by pattern."""
    folded = fold_digits(text)
    for pattern, (year, month, day) in (
        (_ISO, (1, 2, 3)),
        (_DAY_MONTH_YEAR, (3, 2, 1)),
        (words.numbered_month, (3, 2, 1)),
    ):
        for match in pattern.finditer(folded):
            yield from make_day(match.group(), match.start(), match[year], int(match[month]), int(match[day]), today)
    for match in _HAN.finditer(folded):
        if match[3]:
            yield from make_day(match.group(), match.start(), match[1], int(match[2]), int(match[3]), today)
        else:
            yield from make_month(match.group(), match.start(), int(match[2]), match[1], today)
    for match in words.han_day.finditer(folded):
        yield from make_day(match.group(), match.start(), None, today.month, int(match[1]), today, LIKELY)
    for match in _DAY_MONTH.finditer(folded):
        if (match[1], match[2]) not in _FRACTIONS:
            yield from make_day(match.group(), match.start(), None, int(match[2]), int(match[1]), today, LIKELY)


def make_day(
    words: str, start: int, year: str | None, month: int, day: int, today: date, confidence: float = SURE
) -> Iterator[When]:
    """Yield the day that is meant by these words, if there is one."""
    meant = choose_day(year, month, day, today)
    if meant:
        yield When(meant, meant, confidence, words, start)


def make_month(words: str, start: int, month: int, year: str | None, today: date) -> Iterator[When]:
    """Yield the whole month that is meant by these words, if there is one."""
    meant = choose_month(year, month, today)
    if meant:
        yield When(*meant, LIKELY, words, start)
