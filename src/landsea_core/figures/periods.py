"""Months that a figure is about, as people write them in English and Chinese: years, halves, quarters, months, spans.

A period counts months from the year 0; one without a year ("the first half") has `year` None until a text gives it one.
Years of the Buddhist era (543 ahead) are refused with a sentence and never turned round in silence.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from landsea_core.sentences import Sentence, sentence

BUDDHIST_AHEAD = 543
BUDDHIST_YEARS = range(2530, 2600)

MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): at for at, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:19[5-9]\d|20\d\d|25[3-9]\d)"
_ORDER = {"first": 1, "half": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ORDER |= {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNT = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
}
_COUNT |= {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11}


@dataclass(frozen=True)
class Period:
    """Some whole months: `month` is the first (1 to 12), `months` how many; `start` and `end` are places in the text.

    `day` is set for a date, which counts as its month. `earlier` marks "the year before" and its like: not a fixed
    period but the one before that of the figure beside it.
    """

    year: int | None
    month: int = 1
    months: int = 12
    start: int = 0
    end: int = 0
    day: int | None = None
    earlier: bool = False

    @property
    def first(self) -> int:
        """The first month, counted from the year 0."""
        return (self.year or 0) * 12 + self.month - 1

    @property
    def is_full_year(self) -> bool:
        """True for twelve months from January."""
        return self.month == 1 and self.months == 12

    def same(self, other: "Period") -> bool:
        """Say whether both name the same months."""
        return (self.first, self.months) == (other.first, other.months)

    def contains(self, other: "Period") -> bool:
        """Say whether the other lies inside this one and is shorter."""
        inside = self.first <= other.first and other.first + other.months <= self.first + self.months
        return inside and other.months < self.months

    def overlap(self, other: "Period") -> int:
        """Return how many months both have in common."""
        return max(0, min(self.first + self.months, other.first + other.months) - max(self.first, other.first))

    def in_year(self, year: int | None) -> "Period":
        """Return this period in a year, if it names none itself."""
        return replace(self, year=year) if self.year is None else self

    @property
    def days(self) -> tuple[int, int]:
        """Return the least and the most days it may have: leap years count when no year is named."""
        years = [self.year] if self.year else [2023, 2024]
        counts = [
            sum(
                calendar.monthrange(year + (self.month - 1 + at) // 12, (self.month - 1 + at) % 12 + 1)[1]
                for at in range(self.months)
            )
            for year in years
        ]
        return min(counts), max(counts)

    def __str__(self) -> str:
        year = f" {self.year}" if self.year else ""
        if self.is_full_year:
            return str(self.year) if self.year else "the year"
        if self.months in (6, 3) and self.month % self.months == 1:
            return f"{'H' if self.months == 6 else 'Q'}{self.month // self.months + 1}{year}"
        last = self.month + self.months - 1
        if self.months == 1:
            return f"{calendar.month_abbr[self.month]}{year}"
        if last <= 12:
            return f"{calendar.month_abbr[self.month]}–{calendar.month_abbr[last]}{year}"
        end = self.first + self.months - 1
        return f"{calendar.month_abbr[self.month]}{year}–{calendar.month_abbr[end % 12 + 1]} {end // 12}"


_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # a span of months over years: Apr 2021-May 2022
        rf"\b(?P<from>{_NAME})\.?\s+(?P<fromyear>{_YEAR})\s*(?:-|–|—|to|through)\s*(?P<till>{_NAME})\.?\s+(?P<year>{_YEAR})\b",
        rf"(?P<year>{_YEAR})年(?P<from>\d{{1,2}})月?\s*(?:-|–|—|~|至|到)\s*(?P<till>\d{{1,2}})月份?",
        rf"\b(?P<year>{_YEAR})[-./](?P<month>0[1-9]|1[0-2])(?:[-./](?P<day>[0-3]\d))?\b(?![-./\d])",
        # months of one year: Jan-Sep 2025, January to September
        rf"\b(?P<from>{_NAME})\.?\s*(?:-|–|—|to|through)\s*(?P<till>{_NAME})\b\.?(?:,?\s*(?:of\s+)?(?P<year>{_YEAR})\b)?",
        rf"(?:(?P<year>{_YEAR})年)?(?:前|头)(?P<count>[1-9]\d?|十一|[两二三四五六七八九十])个?(?P<what>月|季度)",
        rf"(?:(?P<year>{_YEAR})年)?(?:第)?(?P<quarter>[一二三四1-4])季度",
        rf"(?:(?P<year>{_YEAR})年的?)?(?P<half>上|下)半年",
        r"(?<!\d)(?P<from>\d{1,2})月?\s*(?:-|–|—|~|至|到)\s*(?P<till>\d{1,2})月份?",
        rf"(?P<year>{_YEAR})年(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日|份|底|末|初)?",
        r"(?<!\d)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|份)",
        rf"\b(?:the\s+)?(?P<order>first|second)[\s-]+half(?:\s+of)?(?:\s+(?P<year>{_YEAR})\b)?",
        rf"\b(?P<number>half)[- ]year(?:'s|ly)?\b(?:\s+(?P<year>{_YEAR})\b)?",
        rf"\bH(?P<number>[12])\b(?:[\s-]*(?:of\s+)?(?P<year>{_YEAR})\b)?",
        rf"\b(?P<year>{_YEAR})\s*-?H(?P<number>[12])\b",
        rf"\b(?:the\s+)?(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+quarter(?:\s+of)?(?:\s+(?P<year>{_YEAR})\b)?",
        rf"\bQ(?P<quarter>[1-4])\b(?:[\s-]*(?:of\s+)?(?P<year>{_YEAR})\b)?",
        rf"\b(?P<year>{_YEAR})\s*-?Q(?P<quarter>[1-4])\b",
        rf"\b(?:the\s+)?first\s+(?P<count>\w+)\s+(?P<what>months|quarters)(?:\s+of)?(?:\s+(?P<year>{_YEAR})\b)?",
        rf"\b(?P<day>[0-3]?\d)\s+(?P<name>{_NAME})\.?,?\s+(?P<year>{_YEAR})\b",
        rf"\b(?P<name>{_NAME})\.?\s+(?P<day>[0-3]?\d),?\s+(?P<year>{_YEAR})\b",
        rf"\b(?:end|late|early|mid)[- ](?:of\s+)?(?P<year>{_YEAR})\b",
        rf"\b(?P<name>{_NAME})\.?,?\s+(?:of\s+)?(?P<year>{_YEAR})\b",
        r"\b(?P<day>[0-3]?\d)\s+(?P<name>January|February|March|April|June|July|August|September|October|November|December)\b",
        r"\b(?P<name>January|February|March|April|May|June|July|August|September|October|November|December)"
        r"(?:\s+(?P<day>[0-3]?\d)(?![\d,.]*\d)(?!\s*(?:%|million|billion|bn|m\b|thousand|TEU|ton|yuan|trains|trucks|vehicles)))?\b",
        rf"(?P<year>{_YEAR})年(?:全年|度)?",
        r"(?<![\d个])(?P<month>1[0-2]|[1-9])月",
        rf"\b(?P<whole>full[- ]year|(?:the )?(?:full|whole|entire) year(?: of)?)\b(?:,?\s+(?P<year>{_YEAR})\b)?",
        r"(?P<whole>全年)",
        r"(?<=\bin )(?P<whole>the year)\b(?! (?:before|earlier))",
        r"(?<=\bfor )(?P<whole>the year)\b(?! (?:before|earlier))",
        r"\b(?P<earlier>the (?:same (?:period|month|quarter) of (?:the )?(?:previous|last) year|previous year|year before|"
        r"preceding year|prior year)|last year(?!')|a year (?:earlier|before|ago)|the same period)\b",
        r"(?P<earlier>(?:上年|去年|前一年)(?:同期|同月|全年)?|上一?年度|同期)",
        rf"(?<![\d.,/])(?P<year>{_YEAR})(?![\d,]*\d)(?!\.\d)(?!\s*(?:%|TEU|tonnes|tons|km|days|hours|万|亿|吨|箱|公里|列|辆))",
    )
)


def find_periods(text: str) -> list[Period]:
    """Return the periods of a text in the order in which they stand; where readings overlap, the longer pattern wins."""
    found: list[Period] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            period = _period(match)
            if period is not None:
                found.append(period)
    return sorted([*found, *_carried(text, found)], key=lambda period: period.start)


_QUARTER_NAMED = re.compile(r"quarter", re.IGNORECASE)
_ORDER_ALONE = re.compile(
    r"\b(?:in|for|and)\s+the\s+(?P<quarter>second|third|fourth|2nd|3rd|4th)(?=[,:]?\s+(?!half|\w+ly)|[,:])", re.I
)


def _carried(text: str, found: list[Period]) -> Iterator[Period]:
    """ "3.2 bn in the first quarter, in the second 3.5 bn": what was named a quarter once is not named again."""
    named = [period for period in found if _QUARTER_NAMED.search(text[period.start : period.end])]
    for match in _ORDER_ALONE.finditer(text) if named else ():
        start, end = match.span("quarter")
        if start > named[0].end and not any(start < other.end and other.start < end for other in found):
            year = next((period.year for period in reversed(named) if period.end <= start), None)
            first, months = _months(match.groupdict())
            yield Period(year=year, start=start, end=end, month=first, months=months)


def buddhist_years(text: str) -> Iterator[Sentence]:
    """Yield what to do about each year of the Buddhist era that stands as a year in the text."""
    cue = r"(?:\b(?:in|year|since|until|B\.?E\.?)\s*|พ\.ศ\.\s*|佛历)"
    years = rf"{cue}(25[3-9]\d)\b(?!\s*%|,\d)|\b(25[3-9]\d)(?=年|\s*B\.?E\.?\b)"
    for match in re.finditer(years, text, re.IGNORECASE):
        year = match.group(1) or match.group(2)
        yield buddhist(int(year))


def buddhist(year: int) -> Sentence:
    """Return what to do about a year of the Buddhist era."""
    return sentence(
        "%(year)s looks like a year of the Buddhist era: write %(common)s.", year=year, common=year - BUDDHIST_AHEAD
    )


def _period(match: re.Match) -> Period | None:
    """Return the period of a match, or None when its numbers are no months."""
    got = {key: value for key, value in match.groupdict().items() if value is not None}
    year = int(got["year"]) if "year" in got else None
    if year in BUDDHIST_YEARS:
        return None
    span = {"year": year, "start": match.start(), "end": match.end()}
    if "earlier" in got:
        return Period(**span, earlier=True)
    first, months = _months(got)
    if not (1 <= first <= 12 and months >= 1):
        return None
    if "fromyear" in got:
        span["year"] = int(got["fromyear"])
    day = int(got["day"]) if "day" in got else None
    return Period(**span, month=first, months=months, day=day)


def _months(got: dict[str, str]) -> tuple[int, int]:  # noqa: PLR0911 - a ladder of readings, the first that fits
    """Return (first month, how many) of the parts that a pattern found; (0, 0) when they make no sense."""
    if "from" in got:
        first, till = _month(got["from"]), _month(got["till"])
        across = 12 * (int(got["year"]) - int(got["fromyear"])) if "fromyear" in got else 0
        return first, till + across - first + 1 if till <= 12 else 0
    if "quarter" in got:
        return _ORDER[got["quarter"].lower()] * 3 - 2, 3
    if "half" in got:
        return (1 if got["half"] == "上" else 7), 6
    if "order" in got or "number" in got:
        return _ORDER[got.get("order", got.get("number", "")).lower()] * 6 - 5, 6
    if "count" in got:
        count = got["count"].lower()
        many = int(count) if count.isdigit() else _COUNT.get(count, 0)
        many *= 3 if got["what"] in ("季度", "quarters") else 1
        return 1, many if many <= 12 else 0
    if "month" in got or "name" in got:
        return _month(got.get("month", got.get("name", ""))), 1
    return 1, 12


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS[word.lower()]
