"""Folding: one spelling for words that people type in many ways.

Here live `fold` (what two spellings have in common), `tokens` (the words of a text in all scripts of the corridor)
and the few facts about scripts that both need. No meaning of words lives here.
"""

import re
import unicodedata
from collections.abc import Iterator

from icu4py.breakers import WordBreaker

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
# A longer run of one character than this carries no word; ICU's dictionaries slow down on such runs.
_LONGEST_RUN = 64
_RUN = re.compile(rf"(.)\1{{{_LONGEST_RUN},}}", re.DOTALL)


def normal(text: str) -> str:
    """The text in lower case and NFKC, without invisible characters; tone and vowel marks stay.

    Thai and Lao "am" (which NFKC takes apart) is put together again, so that ICU's dictionaries know the words.
    """
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).lower()
    text = _THAI_AM.sub("\\1\u0e33", text)
    return _LAO_AM.sub("\\1\u0eb3", text)


def fold_character(character: str) -> str:
    """What folding leaves of one normal character: itself, its bare Latin letter, or nothing for a Latin mark."""
    if "\u0300" <= character <= "\u036f":
        return ""
    if character in _SINGLE:
        return _SINGLE[character]
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() else character


class _Table(dict):
    """A table for `str.translate` that learns each character when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = fold_character(chr(code))
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """The spelling under which a word is stored and looked up.

    NFKC, lower case, Latin tone and vowel marks dropped, d with stroke becomes d, invisible characters removed. Marks of
    Lao, Thai, Khmer and Burmese stay: they carry vowels. Folding twice changes nothing. Never raises.
    """
    if text.isascii():
        return text.lower()
    for _ in range(_MOST_PASSES):
        folded = normal(text).translate(_TABLE)
        if folded == text:
            break
        text = folded
    return text


def is_dependent(character: str) -> bool:
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


def script(character: str) -> str:
    """The script of a letter: latin, han, thai, lao, khmer, burmese, other; empty for what is not a letter or mark."""
    code = ord(character)
    for name, first, last in _RANGES:
        if first <= code <= last:
            return name
    if not (character.isalnum() or unicodedata.category(character)[0] == "M"):
        return ""
    return "latin" if code < 0x250 or 0x1E00 <= code <= 0x1EFF else "other"


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


def is_unspaced(character: str) -> bool:
    """Whether the character belongs to a script that is written without spaces between words."""
    return ord(character) > 0xDFF and script(character) in UNSPACED


def may_begin(folded: str, start: int) -> bool:
    """Whether a word (or, in an unspaced script, a syllable) can begin at this position of a folded text."""
    first = folded[start]
    before = folded[start - 1] if start else " "
    if is_unspaced(first):
        return not is_dependent(first) and not leads_a_syllable(before)
    return not before.isalnum() or is_unspaced(before) or not first.isalnum()


def shorten_runs(text: str) -> str:
    """The text with every run of one character cut to 65, so that breaking it into words takes bounded time."""
    return _RUN.sub(lambda run: run.group(1) * (_LONGEST_RUN + 1), text)


def segments(text: str) -> Iterator[tuple[int, int]]:
    """Where ICU's dictionaries see the words of a normal text: (start, end) pairs that cover it, in order. They are found one
    by one: whoever stops early spares the rest.
    """
    return iter(WordBreaker(text, "en").segments())


def tokens(text: str, most: int = 100_000) -> list[str]:
    """The folded words of a text in any script of the corridor, in order, at most `most` of them.

    Words are what ICU's word breaker finds (dictionaries for Chinese, Thai, Lao, Khmer and Burmese); pieces without a
    letter or digit are left out. Lone surrogates and invisible characters vanish. Never raises.
    """
    text = shorten_runs(normal(text))
    found = []
    for start, end in segments(text):
        word = fold(text[start:end])
        if any(map(str.isalnum, word)):
            found.append(word)
            if len(found) == most:
                break
    return found
