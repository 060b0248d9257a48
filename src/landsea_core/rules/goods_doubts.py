"""Goods that a measure names in its title and whose codes it leaves out. What is found is for an editor to look at, no fault: a
word may stand for something else ("battery cars"), and a rule may be about a part of the goods.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from landsea_core.rules.model import Measure

_WORD = re.compile(r"[a-z]{4,}")
_FAMILY = 12
"""A word that more codes than that have in their name says nothing of one of them ("other", "parts")."""
_HEADING, _SUBHEADING = 4, 6


@dataclass(frozen=True)
class GoodsDoubt:
    """A word of a measure's title and the codes of six digits under which it stands and that the measure does not name."""

    measure: Measure
    word: str
    missing: tuple[str, ...]


class GoodsWords:
    """What goods are called in English, by `rows` of goods.jsonl and by `names` of HS 2022 (code -> name)."""

    def __init__(self, rows: Iterable[Mapping[str, Any]], names: Mapping[str, str]):
        self._glossary: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            if row.get("broad"):
                continue
            for name in row["names"].get("en", ()):
                for form in _list_forms(name.casefold()):
                    self._glossary[form].add(row["hs6"])
        longest_first = sorted(map(re.escape, self._glossary), key=len, reverse=True)
        self._goods = re.compile(rf"\b({'|'.join(longest_first) or '(?!)'})\b")
        self._named: dict[str, set[str]] = defaultdict(set)
        for code, name in names.items():
            if len(code) == _SUBHEADING:
                for word in _read_words(name):
                    self._named[word].add(code)

    def find_doubts(self, measures: Iterable[Measure]) -> Iterator[GoodsDoubt]:
        """Yield, for measures with codes: goods of the glossary of which no code meets theirs, and words that name codes of
        theirs and others under the same heading that they leave out.
        """
        for measure in measures:
            if measure.scope.hs:
                title = measure.title.casefold()
                yield from self._find_left_out(measure, title)
                yield from self._find_siblings(measure, title.rpartition(":")[2])

    def _find_left_out(self, measure: Measure, title: str) -> Iterator[GoodsDoubt]:
        for word in dict.fromkeys(self._goods.findall(title)):
            codes = self._glossary[word]
            if not any(_meets(measure, code) for code in codes):
                yield GoodsDoubt(measure, word, tuple(sorted(codes)))

    def _find_siblings(self, measure: Measure, title: str) -> Iterator[GoodsDoubt]:
        for word in sorted(_read_words(title)):
            codes = self._named.get(word, set())
            named = {code for code in codes if _meets(measure, code)}
            headings = {code[:_HEADING] for code in named}
            missing = tuple(sorted(code for code in codes - named if code[:_HEADING] in headings))
            if missing and len(codes) <= _FAMILY:
                yield GoodsDoubt(measure, word, missing)


def _meets(measure: Measure, code: str) -> bool:
    return any(code.startswith(prefix) or prefix.startswith(code) for prefix in measure.scope.hs)


def _list_forms(name: str) -> set[str]:
    return {name, f"{name}s", f"{name}es", f"{name[:-1]}ies" if name.endswith("y") else name}


def _read_words(text: str) -> set[str]:
    return {_cut_plural(word) for word in _WORD.findall(text.casefold())}


def _cut_plural(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ses", "xes", "hes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
