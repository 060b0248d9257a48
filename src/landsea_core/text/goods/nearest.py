"""Goods whose name nobody told us: the known name that means most nearly the same, by an embedder's vectors.

Only for a few words that name goods and nothing else, where no glossary answers; a suggestion with low confidence and no
words behind it, never a fact. Learnt from the English names of the glossaries; the centre of each language is taken away
first, since texts of one language lie near each other whatever they mean. The titles of the nomenclature were tried
instead of our names and answered 6 of 36 such mentions, our names 15 (`docs/decisions/goods-in-words.md`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from landsea_core.text.evidence import Guess
from landsea_core.text.model.array_files import UNREADABLE
from landsea_core.text.model.embedding import Embedder

GOODS_FILE = "goods.npz"
NO_NAME = "no name that we know"
# A cosine below the first says nothing; from the second on nearly all are right. See the decision page for the counts.
_ALIKE, _NEARLY_THE_SAME = 0.4, 0.5
_UNSURE, _LIKELY = 0.3, 0.5
_EACH_TIME = 64


class NearestFault(ValueError):
    """A file of vectors that cannot be used; the sentence says why and what to do."""


@dataclass(frozen=True)
class NearestGoods:
    """Names with their codes and vectors (unit length, freed of their centre), and the centre of each language."""

    embedder: str
    codes: tuple[str, ...]
    names: tuple[str, ...]
    vectors: np.ndarray
    centres: Mapping[str, np.ndarray]

    @classmethod
    def learn(cls, embedder: Embedder, names: Mapping[str, str], spoken: Mapping[str, Sequence[str]]) -> "NearestGoods":
        """Learn from English `names` with their codes, and for each language from names as it speaks them (`spoken`)."""
        ordered = sorted(names)
        vectors = _embed_all(embedder, ordered)
        centres = {language: _embed_all(embedder, said).mean(axis=0) for language, said in sorted(spoken.items())}
        own = vectors - vectors.mean(axis=0)
        own /= np.linalg.norm(own, axis=1, keepdims=True)
        return cls(embedder.name, tuple(names[name] for name in ordered), tuple(ordered), own, centres)

    def guess(self, vector: np.ndarray, language: str) -> Guess | None:
        """The nearest goods to a mention with this vector of unit length; None when none is near. `detail` is their name."""
        centre = self.centres.get(language)
        freed = vector - (np.mean(list(self.centres.values()), axis=0) if centre is None else centre)
        length = float(np.linalg.norm(freed))
        if not length:
            return None
        likeness = self.vectors @ (freed / length)
        best = int(np.argmax(likeness))
        if likeness[best] < _ALIKE:
            return None
        confidence = _LIKELY if likeness[best] >= _NEARLY_THE_SAME else _UNSURE
        return Guess(self.codes[best], confidence, (), self.names[best])

    def save(self, path: Path) -> None:
        """Write the file; the same vectors always give the same bytes."""
        np.savez_compressed(
            path,
            embedder=np.array(self.embedder),
            codes=np.array(self.codes),
            names=np.array(self.names),
            vectors=self.vectors.astype(np.float16),
            languages=np.array(list(self.centres)),
            centres=np.array(list(self.centres.values()), dtype=np.float32),
        )

    @classmethod
    def load(cls, path: Path, embedder: str) -> "NearestGoods":
        """Read a file. Raises FileNotFoundError without it, NearestFault when it is none of ours or of another embedder."""
        try:
            with np.load(path, allow_pickle=False) as file:
                centres = dict(zip(file["languages"].tolist(), file["centres"], strict=True))
                codes, names = tuple(file["codes"].tolist()), tuple(file["names"].tolist())
                found = cls(str(file["embedder"]), codes, names, file["vectors"].astype(np.float32), centres)
        except FileNotFoundError:
            raise
        except UNREADABLE as fault:
            raise NearestFault(f"{path.name} holds no names of goods ({fault}). Run landsea train-goods.") from fault
        if found.embedder != embedder:
            raise NearestFault(
                f"{path.name} was made with {found.embedder}, and this is {embedder}. Run landsea train-goods."
            )
        return found


def _embed_all(embedder: Embedder, texts: Sequence[str]) -> np.ndarray:
    parts = [embedder.embed(texts[at : at + _EACH_TIME]) for at in range(0, len(texts), _EACH_TIME)]
    return np.concatenate(parts)
