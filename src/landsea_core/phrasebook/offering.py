"""Which asks are offered to somebody who wrote in their own words: the nearest in meaning that fit the matter and the two.

The vectors of the asks are made once from their wordings in every language, so that an ask is found by words of any of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from landsea_core.phrasebook.phrases import Ask, Phrasebook
from landsea_core.text.model.embedding import Embedder, cut_for_embedding

FILER, OFFICE, ANYBODY = "filer", "office", "any"
_FILERS = frozenset({FILER, "owner"})
MOST = 3


def side_of(role: str) -> str:
    """Return on which side of a case a role of an ask stands: the filer's, an office's, or either."""
    if role == ANYBODY:
        return ANYBODY
    return FILER if role in _FILERS else OFFICE


def list_asks_between(book: Phrasebook, asker: str, answerer: str, topic: str = "") -> list[Ask]:
    """Return the asks that one side (`filer`, `office`) may put to the other in a topic: those of the topic first, then those
    that fit all; without a topic, all.
    """
    fitting = [
        ask
        for ask in book.asks.values()
        if side_of(ask.asker) in (asker, ANYBODY) and side_of(ask.answerer) in (answerer, ANYBODY)
    ]
    if not topic:
        return fitting
    return [ask for ask in fitting if ask.topic == topic] + [ask for ask in fitting if not ask.topic]


@dataclass(frozen=True)
class AskVectors:
    """The wordings of asks as vectors: row by row the code of the ask, and its vector of unit length."""

    codes: tuple[str, ...]
    vectors: np.ndarray

    @classmethod
    def make(cls, asks: Iterable[Ask], embedder: Embedder) -> "AskVectors":
        """Return the vectors of all wordings of these asks."""
        pairs = [(ask.code, words) for ask in asks for words in ask.says.values()]
        vectors = embedder.embed([cut_for_embedding(words) for _, words in pairs])
        return cls(tuple(code for code, _ in pairs), vectors)


def offer_asks(
    text: str, fitting: Sequence[Ask], known: AskVectors, embedder: Embedder, most: int = MOST
) -> list[tuple[Ask, float]]:
    """Return the asks among `fitting` that are nearest to a text in meaning, nearest first, with how near (-1 to 1)."""
    by_code = {ask.code: ask for ask in fitting}
    if not text.strip() or not by_code:
        return []
    near = known.vectors @ embedder.embed([cut_for_embedding(text)])[0]
    best: dict[str, float] = {}
    for code, value in zip(known.codes, near, strict=True):
        if code in by_code:
            best[code] = max(best.get(code, -1.0), float(value))
    ordered = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(by_code[code], value) for code, value in ordered[:most]]
