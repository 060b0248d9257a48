"""One spelling for names of places that people write in many ways; what a name means is `place_names`."""

from collections.abc import Sequence

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
    return _drop_what_divides(simplify_han(fold_spelling(said)))


def fold_place_names(listed: Sequence[str]) -> list[set[str]]:
    """Return the folded names of each list of names with bars between, as the gazetteer has them; all at once is quicker.

    >>> [sorted(names) for names in fold_place_names(["Xi'an|西安", "Hà Nội"])]
    [['xian', '西安'], ['ha noi']]
    """
    folded = simplify_han(fold_spelling("\n".join(listed)))
    return [{_drop_what_divides(name) for name in names.split("|")} for names in folded.split("\n")]


class _Dividers(dict[int, str]):
    """A table for `str.translate` that learns each letter when it first meets it: what divides words becomes a space."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kept = letter if letter.isalnum() or code > 0x0300 else " "
        self[code] = kept = "" if letter in APOSTROPHES else kept
        return kept


_DIVIDERS = _Dividers()


def _drop_what_divides(folded: str) -> str:
    return folded if folded.isalnum() else " ".join(folded.translate(_DIVIDERS).split())
