"""One spelling for names of places that people write in many ways; what a name means is `place_names`."""

from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.other_spellings import simplify_han

APOSTROPHES = "'\u2019\u02bc"
"""As in Xi'an, which most people write without."""


def fold_place_name(said: str) -> str:
    """Return a name folded, without what people leave out or write differently between its words; Chinese in simplified
    characters, as the names on record are: pages in traditional ones show them as 廣州, and so it comes back.

    >>> fold_place_name("Xi'an"), fold_place_name("Bà Rịa - Vũng Tàu"), fold_place_name("廣州")
    ('xian', 'ba ria vung tau', '广州')
    """
    kept = (letter for letter in simplify_han(fold_spelling(said)) if letter not in APOSTROPHES)
    return " ".join("".join(letter if letter.isalnum() or ord(letter) > 0x0300 else " " for letter in kept).split())
