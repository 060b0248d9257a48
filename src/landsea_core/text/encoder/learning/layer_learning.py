"""The last layers of an encoder and heads over its vectors, learnt from labelled filings in full numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from landsea_core.text.encoder.filing_encoder import STRETCH
from landsea_core.text.encoder.learning.filing_targets import WEIGHTS, Targets
from landsea_core.text.encoder.learning.layers import (
    Arrays,
    attend_to_tokens,
    find_vectors,
    run_layer,
    start_states,
    unpack_layer,
)
from landsea_core.text.encoder.packed_file import PackedEncoder

LEARNT_LAYERS = 4
_PASSES, _AT_ONCE, _SEED = 4, 32, 3
_RATE, _LAST_RATE, _DECAY, _MEMORY, _STEEPEST = 1e-4, 0.02, 0.01, 0.98, 1.0
_WARMING = 15
"""The rate rises over this part of all steps, then falls as a cosine."""
_HEADS_FASTER = 10.0
_DROPPED, _DROPPED_OF_VECTOR = 0.1, 0.15
_HEADS_SPREAD = 0.02
_LENGTHS = (32, 48, 64, 96, 128)
_CENTRED_ON = 10
"""One row in so many gives the centre of vectors."""


@dataclass(frozen=True)
class Learnt:
    """The learnt layers, the first of them lowest; heads by question (weights, bias); the centre of vectors that heads take."""

    layers: list[dict[str, np.ndarray]]
    heads: Mapping[str, tuple[np.ndarray, np.ndarray]]
    centre: np.ndarray


def find_lower_states(packed: PackedEncoder, tokens: Sequence[Sequence[int]]) -> list[np.ndarray]:
    """Return what each text's tokens are below the layers that are learnt (tokens x width, with 16 bits)."""
    words = packed.unpack("emb.word", (packed.words, packed.width))
    layers = _stack([unpack_layer(packed, layer) for layer in range(packed.layers - LEARNT_LAYERS)])
    found: list[np.ndarray] = [np.empty(0)] * len(tokens)
    for rows, length in _list_batches(list(map(len, tokens))):
        numbers, mask = np.ones((_AT_ONCE, length), np.int32), np.zeros((_AT_ONCE, length), np.float32)
        mask[:, 0] = 1
        for at, row in enumerate(rows):
            numbers[at, : len(tokens[row])], mask[at, : len(tokens[row])] = tokens[row], 1
        states = np.asarray(_run_layers(packed.heads, layers, start_states(packed, words, numbers), mask))
        for at, row in enumerate(rows):
            found[row] = states[at, : len(tokens[row])].astype(np.float16)
    return found


def learn_layers(
    packed: PackedEncoder, states: Sequence[np.ndarray], targets: Targets, passes: int = _PASSES
) -> Learnt:
    """Learn by AdamW (Loshchilov and Hutter, 2019) from the package's layers. The same texts give nearly the same again."""
    layers = _stack([unpack_layer(packed, layer) for layer in range(packed.layers - LEARNT_LAYERS, packed.layers)])
    random = np.random.default_rng(_SEED)
    heads = {
        question: {
            "w": jnp.asarray(random.normal(0, _HEADS_SPREAD, (labels.shape[1], packed.width)).astype(np.float32)),
            "b": jnp.zeros(labels.shape[1]),
        }
        for question, (labels, _) in targets.items()
    }
    centre = read_vectors(packed.heads, layers, states[::_CENTRED_ON]).mean(axis=0)
    steps = len(_list_batches(list(map(len, states)))) * passes
    rate = optax.warmup_cosine_decay_schedule(0.0, _RATE, max(steps // _WARMING, 1), steps, _RATE * _LAST_RATE)
    learnt, state, key, taken = (layers, heads), _LEARNER.init((layers, heads)), jax.random.PRNGKey(_SEED), 0
    for _ in range(passes):
        for rows, length in _list_batches(list(map(len, states)), random):
            batch = _pack(rows, length, states, targets)
            key, now = jax.random.split(key)
            learnt, state = _take_step(packed.heads, learnt, state, centre, batch, now, float(rate(taken)))
            taken += 1
    return Learnt(
        [{name: np.asarray(array[layer]) for name, array in learnt[0].items()} for layer in range(LEARNT_LAYERS)],
        {question: (np.asarray(head["w"]), np.asarray(head["b"])) for question, head in learnt[1].items()},
        centre,
    )


def read_vectors(heads: int, layers: Arrays | Sequence[Mapping[str, np.ndarray]], states: Sequence[np.ndarray]) -> Any:
    """Return the vector of each text from its `states` below the layers, which are stacked or one by one."""
    stacked = layers if isinstance(layers, dict) else _stack(layers)
    found = np.zeros((len(states), states[0].shape[1]), np.float32)
    for rows, length in _list_batches(list(map(len, states))):
        padded, mask, _ = _pack(rows, length, states, {})
        above = _run_layers(heads, stacked, padded, mask)
        found[rows] = np.asarray(find_vectors(above, mask))[: len(rows)]
    return found


_LEARNER = optax.chain(
    optax.clip_by_global_norm(_STEEPEST), optax.scale_by_adam(b2=_MEMORY), optax.add_decayed_weights(_DECAY)
)
"""AdamW without its rate, which is given to each step."""


@partial(jax.jit, static_argnums=0)
def _take_step(heads: int, learnt: Any, state: Any, centre: Any, batch: Any, key: Any, rate: float) -> tuple[Any, Any]:
    slope = jax.grad(partial(_lose, heads))(learnt, centre, batch, key)
    change, state = _LEARNER.update(slope, state, learnt)
    layers = jax.tree.map(lambda array, step: array - rate * step, learnt[0], change[0])
    faster = jax.tree.map(lambda array, step: array - rate * _HEADS_FASTER * step, learnt[1], change[1])
    return (layers, faster), state


def _lose(heads: int, learnt: Any, centre: Any, batch: Any, key: Any) -> Any:
    keys = jax.random.split(key, LEARNT_LAYERS + 1)
    states, mask, targets = batch

    def step(below: Any, one: Any) -> Any:
        arrays, dropping = one
        return _run_one(heads, arrays, mask, below, dropping), None

    states = jax.lax.scan(step, states, (learnt[0], keys[1:]))[0]
    vectors = _drop(keys[0], _DROPPED_OF_VECTOR, (find_vectors(states, mask) - centre) * STRETCH)
    lost = 0.0
    for question, (labels, counts) in targets.items():
        head = learnt[1][question]
        chances = jax.nn.log_softmax(vectors @ head["w"].T + head["b"])
        lost -= WEIGHTS[question] * ((labels * chances).sum(-1) * counts).sum() / len(mask)
    return lost


def _run_one(heads: int, arrays: Arrays, mask: Any, states: Any, key: Any = None) -> Any:
    keys = dict(zip(("ao", "fo"), jax.random.split(key), strict=True)) if key is not None else {}

    def linear(name: str, x: Any) -> Any:
        told = x @ arrays[f"{name}.w"].T + arrays[f"{name}.b"]
        return _drop(keys[name], _DROPPED, told) if name in keys else told

    return run_layer(arrays, linear, partial(attend_to_tokens, jnp, heads, mask), states)


@partial(jax.jit, static_argnums=0)
def _run_layers(heads: int, stacked: Arrays, states: Any, mask: Any) -> Any:
    return jax.lax.scan(lambda below, arrays: (_run_one(heads, arrays, mask, below), None), states, stacked)[0]


def _drop(key: Any, share: float, numbers: Any) -> Any:
    return numbers * jax.random.bernoulli(key, 1 - share, numbers.shape) / (1 - share)


def _stack(layers: Sequence[Mapping[str, np.ndarray]]) -> Arrays:
    return {name: jnp.stack([layer[name] for layer in layers]) for name in layers[0]}


def _pack(rows: Sequence[int], length: int, states: Sequence[np.ndarray], targets: Targets) -> Any:
    """States, mask and targets of some texts, filled up with texts that count nothing."""
    padded, mask = (
        np.zeros((_AT_ONCE, length, states[0].shape[1]), np.float32),
        np.zeros((_AT_ONCE, length), np.float32),
    )
    mask[:, 0] = 1
    for at, row in enumerate(rows):
        padded[at, : len(states[row])], mask[at, : len(states[row])] = states[row], 1
    wanted = {}
    for question, (labels, counts) in targets.items():
        some, counted = np.zeros((_AT_ONCE, labels.shape[1]), np.float32), np.zeros(_AT_ONCE, np.float32)
        some[: len(rows)], counted[: len(rows)] = labels[rows], counts[rows]
        wanted[question] = (some, counted)
    return padded, mask, wanted


def _list_batches(lengths: Sequence[int], random: np.random.Generator | None = None) -> list[tuple[list[int], int]]:
    """Texts of about one length together, each batch with the length it is filled up to."""
    groups: dict[int, list[int]] = {length: [] for length in _LENGTHS}
    for row, length in enumerate(lengths):
        groups[next(one for one in _LENGTHS if length <= one)].append(row)
    found = []
    for length, rows in groups.items():
        order = list(random.permutation(rows)) if random is not None else rows
        found += [(order[at : at + _AT_ONCE], length) for at in range(0, len(order), _AT_ONCE)]
    if random is not None:
        random.shuffle(found)
    return found
