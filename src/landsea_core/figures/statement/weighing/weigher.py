"""The trained weigher of figures: what a text tells by its words, what of it does not fit, and which accusations hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from landsea_core.figures.statement.weighing.accusing import Accusation, name_accusation
from landsea_core.figures.statement.weighing.guessing import list_guesses
from landsea_core.figures.statement.weighing.hashed_model import HashedModel, turn_to_probability
from landsea_core.figures.statement.weighing.judging import WeighedFigures, WeighedGuess
from landsea_core.figures.statement.weighing.listening import HeardText, ListeningNet
from landsea_core.figures.statement.weighing.listening.listening_net import list_shapes
from landsea_core.figures.statement.weighing.seeing import SeenFigure
from landsea_core.figures.statement.weighing.words_around import WordedFigures

_HASHED, _NET = ("telling", "slipping", "holding"), "net_"


@dataclass(frozen=True)
class Doubt:
    """A guess that does not fit, with the probability that words tell it, and the one that it is a slip."""

    weighed: WeighedGuess
    wrong: float


@dataclass(frozen=True)
class Weigher:
    """What was learnt: `telling` and `listening` say from words whether a relation is told, each in its own way.

    `slipping` says whether one that does not fit is a slip, `holding` whether what another check accuses holds.
    """

    telling: HashedModel
    listening: ListeningNet
    slipping: HashedModel
    holding: HashedModel

    def weigh(self, text: str, figures: Sequence[SeenFigure]) -> "Stretch":
        """Return each relation that the figures could have with the probability that it is told; none of too many figures."""
        guesses = list_guesses(figures)
        worded = WordedFigures(text, figures)
        odds = np.array([self.telling.find_log_odds(worded.name_features(guess)) for guess in guesses])
        if heard := HeardText.hear(text, figures, guesses):
            odds = (odds + self.listening.find_log_odds(heard)) / 2
        weighed = [WeighedGuess(guess, turn_to_probability(one)) for guess, one in zip(guesses, odds, strict=True)]
        return Stretch(self, WeighedFigures(figures, weighed))

    def save(self, path: Path) -> None:
        """Write all into one file, weights as half floats."""
        models = {name: getattr(self, name).weights for name in _HASHED}
        net = {f"{_NET}{name}": array for name, array in self.listening.arrays.items()}
        np.savez_compressed(path, **{name: array.astype(np.float16) for name, array in (models | net).items()})

    @classmethod
    def load(cls, path: Path) -> "Weigher":
        """Read the file. Raises what `text.model.array_files.UNREADABLE` lists for one that is missing or damaged."""
        with np.load(path) as arrays:
            models = {name: HashedModel(arrays[name].astype(np.float32)) for name in _HASHED}
            net = {name: arrays[f"{_NET}{name}"].astype(np.float32) for name in list_shapes()}
        if any(model.weights.ndim != 1 or len(model.weights) <= 1 for model in models.values()):
            raise ValueError("A model of figures has one row of weights and a bias.")
        if any(net[name].shape != shape for name, shape in list_shapes().items()):
            raise ValueError("The arrays of the listening network are of other sizes.")
        return cls(listening=ListeningNet(net), **models)


@dataclass(frozen=True)
class Stretch:
    """Figures of sentences that stand together, with what a weigher makes of them."""

    weigher: Weigher
    weighed: WeighedFigures

    @cached_property
    def doubts(self) -> list[Doubt]:
        """What does not fit and may be a slip; the likeliest first."""
        doubts = [
            Doubt(one, turn_to_probability(self.weigher.slipping.find_log_odds(names)))
            for one, names in self.weighed.name_doubts()
        ]
        return sorted(doubts, key=lambda one: -one.wrong)

    def judge(self, accusation: Accusation) -> float:
        """Return how likely it is that what another check accuses of these figures holds."""
        doubts = [(one.weighed, one.wrong) for one in self.doubts]
        return turn_to_probability(
            self.weigher.holding.find_log_odds(name_accusation(accusation, self.weighed, doubts))
        )
