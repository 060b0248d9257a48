"""Folding: one spelling for words that people type in many ways ("Khổ", "kho", "KHO"). No meaning of words lives here."""

import re
import unicodedata
from typing import Any

# Soft hyphen, zero-width characters, bidi marks, embeddings, overrides and isolates, word joiners, byte order mark,
# variation selectors, the two invisible Khmer vowels, and lone surrogates.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff]"
)
_THAI_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_LAO_AM = re.compile("\u0ecd([\u0ec8-\u0ecb]?)\u0eb2")
_SINGLE = {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i"}
# Folding can bring characters together that compose again; text that people write is stable after one pass.
_MOST_PASSES = 8


def normalize_spelling(text: str) -> str:
    """The text in lower case and NFKC, without invisible characters; tone and vowel marks stay.

    Thai and Lao "am" (which NFKC takes apart) is put together again, so that ICU's dictionaries know the words.
    """
    if text.isascii():  # nothing else stands to be done
        return text.lower()
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).lower()
    if "\u0e4d" in text:
        text = _THAI_AM.sub("\\1\u0e33", text)
    return _LAO_AM.sub("\\1\u0eb3", text) if "\u0ecd" in text else text


def fold_character(character: str) -> str:
    """What folding leaves of one normal character: itself, its bare Latin letter, or nothing for a Latin mark."""
    if "\u0300" <= character <= "\u036f":
        return ""
    if character in _SINGLE:
        return _SINGLE[character]
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() else character


class _Table(dict[int, Any]):
    """A table for `str.translate` that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = fold_character(chr(code))
        return folded


FOLDED_CHARACTERS = _Table()
"""What folding leaves of each normal character, as `str.translate` takes it."""


def fold_spelling(text: str) -> str:
    """The spelling under which a word is stored and looked up.

    NFKC, lower case, Latin tone and vowel marks dropped, d with stroke becomes d, invisible characters removed. Marks of
    Lao, Thai, Khmer and Burmese stay: they carry vowels. Folding twice changes nothing. Never raises.
    """
    if text.isascii():
        return text.lower()
    for _ in range(_MOST_PASSES):
        folded = normalize_spelling(text).translate(FOLDED_CHARACTERS)
        if folded == text:
            break
        text = folded
    return text
