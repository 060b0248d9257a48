"""Learning the arrays of the listening network from texts whose relations that fit are taken as told."""

import functools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from landsea_core.figures.statement.weighing.listening import HeardText, ListeningNet
from landsea_core.figures.statement.weighing.listening.heard_text import (
    MOST_FIGURES,
    MOST_PLACES,
    NAMES_A_RELATION,
    NAMES_A_WORD,
    NO_LETTER,
    WORD_NAMES,
)
from landsea_core.figures.statement.weighing.listening.listening_net import (
    embed_words,
    list_shapes,
    read_words,
    score_guesses,
)

_PASSES, _SEED = 3, 7
_RATE, _LAST_RATE, _DECAY, _MEMORY, _STEEPEST = 2e-3, 0.02, 0.1, 0.99, 1.0
_DROPPED = 0.3
_SIZES = ((64, 48), (112, 32), (200, 16))
"""Words a text at most, and texts at once of that length."""
_GUESSES_AT_ONCE = 2048
_UNLIKELY = -2.0
_SPREAD = {"words": 0.08, "relations": 0.05, "out": 0.05}

Arrays = dict[str, Any]


@dataclass(frozen=True)
class HeardLabels:
    """A text with whether each of its guesses is taken as told."""

    heard: HeardText
    told: np.ndarray


def learn_net(texts: Sequence[HeardLabels]) -> ListeningNet:
    """Learn the network by AdamW (Loshchilov and Hutter, 2019) with a rate that falls as a cosine; names are dropped at random.

    The same texts give nearly the same arrays again: sums in another order differ in their last digits.
    """
    order = np.random.default_rng(_SEED)
    steps = len(_batch(texts)) * _PASSES
    rate = optax.warmup_cosine_decay_schedule(0.0, _RATE, max(steps // (2 * _PASSES), 1), steps, _RATE * _LAST_RATE)
    arrays = _start()
    state = _LEARNER.init(arrays)
    key = jax.random.PRNGKey(_SEED)
    taken = 0
    for _ in range(_PASSES):
        for batch in _batch(texts, order):
            key, now = jax.random.split(key)
            arrays, state = _take_step(arrays, state, batch.pack(), now, float(rate(taken)))
            taken += 1
    return ListeningNet({name: np.asarray(array) for name, array in arrays.items()})


_LEARNER = optax.chain(
    optax.clip_by_global_norm(_STEEPEST), optax.scale_by_adam(b2=_MEMORY), optax.add_decayed_weights(_DECAY)
)
"""AdamW without its rate, which is given to each step: so all that is learnt in a process is compiled once."""


@functools.partial(jax.jit, donate_argnums=(0, 1))
def _take_step(arrays: Arrays, state: Any, batch: Arrays, key: Any, rate: float) -> tuple[Arrays, Any]:
    slope = jax.grad(_lose)(arrays, batch, key)
    change, state = _LEARNER.update(slope, state, arrays)
    return {name: array - rate * change[name] for name, array in arrays.items()}, state


@dataclass(frozen=True)
class _Batch:
    """Texts that are read at once, filled up to one size so that few programs are compiled."""

    texts: Sequence[HeardLabels]
    length: int
    count: int

    def pack(self) -> Arrays:
        words = np.full((self.count, self.length, NAMES_A_WORD), WORD_NAMES, np.int32)
        mask = np.zeros((self.count, self.length), np.float32)
        places = np.zeros((self.count, MOST_FIGURES), np.int32)
        slots = np.zeros((_GUESSES_AT_ONCE, MOST_PLACES), np.int32)
        letters = np.full((_GUESSES_AT_ONCE, MOST_PLACES), NO_LETTER, np.int32)
        names = np.zeros((_GUESSES_AT_ONCE, NAMES_A_RELATION), np.int32)
        whose, counted = np.zeros(_GUESSES_AT_ONCE, np.int32), np.zeros(_GUESSES_AT_ONCE, np.float32)
        told = np.zeros(_GUESSES_AT_ONCE, np.float32)
        at = 0
        for number, one in enumerate(self.texts):
            heard = one.heard
            words[number, : len(heard.words)], mask[number, : len(heard.words)] = heard.words, 1
            places[number, : len(heard.places)] = heard.places
            here = slice(at, at + len(one.told))
            slots[here], letters[here], names[here] = heard.slots, heard.letters, heard.names
            whose[here], told[here], counted[here] = number, one.told, 1
            at += len(one.told)
        return {
            "words": words,
            "mask": mask,
            "places": places,
            "slots": slots,
            "letters": letters,
            "names": names,
            "whose": whose,
            "told": told,
            "counted": counted,
        }


def _batch(texts: Sequence[HeardLabels], order: np.random.Generator | None = None) -> list[_Batch]:
    batches = [batch for size in range(len(_SIZES)) for batch in _batch_size(texts, size, order)]
    if order is not None:
        order.shuffle(batches)
    return batches


def _batch_size(texts: Sequence[HeardLabels], size: int, order: np.random.Generator | None) -> Iterator[_Batch]:
    (length, count), shortest = _SIZES[size], _SIZES[size - 1][0] if size else 0
    own = [one for one in texts if shortest < len(one.heard.words) <= length]
    together: list[HeardLabels] = []
    guesses = 0
    for at in order.permutation(len(own)) if order is not None else range(len(own)):
        one = own[at]
        if together and (len(together) == count or guesses + len(one.told) > _GUESSES_AT_ONCE):
            yield _Batch(together, length, count)
            together, guesses = [], 0
        together.append(one)
        guesses += len(one.told)
    if together:
        yield _Batch(together, length, count)


def _start() -> Arrays:
    keys = iter(jax.random.split(jax.random.PRNGKey(_SEED), len(list_shapes())))
    return {name: _start_array(name, shape, next(keys)) for name, shape in list_shapes().items()}


def _start_array(name: str, shape: tuple[int, ...], key: Any) -> Any:
    if "scale" in name:
        return jnp.ones(shape)
    if name == "out_bias":
        return jnp.full(shape, _UNLIKELY)
    if "bias" in name or name == "shift" or name.startswith("apart"):
        return jnp.zeros(shape)
    inputs = math.prod(shape[:-1]) if name.startswith("near") else shape[-2]
    return jax.random.normal(key, shape) * _SPREAD.get(name, 1 / math.sqrt(inputs))


def _lose(arrays: Arrays, batch: Arrays, key: Any) -> Any:
    one, other = jax.random.split(key)
    kept = jax.random.bernoulli(one, 1 - _DROPPED, batch["words"].shape)
    vectors = read_words(jnp, arrays, embed_words(jnp, arrays, batch["words"], kept), batch["mask"])
    figures = jnp.take_along_axis(vectors, batch["places"][..., None], axis=1)
    seen = jax.random.bernoulli(other, 1 - _DROPPED, batch["names"].shape)
    relations = (arrays["relations"][batch["names"]] * seen[..., None]).sum(axis=1)
    odds = score_guesses(jnp, arrays, figures, relations, batch["whose"], batch["slots"], batch["letters"])
    losses = optax.sigmoid_binary_cross_entropy(odds, batch["told"]) * batch["counted"]
    return losses.sum() / jnp.maximum(batch["counted"].sum(), 1)
