"""The trained model: small linear models over one set of features, in one file, and what they make of a text.

Five questions are asked of a text: matter, authority, scope, urgency, and whether the trouble is at home or abroad. The
topic is the sum of its matters, and the authority mostly what the likely matters usually need.
The file is numpy's own archive of plain numbers with one line of JSON beside them; nothing in it is ever executed.
A model belongs to one embedder and is refused with another. Where words led to a suggestion is told by the lexicons.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from landsea_core.text.embedding import Embedder, embeddable
from landsea_core.text.features import FeatureReader, rows, side_rows
from landsea_core.text.linear import LinearModel
from landsea_core.text.prepared import PreparedText

QUESTIONS = ("matter", "authority", "scope", "urgent", "side")
HOME, ABROAD = "home", "abroad"
FORMAT = 1
# The authority is this much what the likely matters usually need, and for the rest what the words say.
_BY_MATTER = 0.7


class ModelFault(ValueError):
    """A model file that cannot be used; the sentence says why and what to do."""


@dataclass(frozen=True)
class TrainedModel:
    """The models of all questions with what they need: names of features, the centre of the vectors, their embedder.

    `topics` says which topic a matter belongs to; `habits` how often each kind of authority (columns, in the order of the
    authority model's labels) answered for each matter (rows) in the examples.
    """

    version: str
    embedder: str
    names: tuple[str, ...]
    centre: np.ndarray
    topics: Mapping[str, str]
    habits: np.ndarray
    models: Mapping[str, LinearModel]

    def answers(self, named: Mapping[str, float], vector: np.ndarray) -> dict[str, dict[str, float]]:
        """Return for each question, and for "topic", the probability of each label for one text."""
        table = rows([named], self.names, vector.reshape(1, -1), self.centre)
        asked = {question: self.models[question].probabilities(table) for question in QUESTIONS if question != "side"}
        asked["authority"] = _BY_MATTER * asked["matter"] @ self.habits + (1 - _BY_MATTER) * asked["authority"]
        asked["side"] = self.models["side"].probabilities(side_rows(table, self.names, asked["matter"]))
        told = {
            question: dict(zip(self.models[question].labels, map(float, answer[0]), strict=True))
            for question, answer in asked.items()
        }
        told["topic"] = {}
        for matter, chance in told["matter"].items():
            topic = self.topics[matter]
            told["topic"][topic] = told["topic"].get(topic, 0.0) + chance
        return told

    def save(self, path: Path) -> None:
        """Write the file; the same model always gives the same bytes."""
        about = {
            "format": FORMAT,
            "version": self.version,
            "embedder": self.embedder,
            "names": list(self.names),
            "topics": dict(self.topics),
            "models": {
                question: {"labels": list(model.labels), "temperature": round(model.temperature, 4)}
                for question, model in self.models.items()
            },
        }
        arrays = {"about": np.array(json.dumps(about, sort_keys=True)), "centre": self.centre.astype(np.float32)}
        arrays["habits"] = self.habits.astype(np.float32)
        for question, model in self.models.items():
            arrays[f"{question}_weights"] = model.weights.astype(np.float16)
            arrays[f"{question}_bias"] = model.bias.astype(np.float32)
        np.savez_compressed(path, **arrays)

    @classmethod
    def load(cls, path: Path) -> "TrainedModel":
        """Read a file. Raises FileNotFoundError without it, ModelFault when it is none of ours."""
        try:
            with np.load(path, allow_pickle=False) as file:
                about = json.loads(str(file["about"]))
                if about["format"] != FORMAT:
                    raise ModelFault(f"{path.name} has format {about['format']}, not {FORMAT}. Run landsea train.")
                models = {
                    question: LinearModel(
                        tuple(kept["labels"]),
                        file[f"{question}_weights"].astype(np.float32),
                        file[f"{question}_bias"],
                        kept["temperature"],
                    )
                    for question, kept in about["models"].items()
                }
                return cls(
                    about["version"],
                    about["embedder"],
                    tuple(about["names"]),
                    file["centre"],
                    about["topics"],
                    file["habits"],
                    models,
                )
        except (KeyError, ValueError, OSError) as fault:
            if isinstance(fault, (ModelFault, FileNotFoundError)):
                raise
            raise ModelFault(f"{path.name} is not a model of this program ({fault}). Run landsea train.") from fault


class TrainedReader:
    """Asks a trained model about texts; raises ModelFault when the model was trained on another embedder."""

    def __init__(self, model: TrainedModel, embedder: Embedder, features: FeatureReader):
        if model.embedder != embedder.name:
            raise ModelFault(
                f"The model was trained on the embedder {model.embedder}, and this is {embedder.name}. Run landsea train."
            )
        self.model = model
        self._embedder = embedder
        self._features = features

    def answers(self, text: PreparedText, filer_country: str = "") -> dict[str, dict[str, float]]:
        """Return for each question the probability of each label. Kept with the text, so that asking again is free."""
        key = (self, filer_country)
        if key not in text.found:
            named = self._features.named(text, filer_country)
            text.found[key] = self.model.answers(named, self.vector(text))
        return text.found[key]

    def vector(self, text: PreparedText) -> np.ndarray:
        """Return the embedder's row for the beginning of a text. Kept with the text, as answers are."""
        key = (self, "vector")
        if key not in text.found:
            text.found[key] = self._embedder.embed([embeddable(text.raw)])[0]
        return text.found[key]
