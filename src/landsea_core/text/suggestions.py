"""What is suggested for a labelled or unlabelled row, as plain data: the form in which commands and the API give a reading.

A row has `id`, `text` and perhaps `from` (two letters). Each list is best first; confidences lie between 0 and 1.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from landsea_core.text.evidence import Guess
from landsea_core.text.goods.nearest import NO_NAME
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.reader import Reader, Reading
from landsea_core.text.urgency import URGENT

_REASONS_OF_EACH = 2


class SuggestionFault(ValueError):
    """A row that cannot be read; the sentence says what it lacks."""


def make_suggestion(row: Mapping[str, Any], reader: Reader, today: date) -> dict[str, Any]:
    """Return what is suggested for one row; `today` is what "yesterday" counts from. Raises SuggestionFault for a row
    without text or with an unusable `from`. `told` are countries that the words tell of as more than where goods go.
    """
    text, filer = row.get("text"), row.get("from") or ""
    if not isinstance(text, str):
        raise SuggestionFault(f"Row {row.get('id', '?')} has no text. Give each row a field text with words in it.")
    if not isinstance(filer, str):
        raise SuggestionFault(f"Row {row.get('id', '?')}: from is a country's two letters, such as LA, or is left out.")
    reading = reader.read(text, filer.strip().upper())
    return {
        "id": row.get("id"),
        "language": reading.language.value,
        "topics": [{"topic": guess.value, "confidence": guess.confidence} for guess in reading.topics],
        "matters": [
            {"matter": guess.value, "topic": guess.detail, "confidence": guess.confidence} for guess in reading.matters
        ],
        "authorities": [{"authority": guess.value, "confidence": guess.confidence} for guess in reading.authorities],
        "where": [{"country": guess.value, "confidence": guess.confidence} for guess in reading.countries],
        "told": sorted(reader.countries.list_told(PreparedText(text))),
        "places": [
            {"place": guess.value, "country": guess.detail, "confidence": guess.confidence} for guess in reading.places
        ],
        "goods": [
            {"hs": guess.value, "name": guess.detail, "confidence": guess.confidence}
            | ({} if guess.words else {"note": NO_NAME})
            for guess in reading.goods
        ],
        "urgent": reading.urgency.value == URGENT,
        "scope": reading.scope.value,
        "amounts": [
            {"kind": one.kind, "unit": one.unit, "low": float(one.low), "high": float(one.high), "words": one.words}
            for one in reading.amounts
        ],
        "dates": [
            {
                "from": one.first.isoformat(),
                "to": one.last.isoformat(),
                "since": one.since,
                "confidence": round(one.confidence, 2),
                "words": one.words,
            }
            for one in reader.read_days(text, today)
        ],
        "reasons": list(list_reasons(reading)),
        "read_with": reader.description,
    }


def list_reasons(reading: Reading) -> Iterator[dict[str, Any]]:
    """The words of the text behind the first suggestions of each kind: {about, value, words}.

    Where the trained model suggests and no word of the lexicons speaks for it, `words` is empty.
    """
    lists: Iterable[tuple[str, list[Guess]]] = (
        ("language", [reading.language]),
        ("topic", reading.topics),
        ("matter", reading.matters),
        ("authority", reading.authorities),
        ("where", reading.countries),
        ("place", reading.places),
        ("goods", reading.goods),
        ("urgent", [reading.urgency]),
        ("scope", [reading.scope]),
    )
    for about, guesses in lists:
        for guess in guesses[:_REASONS_OF_EACH]:
            yield {"about": about, "value": guess.value, "words": list(guess.words)}
