"""Learning the two judges of the weigher: what does not fit is a slip or not, what another check accuses holds or not.

Of a text with a slip the likeliest relation that does not fit is taken for the slip, in a few rounds; where the wrong figure is
known, the likeliest of those that hold it.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from landsea_core.figures.learning.guessed_texts import GuessedText
from landsea_core.figures.statement.weighing.accusing import name_accusation
from landsea_core.figures.statement.weighing.hashed_model import HashedModel, fit_hashed_model, hash_names
from landsea_core.figures.statement.weighing.judging import WeighedGuess

_WIDTH_OF_SLIPPING, _WIDTH_OF_HOLDING, _PENALTY = 2**13, 2**12, 3.0
_ROUNDS, _COUNT_OF_KNOWN = 4, 0.5
_FARTHEST = 30.0


def learn_slipping(guessed: Sequence[GuessedText], told: np.ndarray) -> HashedModel:
    doubts = [
        (text, one, names) for text, guess in enumerate(guessed) for one, names in guess.weigh(told).name_doubts()
    ]
    places = hash_names([names for _text, _one, names in doubts], _WIDTH_OF_SLIPPING)
    likely = np.array([one.told for _text, one, _names in doubts])
    of_text: dict[int, list[int]] = defaultdict(list)
    for row, (text, _one, _names) in enumerate(doubts):
        of_text[text].append(row)
    model = HashedModel(np.zeros(_WIDTH_OF_SLIPPING + 1, dtype=np.float32))
    for _ in range(_ROUNDS):
        answers, counts = np.zeros(len(doubts), np.float32), np.ones(len(doubts), np.float32)
        for text, rows in of_text.items():
            one = guessed[text]
            if one.label.fits:
                continue
            counts[rows] = 0
            if holding := [row for row in rows if _holds_wrong(one, doubts[row][1])]:
                best = max(holding, key=lambda row: likely[row])
                answers[best] = counts[best] = 1
        model = fit_hashed_model(places, answers, counts, _WIDTH_OF_SLIPPING, _PENALTY)
        likely = _weigh(model, places)
    return model


def _holds_wrong(text: GuessedText, one: WeighedGuess) -> bool:
    return text.wrong is None or any(text.figures[at].order == text.wrong for at in one.guess.places)


def learn_holding(guessed: Sequence[GuessedText], told: np.ndarray, slipping: HashedModel) -> HashedModel:
    """Learn whether what a check with written wordings accuses holds.

    It does where it names the wrong figure. Of texts that wordings were written for only those with a fault tell anything,
    and count half.
    """
    names: list[list[str]] = []
    answers: list[bool] = []
    counts: list[float] = []
    for text in guessed:
        if not text.accusations or (text.label.fits and not text.label.is_strange):
            continue
        weighed = text.weigh(told)
        named = weighed.name_doubts()
        likely = _weigh(slipping, hash_names([one for _guess, one in named], _WIDTH_OF_SLIPPING))
        doubts = [(guess, float(one)) for (guess, _names), one in zip(named, likely, strict=True)]
        for accusation in text.accusations:
            if text.label.fits or not text.label.is_strange or text.wrong in accusation.orders:
                names.append(name_accusation(accusation, weighed, doubts))
                answers.append(not text.label.fits)
                counts.append(1.0 if text.label.is_strange else _COUNT_OF_KNOWN)
    places = hash_names(names, _WIDTH_OF_HOLDING)
    told_right = np.array(answers, np.float32)
    return fit_hashed_model(places, told_right, np.array(counts, np.float32), _WIDTH_OF_HOLDING, _PENALTY)


def add_up(model: HashedModel, names: np.ndarray) -> np.ndarray:
    """Return the log odds of rows of hashed names."""
    odds: np.ndarray = np.append(model.weights, np.float32(0))[names].sum(axis=1) + model.weights[-1]
    return odds


def _weigh(model: HashedModel, names: np.ndarray) -> np.ndarray:
    told: np.ndarray = 1 / (1 + np.exp(-np.clip(add_up(model, names), -_FARTHEST, _FARTHEST)))
    return told
