"""Numbers as people write them: digits of six scripts with separators, Chinese numerals, and the words of ten languages.

A number is read at one position, for readers that know what stands behind it; a number alone says nothing here.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from landsea_core.text.anchored import Anchored, skip_spaces
from landsea_core.text.folding import may_begin
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.prepared import PreparedText

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})+")
_WITH_CENTS = re.compile(r"[1-9]\d{0,2}((?:,\d{3})+\.\d{1,2}|(?:\.\d{3})+,\d{1,2})")
_MOST_DIGITS = 15
_HAN_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_HAN_TIMES = {"十": 10, "百": 100, "千": 1000}
_HAN_SIGNS = frozenset(_HAN_DIGITS) | frozenset(_HAN_TIMES)
_HAN = re.compile("[零〇一二两三四五六七八九十百千]+")
_TWO_HAN = re.compile("([一二三四五六七八])([二三四五六七八九])(?![零〇一二两三四五六七八九十百千])")
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
    """Reads numbers with the words of one lexicon (kinds "number" and "number_times")."""

    def __init__(self, lexicon: Lexicon):
        self._words = Anchored((entry.term, Decimal(entry.value)) for entry in lexicon.entries("number"))
        self._times = Anchored((entry.term, Decimal(entry.value)) for entry in lexicon.entries("number_times"))

    def at(self, text: PreparedText, start: int, *, after_a_number: bool = False) -> Number | None:
        """The number that begins at this folded position, with what multiplies it ("5万", "50 triệu"); None when none does.
        `after_a_number` is for the second number of a range, which may stand behind a hyphen.
        """
        folded = text.folded
        if start >= len(folded) or not may_begin(folded, start):
            return None
        if not after_a_number and _goes_on(folded, start):
            return None
        pair = _TWO_HAN.match(folded, start)
        if pair and _HAN_DIGITS[pair[1]] + 1 == _HAN_DIGITS[pair[2]]:
            return Number(start, pair.end(), Decimal(_HAN_DIGITS[pair[2]]), False, Decimal(_HAN_DIGITS[pair[1]]))
        found = self._plain(text, start)
        if found is None:
            return None
        end, value, digits = found
        while (times := self._times.at(text, skip_spaces(text, end))) is not None:
            end, value = times[0], value * times[1]
            rest = None if digits else self._plain(text, _AND.match(folded, end).end())
            if rest and not rest[2] and rest[1] < times[1]:
                end, value = rest[0], value + rest[1]
        return Number(start, end, value, digits)

    def _plain(self, text: PreparedText, start: int) -> tuple[int, Decimal, bool] | None:
        """Where a number ends, its value, and whether it is in digits."""
        if start >= len(text.folded):
            return None
        if text.folded[start].isdecimal():
            return _digits(text.folded, start)
        han = _HAN.match(text.folded, start)
        if han:
            value = _han(han.group())
            return None if value is None else (han.end(), value, False)
        first = self._words.at(text, start)
        if first is None:
            return None
        end, value = first
        if value in _TENS:
            at = end + 1 if text.folded[end : end + 1] in (" ", "-") else end
            unit = self._words.at(text, at)
            if unit and 1 <= unit[1] < 10:
                end, value = unit[0], value + unit[1]
        return end, value, False


def _goes_on(folded: str, start: int) -> bool:
    """Whether what stands here is the rest of something longer: a code, a date, a fraction, another numeral."""
    before = folded[start - 1 : start]
    if folded[start].isdecimal():
        return before.isdecimal() or (before in tuple(".,/-") and folded[start - 2 : start - 1].isalnum())
    return bool(before) and before in _HAN_SIGNS and folded[start] in _HAN_SIGNS


def _digits(folded: str, start: int) -> tuple[int, Decimal, bool] | None:
    """Digits from a position on. Groups of three behind a point or comma are thousands, as nearly all of the corridor writes
    them; anything else behind one is a fraction.
    """
    match = _DIGITS.match(folded, start)
    written = "".join(
        str(unicodedata.decimal(one)) if one.isdecimal() else one for one in match.group()[: _MOST_DIGITS + 5]
    )
    if sum(map(str.isdecimal, written)) > _MOST_DIGITS:
        return None
    if _THOUSANDS.fullmatch(written):
        return match.end(), Decimal(re.sub("[.,]", "", written)), True
    parts = re.split("[.,]", written)
    if _WITH_CENTS.fullmatch(written):
        parts = ["".join(parts[:-1]), parts[-1]]
    if len(parts) > 2:
        return None
    return match.end(), Decimal(".".join(parts)), True


def _han(written: str) -> Decimal | None:
    """The value of Chinese numerals below ten thousand: 三百二十, 两千五, 一百零八."""
    total, held, last = 0, None, 1
    for sign in written:
        if sign in _HAN_TIMES:
            last = _HAN_TIMES[sign]
            total += (1 if held is None else held) * last
            held = None
        elif held is not None and held != 0:
            return None  # signs one by one, as in a code
        else:
            held = _HAN_DIGITS[sign]
            if held == 0:
                last = 10
    if held:
        total += held * (last // 10 if last >= 100 else 1)
    return Decimal(total)
