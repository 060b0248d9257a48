"""The words of cues as the lexicon has them, by name: what a cue is compiled from.

A cue that is asked for and has no words, words for a cue that nobody asks for, and a pattern that is none are refused.
"""

import re
from collections.abc import Iterable

from landsea_core.figures.cues.notation import write_pattern
from landsea_core.text.data_files import LexiconFault, Row
from landsea_core.text.lexicon import Lexicon

Cue = re.Pattern[str]


class CueWords:
    """The words of one kind of cues ("figure_cue" for statements, "fact_cue" for files of facts)."""

    def __init__(self, lexicon: Lexicon, kind: str) -> None:
        self._kind = kind
        self._rows: dict[str, list[Row]] = {}
        for row in lexicon.list_rows(kind):
            self._rows.setdefault(row["value"], []).append(row)
        self._asked: set[str] = set()

    def choose_any(self, name: str) -> str:
        """Return a regular expression that matches any word of a cue. Raises LexiconFault where it has none."""
        return "|".join(pattern for row in self._rows_of(name) for pattern in list_patterns(row))

    def list_terms(self, name: str) -> frozenset[str]:
        """Return the terms of a cue as they stand in the files, for looking up single words."""
        return frozenset(term for row in self._rows_of(name) for term, _weight in row["terms"])

    def compile(self, pattern: str, name: str) -> Cue:
        """Return a compiled cue; upper and lower case are one. Raises LexiconFault for words that make no pattern."""
        try:
            return re.compile(pattern, re.IGNORECASE)
        except re.error as fault:
            raise LexiconFault(
                f"The {self._kind} '{name}' is no pattern ({fault}). Correct its rows in data/lexicon."
            ) from fault

    def refuse_unasked(self) -> None:
        """Raise LexiconFault where the files have words for a cue that no check has asked for."""
        for name in sorted(self._rows.keys() - self._asked):
            raise LexiconFault(f"No check asks for the {self._kind} '{name}': correct its name, or take its rows out.")

    def _rows_of(self, name: str) -> list[Row]:
        self._asked.add(name)
        if name not in self._rows:
            raise LexiconFault(f"The {self._kind} '{name}' has no words: add a row for it to data/lexicon.")
        return self._rows[name]


def list_patterns(row: Row) -> Iterable[str]:
    """Yield the pattern of each term of a row, then its patterns as they stand."""
    for term, _weight in row.get("terms", ()):
        yield write_pattern(term, row.get("not_after", ()), row.get("not_before", ()))
    yield from row.get("patterns", ())


def choose_any_term(rows: Iterable[Row]) -> str:
    """Return a regular expression that matches any term of these rows, the longest first."""
    terms = sorted((term for row in rows for term, _weight in row["terms"]), key=len, reverse=True)
    return "|".join(write_pattern(term) for term in terms)
