"""Words that are forms of one word, or one word misspelt, among the words of an index. For Latin letters; other scripts of the
corridor do not change their words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ers", "er", "ed", "es", "s", "y", "e", "nya", "kan", "an")
_BEGINNINGS = ("meng", "mem", "men", "peng", "pem", "pen", "ber", "ter", "pag", "nag", "mag", "di", "me", "pe", "ke")
_LEAST_STEM = 4
_LEAST_MISSPELT = 5
_LONG = 8
"""Letters from which on a word is misspelt by two letters too many or too few; a shorter one with two others is another word:
"unicorn" is no "único"."""
_ALIKE = 0.6
"""How alike the pairs of letters of two words must be (Dice), so that one is the other misspelt."""


@dataclass(frozen=True)
class WordForms:
    """The words of an index by their stems, and by the pairs of letters in them."""

    by_stem: Mapping[str, tuple[str, ...]]
    by_pair: Mapping[str, tuple[str, ...]]

    @classmethod
    def make(cls, words: Iterable[str]) -> "WordForms":
        """Make them of the folded words of an index."""
        stems: defaultdict[str, list[str]] = defaultdict(list)
        pairs: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            if word.isascii() and word.isalpha():
                for stem in {*_find_stems(word)}:
                    stems[stem].append(word)
                if len(word) >= _LEAST_MISSPELT - 1:
                    for pair in _pairs_of(word):
                        pairs[pair].append(word)
        return cls(_frozen(stems), _frozen(pairs))

    def find_forms(self, word: str) -> set[str]:
        """Return other forms of a word: "certificates" for "certificate", "ekspor" for "mengekspor"."""
        found = {other for stem in _find_stems(word) for other in self.by_stem.get(stem, ())}
        return found - {word}

    def find_misspelt(self, word: str) -> set[str]:
        """Return the words that are most like one that no text holds: "durian" for "durrian". Empty for a short word."""
        if len(word) < _LEAST_MISSPELT or not (word.isascii() and word.isalpha()):
            return set()
        own, farthest = _pairs_of(word), 2 if len(word) >= _LONG else 1
        shared: defaultdict[str, int] = defaultdict(int)
        for pair in own:
            for other in self.by_pair.get(pair, ()):
                shared[other] += 1
        alike = {
            other: 2 * count / (len(own) + len(_pairs_of(other)))
            for other, count in shared.items()
            if abs(len(other) - len(word)) <= farthest and count * 2 >= len(own)
        }
        best = max(alike.values(), default=0.0)
        return {other for other, value in alike.items() if value == best >= _ALIKE}


def _find_stems(word: str) -> Iterable[str]:
    """The word, and what stands in it without an ending or a beginning, where enough is left."""
    yield word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            yield word[: -len(ending)]
    for beginning in _BEGINNINGS:
        if word.startswith(beginning) and len(word) - len(beginning) >= _LEAST_STEM:
            yield word[len(beginning) :]


def _pairs_of(word: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(f" {word} ")))


def _frozen(found: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(words) for key, words in found.items()}
