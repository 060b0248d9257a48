"""Learning what the weigher weighs with.

Of a text that fits, each relation that fits is taken as told and each that does not as not told, so nobody has to mark what is
told.
"""

import math
from collections.abc import Sequence

import numpy as np

from landsea_core.figures.learning.guessed_texts import GuessedText, guess_texts
from landsea_core.figures.learning.judge_learning import add_up, learn_holding, learn_slipping
from landsea_core.figures.learning.labelled_texts import LabelledText
from landsea_core.figures.learning.net_learning import HeardLabels, learn_net
from landsea_core.figures.statement.weighing.hashed_model import HashedModel, fit_hashed_model
from landsea_core.figures.statement.weighing.judging import WeighedFigures, WeighedGuess
from landsea_core.figures.statement.weighing.weigher import Stretch, Weigher

_WIDTH_OF_TELLING, _PENALTY_OF_TELLING = 2**18, 10.0
_FOLDS, _FOLDS_OF_NET = 5, 3
_FARTHEST = 30.0
_MISREAD, _HEARD, _COSTS_OF_MISREADING = 0.45, 0.05, (8, 24)


def learn_weigher(texts: Sequence[LabelledText]) -> Weigher:
    """Learn the models. What the judges learn of a text comes from models that have not seen the texts of its source.

    Texts that are known to be easily misread (none of those that are strange) and still are count eight times when what is
    told is learnt again, after the judges, and three times that if they then still are.
    """
    guessed, names = guess_texts(texts, _WIDTH_OF_TELLING)
    fits = np.array([guess.fits for one in guessed for guess in one.guesses], dtype=np.float32)
    right = np.array([one.label.fits for one in guessed for _guess in one.guesses], dtype=bool)
    told = _mix(_tell_unseen(guessed, names, fits, right), _listen_unseen(guessed, fits), guessed)
    slipping = learn_slipping(guessed, told)
    holding = learn_holding(guessed, told, slipping)
    first = _fit_telling(names[right], fits[right])
    weigher = Weigher(first, learn_net(_list_labels(guessed, fits)), slipping, holding)
    costs = np.ones(len(guessed), dtype=int)
    for cost in _COSTS_OF_MISREADING:
        misread = _find_misread(weigher, guessed, names)
        if not misread:
            break
        costs[misread] = cost
        rows = np.repeat(costs, [len(one.guesses) for one in guessed])
        is_heard = (fits == 0) & (add_up(first, names) > math.log(_HEARD / (1 - _HEARD)))
        counts = np.where(is_heard, rows, 1).astype(np.float32)
        listening = learn_net(_list_labels(guessed, fits, costs))
        weigher = Weigher(_fit_telling(names[right], fits[right], counts[right]), listening, slipping, holding)
    return weigher


def _find_misread(weigher: Weigher, guessed: Sequence[GuessedText], names: np.ndarray) -> list[int]:
    """Return which known texts that fit hold what the weigher takes for a slip, or nearly."""
    found = []
    for at, one in enumerate(guessed):
        if one.label.is_strange or not one.label.fits or not one.guesses:
            continue
        odds = add_up(weigher.telling, names[one.rows.start : one.rows.stop])
        if one.heard:
            odds = (odds + weigher.listening.find_log_odds(one.heard)) / 2
        told = 1 / (1 + np.exp(-np.clip(odds, -_FARTHEST, _FARTHEST)))
        weighed = [WeighedGuess(guess, float(likely)) for guess, likely in zip(one.guesses, told, strict=True)]
        doubts = Stretch(weigher, WeighedFigures(one.figures, weighed)).doubts
        if doubts and doubts[0].wrong >= _MISREAD:
            found.append(at)
    return found


def _tell_unseen(guessed: Sequence[GuessedText], names: np.ndarray, fits: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the log odds of each guess by hashed models that have not seen its source."""
    folds = np.repeat(_spread_sources(guessed, _FOLDS), [len(one.guesses) for one in guessed])
    odds = np.zeros(len(names))
    for fold in range(_FOLDS):
        out = folds == fold
        if out.any():
            odds[out] = add_up(_fit_telling(names[~out & right], fits[~out & right]), names[out])
    return odds


def _listen_unseen(guessed: Sequence[GuessedText], fits: np.ndarray) -> list[np.ndarray | None]:
    """Return the log odds of the guesses of each text by networks that have not seen its source."""
    folds = _spread_sources(guessed, _FOLDS_OF_NET)
    odds: list[np.ndarray | None] = [None] * len(guessed)
    for fold in range(_FOLDS_OF_NET):
        if not (folds == fold).any():
            continue
        net = learn_net(_list_labels([one for one, own in zip(guessed, folds, strict=True) if own != fold], fits))
        for at, one in enumerate(guessed):
            if folds[at] == fold and one.heard:
                odds[at] = net.find_log_odds(one.heard)
    return odds


def _list_labels(
    guessed: Sequence[GuessedText], fits: np.ndarray, costs: Sequence[int] | np.ndarray | None = None
) -> list[HeardLabels]:
    """Return the texts that fit with what is told in them, each as often as its cost says."""
    return [
        HeardLabels(one.heard, fits[one.rows.start : one.rows.stop])
        for one, cost in zip(guessed, costs if costs is not None else [1] * len(guessed), strict=True)
        if one.heard and one.label.fits
        for _ in range(cost)
    ]


def _mix(telling: np.ndarray, listening: Sequence[np.ndarray | None], guessed: Sequence[GuessedText]) -> np.ndarray:
    """Return how likely each guess is told by both models."""
    odds = telling.copy()
    for one, heard in zip(guessed, listening, strict=True):
        if heard is not None:
            odds[one.rows.start : one.rows.stop] = (odds[one.rows.start : one.rows.stop] + heard) / 2
    told: np.ndarray = 1 / (1 + np.exp(-np.clip(odds, -_FARTHEST, _FARTHEST)))
    return told


def _spread_sources(guessed: Sequence[GuessedText], folds: int) -> np.ndarray:
    sources = {source: at % folds for at, source in enumerate(dict.fromkeys(one.label.source for one in guessed))}
    return np.array([sources[one.label.source] for one in guessed])


def _fit_telling(names: np.ndarray, fits: np.ndarray, counts: np.ndarray | None = None) -> HashedModel:
    counts = np.ones(len(fits), np.float32) if counts is None else counts
    return fit_hashed_model(names, fits, counts, _WIDTH_OF_TELLING, _PENALTY_OF_TELLING)
