"""Years of the Buddhist era in a statement: they are refused with a sentence and never turned round in silence."""

import re
from collections.abc import Iterator
from functools import cache

from landsea_core.sentences import Sentence
from landsea_core.text.default_lexicons import read_statement_lexicon
from landsea_core.text.eras import BUDDHIST_AHEAD

_YEAR = r"(25[3-9]\d)"


def find_buddhist_years(text: str) -> Iterator[Sentence]:
    """Yield what to do about each year of the Buddhist era that stands as a year in the text ("in 2568", 2568年)."""
    for match in _pattern().finditer(text):
        yield advise_on_buddhist_year(int(match.group(1) or match.group(2)))


def advise_on_buddhist_year(year: int) -> Sentence:
    """Return what to do about a year of the Buddhist era."""
    return Sentence(
        "%(year)s looks like a year of the Buddhist era: write %(common)s.", year=year, common=year - BUDDHIST_AHEAD
    )


@cache
def _pattern() -> re.Pattern[str]:
    rows = read_statement_lexicon().list_rows("buddhist_year")
    before, after = (
        "|".join(_bounded(term, place) for row in rows if row["value"] == place for term, _weight in row["terms"])
        for place in ("before", "after")
    )
    return re.compile(rf"(?:{before})\s*{_YEAR}\b(?!\s*%|,\d)|\b{_YEAR}(?=\s*(?:{after}))", re.IGNORECASE)


def _bounded(term: str, place: str) -> str:
    """Return a word with the bound that it has on the side away from the year."""
    if not term.isascii():
        return re.escape(term)
    return rf"\b{re.escape(term)}" if place == "before" else re.escape(term) + (r"\b" if term[-1].isalnum() else "")
