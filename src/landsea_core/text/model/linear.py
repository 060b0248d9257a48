"""Linear models of one choice among several labels: fitting, calibrating, asking. Numbers only; no texts here.

The model is multinomial logistic regression with a penalty on the squared weights, fitted by Nesterov's accelerated gradient
from zero, so that the same rows always give the same weights. Confidences are made honest by one temperature, chosen so
that the examples are likeliest when each is judged by a model that has not seen it (Guo and others, "On Calibration of
Modern Neural Networks", 2017).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_STEPS = 250
_FOLDS = 5
_TEMPERATURES = np.exp(np.linspace(np.log(0.4), np.log(3.0), 60))


@dataclass(frozen=True)
class LinearModel:
    """Labels with their weights; `weights` has a row a label and a column a feature."""

    labels: tuple[str, ...]
    weights: np.ndarray
    bias: np.ndarray
    temperature: float = 1.0

    def find_probabilities(self, features: np.ndarray) -> np.ndarray:
        """Return a row of probabilities, in the order of `labels`, for each row of features."""
        return apply_softmax((features @ self.weights.T + self.bias) / self.temperature)


def apply_softmax(scores: np.ndarray) -> np.ndarray:
    """Rows of scores as rows of probabilities."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: np.ndarray = raised / raised.sum(axis=1, keepdims=True)
    return shares


def fit_model(features: np.ndarray, targets: np.ndarray, labels: Sequence[str], penalty: float) -> LinearModel:
    """Fit to soft targets (a row an example, a column a label), uncalibrated. A row adds up to how much it counts."""
    count, width = features.shape
    counts = targets.sum(axis=1, keepdims=True)
    design = np.hstack([features, np.ones((count, 1))]).astype(np.float32)
    targets, counts = targets.astype(np.float32), counts.astype(np.float32)
    step = np.float32(1.0 / (0.5 * _find_largest_eigenvalue(design * np.sqrt(counts)) / count + penalty))
    shrink = np.full((1, width + 1), penalty, dtype=np.float32)
    shrink[0, -1] = 0.0
    weights = np.zeros((len(labels), width + 1), dtype=np.float32)
    ahead, momentum = weights, 1.0
    for _ in range(_STEPS):
        gradient = (apply_softmax(design @ ahead.T) * counts - targets).T @ design / count + shrink * ahead
        moved = ahead - step * gradient
        following = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        ahead = moved + np.float32((momentum - 1) / following) * (moved - weights)
        weights, momentum = moved, following
    return LinearModel(tuple(labels), weights[:, :-1], weights[:, -1])


def _find_largest_eigenvalue(design: np.ndarray) -> float:
    """The largest eigenvalue of design' design."""
    return float(np.linalg.eigvalsh((design.T @ design).astype(np.float64))[-1])


def score_unseen_examples(
    features: np.ndarray, targets: np.ndarray, labels: Sequence[str], penalty: float
) -> np.ndarray:
    """The scores, before they are made probabilities, that each example gets from a model fitted without its fifth."""
    scores = np.zeros(targets.shape)
    for fold in range(_FOLDS):
        out = np.arange(len(features)) % _FOLDS == fold
        model = fit_model(features[~out], targets[~out], labels, penalty)
        scores[out] = features[out] @ model.weights.T + model.bias
    return scores


def find_honest_temperature(scores: np.ndarray, right: np.ndarray, counts: np.ndarray) -> float:
    """The temperature at which the probability of the likeliest label says best whether it is one of the right ones.

    `scores` are of rows that the model has not seen, `right` says which labels of a row are right (an alternative is as
    right as the label itself), `counts` how much each row counts. The loss is the logarithm of what was said of the first.
    """
    first = scores.argmax(axis=1)
    hit = right[np.arange(len(first)), first]
    losses = []
    for heat in _TEMPERATURES:
        sure = apply_softmax(scores / heat).max(axis=1)
        losses.append(-(counts * np.log(np.where(hit, sure, 1 - sure) + 1e-12)).sum())
    return float(_TEMPERATURES[int(np.argmin(losses))])


def fit_calibrated_model(
    features: np.ndarray, targets: np.ndarray, labels: Sequence[str], penalty: float
) -> tuple[LinearModel, np.ndarray]:
    """Fit to all examples, with the temperature that makes the first suggestions for unseen examples honest.

    An example counts once for the temperature, however much it counts in the fit. Beside the model stands what each example was
    thought to be by a model that had not seen it, a row of probabilities each: a second model can learn from these as it will
    later be asked.
    """
    scores = score_unseen_examples(features, targets, labels, penalty)
    heat = find_honest_temperature(scores, targets > 0, targets.sum(axis=1) > 0)
    model = fit_model(features, targets, labels, penalty)
    return LinearModel(model.labels, model.weights, model.bias, heat), apply_softmax(scores / heat)
