"""How like a piece of news is to measures on file: shared rare words, so that an editor sees what it may be about."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from landsea_core.rules.book import Book
from landsea_core.rules.model import Measure
from landsea_core.text.letters.segmentation import split_into_words

MOST = 3
LEAST = 0.12
"""Likeness below this is chance: found by looking at pairs of unrelated titles on file."""


@dataclass(frozen=True, slots=True)
class LikeMeasure:
    """A measure and how like it is, 0 to 1."""

    measure: Measure
    likeness: float


class LikenessOfMeasures:
    """Compares texts with the measures of a book, by the cosine of their words weighed by rarity (tf-idf)."""

    def __init__(self, book: Book):
        self._texts = {measure.code: Counter(_list_words(measure)) for measure in book}
        self._book = book
        count = Counter(word for words in self._texts.values() for word in words)
        self._weight = {word: math.log((1 + len(self._texts)) / times) for word, times in count.items()}
        self._length = {code: self._norm(words) for code, words in self._texts.items()}

    def find_alike(self, text: str) -> list[LikeMeasure]:
        """The measures most like the text, best first; empty when none is."""
        asked = Counter(split_into_words(text))
        length = self._norm(asked)
        found = []
        for code, words in self._texts.items():
            shared = sum(self._weight[word] ** 2 * asked[word] * words[word] for word in asked.keys() & words.keys())
            likeness = shared / (length * self._length[code]) if shared else 0.0
            if likeness >= LEAST:
                found.append(LikeMeasure(self._book.by_code[code], round(likeness, 3)))
        return sorted(found, key=lambda like: (-like.likeness, like.measure.code))[:MOST]

    def _norm(self, words: Counter[str]) -> float:
        unseen = math.log(1 + len(self._texts))
        return math.sqrt(sum((self._weight.get(word, unseen) * times) ** 2 for word, times in words.items())) or 1.0


def _list_words(measure: Measure) -> Iterable[str]:
    return split_into_words(f"{measure.title} {measure.title_local} {measure.legal_act} {measure.summary}")
