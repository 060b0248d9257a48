"""Where the texts of each language lie among an embedder's vectors, and how a vector is freed from its language.

Embedders of this size put texts of one language near one another, whatever they say: untreated, a Chinese question is
nearest to any Chinese text. Taking away the mean of its language leaves what it says. The idea is known as removing
the language bias (Z. Yang, Y. Yang, D. Cer, E. Darve, "A Simple and Effective Method To Eliminate the Self Language Bias in
Multilingual Representations", 2021, https://arxiv.org/abs/2109.04727); what it brings here is in docs/decisions/likeness.md.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from landsea_core.text.model.array_files import UNREADABLE

CENTRES_FILE = "likeness.npz"
LEAST_TEXTS = 20
"""A language with fewer texts than this has no centre of its own: the centre of all texts stands for it."""
_OVERALL = "_"


class CentreFault(ValueError):
    """A file of centres that cannot be used; the sentence says why and what to do."""


@dataclass(frozen=True)
class Centres:
    """The mean vector of each language (`by_language`) and of all languages together, for one embedder."""

    embedder: str
    by_language: Mapping[str, np.ndarray]
    overall: np.ndarray

    @property
    def digest(self) -> str:
        """Which centres these are, as a short stable text."""
        found = hashlib.sha256(self.overall.astype(np.float32).tobytes())
        for language in sorted(self.by_language):
            found.update(language.encode() + self.by_language[language].astype(np.float32).tobytes())
        return found.hexdigest()[:12]

    def freed(self, vector: np.ndarray, language: str) -> np.ndarray:
        """Return the vector, of unit length, without what it owes to its language; zeros when nothing is left."""
        left: np.ndarray = vector - self.by_language.get(language, self.overall)
        length = float(np.linalg.norm(left))
        return left / length if length else left

    @classmethod
    def learn(cls, embedder: str, languages: Sequence[str], vectors: np.ndarray) -> "Centres":
        """Return the centres of texts whose languages and vectors are given. Each language counts the same in the overall
        one, however many texts it has.
        """
        by_language = {}
        for language in sorted(set(languages)):
            own = vectors[[at for at, one in enumerate(languages) if one == language]]
            if len(own) >= LEAST_TEXTS:
                by_language[language] = own.mean(axis=0)
        means = list(by_language.values()) or [vectors.mean(axis=0)]
        return cls(embedder, by_language, np.mean(means, axis=0))

    def save(self, path: Path) -> None:
        """Write the file; the same centres always give the same bytes."""
        entries: dict[str, Any] = {"embedder": np.array(self.embedder)}
        entries |= {f"centre_{language}": row.astype(np.float32) for language, row in self.by_language.items()}
        entries[f"centre_{_OVERALL}"] = self.overall.astype(np.float32)
        np.savez_compressed(path, **entries)

    @classmethod
    def load(cls, path: Path) -> "Centres":
        """Read a file. Raises FileNotFoundError without it, CentreFault when it is none of ours."""
        try:
            with np.load(path, allow_pickle=False) as file:
                rows = {name.removeprefix("centre_"): file[name] for name in file.files if name.startswith("centre_")}
                return cls(str(file["embedder"]), rows, rows.pop(_OVERALL))
        except FileNotFoundError:
            raise
        except UNREADABLE as fault:
            raise CentreFault(f"{path.name} holds no centres of languages ({fault}). Run landsea train.") from fault
