"""A text made ready for reading: folded once, with its word boundaries, asked by every reader.

Nothing here knows a lexicon; the readers get one `PreparedText` and need not fold or break it again.
"""

import unicodedata
from functools import cached_property
from typing import Any

from landsea_core.text.letters.folding import FOLDED_CHARACTERS, fold_character, normalize_spelling
from landsea_core.text.letters.other_spellings import simplify_characters
from landsea_core.text.letters.scripts import may_begin_word
from landsea_core.text.letters.segmentation import find_segments, shorten_runs

# What is read of a text; the rest is kept by the case but no longer helps to suggest anything.
READ_AT_MOST = 20_000
HEAD = 3
"""Phrases are looked up by so many first characters, shorter ones by the first."""


class PreparedText:
    """One text, folded and with simplified characters, with a normal character (marks kept) beside each folded one.

    `folded[i]` is what `normal[i]` folds to, so that a match can tell "ga" from "gà" after being found folded.
    At most the first 20,000 characters are read. Never raises, whatever the text. `found` is where indexes keep what
    they found, so that several readers may ask the same.
    """

    def __init__(self, raw: str):
        self.raw = raw[:READ_AT_MOST]
        marked, bare = [], []
        for character in shorten_runs(normalize_spelling(self.raw)):
            base = fold_character(character)
            if base:
                marked.append(character)
                bare.append(base)
            elif marked:
                marked[-1] += character
        self.normal = marked
        self.folded = simplify_characters("".join(bare))
        self.found: dict[Any, Any] = {}

    def words_between(self, start: int, end: int) -> str:
        """The words between two folded positions as they were typed, in lower case, marks kept."""
        return "".join(self.normal[start:end])

    @cached_property
    def starts(self) -> list[int]:
        """The positions at which a word or syllable can begin, in order."""
        return [at for at, character in enumerate(self.folded) if character != " " and may_begin_word(self.folded, at)]

    @cached_property
    def heads(self) -> list[tuple[int, str]]:
        """Each of `starts` with the characters that follow, by which phrases are looked up."""
        return [(start, self.folded[start : start + HEAD]) for start in self.starts]

    @cached_property
    def has_tones(self) -> bool:
        """Whether the writer types Latin letters with marks at all; without them no mark can be held against a match."""
        return any(is_marked(character) for character in self.normal)

    @cached_property
    def boundaries(self) -> frozenset[int]:
        """The positions at which ICU's dictionaries see a word begin or end."""
        return frozenset(position for pair in find_segments(self.folded) for position in pair)

    @cached_property
    def mostly_capitals(self) -> bool:
        """Whether the writer uses capitals throughout, so that capitals tell nothing about an abbreviation."""
        letters = [character for character in self.raw if character.isalpha()]
        return sum(map(str.isupper, letters)) * 2 > len(letters)


def fold_as_read(raw: str) -> str:
    """Return what `PreparedText(raw).folded` is, in a third of the time, for whoever asks only what can stand in it."""
    return simplify_characters(shorten_runs(normalize_spelling(raw[:READ_AT_MOST])).translate(FOLDED_CHARACTERS))


def is_marked(character: str) -> bool:
    """Whether a normal character is a Latin letter with a mark (à, ơ, đ), and not a bare one or another script."""
    return not character.isascii() and fold_character(character[0]).isascii() and character.isalpha()


def sort_marks(words: str) -> str:
    """The letters and marks of some words in one order, equal for the old and the new way to place a Vietnamese tone."""
    return " ".join("".join(sorted(unicodedata.normalize("NFD", word))) for word in words.split())
