"""Numbers in running text: digits of six scripts with separators, Chinese numerals, and the words of ten languages.

A number is read at one position, for readers that know what stands behind it; a number alone says nothing here.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import may_begin_word
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.anchored_words import AnchoredWords, skip_spaces
from landsea_core.text.numbers.digits import read_digits
from landsea_core.text.numbers.han import SIGNS, read_han, read_two_in_a_row
from landsea_core.text.numbers.notation import RUNNING_TEXT

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_MOST_DIGITS = 15
_HAN = re.compile(f"[{SIGNS}]+")
_AND = re.compile(" ?(?:and )?")
_TENS = frozenset(map(Decimal, range(10, 100, 10)))


@dataclass(frozen=True)
class Number:
    """A number in a text: folded positions and value. `digits` tells digits from words. `low` is below the value where two
    numerals in a row mean "three or four".
    """

    start: int
    end: int
    value: Decimal
    digits: bool = True
    low: Decimal | None = None


class NumberReader:
    """Reads numbers with the words of one lexicon (kinds "number", "number_times" and "number_behind_ten": the one of Lao and
    Thai that is another word behind a ten).
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = AnchoredWords((entry.term, Decimal(entry.value)) for entry in lexicon.list_entries("number"))
        self._times = AnchoredWords(
            (entry.term, Decimal(entry.value)) for entry in lexicon.list_entries("number_times")
        )
        self._behind_tens = AnchoredWords(
            (entry.term, Decimal(entry.value)) for entry in lexicon.list_entries("number_behind_ten")
        )

    def read_at(self, text: PreparedText, start: int, *, after_a_number: bool = False) -> Number | None:
        """Return the number that begins at this folded position, with what multiplies it; None when none does.

        In "ລົດ 3 ຄັນ ຊາວຫ້າມື້ 500 ລ້ານກີບ" these are 3, 25 (twenty and five) and 500,000,000 (500 times a million), in
        "5万" 50,000. `after_a_number` is for the second number of a range, which may stand behind a hyphen.
        """
        folded = text.folded
        if start >= len(folded) or not may_begin_word(folded, start):
            return None
        if not after_a_number and _is_inside_more(folded, start):
            return None
        if pair := read_two_in_a_row(folded, start):
            end, low, value = pair
            return Number(start, end, value, False, low)
        found = self._read_plain(text, start)
        if found is None:
            return None
        end, value, digits = found
        while (times := self._times.find_at(text, skip_spaces(text, end))) is not None:
            end, value = times[0], value * times[1]
            rest = None if digits else self._read_plain(text, _end_of_and(folded, end))
            if rest and not rest[2] and rest[1] < times[1]:
                end, value = rest[0], value + rest[1]
        return Number(start, end, value, digits)

    def _read_plain(self, text: PreparedText, start: int) -> tuple[int, Decimal, bool] | None:
        """Return where a number without multipliers ends, its value, and whether it is in digits."""
        if start >= len(text.folded):
            return None
        if text.folded[start].isdecimal():
            return _read_digits_at(text.folded, start)
        han = _HAN.match(text.folded, start)
        if han:
            value = read_han(han.group())
            return None if value is None else (han.end(), value, False)
        return self._read_words(text, start)

    def _read_words(self, text: PreparedText, start: int) -> tuple[int, Decimal, bool] | None:
        """Read number words: one, or a ten with a unit behind it, as in "twenty-five", "ຊາວຫ້າ", "ສາມສິບເອັດ" (31)."""
        first = self._words.find_at(text, start)
        if first is None:
            return None
        end, value = first
        if value in _TENS:
            at = end + 1 if text.folded[end : end + 1] in (" ", "-") else end
            unit = self._words.find_at(text, at) or self._behind_tens.find_at(text, at)
            if unit and 1 <= unit[1] < 10:
                end, value = unit[0], value + unit[1]
        return end, value, False


def _is_inside_more(folded: str, start: int) -> bool:
    """Whether what stands here is the rest of something longer: a code, a date, a fraction, another numeral."""
    before = folded[start - 1 : start]
    if folded[start].isdecimal():
        return before.isdecimal() or (before in tuple(".,/-") and folded[start - 2 : start - 1].isalnum())
    return bool(before) and before in SIGNS and folded[start] in SIGNS


def _read_digits_at(folded: str, start: int) -> tuple[int, Decimal, bool] | None:
    match = _DIGITS.match(folded, start)
    if match is None or sum(map(str.isdecimal, match.group())) > _MOST_DIGITS:
        return None
    value = read_digits(match.group(), RUNNING_TEXT)
    return None if value is None else (match.end(), value, True)


def _end_of_and(folded: str, start: int) -> int:
    """Where the "and" ends that may join hundreds and what follows ("three hundred and twenty")."""
    found = _AND.match(folded, start)
    return found.end() if found else start
