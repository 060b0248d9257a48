"""The words that are glossed, from one lexicon: rows "statement_gloss" and "statement_language" of `statement_gloss.jsonl`.

A row of "statement_gloss" says in English (`value`) what its `terms` mean in `lang`. Its `patterns` are regular expressions,
with `{0}`, `{1}` in the value for their groups, and NUM for a number; they are tried first, in the order of the file.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from landsea_core.text.data_files import LexiconFault, Row
from landsea_core.text.letters.scripts import is_unspaced
from landsea_core.text.lexicon import Lexicon

NUMBER = r"(?<![\d.,])\d+(?:[.,]\d+)*"


@dataclass(frozen=True)
class GlossWords:
    """The glosses of one language: patterns with templates, and terms in lower case with their English."""

    patterns: tuple[tuple[re.Pattern[str], str], ...]
    terms: re.Pattern[str]
    english: Mapping[str, str]


def make_gloss_words(lexicon: Lexicon) -> dict[str, GlossWords]:
    """Return the glosses by language. Raises LexiconFault for a pattern that is none."""
    rows: dict[str, list[Row]] = {}
    for row in lexicon.list_rows("statement_gloss"):
        rows.setdefault(row["lang"], []).append(row)
    return {lang: _make_words(of_language) for lang, of_language in rows.items()}


def make_telling_words(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """Return for each spelled language its small words, by which a statement in it is known."""
    return {
        row["lang"]: re.compile(_any_of(term for term, _weight in row["terms"]), re.IGNORECASE)
        for row in lexicon.list_rows("statement_language")
    }


def _make_words(rows: Iterable[Row]) -> GlossWords:
    patterns = []
    english = {}
    for row in rows:
        english.update({term.lower(): row["value"] for term, _weight in row.get("terms", ())})
        patterns += [(_compile(pattern), row["value"]) for pattern in row.get("patterns", ())]
    return GlossWords(tuple(patterns), re.compile(_any_of(english), re.IGNORECASE), english)


def _compile(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern.replace("NUM", NUMBER), re.IGNORECASE)
    except re.error as fault:
        raise LexiconFault(f"The statement_gloss '{pattern}' is no pattern ({fault}). Correct its row.") from fault


def _any_of(terms: Iterable[str]) -> str:
    """Return alternatives, the longest first; in scripts with spaces a term is one of whole words."""
    longest_first = sorted(terms, key=len, reverse=True)
    return "|".join(_bounded(term) for term in longest_first) or r"(?!)"


def _bounded(term: str) -> str:
    if is_unspaced(term[0]):
        return re.escape(term)
    words = r"\s+".join(map(re.escape, term.split()))
    end = r"(?!\w)" if term[-1].isalnum() else ""
    begin = r"(?<!\w)" if term[0].isalnum() else ""
    return rf"{begin}{words}{end}"
