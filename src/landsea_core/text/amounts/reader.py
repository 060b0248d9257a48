"""How much and how long: money, weights, lorries, days, each with the words that say so.

A desk that reads another language sees at a glance that it is about three lorries that have stood for four days. Nothing is
converted and nothing is decided by it: 4 nights stay 4 nights.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.anchored_words import Anchored, skip_spaces
from landsea_core.text.numbers.in_text import Number, NumberReader

MONEY, WEIGHT, COUNT, DURATION = "money", "weight", "count", "duration"
_KINDS = {
    DURATION: ("hour", "night", "day", "week", "month", "year"),
    WEIGHT: ("tonne", "kg"),
    COUNT: ("lorry", "container", "wagon", "head", "box", "person"),
    MONEY: ("CNY", "USD", "VND", "THB", "LAK", "KHR", "MMK", "IDR", "MYR", "PHP", "SGD", "EUR"),
}
KIND_OF_UNIT = {unit: kind for kind, units in _KINDS.items() for unit in units}
MOST = 20
_MOST_VALUE = Decimal(10) ** 13
_SIGNS = Anchored((sign, sign) for sign in ("$", "€", "¥", "฿", "₫", "₭", "៛", "₱"))
_UNIT_OF_SIGN = {"$": "USD", "€": "EUR", "¥": "CNY", "฿": "THB", "₫": "VND", "₭": "LAK", "៛": "KHR", "₱": "PHP"}
_TO = re.compile(r" ?(?:-|–|~|至|到|to|den|ถึง|ຫາ|hingga|sampai) ?")
_COUNTED_BEFORE = ("km", "my")
"""Languages in which a number may follow what it counts without another word: "ကား ၂၀" are twenty lorries."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2700


@dataclass(frozen=True)
class Amount:
    """A number with its unit; `low` and `high` differ where a range was written. Currencies are ISO 4217 codes, other units the
    codes of the lexicon (hour, day, lorry, container, tonne, ...). Positions are of the folded text.
    """

    kind: str
    unit: str
    low: Decimal
    high: Decimal
    words: str
    start: int
    end: int


class AmountReader:
    """Reads amounts with one lexicon (kinds "unit", "number", "number_times")."""

    def __init__(self, lexicon: Lexicon):
        entries = lexicon.entries("unit")
        self._units = Anchored((entry.term, entry.value) for entry in entries)
        self._before = Anchored(
            (entry.term, entry.value) for entry in entries if KIND_OF_UNIT.get(entry.value) == MONEY
        )
        self._counted = Anchored(
            (entry.term, entry.value)
            for entry in entries
            if entry.lang in _COUNTED_BEFORE and KIND_OF_UNIT.get(entry.value) == COUNT
        )
        self._numbers = NumberReader(lexicon)

    def amounts(self, text: PreparedText) -> list[Amount]:
        """All amounts in their order, at most twenty; kept with the text. Never raises."""
        if self not in text.found:
            text.found[self] = list(_first(self._all(text), MOST))
        return text.found[self]

    def _all(self, text: PreparedText) -> Iterator[Amount]:
        reached = 0
        for start in text.starts:
            if start < reached:
                continue
            found = self._at(text, start)
            if found:
                reached = found.end
                yield found

    def _at(self, text: PreparedText, start: int) -> Amount | None:
        before = _SIGNS.at(text, start) or self._before.at(text, start)
        first = self._numbers.read_at(text, skip_spaces(text, before[0]) if before else start)
        if first is None:
            return None
        last = self._other_end(text, first) or first
        after = self._units.at(text, skip_spaces(text, last.end))
        if before:
            unit, end = _UNIT_OF_SIGN.get(before[1], before[1]), last.end
            if after and KIND_OF_UNIT.get(after[1]) == MONEY:
                unit, end = after[1], after[0]
        elif after:
            end, unit = after
        elif noun := self._counted.before(text, len(text.folded[:start].rstrip())):
            (start, unit), end = noun, last.end
        else:
            return None
        kind = KIND_OF_UNIT.get(unit)
        if kind is None or not 0 < last.value < _MOST_VALUE or _is_a_year(unit, first):
            return None
        low, high = (first.value if first.low is None else first.low), last.value
        return Amount(kind, unit, low, high, text.words(start, end), start, end)

    def _other_end(self, text: PreparedText, first: Number) -> Number | None:
        """The second number of a range such as "3-4"."""
        to = _TO.match(text.folded, first.end)
        if not to:
            return None
        second = self._numbers.read_at(text, to.end(), after_a_number=True)
        return second if second and second.value > first.value else None


def _is_a_year(unit: str, number: Number) -> bool:
    return unit == "year" and number.digits and _FIRST_YEAR <= number.value <= _LAST_YEAR


def _first(found: Iterator[Amount], most: int) -> Iterator[Amount]:
    for _, one in zip(range(most), found, strict=False):
        yield one
