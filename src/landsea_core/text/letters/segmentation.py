"""The words of a text in any script of the corridor, where its writers put spaces and where they put none."""

import re
from collections.abc import Iterator

from icu4py.breakers import WordBreaker

from landsea_core.text.letters.folding import fold_spelling, normalize_spelling

# A longer run of one character than this carries no word; ICU's dictionaries slow down on such runs.
_LONGEST_RUN = 64
_RUN = re.compile(rf"(.)\1{{{_LONGEST_RUN},}}", re.DOTALL)


def shorten_runs(text: str) -> str:
    """The text with every run of one character cut to 65, so that breaking it into words takes bounded time."""
    return _RUN.sub(lambda run: run.group(1) * (_LONGEST_RUN + 1), text)


def find_segments(text: str) -> Iterator[tuple[int, int]]:
    """Where ICU's dictionaries see the words of a normal text: (start, end) pairs that cover it, in order. They are found one
    by one: whoever stops early spares the rest.
    """
    return iter(WordBreaker(text, "en").segments())


def split_into_words(text: str, most: int = 100_000) -> list[str]:
    """The folded words of a text in any script of the corridor, in order, at most `most` of them.

    Words are what ICU's word breaker finds (dictionaries for Chinese, Thai, Lao, Khmer and Burmese); pieces without a
    letter or digit are left out. Lone surrogates and invisible characters vanish. Never raises.
    """
    text = shorten_runs(normalize_spelling(text))
    found = []
    for start, end in find_segments(text):
        word = fold_spelling(text[start:end])
        if any(map(str.isalnum, word)):
            found.append(word)
            if len(found) == most:
                break
    return found
