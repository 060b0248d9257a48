"""A text as one row of numbers of unit length, such that the inner product of two rows says how alike the texts are.

Three parts stand one after another: what the embedder says, freed from the language; the likely matters; the goods. The last
two come from the lexicons and the trained model, which know words that an embedder of this size does not (mealybug,
ໝາກມ່ວງ, an HS code), and are known better still where a person chose them. Each concept is a fixed row of signs, so that
new matters and goods need no new columns; two different concepts meet by chance only, within about 0.09.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from landsea_core.likeness.centres import Centres
from landsea_core.text.languages import UNKNOWN
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.reader import Reader

WORDS, MATTERS, GOODS = 1.0, 0.6, 0.6
"""How much each part counts: where pairs of labelled examples of one matter and goods stand out most from pairs of different
topics. From 0.6 to 1 it makes little difference."""
CONCEPTS = 128
EMBEDDED = 384
DIMENSIONS = EMBEDDED + CONCEPTS
MOST_READ = 4_000
"""Characters of a text that are read; what happened stands at the beginning."""
LEAST_CHANCE = 0.02
CHOSEN = 0.7
"""How far a matter that somebody chose is believed: filers choose wrong ones, and then the words must still count."""
_LEVELS = ((6, 0.6), (4, 0.5), (2, 0.4))
"""What two goods share: the same six digits, heading or chapter (squares add up to about 0.77 of a hit)."""
_FORMAT = 1


@dataclass(frozen=True)
class TextHints:
    """What is known of a text besides its words; empty where nobody said it. `hs` has two to six digits."""

    matter: str = ""
    hs: str = ""
    language: str = ""


NOTHING_KNOWN = TextHints()


class LikenessReader:
    """Turns texts into vectors, with one reader's lexicons, model and embedder, and the centres of languages.

    Raises ValueError when the reader has no trained model with an embedder, or one that the centres do not belong to: then
    there is no likeness, and everything else goes on without it.
    """

    def __init__(self, reader: Reader, centres: Centres):
        if reader.trained is None:
            raise ValueError(f"Texts cannot be compared: {reader.without}")
        if reader.trained.model.embedder != centres.embedder:
            raise ValueError(
                f"The centres belong to the embedder {centres.embedder}, the model to {reader.trained.model.embedder}. "
                "Run landsea train."
            )
        self._reader = reader
        self._trained = reader.trained
        self._centres = centres

    @property
    def model(self) -> str:
        """What the vectors depend on, as a short text: vectors of different ones are never compared."""
        said = (
            _FORMAT,
            self._trained.model.embedder,
            self._trained.model.version,
            self._centres.digest,
            self._reader.lexicon.version,
            WORDS,
            MATTERS,
            GOODS,
            CHOSEN,
        )
        return hashlib.sha256(repr(said).encode()).hexdigest()[:24]

    def vector(self, raw: str, about: TextHints = NOTHING_KNOWN) -> np.ndarray | None:
        """Return the row of a text; None for one without words (only marks, digits, or nothing at all).

        The time is bounded whatever the text: 4,000 characters are read, a few hundred embedded.
        """
        text = PreparedText(raw[:MOST_READ])
        spoken = self._reader.languages.read_language(text).value
        if spoken == UNKNOWN:
            return None
        words = self._centres.freed(self._trained.embed_text(text), about.language or spoken)
        goods = (
            {about.hs: 1.0} if about.hs else {hit.payload.hs6: 1.0 for hit in self._reader.goods.find_mentions(text)}
        )
        matters = self._trained.find_answers(text)["matter"]
        if about.matter:
            matters = {matter: chance * (1 - CHOSEN) for matter, chance in matters.items()}
            matters[about.matter] = matters.get(about.matter, 0.0) + CHOSEN
        concepts = MATTERS * _make_matter_row(matters) + GOODS * _make_goods_row(goods)
        row = np.concatenate([WORDS * words, concepts]).astype(np.float32)
        unit: np.ndarray = row / np.linalg.norm(row)
        return unit


@cache
def _make_signs(concept: str) -> np.ndarray:
    """A fixed row of unit length for one concept: the bits of its digest as signs."""
    bits = np.unpackbits(np.frombuffer(hashlib.blake2b(concept.encode(), digest_size=CONCEPTS // 8).digest(), np.uint8))
    signs: np.ndarray = (bits.astype(np.float32) * 2 - 1) / np.sqrt(CONCEPTS)
    return signs


def _make_matter_row(chances: Mapping[str, float]) -> np.ndarray:
    """Roots of chances have unit length together, and their product is the overlap of two opinions (Bhattacharyya, 1943)."""
    row = np.zeros(CONCEPTS, dtype=np.float32)
    for matter, chance in chances.items():
        if chance >= LEAST_CHANCE:
            row += np.sqrt(chance) * _make_signs(f"matter:{matter}")
    return row


def _make_goods_row(weights: Mapping[str, float]) -> np.ndarray:
    row = np.zeros(CONCEPTS, dtype=np.float32)
    for hs, weight in weights.items():
        for digits, share in _LEVELS:
            if len(hs) >= digits:
                row += weight * share * _make_signs(f"hs:{hs[:digits]}")
    length = float(np.linalg.norm(row))
    return row / length if length > 1 else row
