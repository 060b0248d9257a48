"""The phrasebook of this installation: read once a process, and the asks that are nearest to somebody's own words."""

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np

from landsea_core.phrasebook import (
    Ask,
    KnownWordings,
    Phrasebook,
    list_asks_between,
    offer_asks,
    offer_asks_by_letters,
    read_phrasebook,
)
from landsea_core.phrasebook.kept_wordings import WORDINGS_FILE, KeptWordings
from landsea_core.phrasebook.naming import find_papers_named
from landsea_core.phrasebook.offering import FILER, OFFICE, embed_wording
from landsea_core.phrasebook.phrases import MOST_OFFERED
from landsea_core.phrasebook.questions import KINDS, QuestionWords, offer_for_each
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.default_reader import get_embedder
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.model.embedding import Embedder

LANGUAGES = ("en", "zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil")
"""The languages of the book, in the order in which they are offered."""


@cache
def get_phrasebook() -> Phrasebook:
    """Return the book."""
    return read_phrasebook(find_default_data_folder() / "reference")


def list_fitting_asks(asker: str, answerer: str) -> list[Ask]:
    """Return the asks that one side ("filer", "office") may put to the other."""
    return list_asks_between(get_phrasebook(), asker, answerer)


def choose_offers(text: str, fitting: Sequence[Ask], topic: str) -> list[Ask]:
    """Return the three asks nearest to what somebody wrote in any language on a case of a topic: by meaning, or by letters
    without an embedder. Of words that ask two things the nearest ask of each is among them.
    """
    return [ask for ask, _near in choose_offers_with_nearness(text, fitting, topic)]


def choose_offers_with_nearness(text: str, fitting: Sequence[Ask], topic: str) -> list[tuple[Ask, float]]:
    """Return the asks of `choose_offers` with how near each is (-1 to 1.1); 0 where there is no embedder."""
    embedder = get_embedder()
    known = _wordings_of(tuple(ask.code for ask in fitting), embedder) if embedder else None

    def offer(words: str) -> list[tuple[Ask, float]]:
        if embedder is None or known is None:
            return [(ask, 0.0) for ask in offer_asks_by_letters(words, fitting, topic=topic)]
        papers = find_papers_named(get_phrasebook(), words)
        return offer_asks(words, fitting, known, embedder, topic=topic, papers=papers)

    return offer_for_each(text, get_question_words(), offer)


def find_other_question(text: str, code: str, fitting: Sequence[Ask], topic: str) -> str:
    """Return what is left of words that ask two things once the ask of this code was sent for one of them: for that to which it
    is nearer. Empty where they ask one thing, or the ask is offered for neither, or as soon for one as for the other.

    Example: of "Why is it held and when is it free?" the ask for the reason leaves "and when is it free?".
    """
    ranks = [
        (offered.index(code) if code in offered else MOST_OFFERED, question)
        for question, offered in _find_two_things(text, fitting, topic)
    ]
    if not ranks or ranks[0][0] == ranks[1][0]:
        return ""
    return max(ranks)[1]


def asks_two_things(text: str, fitting: Sequence[Ask], topic: str) -> bool:
    """Say whether words ask two things for which there are two asks."""
    return bool(_find_two_things(text, fitting, topic))


def _find_two_things(text: str, fitting: Sequence[Ask], topic: str) -> list[tuple[str, list[str]]]:
    """Two questions, each with the codes of the asks that are offered for it, the nearest first; empty where there are no two,
    or one ask is the nearest to both.
    """
    both = get_question_words().split_in_two(text)
    if both is None:
        return []
    found = [(question, [ask.code for ask in choose_offers(question, fitting, topic)]) for question in both]
    return found if found[0][1][:1] != found[1][1][:1] else []


@cache
def get_question_words() -> QuestionWords:
    """Return the words that ask and that join questions, by which two questions in one text are told apart."""
    return QuestionWords.make(Lexicon.load(find_default_data_folder() / "lexicon", kinds=KINDS))


@lru_cache(maxsize=64)
def _wordings_of(codes: tuple[str, ...], embedder: Embedder) -> KnownWordings:
    book = get_phrasebook()
    return KnownWordings.make([book.asks[code] for code in codes], lambda words: _vector_of(words, embedder))


@lru_cache(maxsize=8192)
def _vector_of(words: str, embedder: Embedder) -> np.ndarray:
    """Return the vector of a wording: from the file, or made now where it was worded after the file was made."""
    kept = _kept_wordings(embedder.name).find(words)
    return embed_wording(words, embedder) if kept is None else kept


@cache
def _kept_wordings(embedder: str) -> KeptWordings:
    return KeptWordings.load(find_default_data_folder() / "models" / WORDINGS_FILE, embedder)


__all__ = ["FILER", "LANGUAGES", "OFFICE", "choose_offers", "get_phrasebook", "list_fitting_asks"]
