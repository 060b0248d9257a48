"""A linear model that chooses among candidates: fitting, calibrating, asking. Numbers only; no texts here.

Each candidate has numbers of its own, weighed by the same weights for all; one of them, the filer's own country, may have
numbers beside that speak for it alone. A row may say which candidates can be right instead of which one is: the model
then learns that it is one of them (multinomial choice, McFadden 1974; the sum over what may be right is its marginal
likelihood). Fitted by Nesterov's accelerated gradient from zero, so that the same rows always give the same weights.
"""

from dataclasses import dataclass

import numpy as np

from landsea_core.text.linear import softmax

_STEPS = 200
_FOLDS = 5
_TEMPERATURES = np.exp(np.linspace(np.log(0.5), np.log(2.5), 40))
_NOBODY = -1


@dataclass(frozen=True)
class Choices:
    """Rows to choose in: `own` (rows x candidates x numbers), `home` (rows x numbers), and `at`, which candidate `home`
    speaks for in each row, -1 where for none.
    """

    own: np.ndarray
    home: np.ndarray
    at: np.ndarray

    def some(self, rows: np.ndarray) -> "Choices":
        """Only these rows."""
        return Choices(self.own[rows], self.home[rows], self.at[rows])


@dataclass(frozen=True)
class ChoiceModel:
    """Weights of a candidate's own numbers and of those that speak for home."""

    own: np.ndarray
    home: np.ndarray
    temperature: float = 1.0

    def scores(self, choices: Choices) -> np.ndarray:
        """A row of scores for each row of choices."""
        found = choices.own @ self.own
        known = np.flatnonzero(choices.at != _NOBODY)
        found[known, choices.at[known]] += choices.home[known] @ self.home
        return found

    def probabilities(self, choices: Choices) -> np.ndarray:
        """A row of probabilities, one for each candidate, for each row of choices."""
        return softmax(self.scores(choices) / self.temperature)


def fit(choices: Choices, allowed: np.ndarray, counts: np.ndarray, penalties: tuple[float, float]) -> ChoiceModel:
    """Fit, uncalibrated. `allowed` (rows x candidates) is 1 for what may be right, `counts` how much each row counts;
    `penalties` are those of the own and of the home weights.
    """
    rows, candidates, width = choices.own.shape
    own = choices.own.reshape(rows * candidates, width)
    known = np.flatnonzero(choices.at != _NOBODY)
    home, at = choices.home[known], choices.at[known]
    curve = _largest(own * np.sqrt(np.repeat(counts, candidates))[:, None])
    curve = 0.5 * (curve + _largest(home * np.sqrt(counts[known])[:, None])) / rows
    steps = [np.float32(1.0 / (curve + penalty)) for penalty in penalties]
    weights = [np.zeros(width, dtype=np.float32), np.zeros(home.shape[1], dtype=np.float32)]
    ahead, momentum = weights, 1.0
    for _ in range(_STEPS):
        scores = (own @ ahead[0]).reshape(rows, candidates)
        scores[known, at] += home @ ahead[1]
        chances = softmax(scores)
        right = chances * allowed
        off = (chances - right / right.sum(axis=1, keepdims=True)) * counts[:, None]
        gradients = (own.T @ off.reshape(-1), home.T @ off[known, at])
        moved = [
            weight - step * (gradient / rows + penalty * weight)
            for weight, step, gradient, penalty in zip(ahead, steps, gradients, penalties, strict=True)
        ]
        following = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        share = np.float32((momentum - 1) / following)
        ahead = [new + share * (new - old) for new, old in zip(moved, weights, strict=True)]
        weights, momentum = moved, following
    return ChoiceModel(weights[0], weights[1])


def unseen(choices: Choices, allowed: np.ndarray, counts: np.ndarray, penalties: tuple[float, float]) -> np.ndarray:
    """The scores that each row gets from a model fitted without its fifth."""
    found = np.zeros(allowed.shape)
    for fold in range(_FOLDS):
        out = np.arange(len(allowed)) % _FOLDS == fold
        model = fit(choices.some(~out), allowed[~out], counts[~out], penalties)
        found[out] = model.scores(choices.some(out))
    return found


def calibrated(
    choices: Choices, allowed: np.ndarray, counts: np.ndarray, penalties: tuple[float, float]
) -> ChoiceModel:
    """Fit to all rows, with the temperature that makes unseen rows likeliest."""
    scores = unseen(choices, allowed, counts, penalties)
    losses = [-np.log((softmax(scores / heat) * allowed).sum(axis=1) + 1e-12).sum() for heat in _TEMPERATURES]
    model = fit(choices, allowed, counts, penalties)
    return ChoiceModel(model.own, model.home, float(_TEMPERATURES[int(np.argmin(losses))]))


def _largest(design: np.ndarray) -> float:
    """The largest eigenvalue of design' design; 0 without rows."""
    return float(np.linalg.eigvalsh((design.T @ design).astype(np.float64))[-1]) if design.size else 0.0
