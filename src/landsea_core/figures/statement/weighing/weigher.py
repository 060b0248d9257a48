"""The trained weigher of figures: which relations a text tells by its words, and which of them do not fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from landsea_core.figures.statement.weighing.guesses import Guess, list_guesses
from landsea_core.figures.statement.weighing.hashed_model import HashedModel, turn_to_probability
from landsea_core.figures.statement.weighing.judging import WeighedGuess, name_doubts
from landsea_core.figures.statement.weighing.seen_figures import SeenFigure
from landsea_core.figures.statement.weighing.words_around import WordedFigures

FEWEST_FIGURES, MOST_FIGURES = 3, 14
"""Of fewer figures no relation is told; among more one may be met by chance."""
MOST_GUESSES = 400


def list_weighed_guesses(figures: Sequence[SeenFigure]) -> list[Guess]:
    """Return the relations that are weighed of these figures: none where figures or relations are too many, or too few."""
    guesses = list_guesses(figures) if FEWEST_FIGURES <= len(figures) <= MOST_FIGURES else []
    return guesses if len(guesses) <= MOST_GUESSES else []


@dataclass(frozen=True)
class Doubt:
    """A guess that does not fit, with the probability that words tell it, and the one that it is a slip."""

    weighed: WeighedGuess
    wrong: float


@dataclass(frozen=True)
class Weigher:
    """Two models: `telling` says from words whether a relation is told, `slipping` whether one that does not fit is a slip."""

    telling: HashedModel
    slipping: HashedModel

    def weigh(self, text: str, figures: Sequence[SeenFigure]) -> list[WeighedGuess]:
        """Return each relation that the figures could have with the probability that it is told; none of too many figures."""
        guesses = list_weighed_guesses(figures)
        worded = WordedFigures(text, figures)
        odds = [self.telling.find_log_odds(worded.name_features(guess)) for guess in guesses]
        return [WeighedGuess(guess, turn_to_probability(one)) for guess, one in zip(guesses, odds, strict=True)]

    def doubt(self, figures: Sequence[SeenFigure], weighed: Sequence[WeighedGuess]) -> list[Doubt]:
        """Return what does not fit and may be a slip, of what was weighed of these figures; the likeliest first."""
        doubts = [
            Doubt(one, turn_to_probability(self.slipping.find_log_odds(names)))
            for one, names in name_doubts(figures, weighed)
        ]
        return sorted(doubts, key=lambda one: -one.wrong)

    def save(self, path: Path) -> None:
        """Write both models into one file, weights as half floats."""
        np.savez_compressed(
            path, telling=self.telling.weights.astype(np.float16), slipping=self.slipping.weights.astype(np.float16)
        )

    @classmethod
    def load(cls, path: Path) -> "Weigher":
        """Read the file. Raises what `text.model.array_files.UNREADABLE` lists for one that is missing or damaged."""
        with np.load(path) as arrays:
            telling, slipping = (HashedModel(arrays[name].astype(np.float32)) for name in ("telling", "slipping"))
        if any(model.weights.ndim != 1 or len(model.weights) <= 1 for model in (telling, slipping)):
            raise ValueError("A model of figures has one row of weights and a bias.")
        return cls(telling, slipping)
