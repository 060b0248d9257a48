"""The reader of amounts: numbers with the units that stand beside them."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from landsea_core.text.amounts.amount import Amount
from landsea_core.text.amounts.amount_words import AmountWords
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.anchored_words import skip_spaces
from landsea_core.text.numbers.in_text import Number, NumberReader
from landsea_core.text.units.sizes import MONEY

MOST = 20
_MOST_VALUE = Decimal(10) ** 13
_FIRST_YEAR, _LAST_YEAR = 1900, 2700


class AmountReader:
    """Reads amounts with one lexicon (kinds "unit", "unit_size", "money_sign", "range_word", "number", "number_times")."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = AmountWords(lexicon)
        self._numbers = NumberReader(lexicon)

    def read_amounts(self, text: PreparedText) -> list[Amount]:
        """Return all amounts in their order, at most twenty; kept with the text. Never raises.

        "ລົດ 3 ຄັນ ຊາວຫ້າມື້" are three lorries and twenty-five days.
        """
        if self not in text.found:
            text.found[self] = list(islice(self._find_all(text), MOST))
        found: list[Amount] = text.found[self]
        return found

    def _find_all(self, text: PreparedText) -> Iterator[Amount]:
        reached = 0
        for start in text.starts:
            if start < reached:
                continue
            found = self._read_at(text, start)
            if found:
                reached = found.end
                yield found

    def _read_at(self, text: PreparedText, start: int) -> Amount | None:
        """Return the amount that begins at this position: a currency and a number, or a number and a unit."""
        before = self._words.money_signs.find_at(text, start) or self._words.currencies.find_at(text, start)
        first = self._numbers.read_at(text, skip_spaces(text, before[0]) if before else start)
        if first is None:
            return None
        last = self._read_other_end(text, first) or first
        unit, begin, end = self._find_unit(text, start, last.end, before[1] if before else "")
        kind = self._words.kinds.get(unit)
        if kind is None or not 0 < last.value < _MOST_VALUE or _is_a_year(unit, first):
            return None
        low = first.value if first.low is None else first.low
        return Amount(kind, unit, low, last.value, text.words_between(begin, end), begin, end)

    def _find_unit(self, text: PreparedText, start: int, end: int, currency: str) -> tuple[str, int, int]:
        """Return the unit of numbers between two positions, and from where to where the amount goes; no unit is empty."""
        after = self._words.units.find_at(text, skip_spaces(text, end))
        if currency:
            # "$ 500 Singapore dollars": the words behind say more than the sign
            if after and self._words.kinds.get(after[1]) == MONEY:
                return after[1], start, after[0]
            return currency, start, end
        if after:
            return after[1], start, after[0]
        noun = self._words.counted.find_before(text, len(text.folded[:start].rstrip()))
        return (noun[1], noun[0], end) if noun else ("", start, end)

    def _read_other_end(self, text: PreparedText, first: Number) -> Number | None:
        """Return the second number of a range such as "3-4"."""
        to = self._words.range_join.match(text.folded, first.end)
        if not to:
            return None
        second = self._numbers.read_at(text, to.end(), after_a_number=True)
        return second if second and second.value > first.value else None


def _is_a_year(unit: str, number: Number) -> bool:
    return unit == "year" and number.digits and _FIRST_YEAR <= number.value <= _LAST_YEAR
