"""What reading asks of an embedder: texts in, one row of numbers each.

The embedder itself lives outside the core (it brings a native library and a model of its own) and is handed in; without
one, reading goes on by lexicon. What is handed to it is bounded here, so that no text, however long, costs more than
a fixed time.
"""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Protocol, runtime_checkable

import numpy as np

from landsea_core.text.letters.cleaning import clean_text
from landsea_core.text.letters.folding import INVISIBLE
from landsea_core.text.letters.scripts import find_script
from landsea_core.text.letters.segmentation import shorten_runs

# A character of some scripts costs an embedder as much as several Latin ones, and
# says as much.
MOST_CHARACTERS = 280
_COUNTS = {"han": 3, "khmer": 2, "burmese": 2}
_KEPT = 64


class Embedder(Protocol):
    """Turns texts into vectors of unit length, in which texts of like meaning lie close, in whatever language.

    `name` says which model it is, with its version: a model trained on one embedder is not used with another.
    """

    name: str
    dimensions: int

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return one row of `dimensions` numbers for each text."""
        ...


@runtime_checkable
class ChangeableEmbedder(Embedder, Protocol):
    """An embedder that can be had with other arrays in place of some of its own."""

    def with_arrays(self, arrays: Mapping[str, np.ndarray]) -> Embedder:
        """Return the same embedder with these arrays, by name, as bytes in the form of its own. Raises OSError where its file
        has no such arrays, or of another size.
        """
        ...


def cut_for_embedding(raw: str) -> str:
    """The beginning of a text as an embedder should see it: no control or invisible characters, no long runs, one space
    between words, at most as long as 280 Latin characters, cut at a space where there is one near. Never raises.
    """
    text = shorten_runs(INVISIBLE.sub("", clean_text(raw[: MOST_CHARACTERS * 20]).text))
    words = " ".join(text.split())[:MOST_CHARACTERS]
    room = MOST_CHARACTERS
    for at, character in enumerate(words):
        room -= count_room(character)
        if room < 0:
            words = words[:at]
            break
    space = words.rfind(" ")
    cut = len(words) < len(" ".join(text.split()))
    return words[:space] if cut and space > len(words) * 0.8 else words


def count_room(character: str) -> int:
    """How many Latin characters' room a character takes in an embedder."""
    return _COUNTS.get(find_script(character), 1)


class Remembering:
    """An embedder that keeps the last few vectors (`kept` of them), because a page asks about the same text several times."""

    def __init__(self, embedder: Embedder, kept: int = _KEPT):
        self._embedder = embedder
        self._most = kept
        self._kept: OrderedDict[str, np.ndarray] = OrderedDict()
        self._lock = Lock()
        self.name = embedder.name
        self.dimensions = embedder.dimensions

    def with_arrays(self, arrays: Mapping[str, np.ndarray]) -> "Remembering":
        """Return the embedder behind it with other arrays, remembering as many. Raises OSError where that cannot change."""
        if not isinstance(self._embedder, ChangeableEmbedder):
            raise OSError(f"The embedder {self.name} takes no other arrays.")
        return Remembering(self._embedder.with_arrays(arrays), self._most)

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Return one row a text, asking the embedder only for texts that were not seen lately."""
        with self._lock:
            known = {text: self._kept[text] for text in texts if text in self._kept}
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            known.update(zip(missing, self._embedder.embed(missing), strict=True))
        with self._lock:
            for text in missing:
                self._kept[text] = known[text]
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return np.array([known[text] for text in texts], dtype=np.float32).reshape(len(texts), self.dimensions)
