"""Asks and answers of a case as one reader reads them: the sentence in their language, and the other side's beneath it."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from landsea.phrases.book import get_phrasebook
from landsea.phrases.models import CaseAnswer, CaseAsk
from landsea.phrases.slot_words import say_values
from landsea_core.phrasebook import Answer, Ask, Values, say_phrase
from landsea_core.phrasebook.saying import find_wording


@dataclass(frozen=True)
class Reader:
    """Whoever reads: in a language of the book, at a moment (aware), on a clock (None: the one on which it was said)."""

    language: str
    now: datetime
    zone: tzinfo | None = None


def say_ask(ask: Ask, values: Values, reader: Reader) -> str:
    """Return an ask of the book with its values, for a reader."""
    return say_phrase(
        get_phrasebook(), ask.says, values, reader.language, say_values(reader.language, reader.now, reader.zone)
    )


def say_answer(answer: Answer, values: Values, reader: Reader, ask: Ask | None = None, paper: str = "") -> str:
    """Return an answer of the book with its values; where it is about one of several papers, that paper stands first."""
    words = say_values(reader.language, reader.now, reader.zone)
    said = say_phrase(get_phrasebook(), answer.says, values, reader.language, words, answer=answer.code, ask=ask)
    return f"{say_paper(paper, reader.language)}: {said}" if paper else said


def say_paper(code: str, language: str) -> str:
    """Return what a paper is called; its code where the book does not know it any more."""
    choice = get_phrasebook().lists["papers"].get(code)
    return find_wording(choice.says, language)[0] if choice else code


def write_ask(row: CaseAsk, reader: Reader) -> str | None:
    """Return an ask that was put on a case, for a reader; None where the book does not hold that version any more, so that only
    the words as they were sent can be shown.
    """
    ask = get_phrasebook().asks.get(row.code)
    return say_ask(ask, row.values, reader) if ask and ask.version == row.book_version else None


def write_answer(row: CaseAnswer, reader: Reader) -> str | None:
    """Return an answer that was given on a case, for a reader; None as in `write_ask`."""
    book = get_phrasebook()
    answer, ask = book.answers.get(row.code), book.asks.get(row.ask.code) if row.ask else None
    if answer is None or answer.version != row.book_version:
        return None
    return say_answer(answer, row.values, reader, ask, row.paper)
