"""The terms of one lexicon row, each with what it speaks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from landsea_core.text.data_files import LexiconFault, Row


@dataclass(frozen=True, order=True)
class Entry:
    """One term of one value: what it speaks for and how strongly (weight 1.0: this word alone makes it likely)."""

    value: str
    term: str
    lang: str = ""
    weight: float = 1.0
    topic: str = ""
    country: str = ""


def read_entries(row: Row, where: str) -> Iterator[Entry]:
    """Yield the entries of one lexicon row. Raises LexiconFault when a column is missing or a term is not [words, weight]."""
    try:
        for term, weight in row["terms"]:
            yield Entry(
                value=row["value"],
                term=term,
                lang=row["lang"],
                weight=float(weight),
                topic=row.get("topic", ""),
                country=row.get("country", ""),
            )
    except (KeyError, TypeError, ValueError) as fault:
        raise LexiconFault(
            f"{where}: a row needs value, lang and terms, each term as [words, weight]; this one has not ({fault})."
        ) from fault
