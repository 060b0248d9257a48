"""Finding periods in a text: years, halves, quarters, months, spans, days that count as their month.

A period without a year ("the first half") has `year` None until a text gives it one. Years of the Buddhist era are no
periods here; `buddhist` says what to do about them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from landsea_core.text.default_lexicons import read_statement_lexicon
from landsea_core.text.eras import BUDDHIST_YEARS
from landsea_core.text.periods.patterns import make_patterns
from landsea_core.text.periods.period import Period
from landsea_core.text.periods.period_words import PeriodWords

Parts = dict[str, str]
_NO_MONTHS = (0, 0)


def find_periods(text: str) -> list[Period]:
    """Return the periods of a text in the order in which they stand; where readings overlap, the earlier pattern wins.

    "Jan-Sep 2025, against 2024" gives nine months of 2025 and the year 2024.
    """
    return _default_finder().find_periods(text)


_MAY = "may"
""" "Visitors | may | stay 30 days": no month is written so."""


@cache
def _default_finder() -> "PeriodFinder":
    return PeriodFinder(PeriodWords(read_statement_lexicon()))


class PeriodFinder:
    """Finds periods with the words of one lexicon."""

    def __init__(self, words: PeriodWords) -> None:
        self._words = words
        self._patterns = make_patterns(words)
        order = "|".join(word for word in words.orders if word.isascii() and words.orders[word] > 1 and len(word) > 1)
        self._order_alone = re.compile(
            rf"\b(?:in|for|and)\s+the\s+(?P<quarter>{order})(?=[,:]?\s+(?!half|\w+ly)|[,:.;])", re.IGNORECASE
        )

    def find_periods(self, text: str) -> list[Period]:
        """Return the periods of a text; see the function of this name."""
        found: list[Period] = []
        for pattern in self._patterns:
            for match in pattern.finditer(text):
                if _overlaps(match.span(), found):
                    continue
                period = self._read_period(match)
                if period is not None:
                    found.append(period)
        return sorted([*found, *self._find_orders_alone(text, found)], key=lambda period: period.start)

    def _find_orders_alone(self, text: str, found: list[Period]) -> Iterator[Period]:
        """Yield quarters and halves of which only the order is said: "3.2 bn in the first quarter, in the second 3.5 bn"."""
        named = [period for period in found if "quarter" in text[period.start : period.end].lower()]
        if not named and (halves := [one for one in found if "half" in text[one.start : one.end].lower()]):
            yield from self._find_halves_alone(text, halves, found)
        for match in self._order_alone.finditer(text) if named else ():
            start, end = match.span("quarter")
            if start > named[0].end and not _overlaps((start, end), found):
                year = next((period.year for period in reversed(named) if period.end <= start), None)
                first, months = self._read_months(match.groupdict())
                yield Period(year=year, start=start, end=end, month=first, months=months)

    def _find_halves_alone(self, text: str, halves: list[Period], found: list[Period]) -> Iterator[Period]:
        for match in self._order_alone.finditer(text):
            start, end = match.span("quarter")
            order = self._words.orders[match["quarter"].lower()]
            if order == 2 and start > halves[0].end and not _overlaps((start, end), found):
                yield Period(year=halves[-1].year, start=start, end=end, month=7, months=6)

    def _read_period(self, match: re.Match[str]) -> Period | None:
        """Return the period of a match, or None when its numbers are no months or its year is of the Buddhist era."""
        parts = {key: value for key, value in match.groupdict().items() if value is not None}
        if parts.get("name") == _MAY:
            return None
        year = int(parts["year"]) if "year" in parts else None
        if year in BUDDHIST_YEARS:
            return None
        if "earlier" in parts:
            return Period(year=year, start=match.start(), end=match.end(), earlier=True)
        first, months = self._read_months(parts)
        if not (1 <= first <= 12 and months >= 1):
            return None
        if "fromyear" in parts:
            year = int(parts["fromyear"])
        day = int(parts["day"]) if "day" in parts else None
        last_day = int(parts["lastday"]) if "lastday" in parts else None
        return Period(
            year=year, start=match.start(), end=match.end(), month=first, months=months, day=day, last_day=last_day
        )

    def _read_months(self, parts: Parts) -> tuple[int, int]:
        """Return (first month, how many) of the parts that a pattern found; (0, 0) when they make no sense."""
        readers: dict[str, Callable[[Parts], tuple[int, int]]] = {
            "from": self._read_span,
            "quarter": lambda parts: (self._words.orders[parts["quarter"].lower()] * 3 - 2, 3),
            "half": lambda parts: (self._words.halves[parts["half"]] * 6 - 5, 6),
            "halfyear": lambda parts: (1, 6),
            "order": self._read_half,
            "count": self._read_count,
            "month": lambda parts: (int(parts["month"]), 1),
            "name": lambda parts: (self._words.months[parts["name"].lower()], 1),
        }
        named = next((name for name in readers if name in parts), None)
        return readers[named](parts) if named else (1, 12)

    def _read_span(self, parts: Parts) -> tuple[int, int]:
        """Read months from one to another: "Apr 2021-May 2022" is fourteen months from April."""
        first, till = self._read_month(parts["from"]), self._read_month(parts["till"])
        years = int(parts["year"]) - int(parts["fromyear"]) if "fromyear" in parts else 0
        return first, till + 12 * years - first + 1 if till <= 12 else 0

    def _read_half(self, parts: Parts) -> tuple[int, int]:
        order = self._words.orders[parts["order"].lower()]
        return (order * 6 - 5, 6) if order <= 2 else _NO_MONTHS

    def _read_count(self, parts: Parts) -> tuple[int, int]:
        """Read months from the beginning of a year: "the first nine months", 前三季度."""
        many = int(self._words.numbers.read(parts["count"]) or 0)
        many *= 3 if parts["what"] in ("季度", "quarters") else 1
        return 1, many if many <= 12 else 0

    def _read_month(self, word: str) -> int:
        return int(word) if word.isdigit() else self._words.months[word.lower()]


def _overlaps(span: tuple[int, int], found: Iterable[Period]) -> bool:
    return any(span[0] < other.end and other.start < span[1] for other in found)
