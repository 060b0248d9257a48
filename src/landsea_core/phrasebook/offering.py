"""Which asks are offered to somebody who wrote in their own words: the nearest in meaning that fit the matter and the two.

The vectors of the asks are made once from their wordings in every language, so that an ask is found by words of any of them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from landsea_core.phrasebook.filling import leave_slots_out
from landsea_core.phrasebook.lettering import LetterRuns
from landsea_core.phrasebook.naming import weigh_papers
from landsea_core.phrasebook.phrases import MOST_OFFERED, Ask, Phrasebook
from landsea_core.phrasebook.topics import choose_offered
from landsea_core.text.model.embedding import Embedder, cut_for_embedding

FILER, OFFICE, ANYBODY = "filer", "office", "any"
_FILERS = frozenset({FILER, "owner"})
NEAREST, LETTERS = 0.2, 0.1
"""How much the nearest wording counts beside the mean of all, and shared letters beside the meaning; meanings of asks lie
within about 0.2 (`bench/results/asks.md`)."""


def find_side(role: str) -> str:
    """Return on which side of a case a role of an ask stands: the filer's, an office's, or either."""
    if role == ANYBODY:
        return ANYBODY
    return FILER if role in _FILERS else OFFICE


def list_asks_between(book: Phrasebook, asker: str, answerer: str) -> list[Ask]:
    """Return the asks that one side (`filer`, `office`) may put to the other, of every topic."""
    return [
        ask
        for ask in book.asks.values()
        if find_side(ask.asker) in (asker, ANYBODY) and find_side(ask.answerer) in (answerer, ANYBODY)
    ]


@dataclass(frozen=True)
class KnownWordings:
    """The wordings of asks in every language, without their slots: row by row the code of the ask, and its vector of unit
    length; beside them their letters.
    """

    codes: tuple[str, ...]
    vectors: np.ndarray
    letters: LetterRuns

    @classmethod
    def make(cls, asks: Iterable[Ask], embed: Callable[[str], np.ndarray]) -> "KnownWordings":
        """Return all wordings of these asks; `embed` makes the vector of one, or finds it where it is kept."""
        asks = list(asks)
        pairs = [(ask.code, leave_slots_out(words)) for ask in asks for words in ask.says.values()]
        vectors = np.array([embed(words) for _, words in pairs])
        return cls(tuple(code for code, _ in pairs), vectors, LetterRuns.make(asks))


def embed_wording(words: str, embedder: Embedder) -> np.ndarray:
    """Return the vector of one wording or text."""
    vector: np.ndarray = embedder.embed([cut_for_embedding(words)])[0]
    return vector


def offer_asks(
    text: str,
    fitting: Sequence[Ask],
    known: KnownWordings,
    embedder: Embedder,
    *,
    topic: str = "",
    papers: Sequence[str] = (),
    most: int = MOST_OFFERED,
) -> list[tuple[Ask, float]]:
    """Return the asks among `fitting` that are nearest to a text, nearest first, with how near (-1 to 1.1).

    1. How near an ask is in meaning is mostly the mean over its wordings in all languages: the nearest one alone is often
       near because it is short, or because it is written in the language of the text.
    2. The letters that the text shares with the wording most like it count beside that.
    3. An ask for papers counts as nearer where the text names some (`papers`), and as farther where it names none.
    4. An ask of the case's `topic` counts as a little nearer than one that fits all, one of another topic as farther.

    Example: "Can my mangoes come out" among the asks of customs clearance finds "When will the goods be released?".
    """
    by_code = {ask.code: ask for ask in fitting}
    if not text.strip() or not by_code:
        return []
    near = known.vectors @ embed_wording(text, embedder)
    in_all: dict[str, list[float]] = {}
    for code, value in zip(known.codes, near, strict=True):
        in_all.setdefault(code, []).append(float(value))
    letters = known.letters.find_nearness(text)
    nearness = [
        (ask, _join(in_all[code]) + LETTERS * letters[code] + weigh_papers(ask, papers))
        for code, ask in by_code.items()
    ]
    return choose_offered(nearness, topic, most)


def offer_asks_by_letters(text: str, fitting: Sequence[Ask], *, topic: str = "", most: int = MOST_OFFERED) -> list[Ask]:
    """Return the asks among `fitting` whose wording in any language shares most letters with a text, nearest first: all there
    is without an embedder. The case's `topic` counts as it does beside the meaning.
    """
    if not text.strip():
        return []
    near = LetterRuns.make(fitting).find_nearness(text)
    weighed = [(ask, LETTERS * near[ask.code]) for ask in fitting]
    return [ask for ask, _near in choose_offered(weighed, topic, most)]


def _join(near: Sequence[float]) -> float:
    return (1 - NEAREST) * fmean(near) + NEAREST * max(near)
