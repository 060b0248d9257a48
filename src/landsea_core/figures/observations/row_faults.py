"""What is wrong in a row of observations, each with what to do about it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from landsea_core.figures.observations.words_of_rows import read_period
from landsea_core.sentences import Sentence, quote_words

GRADES = ("measured", "published", "reported", "claimed", "derived", "assumed")


def find_faults(row: Mapping[str, Any], series: Collection[str]) -> Iterator[Sentence]:
    """Yield what to do about each thing that is wrong in a row; nothing when it is in order. `series` are known codes."""
    if not row.get("observation"):
        yield Sentence("The observation has no code: give it one that no other has.")
    if row.get("series") not in series:
        yield Sentence(
            "The series '%(series)s' is not known: name one of the list, or add it first.", series=row.get("series", "")
        )
    yield from _find_faults_of_value(row)
    if row.get("grade") not in GRADES:
        yield Sentence(
            "The grade '%(grade)s' is not known: use one of %(grades)s.",
            grade=row.get("grade", ""),
            grades=", ".join(GRADES),
        )
    if not row.get("source"):
        yield Sentence("A figure needs its source: say who published it and where.")
    try:
        read_period(row.get("period", ""))
    except ValueError as problem:
        yield quote_words(str(problem))


def _find_faults_of_value(row: Mapping[str, Any]) -> Iterator[Sentence]:
    has_value = isinstance(row.get("value"), int | float)
    has_ends = isinstance(row.get("low"), int | float) and isinstance(row.get("high"), int | float)
    if has_value == has_ends:
        yield Sentence("Give either one value or the two ends of an interval, as numbers.")
    elif has_ends and row["low"] > row["high"]:
        yield Sentence(
            "The lower end %(low)s lies above the upper end %(high)s: swap them.", low=row["low"], high=row["high"]
        )
