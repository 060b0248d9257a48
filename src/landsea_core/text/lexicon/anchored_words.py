"""Words looked for at one position of a text: after a number, before a day. Nothing here searches a whole text.

`PhraseIndex` finds phrases anywhere and must therefore doubt short ones; "t", "天" or "ວັນ" directly after a number need no
such doubt, only a clean end.
"""

from collections.abc import Iterable
from typing import Generic, TypeVar

from landsea_core.text.letters.folding import fold_spelling, normalize_spelling
from landsea_core.text.letters.other_spellings import simplify_characters
from landsea_core.text.letters.prepared_text import PreparedText, is_marked, sort_marks
from landsea_core.text.letters.scripts import is_dependent_sign, is_unspaced, may_begin_word

Meaning = TypeVar("Meaning")
_SHORT = 3
"""A word of an unspaced script shorter than this must end where ICU's dictionaries see a word end."""


class AnchoredWords(Generic[Meaning]):
    """Words and what each stands for. Several may share a spelling once folded."""

    def __init__(self, words: Iterable[tuple[str, Meaning]]) -> None:
        self._by_head: dict[str, list[tuple[str, str, Meaning]]] = {}
        for word, meaning in words:
            folded = simplify_characters(fold_spelling(word))
            self._by_head.setdefault(folded[0], []).append((folded, normalize_spelling(word), meaning))
        for spellings in self._by_head.values():
            spellings.sort(key=lambda one: (-len(one[0]), one[1]))

    def find_at(self, text: PreparedText, start: int) -> tuple[int, Meaning] | None:
        """Return where the longest word ends that stands at this folded position, and what it stands for."""
        if start >= len(text.folded):
            return None
        for folded, written, meaning in self._by_head.get(text.folded[start], ()):
            end = start + len(folded)
            if (
                text.folded.startswith(folded, start)
                and _may_end(text, start, end)
                and _is_marked_alike(text, written, start, end)
            ):
                return end, meaning
        return None

    def find_before(self, text: PreparedText, end: int, longest: int = 16) -> tuple[int, Meaning] | None:
        """Return where the longest word begins that ends at this position, and what it stands for."""
        for start in range(max(0, end - longest), end):
            if may_begin_word(text.folded, start) and (found := self.find_at(text, start)) and found[0] == end:
                return start, found[1]
        return None


def skip_spaces(text: PreparedText, at: int) -> int:
    """Return the next position that is no space."""
    while at < len(text.folded) and text.folded[at] == " ":
        at += 1
    return at


def _may_end(text: PreparedText, start: int, end: int) -> bool:
    """Whether a word that was found can end here."""
    if end == len(text.folded):
        return True
    last, following = text.folded[end - 1], text.folded[end]
    if not last.isalnum() and not is_dependent_sign(last):
        return True
    if not is_unspaced(last):
        return is_unspaced(following) or not following.isalnum()
    if "\u3400" <= last <= "\u9fff":
        return True
    if not is_unspaced(following):
        return True
    return not is_dependent_sign(following) and (end - start >= _SHORT or end in text.boundaries)


def _is_marked_alike(text: PreparedText, written: str, start: int, end: int) -> bool:
    """Whether tone marks agree where the writer types any: "năm" is a year, "nằm" is to lie."""
    if not text.has_tones or not any(map(is_marked, written)):
        return True
    return sort_marks(text.words_between(start, end)) == sort_marks(written)
