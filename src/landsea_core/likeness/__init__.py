"""How alike two texts are, whatever languages they are written in: vectors, what they share, and words for how near they are.

A vector is made of what an embedder says of a text, of its likely matters and of its goods (`vectors`), so that the inner
product of two of them is their likeness, from about 0 (nothing in common) to 1 (the same). People never see that number:
`name_degree` turns it into words, `find_common_words` says what they say in the same words. No Django, no database, no clock.
"""

from landsea_core.likeness.centres import CENTRES_FILE, CentreFault, Centres
from landsea_core.likeness.degrees import (
    ALIKE,
    PERHAPS,
    VERY_ALIKE,
    Degree,
    find_common_words,
    is_telling_word,
    name_degree,
)
from landsea_core.likeness.vectors import DIMENSIONS, NOTHING_KNOWN, LikenessReader, TextHints

__all__ = [
    "ALIKE",
    "CENTRES_FILE",
    "DIMENSIONS",
    "NOTHING_KNOWN",
    "PERHAPS",
    "VERY_ALIKE",
    "CentreFault",
    "Centres",
    "Degree",
    "LikenessReader",
    "TextHints",
    "find_common_words",
    "is_telling_word",
    "name_degree",
]
