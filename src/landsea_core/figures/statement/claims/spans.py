"""What the checks of days, hours and ways share: two moments of a text, and how long it says that lies between them."""

from datetime import date

from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.sentences import Sentence
from landsea_core.text.periods import Period

_ANY_YEAR = 2023

Span = tuple[int, int]
"""Where a date or a time of the clock stands in a text."""


def count_days_between(first: Period, last: Period) -> int | None:
    """Return the days from one date to another, of one year where none is told; None for a date that there is not."""
    try:
        begin = date(first.year or last.year or _ANY_YEAR, first.month, first.day or 1)
        return (date(last.year or first.year or _ANY_YEAR, last.month, last.day or 1) - begin).days
    except ValueError:
        return None


def read_words_around(one: TypedFigure, typed: TypedStatement, before: int, behind: int) -> str:
    """Return the letters of its clause that stand beside a figure, so many before and behind it, with " # " in its place."""
    begin, end = typed.find_clause(one.start)
    return (
        typed.text[max(begin, one.start - before) : one.start]
        + " # "
        + typed.text[one.end : min(end, one.end + behind)]
    )


def contradict_span(kind: str, first: Span, last: Span, said: TypedFigure, typed: TypedStatement) -> Outcome:
    """Return the contradiction between two moments of a text and the length that it tells.

    Example: "3 March – 24 March and 45 days do not go together".
    """
    words = Sentence(
        "%(one)s and %(other)s do not go together",
        one=f"{typed.text[slice(*first)]} – {typed.text[slice(*last)]}",
        other=said.item.figure.print_value(),
    )
    finding = Finding(kind, typed.read.sentence_text(said.sentence), words)
    return Outcome(False, finding, typed.read.places_of(said.item))
