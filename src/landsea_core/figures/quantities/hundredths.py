"""Percentages in words: 百分之二十, 三成半, 四分之三, "two thirds", "half"."""

import re
from collections.abc import Iterator

from landsea_core.figures.quantities.figure_words import FigureWords
from landsea_core.figures.quantities.quantity import Quantity
from landsea_core.text.numbers.in_statement import StatementNumbers, count_decimals
from landsea_core.text.units.unit import PERCENT

_FRACTION_STEP, _TENTH_STEP = 3.0, 5.0
"""Percentage points by which "a third" and 三成 are rounded, together to both sides: our assumption."""
_OPEN_STEP, _LONGEST_BOUND = 8.0, 20
"""What "more than a third" may be above it, in percentage points: our assumption."""
_HAN = re.compile(
    r"百分之(?P<hundredths>[一二两三四五六七八九十百]+(?:点[一二三四五六七八九零]+)?)|"
    r"(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?|"
    r"(?P<parts>[二三四五六七八九十])分之(?P<of_them>[一二三四五六七八九])"
)


class PercentagesInWords:
    """Finds percentages in words, with the words of one lexicon."""

    def __init__(self, words: FigureWords) -> None:
        self._numbers = words.numbers
        self._percent = {term: float(part * 100) for term, part in words.fractions.items()}
        self._bounds = words.bounds
        self._bound = re.compile(rf"({words.any_bound})\s*$", re.IGNORECASE)
        han = "|".join(term for term in self._percent if not term.isascii())
        english = sorted((term for term in self._percent if term.isascii()), key=len, reverse=True)
        self._in_chinese = re.compile(rf"{_HAN.pattern}|{han}")
        self._in_english = re.compile(
            rf"\b({'|'.join(map(re.escape, english))})\b(?!\s+of\s+an?\b)(?=\s+(?:{words.any_behind_fraction})\b|\s*[.,;)])",
            re.IGNORECASE,
        )

    def find_chinese(self, text: str) -> Iterator[Quantity]:
        """Yield the percentages in Chinese words."""
        for match in self._in_chinese.finditer(text):
            value, decimals, step = self._read_chinese(match)
            yield _make(match, value, step, decimals, bound=self._find_bound(text, match.start()))

    def find_english(self, text: str) -> Iterator[Quantity]:
        """Yield the fractions in English words that stand as a percentage ("a third of the goods")."""
        for match in self._in_english.finditer(text):
            bound = self._find_bound(text, match.start())
            yield _make(match, self._percent[match.group(1).lower()], _FRACTION_STEP, bound=bound)

    def _find_bound(self, text: str, start: int) -> str:
        """Return the bound that stands right before a percentage in words: "less than | a third" is under."""
        found = self._bound.search(text[max(0, start - _LONGEST_BOUND) : start])
        return self._bounds[found.group(1).lower()] if found else ""

    def _read_chinese(self, match: re.Match[str]) -> tuple[float, int, float]:
        """Return per cent, decimals and rounding of a match."""
        if match["hundredths"]:
            value = self._numbers.read(match["hundredths"])
            decimals = count_decimals(value) if value else 0
            return float(value or 0), decimals, float(10.0**-decimals)
        if match["tenths"]:
            return _read(self._numbers, match["tenths"]) * 10 + (5 if match["half"] else 0), 0, _TENTH_STEP
        if match["parts"]:
            return (
                100 * _read(self._numbers, match["of_them"]) / _read(self._numbers, match["parts"]),
                0,
                _FRACTION_STEP,
            )
        return self._percent[match.group()], 0, _FRACTION_STEP


def _make(match: re.Match[str], value: float, step: float, decimals: int = 0, *, bound: str = "") -> Quantity:
    step = max(step, _OPEN_STEP) if bound in ("over", "under") and step > 1 else step
    return Quantity(
        value, value, step, PERCENT, match.group(), *match.span(), words="%", decimals=decimals, bound=bound
    )


def _read(numbers: StatementNumbers, written: str) -> float:
    return float(numbers.read(written) or 0)
