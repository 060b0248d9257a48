"""One layer of an encoder (BERT's; Devlin and others, 2018), over whatever library of arrays, and the arrays of several."""

import math
from collections.abc import Callable, Mapping
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from landsea_core.text.encoder.packed_file import PackedEncoder

MATRICES = ("q", "k", "v", "ao", "fi", "fo")
"""Linear steps of a layer: what is asked, offered and told by a token, what came of it, and in and out of the inner width."""
NORMS = ("aln", "oln")
Arrays = dict[str, Any]
Linear = Callable[[str, Any], Any]


def unpack_layer(packed: PackedEncoder, layer: int) -> dict[str, np.ndarray]:
    """Return the arrays of one layer by name ("fo.w"), as numbers of 32 bits."""
    width, inner = packed.width, packed.inner
    shapes = {name: (width, width) for name in MATRICES} | {"fi": (inner, width), "fo": (width, inner)}
    found = {}
    for name in (*MATRICES, *NORMS):
        shape = shapes.get(name, (width,))
        found[f"{name}.w"] = packed.unpack(f"l{layer}.{name}.w", shape)
        found[f"{name}.b"] = packed.unpack(f"l{layer}.{name}.b", shape[:1])
    return found


def start_states(packed: PackedEncoder, words: np.ndarray, tokens: np.ndarray) -> np.ndarray:
    """Return the states below the first layer for `tokens` (texts x places); `words` is the unpacked "emb.word"."""
    width = packed.width
    places = packed.unpack("emb.pos", (packed.places, width))[: tokens.shape[1]]
    norm = {"emb.w": packed.unpack("emb.ln.w", (width,)), "emb.b": packed.unpack("emb.ln.b", (width,))}
    return np.asarray(normalise_states(norm, "emb", words[tokens] + places + packed.unpack("emb.type", (width,))))


def normalise_states(arrays: Mapping[str, Any], name: str, states: Any) -> Any:
    """Bring each state to mean 0 and spread 1, then to the scale and shift that were learnt."""
    off = states - states.mean(-1, keepdims=True)
    return off / ((off**2).mean(-1, keepdims=True) + 1e-12) ** 0.5 * arrays[f"{name}.w"] + arrays[f"{name}.b"]


def run_layer(arrays: Mapping[str, Any], linear: Linear, attend: Callable[[Any, Any, Any], Any], states: Any) -> Any:
    """Return the states above a layer. `linear` does a linear step by its name, `attend` brings tokens of a text together."""
    asked, offered, told = (linear(name, states) for name in ("q", "k", "v"))
    states = normalise_states(arrays, "aln", states + linear("ao", attend(asked, offered, told)))
    inner = jax.nn.gelu(linear("fi", states), approximate=False)
    return normalise_states(arrays, "oln", states + linear("fo", inner))


def attend_to_tokens(xp: Any, heads: int, mask: Any, asked: Any, offered: Any, told: Any) -> Any:
    """Bring the tokens of each text together (texts x places x width) with the library `xp`; `mask` is 1 where there is one."""
    texts, places, width = asked.shape

    def part(states: Any) -> Any:
        return states.reshape(texts, places, heads, width // heads).transpose(0, 2, 1, 3)

    fits = part(asked) @ part(offered).transpose(0, 1, 3, 2) / math.sqrt(width // heads)
    fits = fits + (1 - mask)[:, None, None, :] * -1e9
    shares = xp.exp(fits - fits.max(-1, keepdims=True))
    return (shares / shares.sum(-1, keepdims=True) @ part(told)).transpose(0, 2, 1, 3).reshape(texts, places, width)


def find_vectors(states: Any, mask: Any) -> Any:
    """Return the mean of each text's states, at unit length."""
    mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
    return mean / jnp.linalg.norm(mean, axis=-1, keepdims=True)
