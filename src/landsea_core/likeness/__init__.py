"""How alike two texts are, whatever languages they are written in: vectors, what they share, and words for how near they are.

A vector is made of what an embedder says of a text, of its likely matters and of its goods (`vectors`), so that the inner
product of two of them is their likeness, from about 0 (nothing in common) to 1 (the same). People never see that number:
`degree` turns it into words, `common_words` says what they say in the same words. No Django, no database, no clock.
"""

from landsea_core.likeness.centres import CENTRES_FILE, CentreFault, Centres
from landsea_core.likeness.degrees import ALIKE, PERHAPS, VERY_ALIKE, Degree, common_words, degree, tells
from landsea_core.likeness.vectors import DIMENSIONS, NOTHING_KNOWN, About, LikenessReader

__all__ = [
    "ALIKE",
    "CENTRES_FILE",
    "DIMENSIONS",
    "PERHAPS",
    "VERY_ALIKE",
    "About",
    "CentreFault",
    "Centres",
    "Degree",
    "LikenessReader",
    "NOTHING_KNOWN",
    "common_words",
    "degree",
    "tells",
]
