"""Cues of ranks ("the largest", "came second", 居第三) and of how many parts a total has ("the three together", 三国合计)."""

from collections.abc import Iterable
from dataclasses import dataclass

from landsea_core.figures.cues.cue_words import Cue, CueWords
from landsea_core.text.data_files import Row
from landsea_core.text.lexicon import Lexicon

NEXT = "next"


@dataclass(frozen=True)
class NumberedCues:
    """Patterns with the number that each stands for; NEXT stands for one more than the number before."""

    patterns: tuple[tuple[Cue, str], ...]

    def find_number(self, words: str, previous: int = 0) -> int:
        """Return the number that is said last in some words; 0 for none."""
        found = [(match.end(), value) for cue, value in self.patterns for match in cue.finditer(words)]
        if not found:
            return 0
        _end, value = max(found)
        if value == NEXT:
            return previous + 1 if previous else 0
        return int(value)


def make_numbered_cues(words: CueWords, lexicon: Lexicon, kind: str) -> NumberedCues:
    """Return the cues of the rows of one kind. Raises LexiconFault for a pattern that is none."""
    return NumberedCues(tuple(_compile_rows(words, lexicon.list_rows(kind))))


def _compile_rows(words: CueWords, rows: Iterable[Row]) -> Iterable[tuple[Cue, str]]:
    for row in rows:
        for pattern in row["patterns"]:
            yield words.compile(pattern, row["value"]), row["value"]
