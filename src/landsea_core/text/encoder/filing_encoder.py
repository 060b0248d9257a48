"""What an encoder learnt from filings, in one file, and how its opinion on the country is weighed into the model's.

The file holds the arrays of the layers that went on learning, in the form of the embedder's own file, and two linear heads
over its vectors: which country, and whether it is the filer's own. It belongs to one embedder and is refused with another.
Nothing in it is executed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from landsea_core.text.countries.whereabouts import CANDIDATES
from landsea_core.text.encoder.filer_names import write_filer_before
from landsea_core.text.model.array_files import UNREADABLE
from landsea_core.text.model.embedding import ChangeableEmbedder, Embedder

ENCODER_FILE = "encoder.npz"
FORMAT = 1
STRETCH = 20.0
"""Vectors lie close together; centred and stretched so much, heads learn from them at the rate of everything else."""
HARDLY = 1e-6


class EncoderFault(ValueError):
    """A file of an encoder that cannot be used; the sentence says why and what to do."""


@dataclass(frozen=True)
class Head:
    """A linear head: a row of `weights` and a `bias` for each label."""

    weights: np.ndarray
    bias: np.ndarray

    def find_log_chances(self, vector: np.ndarray) -> np.ndarray:
        """Return the logarithm of each label's chance for a centred and stretched vector."""
        scores = self.weights @ vector + self.bias
        scores = scores - scores.max()
        found: np.ndarray = scores - np.log(np.exp(scores).sum())
        return found


@dataclass(frozen=True)
class Shares:
    """How much the logarithms of three opinions count: the model's, the encoder's on the country, and its on home or not."""

    model: float
    country: float
    home: float


@dataclass(frozen=True)
class FilingEncoder:
    """The `arrays` that take the place of the embedder's by name ("l11.fo.w"; bytes), heads over its vectors less `centre`.

    `where` has the candidates in their order, `home` first away and then home.
    """

    version: str
    embedder: str
    arrays: Mapping[str, np.ndarray]
    centre: np.ndarray
    where: Head
    home: Head
    shares: Shares

    def weigh_countries(self, chances: Mapping[str, float], vector: np.ndarray, filer: str) -> dict[str, float]:
        """Return the chances of countries once the encoder's opinion is weighed in; they add up to 1. `filer` is the filer's
        own country, empty where it is not known.
        """
        stretched = (vector - self.centre) * STRETCH
        countries = dict(zip(CANDIDATES, self.where.find_log_chances(stretched), strict=True))
        away, home = self.home.find_log_chances(stretched) if filer else (0.0, 0.0)
        scores = {
            country: self.shares.model * float(np.log(chance + HARDLY))
            + self.shares.country * float(countries[country])
            + self.shares.home * float(home if country == filer else away)
            for country, chance in chances.items()
        }
        most = max(scores.values())
        raised = {country: float(np.exp(score - most)) for country, score in scores.items()}
        total = sum(raised.values())
        return {country: chance / total for country, chance in raised.items()}

    def save(self, path: Path) -> None:
        """Write the file; the same encoder always gives the same bytes."""
        about = {
            "format": FORMAT,
            "version": self.version,
            "embedder": self.embedder,
            "countries": list(CANDIDATES),
            "shares": [self.shares.model, self.shares.country, self.shares.home],
        }
        heads = {"where": self.where, "home": self.home}
        arrays = {"about": np.array(json.dumps(about, sort_keys=True)), "centre": self.centre.astype(np.float32)}
        for name, head in heads.items():
            arrays[f"{name}_weights"] = head.weights.astype(np.float16)
            arrays[f"{name}_bias"] = head.bias.astype(np.float32)
        arrays |= {f"array {name}": raw for name, raw in sorted(self.arrays.items())}
        np.savez_compressed(path, allow_pickle=False, **arrays)

    @classmethod
    def load(cls, path: Path) -> "FilingEncoder":
        """Read a file. Raises FileNotFoundError without it, EncoderFault when it is none of ours."""
        try:
            with np.load(path, allow_pickle=False) as file:
                about = json.loads(str(file["about"]))
                if about["format"] != FORMAT or tuple(about["countries"]) != CANDIDATES:
                    raise EncoderFault(f"{path.name} is of another version of this program. Run landsea train-encoder.")
                heads = {
                    name: Head(file[f"{name}_weights"].astype(np.float32), file[f"{name}_bias"])
                    for name in ("where", "home")
                }
                arrays = {name.removeprefix("array "): file[name] for name in file.files if name.startswith("array ")}
                return cls(
                    version=about["version"],
                    embedder=about["embedder"],
                    arrays=arrays,
                    centre=file["centre"],
                    shares=Shares(*about["shares"]),
                    **heads,
                )
        except UNREADABLE as fault:
            if isinstance(fault, (EncoderFault, FileNotFoundError)):
                raise
            raise EncoderFault(
                f"{path.name} is no encoder of this program ({fault}). Run landsea train-encoder."
            ) from fault


class SecondOpinion:
    """Asks an encoder about texts. Raises EncoderFault where it belongs to another embedder or this one cannot change, OSError
    where the embedder's file does not take its layers.
    """

    def __init__(self, encoder: FilingEncoder, embedder: Embedder):
        if encoder.embedder != embedder.name:
            raise EncoderFault(
                f"The encoder belongs to the embedder {encoder.embedder}, and this is {embedder.name}. "
                "Run landsea train-encoder."
            )
        if not isinstance(embedder, ChangeableEmbedder):
            raise EncoderFault(f"The embedder {embedder.name} takes no other layers.")
        self.version = encoder.version
        self._encoder = encoder
        self._embedder = embedder.with_arrays(encoder.arrays)

    def weigh_countries(self, chances: Mapping[str, float], part: str, filer: str) -> dict[str, float]:
        """Return the chances of countries once the encoder has read `part`, what an embedder sees of a text; see
        `FilingEncoder.weigh_countries`.
        """
        vector = self._embedder.embed([write_filer_before(part, filer)])[0]
        return self._encoder.weigh_countries(chances, vector, filer)
