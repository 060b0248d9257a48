"""How texts and questions are folded and cut into words, alike on both sides.

Where a script has spaces, words are runs of letters and digits; where it has none, ICU's dictionaries cut what stands together.
"""

import re
import sys
from functools import lru_cache

from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.other_spellings import simplify_characters
from landsea_core.text.letters.scripts import is_unspaced
from landsea_core.text.letters.segmentation import split_into_words

_RUN = re.compile(r"[^\W_]+")
_FIRST_UNSPACED = "\u0e00"
_LONGEST_KEPT = 200


def fold_for_finding(text: str) -> str:
    """Return a text as it is compared: folded, traditional Chinese as simplified, one space between words."""
    return " ".join(fold_spelling(simplify_characters(text)).split())


def cut_text(text: str) -> tuple[str, ...]:
    """Return the words of a text, each held once for all texts. Names are remembered, so that an index made again cuts only
    what is new.
    """
    return _cut_kept(text) if len(text) <= _LONGEST_KEPT else _cut(text)


def _cut(text: str) -> tuple[str, ...]:
    folded = fold_for_finding(text)
    if max(folded, default="") < _FIRST_UNSPACED:
        return tuple(map(sys.intern, _RUN.findall(folded)))
    words: list[str] = []
    for piece in folded.split():
        words += split_into_words(piece) if any(map(is_unspaced, piece)) else _RUN.findall(piece)
    return tuple(map(sys.intern, words))


_cut_kept = lru_cache(maxsize=65_536)(_cut)
