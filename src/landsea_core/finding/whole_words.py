"""Whether a text holds all the words that somebody typed: the plain filter of lists, beside the index that ranks.

Where a script has spaces a word counts as a whole, its plural too: "rice" is in "Rice from Viet Nam" and in no "price". Where a
script has none (Chinese, Thai, Lao, Khmer, Burmese) what was typed may stand anywhere. A word that is written apart in the
text is found as one and the other way round: "Vietnam" in "Viet Nam". Tones and vowel marks that were typed are meant: "sắn"
is in no "sân bay"; a text may leave them out.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

from landsea_core.finding.cutting import fold_for_finding
from landsea_core.finding.spelt_words import fold_spelt, list_spelt
from landsea_core.text.letters.scripts import is_unspaced

FEW_FOUND = 4
"""Texts that hold all words up to which the nearest follow them: the words of some stand by chance in one."""
_MOST_TEXTS = 16_384
"""More than any list holds (the rule book has two thousand): of a list that is longer none would be found here again."""
_MOST_WORDS = 2048
_SHORTEST_WITH_PLURAL = 3


def holds_all_words(text: str, typed: str) -> bool:
    """Whether each word of `typed` stands in `text`; nothing typed is held by every text."""
    asked = _read_asked(typed)
    if not asked:
        return True
    folded, words = _cut_held(text)
    held = all(word in folded if anywhere else not words.isdisjoint(_list_forms(word)) for word, anywhere in asked)
    return held and all(_spells(text, word) for word in _list_marked(typed))


def _spells(text: str, spelt: str) -> bool:
    """Whether a text writes a word with these marks or without any, or has no such word but what it is a part of."""
    ways = _find_spellings(text).get(fold_spelt(spelt))
    return ways is None or spelt in ways or fold_spelt(spelt) in ways


@lru_cache(maxsize=256)
def _list_marked(typed: str) -> tuple[str, ...]:
    """The words that were typed with marks, as they are spelt."""
    return tuple(word for word in dict.fromkeys(list_spelt(typed)) if fold_spelt(word) != word)


@lru_cache(maxsize=_MOST_TEXTS)
def _find_spellings(text: str) -> Mapping[str, frozenset[str]]:
    """The words of a text that it writes with marks, by their folded letters, with all ways in which it writes each."""
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for word in list_spelt(text):
        ways[fold_spelt(word)].add(word)
    return {folded: frozenset(found) for folded, found in ways.items() if found != {folded}}


@lru_cache(maxsize=256)
def _read_asked(typed: str) -> tuple[tuple[str, bool], ...]:
    """The words of what was typed, folded, and whether each may stand anywhere in a text."""
    asked: list[tuple[str, bool]] = []
    for piece in fold_for_finding(typed).split():
        if any(map(is_unspaced, piece)):
            asked.append((piece, True))
        else:
            asked += [(word, False) for word in _find_runs(piece)]
    return tuple(dict.fromkeys(asked))


@lru_cache(maxsize=_MOST_TEXTS)
def _cut_held(text: str) -> tuple[str, frozenset[str]]:
    """A text folded, and its words with each two that stand beside each other as one. Folding costs, so it is kept."""
    folded = fold_for_finding(text)
    words = _find_runs(folded)
    return folded, frozenset(words).union(first + second for first, second in pairwise(words))


def _find_runs(folded: str) -> list[str]:
    """Runs of letters and digits, in order."""
    return "".join(letter if letter.isalnum() else " " for letter in folded).split()


@lru_cache(maxsize=_MOST_WORDS)
def _list_forms(word: str) -> frozenset[str]:
    """A word, its plural, and what it may be the plural of."""
    if len(word) < _SHORTEST_WITH_PLURAL or not (word.isascii() and word.isalpha()):
        return frozenset({word})
    forms = {word, f"{word}s", f"{word}es"}
    if word.endswith("y"):
        forms.add(f"{word[:-1]}ies")
    for ending, instead in (("s", ""), ("es", ""), ("ies", "y")):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_WITH_PLURAL:
            forms.add(stem + instead)
    return frozenset(forms)
