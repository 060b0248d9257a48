"""Likeness in words. The bounds were set on pairs of labelled examples: see docs/decisions/likeness.md for the figures."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from landsea_core.text.letters.scripts import is_unspaced
from landsea_core.text.letters.segmentation import split_into_words

PERHAPS = 0.28
ALIKE = 0.38
VERY_ALIKE = 0.55
"""Of pairs of labelled examples of different topics one in 1,000 reaches the first, one in 10,000 the second; a tenth of the
pairs of one matter and the same goods reaches the third."""
MOST_TOKENS = 400
LEAST_LETTERS, LEAST_UNSPACED = 5, 2
"""Shorter words are mostly "the", "with", "xe" and tell nothing; in scripts without spaces words are short."""


class Degree(StrEnum):
    """How alike two texts are, as people are told."""

    VERY_ALIKE = "very_alike"
    ALIKE = "alike"
    PERHAPS = "perhaps"
    NOT_ALIKE = "not_alike"


def name_degree(likeness: float) -> Degree:
    """Return the word for a likeness (the inner product of two vectors)."""
    for least, word in ((VERY_ALIKE, Degree.VERY_ALIKE), (ALIKE, Degree.ALIKE), (PERHAPS, Degree.PERHAPS)):
        if likeness >= least:
            return word
    return Degree.NOT_ALIKE


def find_common_words(texts: Sequence[str], *, most: int = 6) -> list[str]:
    """Return folded words that at least two and at least half of the texts say, those of most texts first, then the longest:
    evidence for people, not a measure. Empty when the texts share no language.
    """
    said = Counter(word for text in texts for word in set(split_into_words(text, most=MOST_TOKENS)))
    least = max(2, (len(texts) + 1) // 2)
    common = [word for word, times in said.items() if times >= least and is_telling_word(word)]
    return sorted(common, key=lambda word: (-said[word], -len(word), word))[:most]


def is_telling_word(word: str) -> bool:
    """Whether a folded word says something by itself: long enough for its script, and no number."""
    return not word.isdigit() and len(word) >= (LEAST_UNSPACED if is_unspaced(word[0]) else LEAST_LETTERS)
