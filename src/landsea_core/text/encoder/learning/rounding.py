"""Layers that were learnt in full, rounded to the blocks of the encoder's file: sixteen values and a scale for 32 numbers.

Rounding each number by itself moves the layers as far as learning did, and all that was learnt is lost
(bench/results/reading.md). So each column is rounded after the columns before it, whose errors the ones not yet rounded make
good as far as they can on real texts (GPTQ; Frantar and others, 2023). Before that the weights are moved half of the way to
those that would give the unrounded layer's numbers from what the rounded layers below give; afterwards the bias makes the mean
error good.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np

from landsea_core.text.encoder.learning.layers import attend_to_tokens, run_layer
from landsea_core.text.encoder.packed_file import BLOCK, LEAST, MOST, pack_blocks

_DAMPED, _MOVED, _MOVE_DAMPED = 0.01, 0.5, 0.05
# The number farthest from zero over one of these is a block's scale: whichever leaves the least error.
_DIVISORS = (-8.0, -7.5, -7.0, -8.5, -6.5, -6.0, -9.0, 7.0, 7.5, 6.5)
_HARDLY = np.float32(6e-8)

Layer = dict[str, np.ndarray]
_Together = Callable[[Any, Any, Any], Any]


def round_layers(
    learnt: Sequence[Mapping[str, np.ndarray]], states: Sequence[np.ndarray], heads: int
) -> tuple[list[Layer], list[Layer]]:
    """Return the layers rounded, as numbers and as bytes of the file. `states` are those of real texts below the first of them,
    tokens x width each.
    """
    flat = np.concatenate(states).astype(np.float32)
    counts = np.concatenate([np.full(len(one), 1 / len(one)) for one in states])
    counts = (counts / counts.mean()).astype(np.float32)
    together = partial(_attend_by_text, heads, [len(one) for one in states])
    above, below = flat, flat
    rounded, packed = [], []
    for layer in learnt:
        made, raw, above, below = _round_layer(layer, above, below, counts, together)
        rounded.append(made)
        packed.append(raw)
    return rounded, packed


def _round_layer(
    layer: Mapping[str, np.ndarray], above: np.ndarray, below: np.ndarray, counts: np.ndarray, together: _Together
) -> tuple[Layer, Layer, np.ndarray, np.ndarray]:
    """The layer rounded, as numbers and as bytes, and the states above it: unrounded from `above`, rounded from `below`."""
    wanted: dict[str, np.ndarray] = {}
    made, raw = dict(layer), {}

    def tell(name: str, states: Any) -> np.ndarray:
        wanted[name] = np.asarray(states) @ layer[f"{name}.w"].T + layer[f"{name}.b"]
        return wanted[name]

    def follow(name: str, states: Any) -> np.ndarray:
        inputs = np.asarray(states)
        weights = _move(made[f"{name}.w"], wanted[name] - made[f"{name}.b"], inputs, counts)
        made[f"{name}.w"], scales = round_matrix(weights, inputs, counts)
        raw[f"{name}.w"] = pack_blocks(made[f"{name}.w"], scales)
        told = inputs @ made[f"{name}.w"].T
        made[f"{name}.b"] = np.average(wanted[name] - told, axis=0, weights=counts).astype(np.float32)
        sums: np.ndarray = told + made[f"{name}.b"]
        return sums

    unrounded = np.asarray(run_layer(layer, tell, together, above))
    by_rounded = np.asarray(run_layer(made, follow, together, below))
    raw |= {name: array.astype(np.float32).view(np.uint8) for name, array in made.items() if name not in raw}
    return made, raw, unrounded, by_rounded


def round_matrix(weights: np.ndarray, inputs: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return a matrix (outputs x inputs) rounded, and the scales of its blocks (outputs x blocks). `inputs` (tokens x inputs)
    are what it is used with; a token counts `counts`.
    """
    left = weights.astype(np.float64)
    width = left.shape[1]
    alike = ((inputs * counts[:, None]).T @ inputs / len(inputs)).astype(np.float64)
    alike += np.eye(width) * _DAMPED * np.trace(alike) / width
    upper = np.linalg.cholesky(np.linalg.inv(alike)).T
    weighed = 1 / np.diag(upper) ** 2
    rounded, scales = np.zeros_like(left), np.zeros((len(left), width // BLOCK))
    for begin in range(0, width, BLOCK):
        end = begin + BLOCK
        scale = scales[:, begin // BLOCK] = _find_scales(left[:, begin:end], weighed[begin:end])
        errors = np.zeros((len(left), BLOCK))
        for column in range(begin, end):
            rounded[:, column] = np.clip(np.rint(left[:, column] / scale), LEAST, MOST) * scale
            error = errors[:, column - begin] = (left[:, column] - rounded[:, column]) / upper[column, column]
            left[:, column + 1 : end] -= np.outer(error, upper[column, column + 1 : end])
        left[:, end:] -= errors @ upper[begin:end, end:]
    return rounded.astype(np.float32), scales.astype(np.float32)


def _find_scales(block: np.ndarray, weighed: np.ndarray) -> np.ndarray:
    """The scale of each row of a block whose rounding leaves the least error, its columns counting `weighed`."""
    farthest = block[np.arange(len(block)), np.abs(block).argmax(axis=1)]
    best, least = np.full(len(block), _HARDLY), np.full(len(block), np.inf)
    for divisor in _DIVISORS:
        scale = (farthest / divisor).astype(np.float16).astype(np.float32)
        used = np.where(scale == 0, _HARDLY, scale)[:, None]
        error = ((np.clip(np.rint(block / used), LEAST, MOST) * used - block) ** 2 * weighed).sum(axis=1)
        better = error < least
        best[better], least[better] = used[better, 0], error[better]
    return best


def _move(weights: np.ndarray, wanted: np.ndarray, inputs: np.ndarray, counts: np.ndarray) -> np.ndarray:
    counted = inputs * counts[:, None]
    alike = (counted.T @ inputs).astype(np.float64)
    alike += np.eye(len(alike)) * _MOVE_DAMPED * np.trace(alike) / len(alike)
    short = (wanted - inputs @ weights.T).T @ counted
    moved: np.ndarray = weights + _MOVED * np.linalg.solve(alike, short.T.astype(np.float64)).T
    return moved


def _attend_by_text(
    heads: int, lengths: Sequence[int], asked: np.ndarray, offered: np.ndarray, told: np.ndarray
) -> np.ndarray:
    found, begin = np.empty_like(asked), 0
    for length in lengths:
        here = slice(begin, begin + length)
        mask = np.ones((1, length), np.float32)
        found[here] = attend_to_tokens(np, heads, mask, asked[None, here], offered[None, here], told[None, here])[0]
        begin += length
    return found
