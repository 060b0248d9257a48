"""Which words mean the same in ten languages: goods by their codes, countries, and what `data/search/same_words.jsonl` says.

Words that mean the same are a **sense**; its mark ("good:081060:durian", "country:LA", "same:lorry") stands in an index beside
the words of a text, so that a text is found by what it is about as well as by what it says. Texts carry the codes of goods
("hs:0810"): several goods may share a code.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from landsea_core.finding.cutting import cut_text, fold_for_finding
from landsea_core.finding.spelt_words import list_spelt
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.letters.scripts import is_dependent_sign, is_unspaced, may_begin_word

_FRUIT_BEFORE, _FRUIT_BEHIND = ("ໝາກ", "ຫມາກ", "ផ្លែ", "trái ", "quả ", "buah ", "鲜", "fresh "), ("သီး",)
_SHORTEST_BARE = 3
_LONGEST = 40
_SHORTEST = 2


@dataclass(frozen=True)
class Span:
    """Where words of a sense stand in a folded text, and the marks of what they may mean."""

    start: int
    end: int
    marks: frozenset[str]


@dataclass(frozen=True)
class SameWords:
    """Senses by their folded words, and the words of each as they are cut for an index, a single one with its marks
    (`spell_word`); `little` are words that ask for nothing ("the", "的").
    """

    marks_of: Mapping[str, frozenset[str]]
    phrases: Mapping[str, frozenset[tuple[str, ...]]]
    little: frozenset[str]
    shared: frozenset[str] = frozenset()
    """Codes of goods under which several goods go: that a text carries one says less."""
    spelt: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    """Senses by their words as they are spelt, below each folded word that one of them writes with marks ("cam", "cấm")."""

    @classmethod
    def make(cls, words: Iterable[tuple[str, str]], little: Iterable[str]) -> "SameWords":
        """Make them of (mark, word) pairs; "good:081060:durian", "durian"."""
        marks: defaultdict[str, set[str]] = defaultdict(set)
        spelt: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        phrases: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for mark, word in words:
            folded = fold_for_finding(word)
            phrase = cut_text(folded)
            if len(folded) >= _SHORTEST and phrase:  # a place may be called "--" where nobody knew its name
                written = list_spelt(word)
                marks[folded].add(mark)
                spelt[folded][" ".join(written)].add(mark)
                phrases[mark].add(tuple(written) if len(phrase) == len(written) == 1 else phrase)
        goods = Counter(mark.split(":")[1] for mark in phrases if mark.startswith("good:"))
        return cls(
            {word: frozenset(found) for word, found in marks.items()},
            {mark: frozenset(found) for mark, found in phrases.items()},
            fold_little_words(little),
            frozenset(code for code, count in goods.items() if count > 1),
            {
                folded: {written: frozenset(found) for written, found in ways.items()}
                for folded, ways in spelt.items()
                if ways.keys() - {folded}
            },
        )

    def narrow_senses(self, span: "Span", folded: str, written: str) -> frozenset[str]:
        """Return what words of a sense may mean as they were written (`spell_word`); `written` is empty where no word of the
        question has marks: then they mean all that they are the folded form of.

        Else they mean what is spelt so. Where nothing is, several words together still mean what they may, for hardly any
        others have the same letters, and so does a word without marks; one word with marks means none of it.
        """
        otherwise = span.marks if " " in written or written == folded or not written else frozenset()
        return self.spelt.get(folded, {}).get(written, otherwise)

    def find_spans(self, folded: str) -> list[Span]:
        """Return the words of senses in a folded text, from left to right, the longest first where they begin alike."""
        spans, at = [], 0
        while at < len(folded):
            span = self._find_at(folded, at) if may_begin_word(folded, at) else None
            if span:
                spans.append(span)
            at = span.end if span else at + 1
        return spans

    def _find_at(self, folded: str, start: int) -> Span | None:
        for end in range(min(len(folded), start + _LONGEST), start + _SHORTEST - 1, -1):
            marks = self.marks_of.get(folded[start:end])
            if marks and _ends_word(folded, end):
                return Span(start, end, marks)
        return None


def _ends_word(folded: str, end: int) -> bool:
    if end >= len(folded) or not folded[end].isalnum():
        return end >= len(folded) or not is_dependent_sign(folded[end])
    return is_unspaced(folded[end - 1]) and may_begin_word(folded, end)


def fold_little_words(words: Iterable[str]) -> frozenset[str]:
    """Return words that ask for nothing as they are compared."""
    return frozenset(map(fold_for_finding, words))


@cache
def read_default_little_words() -> frozenset[str]:
    """Return the words of the files of this house that ask for nothing, read once a process."""
    return fold_little_words(list_little_words())


@cache
def read_default_same_words() -> SameWords:
    """Return the senses of the files of this house, read once a process."""
    return SameWords.make(list_words_on_file(), list_little_words())


def list_little_words() -> list[str]:
    """Return the words that ask for nothing."""
    return [word for row in _rows("search", "little_words") for word in row["words"]]


@cache
def list_words_on_file() -> tuple[tuple[str, str], ...]:
    """Return the senses of the files as pairs of a mark and a word."""
    found = [
        (f"{kind}:{row['value']}", word)
        for kind, name in (("same", "same_words"), ("country", "countries"))
        for row in _rows("search", name)
        for words in row["words"].values()
        for word in words
    ]
    for row in _rows("reference", "goods"):
        mark = f"good:{row['hs6']}:{row['names']['en'][0]}"
        found += ((mark, word) for words in row["names"].values() for word in words)
    for row in _rows("lexicon", "goods"):
        if row["kind"] == "good" and not row.get("broad"):
            found += ((f"good:{row['value']}:{row['name']}", word) for word, sure in row["terms"] if sure >= 1)
    return tuple(dict.fromkeys((mark, other) for mark, word in found for other in _also_written(mark, word)))


def _also_written(mark: str, word: str) -> tuple[str, ...]:
    """A word, and goods without the word for fruit that some languages put before or behind them: "ဒူးရင်းသီး", "ໝາກມ່ວງ"."""
    if not mark.startswith("good:"):
        return (word,)
    bare = [word.removeprefix(one) for one in _FRUIT_BEFORE if word.startswith(one)]
    bare += [word.removesuffix(one) for one in _FRUIT_BEHIND if word.endswith(one)]
    return (word, *(one.strip() for one in bare if len(one.strip()) >= _SHORTEST_BARE))


def _rows(folder: str, name: str) -> list[dict[str, Any]]:
    path = find_default_data_folder() / folder / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
