"""The words of periods in English and Chinese, from one lexicon: months, numbers, and the rows of `period_words.jsonl`."""

import re
from collections.abc import Iterable

from landsea_core.text.data_files import Row
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.numbers.in_statement import StatementNumbers

_MONTH = "month_"
_TOO_SHORT = 3
"""A full name of so many letters is a verb too (may): behind a bare number it is not read."""


class PeriodWords:
    """`months` says which month a name is; the others are alternatives for regular expressions, or numbers by their words."""

    def __init__(self, lexicon: Lexicon) -> None:
        names = [
            entry for entry in lexicon.list_entries("when") if entry.value.startswith(_MONTH) and entry.lang == "en"
        ]
        self.months = {entry.term: int(entry.value.removeprefix(_MONTH)) for entry in names}
        self.any_month = _any_of(self.months)
        full = [max((name for name in self.months if self.months[name] == month), key=len) for month in range(1, 13)]
        self.full_months = _any_of(full)
        self.full_months_but_short = _any_of(name for name in full if len(name) > _TOO_SHORT)
        self.numbers = StatementNumbers(lexicon)
        self.orders = _values(lexicon.list_rows("period_order"))
        self.halves = _values(lexicon.list_rows("period_half"))
        self.joins = _any_of(_terms(lexicon.list_rows("period_join"), "en"))
        self.han_joins = _any_of(_terms(lexicon.list_rows("period_join"), "zh"))
        self.parts = _any_of(_terms(lexicon.list_rows("period_part")))
        self.whole = _alternatives(lexicon.list_rows("period_whole"), "year", "en")
        self.whole_han = _alternatives(lexicon.list_rows("period_whole"), "year", "zh")
        self.the_year = _alternatives(lexicon.list_rows("period_whole"), "the_year", "en")
        self.earlier = _alternatives(lexicon.list_rows("period_earlier"), "year_before", "en")
        self.earlier_han = _alternatives(lexicon.list_rows("period_earlier"), "year_before", "zh")
        self.units_behind_no_year = _any_of(_terms(lexicon.list_rows("not_a_year")))
        self.units_behind_no_day = _any_of(_terms(lexicon.list_rows("not_a_day")), open_ends=True)

    def any_order(self, lang: str) -> str:
        """Return the alternatives of first to fourth in one language."""
        is_english = {word: word.isascii() and not word.isdecimal() for word in self.orders}
        return _any_of(word for word in self.orders if is_english[word] == (lang == "en"))


def _values(rows: Iterable[Row]) -> dict[str, int]:
    return {term: int(row["value"]) for row in rows for term, _weight in row["terms"]}


def _terms(rows: Iterable[Row], lang: str = "") -> list[str]:
    return [term for row in rows if lang in ("", row["lang"]) for term, _weight in row.get("terms", ())]


def _alternatives(rows: Iterable[Row], value: str, lang: str) -> str:
    chosen = [row for row in rows if row["value"] == value and row["lang"] == lang]
    patterns = [pattern for row in chosen for pattern in row.get("patterns", ())]
    return "|".join([*patterns, *([_any_of(terms)] if (terms := _terms(chosen)) else [])])


def _any_of(terms: Iterable[str], *, open_ends: bool = False) -> str:
    """Return alternatives, the longest first; with `open_ends` a term without a star ends where its word does."""
    longest_first = sorted(terms, key=len, reverse=True)
    return "|".join(_with_end(term) if open_ends else re.escape(term) for term in longest_first)


def _with_end(term: str) -> str:
    is_word = term[-1].isalnum()
    return re.escape(term.removesuffix("*")) + (r"\b" if is_word else "")
