"""Names that a translation must keep: goods, places, offices, papers and rules, as each language calls them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from landsea_core.text.letters.scripts import is_unspaced

SHORTEST = {"zh": 2, "th": 4, "lo": 4, "km": 4, "my": 4}
SHORTEST_LATIN = 4
SPACED_SYLLABLES = frozenset({"vi"})
"""In Vietnamese one syllable is many words (đường: sugar, and road); only names of two or more are taken."""


@dataclass(frozen=True)
class Name:
    """One thing, and what it is called by language ("zh", "vi"), the preferred name first."""

    key: str
    said: Mapping[str, Sequence[str]]

    def say_in(self, language: str) -> str:
        """Return its preferred name in a language; empty where there is none."""
        return next(iter(self.said.get(language, ())), "")


class Names:
    """All names of an installation, found in a text by the longest that fits.

    >>> names = Names([Name("CNMHN", {"en": ["Mohan"], "zh": ["磨憨"], "lo": ["ບໍ່ຫານ"]})])
    >>> [(name.key, start, end) for name, start, end in names.find_in("三辆车在磨憨等", "zh")]
    [('CNMHN', 4, 6)]
    """

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self._names = tuple(names)
        self._by_language: dict[str, tuple[re.Pattern[str] | None, dict[str, Name]]] = {}

    def find_in(self, text: str, language: str) -> Iterable[tuple[Name, int, int]]:
        """Yield the names of a language that stand in the text, with where each begins and ends."""
        pattern, named = self._read(language)
        for found in pattern.finditer(text) if pattern else ():
            name = named.get(found.group().casefold())
            if name is not None:  # a pattern without case takes the dotless "ı" for an "i", and folding does not
                yield name, found.start(), found.end()

    @cached_property
    def by_key(self) -> Mapping[str, Name]:
        """The names by their keys."""
        return {name.key: name for name in self._names}

    def _read(self, language: str) -> tuple[re.Pattern[str] | None, dict[str, Name]]:
        if language not in self._by_language:
            named: dict[str, Name] = {}
            for name in self._names:
                for word in name.said.get(language, ()):
                    if _is_long_enough(word, language):
                        named.setdefault(word.casefold(), name)
            self._by_language[language] = (_make_pattern(named), named)
        return self._by_language[language]


def _is_long_enough(word: str, language: str) -> bool:
    if language in SPACED_SYLLABLES and " " not in word.strip():
        return False
    return len(word) >= SHORTEST.get(language, SHORTEST_LATIN)


def _make_pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern that finds any of these, the longest first; a word of a spaced script stands alone: whether one may
    begin at a letter is asked once, not for each of thousands of words.
    """
    unspaced: list[str] = []
    spaced: list[str] = []
    for word in sorted(words, key=len, reverse=True):
        (unspaced if is_unspaced(word[0]) else spaced).append(re.escape(word))
    parts = [*unspaced, *([rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)"] if spaced else [])]
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None
