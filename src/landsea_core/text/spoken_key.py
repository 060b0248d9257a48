"""A key of 64 bits as four words that are read out on the telephone, written down by hand and typed with any keyboard.

Each word has five letters and stands for sixteen bits: consonant, vowel, consonant, vowel, consonant, after Daniel S.
Wilkerson, "A Proposal for Proquints" (arXiv:0901.4016). The letters are those that hardly anybody takes for one another, in
speech or in writing. What the key opens is not here.
"""

import re
import unicodedata

KEY_BYTES = 8
_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aiou"
_LETTERS = (_CONSONANTS, _VOWELS, _CONSONANTS, _VOWELS, _CONSONANTS)
_WORD_LETTERS, _WORD_BYTES = 5, 2
_NO_LETTER = re.compile(r"[\s\-_.,;:·/]+")


def say_key(key: bytes) -> str:
    """Return the words of a key of eight bytes, with spaces between. Raises ValueError for another length.

    >>> say_key(bytes.fromhex("7f000001dead0000"))
    'lusab babad tupot babab'
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"A key has {KEY_BYTES} bytes.")
    return " ".join(_say_word(int.from_bytes(key[at : at + _WORD_BYTES])) for at in range(0, KEY_BYTES, _WORD_BYTES))


def read_key(typed: str) -> bytes | None:
    """Return the key that these words say, whatever stands between them and in letters of any size or width; None for no key.

    >>> read_key("Lusab-BABAD tupotbabab").hex()
    '7f000001dead0000'
    """
    letters = _NO_LETTER.sub("", unicodedata.normalize("NFKC", typed).lower())
    if len(letters) != _WORD_LETTERS * KEY_BYTES // _WORD_BYTES:
        return None
    words = [_read_word(letters[at : at + _WORD_LETTERS]) for at in range(0, len(letters), _WORD_LETTERS)]
    return None if None in words else b"".join(word.to_bytes(_WORD_BYTES) for word in words if word is not None)


def _say_word(value: int) -> str:
    said = ""
    for letters in reversed(_LETTERS):
        value, at = divmod(value, len(letters))
        said = letters[at] + said
    return said


def _read_word(word: str) -> int | None:
    value = 0
    for letter, letters in zip(word, _LETTERS, strict=True):
        if letter not in letters:
            return None
        value = value * len(letters) + letters.index(letter)
    return value
