"""How the weigher learns from short texts of which it is known whether their figures fit.

Of a text that fits, each relation that fits is taken as told and each that does not as not told, so nobody has to mark what is
told. Of a text with a slip the likeliest relation that does not fit is taken for the slip, in a few rounds; where the
wrong figure is known, the likeliest of those that hold it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from landsea_core.figures.statement.read_statement import read_statement, respell_statement
from landsea_core.figures.statement.weighing.guesses import Guess
from landsea_core.figures.statement.weighing.hashed_model import HashedModel, fit_hashed_model, hash_names
from landsea_core.figures.statement.weighing.judging import WeighedGuess, name_doubts
from landsea_core.figures.statement.weighing.labelled_texts import LabelledText
from landsea_core.figures.statement.weighing.seen_figures import SeenFigure, see_figures
from landsea_core.figures.statement.weighing.weigher import Weigher, list_weighed_guesses
from landsea_core.figures.statement.weighing.words_around import WordedFigures

WIDTH_OF_TELLING, WIDTH_OF_SLIPPING = 2**18, 2**12
_PENALTY_OF_TELLING, _PENALTY_OF_SLIPPING = 10.0, 3.0
_FOLDS, _ROUNDS = 6, 4
_MISREAD, _COST_OF_MISREADING = 0.2, 8.0
_ACCUSED, _COST_OF_ACCUSING = 0.5, 2.0
"""What is called a slip from this probability on and is none counts twice as much in the next round."""


@dataclass(frozen=True)
class _Guessed:
    """A text with its guesses: `rows` are their places in the list of all."""

    label: LabelledText
    figures: tuple[SeenFigure, ...]
    guesses: tuple[Guess, ...]
    rows: range
    wrong: int | None


def learn_weigher(texts: Sequence[LabelledText]) -> Weigher:
    """Learn both models. What the second learns of a text comes from a first one that has not seen the texts of its source."""
    guessed, places = _guess_all(texts)
    fits = np.array([guess.fits for one in guessed for guess in one.guesses], dtype=np.float32)
    right = np.array([one.label.fits for one in guessed for _guess in one.guesses])
    folds = _spread_sources(guessed)
    told = np.zeros(len(places))
    for fold in range(_FOLDS):
        out = folds == fold
        told[out] = _tell(_fit_telling(places[~out & right], fits[~out & right]), places[out])
    telling = _fit_stubborn(places[right], fits[right])
    return Weigher(telling, _learn_slipping(guessed, told))


def _guess_all(texts: Sequence[LabelledText]) -> tuple[list[_Guessed], np.ndarray]:
    guessed: list[_Guessed] = []
    names: list[list[str]] = []
    for label in texts:
        respelled = respell_statement(label.text)
        read = read_statement(respelled.text)
        figures = see_figures(read)
        guesses = list_weighed_guesses(figures)
        if not guesses:
            continue
        wrong = None
        if label.wrong:
            origins = [respelled.find_origin(one.start, one.end) for one in figures]
            over = [at for at, (start, end) in enumerate(origins) if start < label.wrong[1] and label.wrong[0] < end]
            wrong = over[0] if over else None
        worded = WordedFigures(read.text, figures)
        rows = range(len(names), len(names) + len(guesses))
        names += [worded.name_features(guess) for guess in guesses]
        guessed.append(_Guessed(label, figures, tuple(guesses), rows, wrong))
    return guessed, hash_names(names, WIDTH_OF_TELLING)


def _spread_sources(guessed: Sequence[_Guessed]) -> np.ndarray:
    sources = {source: at % _FOLDS for at, source in enumerate(dict.fromkeys(one.label.source for one in guessed))}
    return np.array([sources[one.label.source] for one in guessed for _guess in one.guesses])


def _fit_telling(places: np.ndarray, fits: np.ndarray, counts: np.ndarray | None = None) -> HashedModel:
    counts = np.ones(len(fits), np.float32) if counts is None else counts
    return fit_hashed_model(places, fits, counts, WIDTH_OF_TELLING, _PENALTY_OF_TELLING)


def _fit_stubborn(places: np.ndarray, fits: np.ndarray) -> HashedModel:
    """Fit again with what it takes for told though it is not counting more: such texts were written to be misread."""
    model = _fit_telling(places, fits)
    misread = (fits == 0) & (_tell(model, places) > _MISREAD)
    return _fit_telling(places, fits, np.where(misread, _COST_OF_MISREADING, 1).astype(np.float32))


def _tell(model: HashedModel, places: np.ndarray) -> np.ndarray:
    weights = np.append(model.weights, np.float32(0))
    told: np.ndarray = 1 / (1 + np.exp(-(weights[places].sum(axis=1) + model.weights[-1])))
    return told


def _learn_slipping(guessed: Sequence[_Guessed], told: np.ndarray) -> HashedModel:
    doubts = [
        (text, one, names)
        for text, guess in enumerate(guessed)
        for one, names in name_doubts(
            guess.figures,
            [WeighedGuess(some, float(told[row])) for some, row in zip(guess.guesses, guess.rows, strict=True)],
        )
    ]
    places = hash_names([names for _text, _one, names in doubts], WIDTH_OF_SLIPPING)
    likely = np.array([one.told for _text, one, _names in doubts])
    of_text: dict[int, list[int]] = {}
    for row, (text, _one, _names) in enumerate(doubts):
        of_text.setdefault(text, []).append(row)
    fitting = np.array([guessed[text].label.fits for text, _one, _names in doubts])
    counts_of_fitting = np.ones(len(doubts), np.float32)
    model = HashedModel(np.zeros(WIDTH_OF_SLIPPING + 1, dtype=np.float32))
    for _ in range(_ROUNDS):
        answers, counts = np.zeros(len(doubts), np.float32), counts_of_fitting.copy()
        for text, rows in of_text.items():
            one = guessed[text]
            if one.label.fits:
                continue
            counts[rows] = 0
            holding = [row for row in rows if one.wrong is None or one.wrong in doubts[row][1].guess.places]
            if holding:
                best = max(holding, key=lambda row: likely[row])
                answers[best] = counts[best] = 1
        model = fit_hashed_model(places, answers, counts, WIDTH_OF_SLIPPING, _PENALTY_OF_SLIPPING)
        likely = _tell(model, places)
        counts_of_fitting[fitting & (likely > _ACCUSED)] *= _COST_OF_ACCUSING
    return model
