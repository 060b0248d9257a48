"""Words as they are spelt, with their tones and vowel marks: "sắn" (cassava) is neither "sân" (yard) nor "sản" (to produce).

People leave marks out, so words are compared folded ("san"). Where a dictionary or whoever typed wrote marks, they are meant.
"""

import re
from functools import lru_cache
from itertools import compress
from unicodedata import normalize

from landsea_core.text.letters.folding import fold_spelling, normalize_spelling

_LATIN_RUN = re.compile(r"(?:(?![\u0e00-\u1dff\u2000-\U0010ffff])[^\W_])+")
"""Letters and digits of scripts that put marks on letters, so neither Thai, Lao, Khmer or Burmese nor Chinese ones."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MOST_KEPT = 65_536


@lru_cache(maxsize=_MOST_KEPT)
def spell_word(word: str) -> str:
    """Return a word with its marks in lower case as it is compared: taken apart, the tone behind all else.

    So "hoà" and "hòa", both right in Vietnamese, are one. A word without marks is returned as it is folded.
    """
    lowered = normalize_spelling(word)
    if lowered.isascii():
        return lowered
    apart = normalize("NFD", lowered)
    is_tone = [letter in _TONES for letter in apart]
    return "".join(compress(apart, [not one for one in is_tone])) + "".join(compress(apart, is_tone))


@lru_cache(maxsize=_MOST_KEPT)
def fold_spelt(spelt: str) -> str:
    """Return a word of `spell_word` as it is folded."""
    return fold_spelling(spelt)


def list_spelt(text: str) -> list[str]:
    """Return the words of a text in Latin, Greek or Cyrillic letters as they are spelt, in their order."""
    return list(map(spell_word, _LATIN_RUN.findall(normalize_spelling(text))))
