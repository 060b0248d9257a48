"""A linear model that chooses among candidates: fitting, calibrating, asking. Numbers only; no texts here.

Each candidate has numbers of its own, weighed by the same weights for all; beside these there may be numbers that speak for
one candidate of a row alone, such as the filer's own country (a `Side`). A row may say which candidates can be right instead
of which one is: the model then learns that it is one of them (multinomial choice, McFadden 1974; the sum over what may be
right is its marginal likelihood). Fitted by Nesterov's accelerated gradient from zero, so that the same rows always give the
same weights.
"""

from dataclasses import dataclass

import numpy as np

from landsea_core.text.model.linear import apply_softmax, find_honest_temperature

_STEPS = 200
_FOLDS = 5
NOBODY = -1
"""Where a side speaks for no candidate of a row."""


@dataclass(frozen=True)
class Side:
    """Numbers (rows x numbers) that speak for one candidate of each row: `at` says for which, `NOBODY` where for none."""

    numbers: np.ndarray
    at: np.ndarray

    def select_rows(self, rows: np.ndarray) -> "Side":
        """Only these rows."""
        return Side(self.numbers[rows], self.at[rows])

    @property
    def known(self) -> np.ndarray:
        """The rows in which it speaks for a candidate."""
        return np.flatnonzero(self.at != NOBODY)


@dataclass(frozen=True)
class Choices:
    """Rows to choose in: `own` (rows x candidates x numbers), and the sides that speak for single candidates."""

    own: np.ndarray
    sides: tuple[Side, ...] = ()

    def select_rows(self, rows: np.ndarray) -> "Choices":
        """Only these rows."""
        return Choices(self.own[rows], tuple(side.select_rows(rows) for side in self.sides))


@dataclass(frozen=True)
class ChoiceModel:
    """Weights of a candidate's own numbers and of those of each side."""

    own: np.ndarray
    sides: tuple[np.ndarray, ...] = ()
    temperature: float = 1.0

    def score_candidates(self, choices: Choices) -> np.ndarray:
        """A row of scores for each row of choices."""
        found: np.ndarray = choices.own @ self.own
        for side, weights in zip(choices.sides, self.sides, strict=True):
            known = side.known
            found[known, side.at[known]] += side.numbers[known] @ weights
        return found

    def find_probabilities(self, choices: Choices) -> np.ndarray:
        """A row of probabilities, one for each candidate, for each row of choices."""
        return apply_softmax(self.score_candidates(choices) / self.temperature)


def fit_choice(
    choices: Choices, allowed: np.ndarray, counts: np.ndarray, penalties: tuple[float, float]
) -> ChoiceModel:
    """Fit, uncalibrated. `allowed` (rows x candidates) is 1 for what may be right, `counts` how much each row counts;
    `penalties` are those of the own weights and of the weights of sides.
    """
    rows, candidates, width = choices.own.shape
    own = choices.own.reshape(rows * candidates, width)
    spoken = [(side.numbers[side.known], side.known, side.at[side.known]) for side in choices.sides]
    curve = _find_largest_eigenvalue(own * np.sqrt(np.repeat(counts, candidates))[:, None])
    curve += sum(_find_largest_eigenvalue(numbers * np.sqrt(counts[known])[:, None]) for numbers, known, _ in spoken)
    penalty_of = [penalties[0], *[penalties[1]] * len(spoken)]
    steps = [np.float32(1.0 / (0.5 * curve / rows + penalty)) for penalty in penalty_of]
    weights = [np.zeros(width, dtype=np.float32)]
    weights += [np.zeros(numbers.shape[1], dtype=np.float32) for numbers, _, _ in spoken]
    ahead, momentum = weights, 1.0
    for _ in range(_STEPS):
        scores = (own @ ahead[0]).reshape(rows, candidates)
        for (numbers, known, at), weight in zip(spoken, ahead[1:], strict=True):
            scores[known, at] += numbers @ weight
        chances = apply_softmax(scores)
        right = chances * allowed
        off = (chances - right / right.sum(axis=1, keepdims=True)) * counts[:, None]
        gradients = [own.T @ off.reshape(-1), *(numbers.T @ off[known, at] for numbers, known, at in spoken)]
        moved = [
            weight - step * (gradient / rows + penalty * weight)
            for weight, step, gradient, penalty in zip(ahead, steps, gradients, penalty_of, strict=True)
        ]
        following = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        share = np.float32((momentum - 1) / following)
        ahead = [new + share * (new - old) for new, old in zip(moved, weights, strict=True)]
        weights, momentum = moved, following
    return ChoiceModel(weights[0], tuple(weights[1:]))


def score_unseen_rows(
    choices: Choices, allowed: np.ndarray, counts: np.ndarray, penalties: tuple[float, float]
) -> np.ndarray:
    """The scores that each row gets from a model fitted without its fifth."""
    found = np.zeros(allowed.shape)
    for fold in range(_FOLDS):
        out = np.arange(len(allowed)) % _FOLDS == fold
        model = fit_choice(choices.select_rows(~out), allowed[~out], counts[~out], penalties)
        found[out] = model.score_candidates(choices.select_rows(out))
    return found


def fit_calibrated_choice(
    choices: Choices, allowed: np.ndarray, counts: np.ndarray, penalties: tuple[float, float]
) -> ChoiceModel:
    """Fit to all rows, with the temperature that makes the first suggestions for unseen rows honest."""
    heat = find_honest_temperature(
        score_unseen_rows(choices, allowed, counts, penalties), allowed > 0, np.ones(len(allowed))
    )
    model = fit_choice(choices, allowed, counts, penalties)
    return ChoiceModel(model.own, model.sides, heat)


def _find_largest_eigenvalue(design: np.ndarray) -> float:
    """The largest eigenvalue of design' design; 0 without rows."""
    return float(np.linalg.eigvalsh((design.T @ design).astype(np.float64))[-1]) if design.size else 0.0
