"""Finding figures in a text, English or Chinese: numbers with magnitudes and units, ranges, percentages, bounds.

Number words are read where a unit follows ("three to five days", 三成, 百分之二十). Periods are found first and left alone
here. What a figure is for is not decided here.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from landsea_core.figures.quantities.default_words import read_default_figure_words
from landsea_core.figures.quantities.figure_pattern import FigurePatterns
from landsea_core.figures.quantities.figure_reader import FigureReader
from landsea_core.figures.quantities.figure_words import FigureWords
from landsea_core.figures.quantities.hundredths import PercentagesInWords
from landsea_core.figures.quantities.quantity import Quantity
from landsea_core.text.periods import Period

_HIDDEN = "\0"


def find_quantities(text: str, periods: Sequence[Period]) -> list[Quantity]:
    """Return the figures of a normal text in the order in which they stand; periods, codes and dates are none.

    "Trade rose to over CNY 8.59 bn in 2025" has one, over 8.59 bn yuan, when 2025 is among the `periods`.
    """
    return _default_finder().find_quantities(text, periods)


@cache
def _default_finder() -> "QuantityFinder":
    return QuantityFinder(read_default_figure_words())


class QuantityFinder:
    """Finds figures with the words of one lexicon."""

    def __init__(self, words: FigureWords) -> None:
        self._patterns = FigurePatterns(words)
        self._reader = FigureReader(words, self._patterns)
        self._in_words = PercentagesInWords(words)

    def find_quantities(self, text: str, periods: Sequence[Period]) -> list[Quantity]:
        """Return the figures of a normal text; see the function of this name."""
        chinese = list(self._in_words.find_chinese(text))
        codes = (match.span() for match in self._patterns.code.finditer(text))
        taken = [
            *((period.start, period.end) for period in periods),
            *codes,
            *((one.start, one.end) for one in chinese),
        ]
        hidden = _hide(text, taken)
        found = [*chinese, *self._in_words.find_english(hidden)]
        for match in self._patterns.figure.finditer(hidden):
            found += self._reader.read_figures(match, hidden)
        return sorted(found, key=lambda figure: figure.start)


def _hide(text: str, taken: Iterable[tuple[int, int]]) -> str:
    """Return the text with signs that nothing matches in these places."""
    signs = list(text)
    for start, end in taken:
        signs[start:end] = _HIDDEN * (end - start)
    return "".join(signs)
