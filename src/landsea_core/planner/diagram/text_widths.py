"""How wide a text is at most, by the kind of its letters: what the checker of labels counts with.

No font is opened: a reader's device may draw with another one. The widths are upper bounds in parts of the type size (em),
taken a little above those of Noto Sans and its sisters for Lao, Thai, Khmer and Burmese, so that a name which fits here
fits there (`data/reference/diagram/NOTES.md` says how they were compared with what a browser draws).
"""

from unicodedata import category, east_asian_width, normalize

NARROW, WIDE = frozenset("iljtfrI.,;:'’|!()[]- "), frozenset("mwMWQ@%&")
LEAN, LEAN_CAPITALS = frozenset("aesvxyzk"), frozenset("BEFJKLPRSTXYZ")
COENG, VIRAMA = "\u17d2", "\u1039"
"""The signs that put the next letter below the last one, in Khmer and in Burmese."""
BROAD_KHMER = frozenset("ឃឈញឍណធយសហឡអ")
BROAD_BURMESE = frozenset("ကဃဆဇညဏတထဘယလသဟအဿဩဪ")


def measure_width(text: str) -> float:
    """Return the width of a text in parts of its type size.

    `measure_width("重庆")` is 2.0: a Chinese letter is as wide as the type is large.
    """
    width = 0.0
    below = False
    for letter in normalize("NFD", text):
        if below:
            below, width = False, width + 0.12  # letters below widen a pair a little, never by their own width
        elif letter in (COENG, VIRAMA):
            below = True
        else:
            width += _measure_letter(letter)
    return width


def _measure_letter(letter: str) -> float:
    kind = category(letter)
    if kind in ("Mn", "Cf"):
        return 0.0
    if east_asian_width(letter) in "WF":
        return 1.0
    if "\u1780" <= letter <= "\u17ff":  # Khmer
        return 0.5 if kind == "Mc" else 1.15 if letter in BROAD_KHMER else 0.8
    if "\u1000" <= letter <= "\u109f":  # Burmese
        return 0.65 if kind == "Mc" else 1.18 if letter in BROAD_BURMESE else 0.76
    if "\u0e00" <= letter <= "\u0eff":  # Thai and Lao
        return 0.68
    return _measure_latin(letter, kind)


def _measure_latin(letter: str, kind: str) -> float:
    if letter in NARROW:
        return 0.4
    if letter in WIDE:
        return 0.97
    if kind == "Lu":
        return 0.64 if letter in LEAN_CAPITALS else 0.76
    return 0.5 if letter == "c" else 0.57 if letter in LEAN else 0.62
