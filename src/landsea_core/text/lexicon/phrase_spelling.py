"""Whether words standing in a text are a given phrase: boundaries, tone marks, abbreviations, languages.

Both sides are already folded equal when these questions are asked; here is decided whether that is enough.
"""

import re
from dataclasses import dataclass

from landsea_core.text.letters.folding import fold_spelling, normalize_spelling
from landsea_core.text.letters.other_spellings import simplify_characters
from landsea_core.text.letters.prepared_text import PreparedText, is_marked, sort_marks
from landsea_core.text.letters.scripts import is_dependent_sign, is_unspaced, leads_a_syllable

# Without its tone marks a phrase says less; with this factor it still counts.
TONELESS = 0.85
# Shorter Latin phrases without their marks are other words too often, in a text whose writer does type marks.
_LONG_ENOUGH_BARE = 10
_SHORT_HAN = 2
_SHORT_UNSPACED = 4
_SHORT_LATIN = 4
# A word with marks, typed without them, is a word of another language up to this length ("mây" and "may").
_SHORT_MARKED = 7
_LONGEST_ABBREVIATION = 3
_A_FEW_WORDS = 40
_SAME_WORDS = {"id": "ms", "ms": "id"}


@dataclass(frozen=True)
class Spelling:
    """One contiguous phrase as it must stand in the folded text.

    `open_ended` lets the word go on. `marks` is its sort_marks when it has Latin marks. `capitals` is the abbreviation that
    must be typed in capitals. `of_language` is set when only texts of that language may hold it.
    """

    folded: str
    open_ended: bool = False
    marks: str = ""
    capitals: str = ""
    of_language: str = ""

    @classmethod
    def from_term(cls, words: str, lang: str, one_of_many: bool = False) -> "Spelling":
        """The spelling of a term; a star at its end means that the word may go on.

        `one_of_many` is for words of a class: Latin ones are only looked for in texts of their own language.
        """
        words = words.strip()
        bare = words.rstrip("*").strip()
        low = normalize_spelling(bare)
        folded = simplify_characters(fold_spelling(bare))
        marked = any(map(is_marked, low))
        abbreviation = len(bare) <= _LONGEST_ABBREVIATION and bare.isascii() and bare.isupper() and bare.isalpha()
        short = len(folded) <= (_SHORT_MARKED if marked else _SHORT_LATIN)
        strict = folded.isascii() and lang not in ("en", "") and (one_of_many or short)
        return cls(
            folded,
            words.endswith("*"),
            sort_marks(low) if marked else "",
            bare if abbreviation else "",
            lang if strict else "",
        )

    def may_stand_in(self, languages: frozenset[str]) -> bool:
        """Whether a text of these languages may hold it."""
        return not self.of_language or self.of_language in languages or _SAME_WORDS.get(self.of_language) in languages


def rate_match(text: PreparedText, start: int, end: int, spelling: Spelling) -> float:
    """How well the words from `start` to `end` are the phrase: 0 (not at all) to 1."""
    folded = text.folded
    after = folded[end] if end < len(folded) else " "
    if is_unspaced(folded[end - 1]):
        if is_dependent_sign(after) or leads_a_syllable(folded[end - 1]) or not _stands_alone(text, start, end):
            return 0.0
    elif not spelling.open_ended and after.isalnum() and not is_unspaced(after):
        return 0.0
    if spelling.capitals and not _typed_as_abbreviation(text, spelling.capitals):
        return 0.0
    return _mark_quality(text, start, end, spelling)


def _typed_as_abbreviation(text: PreparedText, capitals: str) -> bool:
    """Whether an abbreviation stands in its capitals; or in a few words without any, as people list goods: "mdf 18 mm"."""
    if text.mostly_capitals or re.search(rf"\b{capitals}\b", text.raw):
        return True
    return len(capitals) == _LONGEST_ABBREVIATION and len(text.raw) <= _A_FEW_WORDS and text.raw.islower()


def _stands_alone(text: PreparedText, start: int, end: int) -> bool:
    """Whether a short phrase of an unspaced script is a word of its own, by ICU's dictionaries."""
    length = end - start
    if "\u3400" <= text.folded[start] <= "\u9fff":
        if length == 1:
            return start in text.boundaries and end in text.boundaries
        return length > _SHORT_HAN or start in text.boundaries
    return length > _SHORT_UNSPACED or (start in text.boundaries and end in text.boundaries)


def _mark_quality(text: PreparedText, start: int, end: int, spelling: Spelling) -> float:
    """Compare tone marks: the same marks are 1; none where the writer types none is nearly as good; others are 0."""
    if not text.has_tones:
        return TONELESS if spelling.marks else 1.0
    words = text.words_between(start, end)
    if any(map(is_marked, words)):
        return 1.0 if spelling.marks and sort_marks(words) == spelling.marks else 0.0
    if spelling.marks:
        return TONELESS if end - start >= _LONG_ENOUGH_BARE else 0.0
    return 1.0
