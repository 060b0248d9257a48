"""Names in the order in which readers of a language look them up, where that is not the order of the code points.

The breaker of words that the house brings (ICU4C through `icu4py`) has no collator, so the few rules that short lists of names
need stand here, after each language's own dictionaries: Chinese in simplified characters by pronunciation, in traditional ones
by strokes, as the national encodings order them; Thai and Lao by the consonant that is read first, although a vowel is written
before it; letters of Latin by themselves before their marks, đ after d.
"""

import re
import unicodedata
from collections.abc import Iterable

_VOWEL_FIRST = re.compile("([เ-ไ])([ก-ฮ])|([ເ-ໄ])([ກ-ຮ])")
_BETWEEN = re.compile("[\u0e47-\u0e4e\u0ec8-\u0ecd\u17c9\u17ca]")
"""Marks of tone and of reading in Thai, Lao and Khmer, which count only between names that are the same without them."""
_PLACED_AFTER = str.maketrans({"đ": "d\uffff", "ສ": "ຈ\uffff"})
"""Letters that stand in their alphabet after another one than their code point does: Vietnamese đ, Lao ສ."""
_ENCODINGS = {"zh-hans": "gb2312", "zh-hant": "big5"}
"""GB/T 2312 holds its 3,755 usual characters by pinyin, Big5 its 5,401 by number of strokes."""


def make_alphabet_key(name: str, language: str) -> tuple[str | bytes, ...]:
    """Return by what a name is ordered among names of a language (as pages know it: "th", "zh-hans").

    >>> sorted(["中国", "泰国", "老挝"], key=lambda name: make_alphabet_key(name, "zh-hans"))
    ['老挝', '泰国', '中国']
    """
    encoding = _ENCODINGS.get(language)
    if encoding:
        return (name.encode(encoding, "replace"), name)
    consonants_first = _VOWEL_FIRST.sub(lambda found: "".join(reversed([one for one in found.groups() if one])), name)
    return (_plain(consonants_first), name)


def sort_by_alphabet(names: Iterable[str], language: str) -> list[str]:
    """Return names in the order of a language."""
    return sorted(names, key=lambda name: make_alphabet_key(name, language))


def _plain(name: str) -> str:
    spread = unicodedata.normalize("NFD", _BETWEEN.sub("", name.casefold()).translate(_PLACED_AFTER))
    return "".join(letter for letter in spread if not "\u0300" <= letter <= "\u036f")
