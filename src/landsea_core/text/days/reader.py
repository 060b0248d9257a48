"""Which days a text speaks of, and since when it says that something stands.

Read are days with a number (12 November, 12/11/2026, 11月12日, 12 พ.ย. 2569), words that count from today (yesterday,
last week, Tuesday) and lengths of time that run until now ("for four days"). What the words count from is an argument. A day
without a year is the nearest one to today. Days are those of whoever writes; no time zone is applied.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from landsea_core.text.amounts.reader import DURATION, Amount, AmountReader
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import may_begin_word
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.anchored_words import Anchored, skip_spaces
from landsea_core.text.numbers.digits import to_ascii_digits

MOST = 10
_BUDDHIST_ERA = 543
_FIRST_BUDDHIST, _LAST_BUDDHIST = 2500, 2700
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_SOON = 120
"""A day without a year is the nearest one that is not more than so many days ahead."""
_LONGEST_SINCE = 366
_HOURS, _DAYS = 24.0, {"night": 1, "day": 1, "week": 7}
_LONGEST_LENGTH = 62
"""Days of a length of time that is taken for one until now; what is longer is told as a habit or a term."""
_BEFORE_A_DAY = re.compile(r"(?: |ngay|วันที่|ວັນທີ|ថ្ងៃទី|ថ្ងៃ|the|on|tanggal|noong|petsa)*")
_LONGEST_BEFORE = 20
_FRACTIONS = frozenset({("1", "2"), ("1", "3"), ("1", "4"), ("3", "4"), ("24", "7")})
"""What looks like a day and month and is more often something else."""
_RELATIVE = {
    "today": (0, 0),
    "tonight": (0, 0),
    "yesterday": (-1, -1),
    "before_yesterday": (-2, -2),
    "tomorrow": (1, 1),
}
_SURE, _LIKELY, _PERHAPS = 0.9, 0.7, 0.45

_D = r"(?<![\w.,/-])"
_ISO = re.compile(rf"{_D}(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)")
_DAY_MONTH_YEAR = re.compile(rf"{_D}(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}})(?!\d)")
_DAY_MONTH = re.compile(rf"{_D}(\d{{1,2}})/(\d{{1,2}})(?![\d/.])")
_HAN = re.compile(r"(?:(\d{4}|去|今)年?)?(\d{1,2})月(?:(\d{1,2})[日号])?")
_HAN_DAY = re.compile(r"(?<![\d月])(\d{1,2})号(?!线|门|柜|楼|车|口)")
_NUMBERED_MONTH = re.compile(
    r"(?<!\d)(\d{1,2}) ?(?:thang|เดือน|ເດືອນ|ខែ(?:ទី)?) ?(\d{1,2})(?:(?:,? ?(?:nam|ปี|ປີ|ឆ្នាំ|พ\.ศ\.|/) ?)(\d{4}))?(?!\d)"
)
_DAY_BEFORE = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?: of| ខែ| ເດືອນ| เดือน)? ?$")
_DAY_AFTER = re.compile(r" ?(\d{1,2})(?:st|nd|rd|th)?(?! ?\d)(?:,? (\d{4}))?")
_YEAR_AFTER = re.compile(r",? ?(?:พ\.ศ\. ?)?(\d{4})(?!\d)")


@dataclass(frozen=True)
class When:
    """From `first` to `last`, both included, and the words that say so. `since` is true where it began then and goes on."""

    first: date
    last: date
    confidence: float
    words: str
    start: int
    since: bool = False


class DayReader:
    """Reads days with one lexicon (kind "when") and the lengths of time that `amounts` reads."""

    def __init__(self, lexicon: Lexicon, amounts: AmountReader):
        self._index = lexicon.index("when")
        self._amounts = amounts
        entries = lexicon.entries("when")
        self._since = Anchored((entry.term, True) for entry in entries if entry.value == "since")
        self._until_now = Anchored((entry.term, True) for entry in lexicon.entries("until_now"))

    def days(self, text: PreparedText, today: date) -> list[When]:
        """All that is said of days, in the order of the text, at most ten. Never raises."""
        found = [*_written(text, today), *self._named(text, today), *self._lengths(text, today)]
        found.sort(key=lambda one: (one.start, -len(one.words)))
        kept: list[When] = []
        for one in found:
            if not kept or one.start >= kept[-1].start + len(kept[-1].words):
                kept.append(one)
        return [self._with_since(text, one) for one in kept[:MOST]]

    def began(self, text: PreparedText, today: date) -> When | None:
        """The one day on which it seems to have begun; None when no single day within the last year is said."""
        known = [
            one
            for one in self.days(text, today)
            if one.first == one.last and timedelta(0) <= today - one.first <= timedelta(_LONGEST_SINCE)
        ]
        return max(known, key=lambda one: (one.since, one.confidence, -one.start), default=None)

    def _with_since(self, text: PreparedText, one: When) -> When:
        """The same with "since" told, where a word right before it says so."""
        if one.since or not self._follows_since(text, one.start):
            return one
        return When(one.first, one.last, min(_SURE, one.confidence + 0.2), one.words, one.start, since=True)

    def _follows_since(self, text: PreparedText, start: int) -> bool:
        """Whether a word such as "since" opens these words or stands before them, with nothing but "the day" between."""
        for at in range(start, max(-1, start - _LONGEST_BEFORE), -1):
            found = self._since.at(text, at) if may_begin_word(text.folded, at) else None
            if found and (at == start or _BEFORE_A_DAY.fullmatch(text.folded, found[0], start)):
                return True
        return False

    def _named(self, text: PreparedText, today: date) -> Iterator[When]:
        for hit in self._index.find(text):
            value = hit.payload.value
            span: tuple[date, date] | None = None
            if value.startswith("month_"):
                yield from _with_month(text, hit.start, hit.end, int(value.removeprefix("month_")), today)
                continue
            if value in _RELATIVE:
                first, last = _RELATIVE[value]
                span = today + timedelta(first), today + timedelta(last)
            elif value.startswith("weekday_"):
                day = today - timedelta((today.weekday() - int(value.removeprefix("weekday_"))) % 7)
                span = day, day
            elif value.startswith("last_weekday_"):
                day = today - timedelta(today.weekday() + 7 - int(value.removeprefix("last_weekday_")))
                span = day, day
            elif value == "last_week":
                monday = today - timedelta(today.weekday() + 7)
                span = monday, monday + timedelta(6)
            elif value == "last_month":
                last_day = today.replace(day=1) - timedelta(1)
                span = last_day.replace(day=1), last_day
            elif value == "last_year":
                span = date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
            if span:
                sure = _PERHAPS + 0.1 if value.startswith("weekday_") else _LIKELY
                yield When(*span, sure, hit.words, hit.start)

    def _lengths(self, text: PreparedText, today: date) -> Iterator[When]:
        """Lengths of time of at most two months that run until now."""
        for amount in self._amounts.amounts(text):
            days = _days_of(amount)
            if days is None or days > _LONGEST_LENGTH:
                continue
            until_now = self._until_now.at(text, skip_spaces(text, amount.end)) or self._until_now.before(
                text, len(text.folded[: amount.start].rstrip())
            )
            day = today - timedelta(days)
            sure = _LIKELY if until_now else _PERHAPS
            yield When(day, day, sure, amount.words, amount.start, since=bool(until_now))


def _days_of(amount: Amount) -> int | None:
    """How many days ago a length of time began; None for what is no length of hours, days or weeks."""
    if amount.kind != DURATION:
        return None
    if amount.unit == "hour":
        return int(float(amount.high) // _HOURS)
    return int(amount.high * _DAYS[amount.unit]) if amount.unit in _DAYS else None


def _with_digits(text: PreparedText) -> str:
    """The folded text with the digits of all scripts as 0 to 9, made once for a text: a month may be named in it very often."""
    if _with_digits not in text.found:
        text.found[_with_digits] = to_ascii_digits(text.folded)
    return text.found[_with_digits]


def _written(text: PreparedText, today: date) -> Iterator[When]:
    """Days in numbers."""
    folded = _with_digits(text)
    for match in _ISO.finditer(folded):
        yield from _day(match, match[1], match[2], match[3], today, _SURE)
    for match in _DAY_MONTH_YEAR.finditer(folded):
        yield from _day(match, match[3], match[2], match[1], today, _SURE)
    for match in _NUMBERED_MONTH.finditer(folded):
        yield from _day(match, match[3], match[2], match[1], today, _SURE)
    for match in _HAN.finditer(folded):
        if match[3]:
            yield from _day(match, match[1], match[2], match[3], today, _SURE)
        else:
            yield from _month(match.group(), match.start(), int(match[2]), match[1], today)
    for match in _HAN_DAY.finditer(folded):
        yield from _day(match, None, str(today.month), match[1], today, _LIKELY)
    for match in _DAY_MONTH.finditer(folded):
        if (match[1], match[2]) not in _FRACTIONS:
            yield from _day(match, None, match[2], match[1], today, _LIKELY)


def _with_month(text: PreparedText, start: int, end: int, month: int, today: date) -> Iterator[When]:
    """A day of a month that is named: before the name or behind it; without a day, the whole month."""
    folded = _with_digits(text)
    before = _DAY_BEFORE.search(folded[max(0, start - 14) : start])
    if before:
        begin = start - len(before.group())
        year = _YEAR_AFTER.match(folded, end)
        words = folded[begin : year.end() if year else end]
        yield from _made(words, begin, year and year[1], month, int(before[1]), today, _SURE)
        return
    after = _DAY_AFTER.match(folded, end)
    if after and 1 <= int(after[1]) <= 31:
        words = folded[start : after.end()]
        yield from _made(words, start, after[2], month, int(after[1]), today, _SURE)
        return
    year = _YEAR_AFTER.match(folded, end)
    if year or end - start > 3:
        yield from _month(folded[start : year.end() if year else end], start, month, year and year[1], today)


def _day(match: re.Match, year: str | None, month: str, day: str, today: date, sure: float) -> Iterator[When]:
    yield from _made(match.group(), match.start(), year, int(month), int(day), today, sure)


def _made(words: str, start: int, year: str | None, month: int, day: int, today: date, sure: float) -> Iterator[When]:
    possible = [made for one in _years(year, today) if (made := _date(one, month, day))]
    if not year:
        possible = [made for made in possible if made - today <= timedelta(_SOON)]
    nearest = min(possible, key=lambda made: abs(made - today), default=None)
    if nearest:
        yield When(nearest, nearest, sure, words, start)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(words: str, start: int, month: int, year: str | None, today: date) -> Iterator[When]:
    for one in _made(words, start, year, month, 1, today, _LIKELY):
        following = date(one.first.year + month // 12, month % 12 + 1, 1)
        yield When(one.first, following - timedelta(1), _LIKELY, words, start)


def _years(year: str | None, today: date) -> Iterable[int]:
    """The years that may be meant. Years of the Buddhist era are counted back to the common one."""
    if year is None:
        return today.year + 1, today.year, today.year - 1
    if year in "去今":
        return (today.year - (year == "去"),)
    number = int(year)
    if _FIRST_BUDDHIST <= number <= _LAST_BUDDHIST:
        number -= _BUDDHIST_ERA
    return (number,) if _FIRST_YEAR <= number <= _LAST_YEAR else ()
