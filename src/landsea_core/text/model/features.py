"""What a trained model sees of a text: what the lexicons found, by name, and the embedder's numbers.

Features have names ("matter:rail", "hs:08", "named:home"), so that a model goes on working when words are added to the
lexicons; a feature that a model does not know counts for nothing.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from landsea_core.text.authorities import AuthorityReader
from landsea_core.text.countries.whereabouts import WhereaboutsReader
from landsea_core.text.evidence import weigh_hits
from landsea_core.text.goods.reader import GoodsReader
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.matters import MatterReader
from landsea_core.text.model.telling_part import find_telling_part

# More evidence than this says no more; without a bound, repeating a word would drown everything else.
_MOST = 2.0
_OF_GOODS = ("hs:", "goods", "live", "perishable")
"""How names of features begin that tell which goods are named."""
# Vectors of this kind of embedder lie close together; centred and stretched they count like lexicon evidence.
STRETCH = 10.0


class FeatureReader:
    """Names what the lexicons find in a text, with its weight."""

    def __init__(
        self,
        lexicon: Lexicon,
        matters: MatterReader,
        authorities: AuthorityReader,
        goods: GoodsReader,
        whereabouts: WhereaboutsReader,
    ):
        self.whereabouts = whereabouts
        self._matters = matters
        self._authorities = authorities
        self._goods = goods
        self._scope = lexicon.get_index("scope")
        self._urgency = lexicon.get_index("urgency")

    def name_features(self, text: PreparedText) -> dict[str, float]:
        """Return the features of one text by name. Which countries it names is none of them: that says where something is, and
        with it a new name of a town moved topics (bench/results/reading.md).
        """
        found: dict[str, float] = {}
        for topic, evidence in self._matters.weigh_topics(text).items():
            found[f"topic:{topic}"] = evidence.weight
        for matter, evidence in self._matters.weigh_matters(text).items():
            found[f"matter:{matter}"] = evidence.weight
        for authority, evidence in self._authorities.weigh_names(text).items():
            found[f"authority:{authority}"] = evidence.weight
        for index, prefix in ((self._scope, "scope"), (self._urgency, "urgency")):
            for value, evidence in weigh_hits(index.find(text)).items():
                found[f"{prefix}:{value}"] = evidence.weight
        for hit in self._goods.find_mentions(text):
            good = hit.payload
            found[f"hs:{good.hs6[:2]}"] = found["goods"] = 1.0
            found["live"] = max(found.get("live", 0.0), float(good.live))
            found["perishable"] = max(found.get("perishable", 0.0), float(good.perishable))
        return {name: max(-_MOST, min(_MOST, value)) for name, value in found.items() if value}

    def find_telling_part(self, text: PreparedText) -> str:
        """Return what an embedder should see of a text; see `telling`."""
        return find_telling_part(text, self._matters.find_spoken(text))


def make_home_rows(table: np.ndarray, names: Sequence[str], matters: np.ndarray) -> np.ndarray:
    """The numbers that speak for the filer's own country beside its words: the vector, and which matter it seems to be.

    `table` is what `rows` gave, `matters` a row of probabilities for each text. The vector counts half, the square roots of
    the probabilities three times: chosen on unseen fifths of the examples.
    """
    return np.hstack([table[:, len(names) :] * 0.5, np.sqrt(matters) * 3.0])


def hide_goods(table: np.ndarray, names: Sequence[str]) -> np.ndarray:
    """Return rows as `make_rows` gives them without what names of goods said."""
    kept = np.array([not name.startswith(_OF_GOODS) for name in names] + [True] * (table.shape[1] - len(names)))
    hidden: np.ndarray = table * kept
    return hidden


def make_rows(
    named: Sequence[Mapping[str, float]], names: Sequence[str], vectors: np.ndarray, centre: np.ndarray
) -> np.ndarray:
    """The numbers a model takes: the columns `names` of each text's features, then its centred vector."""
    column = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(named), len(names)), dtype=np.float64)
    for row, features in enumerate(named):
        for name, value in features.items():
            if name in column:
                table[row, column[name]] = value
    return np.hstack([table, (vectors - centre) * STRETCH])
