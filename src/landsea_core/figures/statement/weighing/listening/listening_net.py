"""The network: words become vectors, each looks at its neighbours and then at all words, and a guess adds those of its figures.

Two layers of convolution over five words, then two of attention (Vaswani and others, "Attention is all you need", 2017) with a
bias for how far apart two words stand. Of a guess the vectors of its figures are turned by their letters and added to what else
is seen of it; two layers make the logarithm of the odds of that. It is written for any library with the functions of NumPy,
so that what was learnt with one is what is reckoned with another.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from landsea_core.figures.statement.weighing.listening.heard_text import (
    LETTERS,
    NO_LETTER,
    RELATION_NAMES,
    WORD_NAMES,
    HeardText,
)

WIDTH, HEADS, WIDTH_OF_GUESS, LAYERS, SPAN = 64, 4, 96, 2, 5
FARTHEST = 32
_NONE, _LEAST, _LEAST_VARIANCE = -1e9, 1e-6, 1e-5
_GELU, _GELU_CUBE = math.sqrt(2 / math.pi), 0.044715
Array = Any


def list_shapes() -> dict[str, tuple[int, ...]]:
    """Return the shape of each array of the network by its name."""
    letters = len(LETTERS)
    shapes: dict[str, tuple[int, ...]] = {
        "words": (WORD_NAMES, WIDTH),
        "relations": (RELATION_NAMES, WIDTH_OF_GUESS),
        "letters": (letters, WIDTH, WIDTH_OF_GUESS),
        "hidden": (WIDTH_OF_GUESS, WIDTH_OF_GUESS),
        "hidden_bias": (WIDTH_OF_GUESS,),
        "scale": (WIDTH_OF_GUESS,),
        "shift": (WIDTH_OF_GUESS,),
        "out": (WIDTH_OF_GUESS, 1),
        "out_bias": (1,),
    }
    for layer in range(LAYERS):
        shapes |= {
            f"near{layer}": (SPAN, WIDTH, WIDTH),
            f"near_bias{layer}": (WIDTH,),
            f"near_scale{layer}": (WIDTH,),
            f"asked{layer}": (WIDTH, WIDTH),
            f"offered{layer}": (WIDTH, WIDTH),
            f"told{layer}": (WIDTH, WIDTH),
            f"joined{layer}": (WIDTH, WIDTH),
            f"far_scale{layer}": (WIDTH,),
            f"apart{layer}": (HEADS, 2 * FARTHEST + 1),
            f"wide{layer}": (WIDTH, 2 * WIDTH),
            f"narrow{layer}": (2 * WIDTH, WIDTH),
            f"deep_scale{layer}": (WIDTH,),
        }
    return shapes


@dataclass(frozen=True)
class ListeningNet:
    """The arrays of the network by their names (`list_shapes`)."""

    arrays: Mapping[str, np.ndarray]

    def find_log_odds(self, heard: HeardText) -> np.ndarray:
        """Return for each guess the logarithm of the odds that it is told."""
        mask = np.ones((1, len(heard.words)), np.float32)
        vectors = read_words(np, self.arrays, embed_words(np, self.arrays, heard.words[None]), mask)
        figures = vectors[:, heard.places]
        texts = np.zeros(len(heard.slots), np.int32)
        relations = self.arrays["relations"][heard.names].sum(axis=1)
        found: np.ndarray = score_guesses(np, self.arrays, figures, relations, texts, heard.slots, heard.letters)
        return found


def embed_words(xp: ModuleType, arrays: Mapping[str, Array], words: Array, kept: Array | float = 1.0) -> Array:
    """Return a vector for each word of each text: the sum of those of its names. `kept` may drop names for learning."""
    is_named = (words < WORD_NAMES) * kept
    return (arrays["words"][xp.minimum(words, WORD_NAMES - 1)] * is_named[..., None]).sum(axis=2)


def read_words(xp: ModuleType, arrays: Mapping[str, Array], vectors: Array, mask: Array) -> Array:
    """Return the vectors of all words after they have looked at each other; `mask` is 0 where a text has no word."""
    there = mask[..., None]
    vectors = vectors * there
    length = vectors.shape[1]
    for layer in range(LAYERS):
        scaled = xp.pad(_scale(xp, vectors, arrays[f"near_scale{layer}"]), ((0, 0), (SPAN // 2, SPAN // 2), (0, 0)))
        near = sum(scaled[:, at : at + length] @ arrays[f"near{layer}"][at] for at in range(SPAN))
        vectors = (vectors + _bend(xp, near + arrays[f"near_bias{layer}"])) * there
    places = xp.arange(length)
    apart = xp.clip(places[None] - places[:, None], -FARTHEST, FARTHEST) + FARTHEST
    for layer in range(LAYERS):
        vectors = vectors + _attend(xp, arrays, layer, vectors, mask, apart)
        wide = _bend(xp, _scale(xp, vectors, arrays[f"deep_scale{layer}"]) @ arrays[f"wide{layer}"])
        vectors = vectors + wide @ arrays[f"narrow{layer}"]
    return vectors


def score_guesses(
    xp: ModuleType,
    arrays: Mapping[str, Array],
    figures: Array,
    relations: Array,
    texts: Array,
    slots: Array,
    letters: Array,
) -> Array:
    """Return the logarithm of the odds of each guess. `figures` are vectors, a row a text; `texts` says whose a guess is."""
    turned = xp.einsum("bfd,ldr->bflr", figures, arrays["letters"])
    is_figure = letters < NO_LETTER
    chosen = turned[texts[:, None], slots, xp.minimum(letters, NO_LETTER - 1)] * is_figure[..., None]
    count = xp.maximum(is_figure.sum(axis=1, keepdims=True), 1)
    guess = chosen.sum(axis=1) / xp.sqrt(count) + relations
    off = guess - guess.mean(axis=-1, keepdims=True)
    even = off / xp.sqrt((off * off).mean(axis=-1, keepdims=True) + _LEAST_VARIANCE)
    bent = _bend(xp, even * arrays["scale"] + arrays["shift"])
    bent = bent + _bend(xp, bent @ arrays["hidden"] + arrays["hidden_bias"])
    return (bent @ arrays["out"] + arrays["out_bias"])[:, 0]


def _attend(
    xp: ModuleType, arrays: Mapping[str, Array], layer: int, vectors: Array, mask: Array, apart: Array
) -> Array:
    scaled = _scale(xp, vectors, arrays[f"far_scale{layer}"])
    texts, length = scaled.shape[:2]
    asked, offered, told = (
        (scaled @ arrays[f"{name}{layer}"]).reshape(texts, length, HEADS, WIDTH // HEADS)
        for name in ("asked", "offered", "told")
    )
    weights = xp.einsum("bqhd,bkhd->bhqk", asked, offered) / math.sqrt(WIDTH // HEADS)
    weights = weights + arrays[f"apart{layer}"][:, apart][None]
    weights = xp.where(mask[:, None, None] > 0, weights, _NONE)
    weights = xp.exp(weights - weights.max(axis=-1, keepdims=True))
    weights = weights / weights.sum(axis=-1, keepdims=True)
    heard = xp.einsum("bhqk,bkhd->bqhd", weights, told).reshape(texts, length, WIDTH)
    return heard @ arrays[f"joined{layer}"]


def _scale(xp: ModuleType, vectors: Array, scale: Array) -> Array:
    return vectors * scale / xp.sqrt((vectors * vectors).mean(axis=-1, keepdims=True) + _LEAST)


def _bend(xp: ModuleType, values: Array) -> Array:
    """Return the values bent by the Gaussian error linear unit (Hendrycks and Gimpel, 2016), by its usual approximation."""
    return 0.5 * values * (1 + xp.tanh(_GELU * (values + _GELU_CUBE * values * values * values)))
