"""The trained model: small linear models over one set of features, in one file, and what they make of a text.

Five questions are asked of a text: matter, topic, authority, scope and urgency. The topic is mostly the sum of its matters,
and the authority mostly what the likely matters usually need; the chapter of goods is asked where no name tells it.
Where the trouble is, is a choice among the countries of the corridor.
The file is numpy's own archive of plain numbers with one line of JSON beside them; nothing in it is ever executed.
A model belongs to one embedder and is refused with another. Where words led to a suggestion is told by the lexicons.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from landsea_core.text.countries.whereabouts import CANDIDATES, Whereabouts, make_choices
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.model.array_files import UNREADABLE
from landsea_core.text.model.choice import ChoiceModel
from landsea_core.text.model.embedding import Embedder
from landsea_core.text.model.features import FeatureReader, hide_goods, make_home_rows, make_rows
from landsea_core.text.model.linear import LinearModel, apply_softmax
from landsea_core.text.model.topics import add_up_topics, raise_spoken_topics, weigh_topics_alone

QUESTIONS = ("matter", "topic", "authority", "scope", "urgent")
CHAPTER, NO_GOODS = "chapter", "--"
"""The chapter of goods that no name tells, asked apart (of a text without what names of goods say), and that it has none."""
FORMAT = 6
# The authority is this much what the likely matters usually need, and for the rest what the words say.
_BY_MATTER = 0.7
_HARDLY = 1e-12
# An office that the text names is raised by e to this: of 1,600 kept texts 1,427 authorities are right with 2, 1,417 with 1 (as
# before), 1,425 with 2.5, and no set loses by it. A name of less than this weight only hints at one.
_NAMED_RAISES, _NAMED_FROM = 2.0, 0.7
# The arrays with the weights of what speaks for the filer's own country, for China, and for China where the filer is there.
_SIDES = ("where_home", "where_mainland", "where_of_mainland")


class ModelFault(ValueError):
    """A model file that cannot be used; the sentence says why and what to do."""


@dataclass(frozen=True)
class TrainedModel:
    """The models of all questions with what they need: names of features, the centre of the vectors, their embedder.

    `topics` says which topic a matter belongs to; `habits` how often each kind of authority (columns, in the order of the
    authority model's labels) answered for each matter (rows) in the examples. `where` chooses among countries, with the
    numbers named in `where_names` for each, and `home_names` and what stands beside them for the filer's own and for China.
    `authority_temperature` makes what two opinions on the authority say together honest: each alone is.
    """

    version: str
    embedder: str
    names: tuple[str, ...]
    centre: np.ndarray
    topics: Mapping[str, str]
    habits: np.ndarray
    models: Mapping[str, LinearModel]
    where: ChoiceModel
    where_names: tuple[str, ...]
    home_names: tuple[str, ...]
    authority_temperature: float = 1.0

    def find_answers(
        self, named: Mapping[str, float], vector: np.ndarray, whereabouts: Whereabouts
    ) -> dict[str, dict[str, float]]:
        """Return for each question, for "topic" and for "where" the probability of each label for one text."""
        table = make_rows([named], self.names, vector.reshape(1, -1), self.centre)
        asked = {question: self.models[question].find_probabilities(table) for question in QUESTIONS}
        both = score_authorities(asked["matter"], self.habits, asked["authority"])
        offices = self.models["authority"].labels
        asked["authority"] = apply_softmax(both / self.authority_temperature + raise_named_offices(named, offices))
        beside = make_home_rows(table, self.names, asked["matter"])
        places = make_choices([whereabouts], self.where_names, self.home_names, beside)
        told = {
            question: dict(zip(self.models[question].labels, map(float, answer[0]), strict=True))
            for question, answer in asked.items()
        }
        chances = dict(zip(CANDIDATES, map(float, self.where.find_probabilities(places)[0]), strict=True))
        told["where"] = whereabouts.home_signs.raise_home(chances, whereabouts.filer, told["matter"])
        spoken = raise_spoken_topics(told["matter"], named, self.topics)
        told["matter"] = weigh_topics_alone(spoken, told["topic"], self.topics)
        told["topic"] = add_up_topics(told["matter"], self.topics)
        told[CHAPTER] = self.find_chapters(table)
        return told

    def find_chapters(self, table: np.ndarray) -> dict[str, float]:
        """Return the chance of each chapter of the nomenclature by one row of features, without what names of goods say."""
        model = self.models[CHAPTER]
        found = model.find_probabilities(hide_goods(table, self.names))[0]
        return dict(zip(model.labels, map(float, found), strict=True))

    def save(self, path: Path) -> None:
        """Write the file; the same model always gives the same bytes."""
        about = {
            "format": FORMAT,
            "version": self.version,
            "embedder": self.embedder,
            "names": list(self.names),
            "topics": dict(self.topics),
            "where_names": list(self.where_names),
            "home_names": list(self.home_names),
            "where_temperature": round(self.where.temperature, 4),
            "authority_temperature": round(self.authority_temperature, 4),
            "models": {
                question: {"labels": list(model.labels), "temperature": round(model.temperature, 4)}
                for question, model in self.models.items()
            },
        }
        arrays = {"about": np.array(json.dumps(about, sort_keys=True)), "centre": self.centre.astype(np.float32)}
        arrays["habits"] = self.habits.astype(np.float32)
        arrays["where_own"] = self.where.own.astype(np.float32)
        arrays |= dict(zip(_SIDES, (side.astype(np.float32) for side in self.where.sides), strict=True))
        for question, model in self.models.items():
            arrays[f"{question}_weights"] = model.weights.astype(np.float16)
            arrays[f"{question}_bias"] = model.bias.astype(np.float32)
        np.savez_compressed(path, allow_pickle=False, **arrays)

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
                    ChoiceModel(file["where_own"], tuple(file[side] for side in _SIDES), about["where_temperature"]),
                    tuple(about["where_names"]),
                    tuple(about["home_names"]),
                    about["authority_temperature"],
                )
        except UNREADABLE as fault:
            if isinstance(fault, (ModelFault, FileNotFoundError)):
                raise
            raise ModelFault(f"{path.name} is not a model of this program ({fault}). Run landsea train.") from fault


def score_authorities(matters: np.ndarray, habits: np.ndarray, by_words: np.ndarray) -> np.ndarray:
    """What the likely matters usually need and what the words say of the authority, together, as scores: logarithms."""
    scores: np.ndarray = np.log(_BY_MATTER * matters @ habits + (1 - _BY_MATTER) * by_words + _HARDLY)
    return scores


def raise_named_offices(named: Mapping[str, float], offices: Sequence[str]) -> np.ndarray:
    """Return what is added to the scores of `offices` that a text's features name. Example: "MAQIS is slow with the papers"
    adds to the ministry of agriculture, though such lorries mostly stand at a border post.
    """
    return np.array([_NAMED_RAISES * (named.get(f"authority:{office}", 0.0) >= _NAMED_FROM) for office in offices])


class OpinionOnCountries(Protocol):
    """Somebody else who reads a text for where the trouble is, and is weighed in; see `encoder.filing_encoder`."""

    version: str

    def weigh_countries(self, chances: Mapping[str, float], part: str, filer: str) -> dict[str, float]:
        """Return the chances of countries once its own opinion on `part`, what an embedder sees of a text, is weighed in."""
        ...


class TrainedReader:
    """Asks a trained model about texts, and a second opinion on the country where there is one; raises ModelFault when the
    model was trained on another embedder.
    """

    def __init__(
        self,
        model: TrainedModel,
        embedder: Embedder,
        features: FeatureReader,
        second: OpinionOnCountries | None = None,
    ):
        if model.embedder != embedder.name:
            raise ModelFault(
                f"The model was trained on the embedder {model.embedder}, and this is {embedder.name}. Run landsea train."
            )
        self.model = model
        self._embedder = embedder
        self._features = features
        self._second = second

    @property
    def version(self) -> str:
        """The version of the model, and behind a plus that of the second opinion where there is one."""
        return f"{self.model.version}+{self._second.version}" if self._second else self.model.version

    def with_features(self, features: FeatureReader) -> "TrainedReader":
        """Return the same model and embedder over other features."""
        return TrainedReader(self.model, self._embedder, features, self._second)

    def find_answers(self, text: PreparedText, filer_country: str = "") -> dict[str, dict[str, float]]:
        """Return for each question the probability of each label. Kept with the text, so that asking again is free."""
        key = (self, filer_country)
        if key not in text.found:
            text.found[key] = self._ask_anew(text, filer_country)
        found: dict[str, dict[str, float]] = text.found[key]
        return found

    def _ask_anew(self, text: PreparedText, filer_country: str) -> dict[str, dict[str, float]]:
        named = self._features.name_features(text)
        whereabouts = self._features.whereabouts.read_whereabouts(text, filer_country)
        answers = self.model.find_answers(named, self.embed_text(text), whereabouts)
        if self._second:
            part = self._features.find_telling_part(text)
            answers["where"] = self._second.weigh_countries(answers["where"], part, filer_country)
        return answers

    def embed_text(self, text: PreparedText) -> np.ndarray:
        """Return the embedder's row for the part of a text that tells most. Kept with the text, as answers are."""
        key = (self, "vector")
        if key not in text.found:
            text.found[key] = self._embedder.embed([self._features.find_telling_part(text)])[0]
        found: np.ndarray = text.found[key]
        return found
