"""The wordings of the phrasebook as vectors, made once and kept in a file: to make them takes half a minute, to read them none.

A wording is known by a digest of its words, so that one that was changed after the file was made is simply not in it: whoever
asks makes its vector then.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from landsea_core.phrasebook.filling import leave_slots_out
from landsea_core.text.model.embedding import Embedder, cut_for_embedding

WORDINGS_FILE = "asks.npz"
_LARGEST = 127
"""Vectors are kept as whole numbers up to this, each with a scale of its own: a quarter of the size, and as near."""


@dataclass(frozen=True)
class KeptWordings:
    """Vectors of unit length by the digest of their words, made with the embedder of this name."""

    embedder: str
    vectors: Mapping[str, np.ndarray]

    @classmethod
    def learn(cls, embedder: Embedder, wordings: Iterable[str]) -> "KeptWordings":
        """Make the vectors of these wordings, without their slots."""
        cut = sorted({leave_slots_out(words) for words in wordings})
        found = {digest_wording(one): embedder.embed([cut_for_embedding(one)])[0] for one in cut}
        return cls(embedder.name, found)

    def find(self, words: str) -> np.ndarray | None:
        """Return the vector of a wording; None where it is not in the file."""
        return self.vectors.get(digest_wording(words))

    def save(self, path: Path) -> None:
        """Write the file; the same wordings and embedder give the same bytes."""
        digests = sorted(self.vectors)
        rows = np.array([self.vectors[one] for one in digests], dtype=np.float32)
        scales = np.abs(rows).max(axis=1, keepdims=True) / _LARGEST
        np.savez_compressed(
            path,
            embedder=np.array(self.embedder),
            digests=np.array(digests),
            vectors=np.rint(rows / scales).astype(np.int8),
        )

    @classmethod
    def load(cls, path: Path, embedder: str) -> "KeptWordings":
        """Read the file; without it, or when it was made with another embedder, nothing is known."""
        try:
            with np.load(path, allow_pickle=False) as file:
                made_with, digests = str(file["embedder"]), file["digests"].tolist()
                rows = file["vectors"].astype(np.float32)
        except (OSError, ValueError, KeyError):
            return cls(embedder, {})
        if made_with != embedder:
            return cls(embedder, {})
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return cls(embedder, dict(zip(digests, rows, strict=True)))


def digest_wording(words: str) -> str:
    """Return by what a wording is known in the file: a digest of it without its slots."""
    return hashlib.sha256(leave_slots_out(words).encode()).hexdigest()[:16]
