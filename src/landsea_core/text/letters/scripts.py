"""The scripts of the corridor: which one a letter belongs to, and where a word or a syllable may begin in it."""

import unicodedata

_RANGES = (
    ("thai", 0x0E01, 0x0E4E),
    ("lao", 0x0E81, 0x0EDF),
    ("burmese", 0x1000, 0x109F),
    ("khmer", 0x1780, 0x17DD),
    ("han", 0x3400, 0x9FFF),
    ("han", 0xF900, 0xFAFF),
    ("han", 0x20000, 0x3134F),
)
UNSPACED = frozenset({"thai", "lao", "burmese", "khmer", "han"})


def is_dependent_sign(character: str) -> bool:
    """Whether a character cannot begin a syllable: a vowel sign or mark of Thai, Lao, Khmer or Burmese."""
    return (
        "\u0e30" <= character <= "\u0e3a"
        or character in "\u0e45\u0e47"
        or "\u0eb0" <= character <= "\u0ebc"
        or unicodedata.category(character) in ("Mn", "Mc")
    )


def leads_a_syllable(character: str) -> bool:
    """Whether the next character belongs to the same syllable: Thai and Lao leading vowels, Khmer and Burmese stackers."""
    return "\u0e40" <= character <= "\u0e44" or "\u0ec0" <= character <= "\u0ec4" or character in "\u17d2\u1039"


def find_script(character: str) -> str:
    """The script of a letter: latin, han, thai, lao, khmer, burmese, other; empty for what is not a letter or mark."""
    code = ord(character)
    for name, first, last in _RANGES:
        if first <= code <= last:
            return name
    if not (character.isalnum() or unicodedata.category(character)[0] == "M"):
        return ""
    return "latin" if code < 0x250 or 0x1E00 <= code <= 0x1EFF else "other"


def is_unspaced(character: str) -> bool:
    """Whether the character belongs to a script that is written without spaces between words."""
    return ord(character) > 0xDFF and find_script(character) in UNSPACED


def may_begin_word(folded: str, start: int) -> bool:
    """Whether a word (or, in an unspaced script, a syllable) can begin at this position of a folded text."""
    first = folded[start]
    before = folded[start - 1] if start else " "
    if is_unspaced(first):
        return not is_dependent_sign(first) and not leads_a_syllable(before)
    return not before.isalnum() or is_unspaced(before) or not first.isalnum()
