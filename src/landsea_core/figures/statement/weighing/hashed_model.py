"""A model of yes and no over named features: logistic regression with a weight for each of some thousand hashed names."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

_PASSES, _BATCH, _RATE, _FIRST_SQUARE = 10, 256, 0.1, 1.0
_SEED = 7
_FARTHEST = 30.0


@dataclass(frozen=True)
class HashedModel:
    """Weights by the hash of a feature's name; the last weight is the bias. A power of two of them, and one."""

    weights: np.ndarray

    def find_log_odds(self, names: Sequence[str]) -> float:
        """Return the logarithm of the odds for yes."""
        width = len(self.weights) - 1
        return float(self.weights[[crc32(name.encode()) % width for name in names]].sum() + self.weights[-1])


def turn_to_probability(log_odds: float) -> float:
    """Return the probability of which this is the logarithm of the odds."""
    return 1 / (1 + math.exp(-max(-_FARTHEST, min(_FARTHEST, log_odds))))


def hash_names(rows: Sequence[Sequence[str]], width: int) -> np.ndarray:
    """Return a row of places for each row of names, filled up with `width + 1` (a place that weighs nothing)."""
    longest = max((len(row) for row in rows), default=0)
    places = np.full((len(rows), longest), width + 1, dtype=np.int32)
    for at, row in enumerate(rows):
        places[at, : len(row)] = [crc32(name.encode()) % width for name in row]
    return places


def fit_hashed_model(
    places: np.ndarray, answers: np.ndarray, counts: np.ndarray, width: int, penalty: float
) -> HashedModel:
    """Fit to rows of places (`hash_names`) with answers of 0 and 1; `counts` is how much each row counts.

    Minimises the sum of the losses plus `penalty` / 2 times the squared weights, by AdaGrad (Duchi and others, "Adaptive
    Subgradient Methods", 2011) in small batches, always in the same order, so that the same rows give the same weights.
    """
    length = width + 2
    weights, squares = np.zeros(length, np.float32), np.full(length, _FIRST_SQUARE, np.float32)
    seen = np.maximum(np.bincount(places.ravel(), minlength=length), 1).astype(np.float32)
    order = np.random.default_rng(_SEED).permutation(len(places))
    for _ in range(_PASSES):
        for start in range(0, len(order), _BATCH):
            rows = order[start : start + _BATCH]
            used = places[rows]
            scores = weights[used].sum(axis=1) + weights[width]
            off = ((1 / (1 + np.exp(-scores)) - answers[rows]) * counts[rows]).astype(np.float32)
            touched, at = np.unique(used, return_inverse=True)
            many = np.bincount(at.ravel(), minlength=len(touched)) / seen[touched]
            step = np.bincount(at.ravel(), np.repeat(off, used.shape[1]), minlength=len(touched))
            step += penalty * weights[touched] * many
            squares[touched] += step**2
            weights[touched] -= _RATE * step / np.sqrt(squares[touched])
            squares[width] += off.sum() ** 2
            weights[width] -= _RATE * off.sum() / np.sqrt(squares[width])
            weights[width + 1] = 0.0
    return HashedModel(weights[: width + 1])
