"""Numbers in a statement of the English or Chinese press: how they look, as a regular expression, and their values."""

from collections.abc import Iterable
from decimal import Decimal

from landsea_core.text.lexicon import Entry, Lexicon
from landsea_core.text.numbers.digits import read_digits
from landsea_core.text.numbers.han import DIGITS, POINT, TIMES, read_han, read_two_in_a_row
from landsea_core.text.numbers.notation import STATEMENT

_ENGLISH = "en"
_HAN_ONE_TO_NINE = "一二三四五六七八九"
_LARGEST_WORD = 90
"""Hundred and more are magnitudes in a statement ("two hundred days")."""


class StatementNumbers:
    """The numbers of statements with the English number words of one lexicon (kind "number").

    `pattern` matches one number: "1,234.5", "three", 二十四点二. `words` matches an English number word alone.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._values = _with_hyphens(dict(_single_words(lexicon.list_entries("number"))))
        self.words = rf"(?:{'|'.join(sorted(self._values, key=len, reverse=True))})"
        han = rf"[{_HAN_ONE_TO_NINE}两{''.join(TIMES)}]+(?:{POINT}[{_HAN_ONE_TO_NINE}零]+)?"
        self.pattern = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b{self.words}\b|{han})"

    def read(self, written: str) -> Decimal | None:
        """Return the value of a number that `pattern` matched, with its decimals as written; None for a mere row of signs.

        "1,234.50" is 1234.50, "twelve" 12, 二十四点二 24.2; of 五六 ("five or six") it is the larger; 二五 is none.
        """
        lower = written.lower()
        if lower in self._values:
            return self._values[lower]
        if lower[0] in DIGITS or lower[0] in TIMES:
            pair = read_two_in_a_row(written, 0)
            return pair[2] if pair else read_han(written)
        return read_digits(written, STATEMENT)


def count_decimals(value: Decimal) -> int:
    """Return how many decimals a number was written with: 2 for 24.20."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _single_words(entries: Iterable[Entry]) -> Iterable[tuple[str, Decimal]]:
    for entry in entries:
        value = Decimal(entry.value)
        if entry.lang == _ENGLISH and " " not in entry.term and 1 <= value <= _LARGEST_WORD:
            yield entry.term, value


def _with_hyphens(values: dict[str, Decimal]) -> dict[str, Decimal]:
    """Return number words with those that are made of two: "twenty-eight"."""
    tens = {word: value for word, value in values.items() if value >= 20 and value % 10 == 0}
    ones = {word: value for word, value in values.items() if value < 10 and value == int(value)}
    made = {f"{ten}-{one}": tens[ten] + ones[one] for ten in tens for one in ones}
    return values | made
