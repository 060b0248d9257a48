"""Whether texts use the terms: advice, since grammar and context may ask for another word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from landsea_core.termbase.terms import Term


@dataclass(frozen=True)
class OtherWords:
    """An English text with a term, whose translation has not the term's word."""

    term: str
    word: str
    english: str
    said: str


def find_other_words(terms: Sequence[Term], texts: Iterable[tuple[str, str]], language: str) -> Iterator[OtherWords]:
    """Yield each (English, translation) where a term stands in English and its word in `language` does not in the translation.

    The longest term that stands somewhere counts there: in "customs declaration" it is not looked for "customs".
    """
    longest_first = sorted(terms, key=lambda term: -len(term.names["en"]))
    patterns = [(term, re.compile(rf"\b{re.escape(term.names['en'])}s?\b", re.IGNORECASE)) for term in longest_first]
    for english, said in texts:
        left = english
        for term, pattern in patterns:
            left, times = pattern.subn("\0", left)
            if times and term.names[language].casefold() not in said.casefold():
                yield OtherWords(term.code, term.names[language], english, said)
