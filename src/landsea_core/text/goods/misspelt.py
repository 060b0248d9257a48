"""Names in Latin letters that somebody typed a letter or two beside: "mangosten", "solar pannel", "combine harvestor".

Only a few words that name goods are searched, and only names of some length. What is meant is the caller's payload. Whoever
types the marks of Vietnamese does not misspell the letters under them.
"""

import re
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher, get_close_matches
from itertools import pairwise
from typing import Any

from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon.phrase_index import Hit

_LONG_ENOUGH = 6
_LETTERS_APART = 2
_ALIKE, _PAIR_ALIKE = 0.8, 0.88
PERHAPS = 0.5
# So long and so much alike ("harvestor") that it is meant even beside other goods.
_LONG_ENOUGH_TO_BE_SURE, SURELY = 8, 0.88


class Misspelt:
    """Finds names, given as (name, payload) pairs, in other spellings than their own."""

    def __init__(self, names: Iterable[tuple[str, Any]]):
        self._by_letter: dict[str, list[tuple[str, Any]]] = {}
        self._words: set[str] = set()
        for name, payload in names:
            folded = fold_spelling(name)
            if len(folded) >= _LONG_ENOUGH and folded.replace(" ", "").isascii():
                self._by_letter.setdefault(folded[0], []).append((folded, payload))
                self._words.update(folded.split())

    def find(self, text: PreparedText, named: Collection[tuple[int, int]]) -> list[Hit]:
        """Names that differ little from one or two words of a short text; `quality` is `PERHAPS`, or from `SURELY` on how much
        alike they are. Words that stand in any name as they are, and those within the spans `named`, are not misspelt.
        """
        if text.has_tones:
            return []
        words = [(match.group(), match.start(), match.end()) for match in re.finditer(r"[a-z]+", text.folded)]
        pairs = [(f"{one} {other}", start, end) for (one, start, _), (other, _, end) in pairwise(words)]
        found = []
        for typed, start, end in (*words, *pairs):
            if len(typed) < _LONG_ENOUGH or self._words.issuperset(typed.split()):
                continue
            if any(start < last and first < end for first, last in named):
                continue
            found += [Hit(start, end, payload, sure, typed) for payload, sure in self._find_meant(typed)]
        return sorted(found, key=lambda hit: (hit.start, hit.start - hit.end))

    def _find_meant(self, typed: str) -> list[tuple[Any, float]]:
        """What is meant by one or two words that were typed, at most one, and how surely."""
        near = {
            name: payload
            for name, payload in self._by_letter.get(typed[0], ())
            if abs(len(name) - len(typed)) <= _LETTERS_APART
        }
        names = get_close_matches(typed, near, n=1, cutoff=_PAIR_ALIKE if " " in typed else _ALIKE)
        if not names:
            return []
        alike = SequenceMatcher(None, names[0], typed).ratio()
        sure = len(typed) >= _LONG_ENOUGH_TO_BE_SURE and alike >= SURELY
        return [(near[names[0]], alike if sure else PERHAPS)]
