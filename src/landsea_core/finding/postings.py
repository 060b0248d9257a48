"""Which texts hold a word: by its folded letters, and by its spelling where one of the texts writes it with marks."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from landsea_core.finding.questions import Phrase
from landsea_core.finding.spelt_words import fold_spelt, list_spelt


@dataclass(frozen=True)
class Postings:
    """The numbers of texts by the words that they hold: folded; and as they are spelt (`spell_word`), for words that at least
    one text writes with marks.
    """

    by_folded: Mapping[str, array[int]]
    by_spelt: Mapping[str, array[int]]
    marked: frozenset[str]
    """Folded words that at least one text writes with marks."""

    @classmethod
    def make(cls, texts: Iterable[tuple[Iterable[Phrase], Iterable[str]]]) -> Postings:
        """Make them of what each text says: cut into words, and as it is written. Texts are numbered in their order from 0."""
        by_folded: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        by_spelt: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, (phrases, written) in enumerate(texts):
            for word in {word for phrase in phrases for word in phrase}:
                by_folded[word].append(number)
            for word in {word for one in written for word in list_spelt(one)}:
                by_spelt[word].append(number)
        marked = frozenset(folded for word in by_spelt if (folded := fold_spelt(word)) != word)
        kept = {word: numbers for word, numbers in by_spelt.items() if fold_spelt(word) in marked}
        return cls(dict(by_folded), kept, marked)

    def list_holding(self, words: Sequence[str]) -> Collection[int]:
        """Return the texts that hold all these folded words, in whatever order."""
        lists = [self.by_folded.get(word) for word in words]
        if not all(lists):
            return ()
        first, *rest = sorted((one for one in lists if one), key=len)
        return set(first).intersection(*rest) if rest else first

    def list_spelling(self, spelt: str) -> tuple[Collection[int], Collection[int]]:
        """Return the texts that hold a word spelt so and, where it has marks, those that write it without any: people leave
        them out.
        """
        folded = fold_spelt(spelt)
        bare = (self.by_spelt if folded in self.marked else self.by_folded).get(folded, ())
        return (bare, ()) if spelt == folded else (self.by_spelt.get(spelt, ()), bare)
