"""How much the model's and the encoder's opinions on the country count, chosen by the likelihood of texts left out of both."""

from collections.abc import Mapping, Sequence

import numpy as np

from landsea_core.text.countries.whereabouts import CANDIDATES
from landsea_core.text.encoder.filing_encoder import HARDLY, STRETCH, FilingEncoder, Shares
from landsea_core.text.model.linear import apply_softmax
from landsea_core.text.model.training import MORE_DOUBT

_STEPS, _RATE = 2000, 0.05


def choose_shares(
    encoder: FilingEncoder,
    filers: Sequence[str],
    vectors: np.ndarray,
    chances: Sequence[Mapping[str, float]],
    right: Sequence[str],
) -> Shares:
    """Return the shares under which `right` is likeliest, spread by the doubt that texts of other people need. `vectors` are
    the encoder's, `chances` the model's; texts whose right country is none of the corridor count nothing.
    """
    opinions, at = [], []
    for filer, vector, model, where in zip(filers, vectors, chances, right, strict=True):
        if where not in CANDIDATES:
            continue
        stretched = (vector - encoder.centre) * STRETCH
        away, home = encoder.home.find_log_chances(stretched) if filer else (0.0, 0.0)
        opinions.append(
            [
                [np.log(model.get(country, 0.0) + HARDLY) for country in CANDIDATES],
                encoder.where.find_log_chances(stretched),
                [home if country == filer else away for country in CANDIDATES],
            ]
        )
        at.append(CANDIDATES.index(where))
    told = np.array(opinions).transpose(0, 2, 1)
    shares = np.array([1.0, 0.0, 0.0])
    # The likelihood has one peak only, so that small steps up are enough.
    for _ in range(_STEPS):
        likely = apply_softmax(told @ shares)
        likely[np.arange(len(at)), at] -= 1
        shares -= _RATE * np.einsum("tc,tcs->s", likely, told) / len(at)
    return Shares(*(float(round(share / MORE_DOUBT, 3)) for share in shares))
