"""The words with which figures are written, from one lexicon: bounds, fractions, units, and words that are no unit."""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from landsea_core.figures.cues.cue_words import CueWords
from landsea_core.text.data_files import Row
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.numbers.in_statement import StatementNumbers
from landsea_core.text.units.in_statement import StatementUnits

_SIGNS = ("$", "%", "¥", "￥", "€")
"""Signs of units that stand before a number or are part of the pattern itself."""


class FigureWords:
    """Words as alternatives for regular expressions (`any_...`), or with what they mean."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = CueWords(lexicon, "figure_word")
        self.units = StatementUnits(lexicon)
        self.numbers = StatementNumbers(lexicon)
        self.bounds = dict(_values_by_term(lexicon.list_rows("bound")))
        self.fractions: Mapping[str, Fraction] = {
            term: Fraction(value) for term, value in _values_by_term(lexicon.list_rows("fraction"))
        }
        self.currencies_before = words.list_terms("currency_before")
        self.any_bound = _any_of(self.bounds)
        self.any_currency = _any_of(self.currencies_before)
        self.any_latin_currency = _any_of(word for word in self.currencies_before if word.isalpha() and word.isascii())
        self.any_latin_unit = _any_of(word for word in self.units.units if word[0].isascii() and word not in _SIGNS)
        self.any_han_unit = _any_of(word for word in self.units.units if not word[0].isascii() and word not in _SIGNS)
        self.any_latin_magnitude = _any_of(word for word in self.units.magnitudes if word.isascii())
        self.any_han_magnitude = _any_of(word for word in self.units.magnitudes if not word.isascii())
        self.any_counted_noun = _any_of(filter(self._is_counted_noun, self.units.units))
        self.any_range = _any_of(words.list_terms("range"))
        self.any_more = _any_of(words.list_terms("and_more"))
        self.any_or_more = _any_of(words.list_terms("or_more"))
        self.any_no_noun = _any_of(words.list_terms("no_noun"))
        self.any_behind_fraction = _any_of(words.list_terms("behind_fraction"))
        self.any_between_unit = _any_of(words.list_terms("between_unit"))
        self.any_code = _any_of(words.list_terms("names_a_code"))
        self.two_ends = words.compile(rf"(?:{words.choose_any('two_ends')})\s*(?:the\s+)?$", "two_ends")
        self.link = words.compile(words.choose_any("link"), "link")
        words.refuse_unasked()

    def _is_counted_noun(self, word: str) -> bool:
        """Say whether a word of a unit is an English noun in the plural that counts things."""
        return word.isascii() and word.endswith(("s", "people")) and self.units.units[word].kind.startswith("count:")


def _values_by_term(rows: Iterable[Row]) -> Iterable[tuple[str, str]]:
    return ((term, row["value"]) for row in rows for term, _weight in row["terms"])


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
