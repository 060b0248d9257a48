"""From labelled filings to the file of an encoder: its last layers learnt, rounded, and two of its heads kept."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from landsea_core.text.encoder.filer_names import write_filer_before
from landsea_core.text.encoder.filing_encoder import FilingEncoder, Head, Shares
from landsea_core.text.encoder.learning.filing_targets import make_targets
from landsea_core.text.encoder.learning.layer_learning import (
    LEARNT_LAYERS,
    find_lower_states,
    learn_layers,
    read_vectors,
)
from landsea_core.text.encoder.learning.layers import unpack_layer
from landsea_core.text.encoder.learning.rounding import round_layers
from landsea_core.text.encoder.learning.shares import choose_shares
from landsea_core.text.encoder.learning.token_reader import TokenReader
from landsea_core.text.encoder.packed_file import PackedEncoder
from landsea_core.text.model.embedding import cut_for_embedding

_ROUNDED_WITH, _SEED = 1400, 4
"""So many texts are looked at when layers are rounded, half of them told by people."""
_PASSES = 4

Filing = Mapping[str, Any]


def learn_encoder(
    packed: PackedEncoder, embedder: str, filings: Sequence[Filing], passes: int = _PASSES
) -> FilingEncoder:
    """Return what `packed`, the file of the embedder of this name, learns from filings; its shares give it no say yet.

    Takes about half an hour of two cores for 8,500 filings and four passes, and 3 GB. Raises ExampleFault for a filing
    without a label.
    """
    targets = make_targets(filings)
    states = find_lower_states(packed, _list_tokens(packed, filings))
    learnt = learn_layers(packed, states, targets, passes)
    _, raw = round_layers(learnt.layers, [states[row] for row in _choose_to_round_with(filings)], packed.heads)
    first = packed.layers - LEARNT_LAYERS
    arrays = {f"l{first + at}.{name}": array for at, layer in enumerate(raw) for name, array in layer.items()}
    digest = hashlib.sha256(b"".join(arrays[name].tobytes() for name in sorted(arrays))).hexdigest()
    where, home = (Head(*learnt.heads[question]) for question in ("where", "home"))
    return FilingEncoder(digest[:10], embedder, arrays, learnt.centre, where, home, Shares(1.0, 0.0, 0.0))


def give_say(
    encoder: FilingEncoder, packed: PackedEncoder, filings: Sequence[Filing], chances: Sequence[Mapping[str, float]]
) -> FilingEncoder:
    """Return the encoder with the shares that suit filings which neither it nor the model learnt from; `chances` are those of
    countries by the model alone.
    """
    states = find_lower_states(packed, _list_tokens(packed, filings))
    changed = replace(packed, image=np.array(packed.image))
    changed.change_arrays(encoder.arrays)
    layers = [unpack_layer(changed, layer) for layer in range(packed.layers - LEARNT_LAYERS, packed.layers)]
    filers, right = ([filing.get(name) or "" for filing in filings] for name in ("from", "where"))
    vectors = read_vectors(packed.heads, layers, states)
    return replace(encoder, shares=choose_shares(encoder, filers, vectors, chances, right))


def _list_tokens(packed: PackedEncoder, filings: Sequence[Filing]) -> list[list[int]]:
    reader = TokenReader(packed)
    return [
        reader.list_tokens(write_filer_before(cut_for_embedding(filing["text"]), filing.get("from") or ""))
        for filing in filings
    ]


def _choose_to_round_with(filings: Sequence[Filing]) -> list[int]:
    random = np.random.default_rng(_SEED)
    told = [row for row, filing in enumerate(filings) if filing.get("told")]
    rest = [row for row, filing in enumerate(filings) if not filing.get("told")]
    half = _ROUNDED_WITH // 2
    return [int(row) for rows in (told, rest) for row in random.permutation(rows)[:half]]
