"""Words looked for at one position of a text: after a number, before a day. Nothing here searches a whole text.

`PhraseIndex` finds phrases anywhere and must therefore doubt short ones; "t", "天" or "ວັນ" directly after a number need no
such doubt, only a clean end.
"""

from collections.abc import Iterable
from typing import Any

from landsea_core.text.letters.folding import fold_spelling, normalize_spelling
from landsea_core.text.letters.other_spellings import simplify_characters
from landsea_core.text.letters.prepared_text import PreparedText, is_marked, signature
from landsea_core.text.letters.scripts import is_dependent_sign, is_unspaced, may_begin_word

_SHORT = 3
"""A word of an unspaced script shorter than this must end where ICU's dictionaries see a word end."""


class Anchored:
    """Words and what each stands for. Several may share a spelling once folded."""

    def __init__(self, words: Iterable[tuple[str, Any]]):
        self._by_head: dict[str, list[tuple[str, str, Any]]] = {}
        for word, payload in words:
            folded = simplify_characters(fold_spelling(word))
            self._by_head.setdefault(folded[0], []).append((folded, normalize_spelling(word), payload))
        for spellings in self._by_head.values():
            spellings.sort(key=lambda one: (-len(one[0]), one[1]))

    def at(self, text: PreparedText, start: int) -> tuple[int, Any] | None:
        """The longest word that stands at this folded position: where it ends, and what it stands for."""
        if start >= len(text.folded):
            return None
        for folded, written, payload in self._by_head.get(text.folded[start], ()):
            end = start + len(folded)
            if (
                text.folded.startswith(folded, start)
                and _ends(text, start, end)
                and _marked_alike(text, written, start, end)
            ):
                return end, payload
        return None

    def before(self, text: PreparedText, end: int, longest: int = 16) -> tuple[int, Any] | None:
        """The longest word that ends at this position: where it begins, and what it stands for."""
        for start in range(max(0, end - longest), end):
            if may_begin_word(text.folded, start) and (found := self.at(text, start)) and found[0] == end:
                return start, found[1]
        return None


def skip_spaces(text: PreparedText, at: int) -> int:
    """The next position that is no space."""
    while at < len(text.folded) and text.folded[at] == " ":
        at += 1
    return at


def _ends(text: PreparedText, start: int, end: int) -> bool:
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


def _marked_alike(text: PreparedText, written: str, start: int, end: int) -> bool:
    """Whether tone marks agree where the writer types any: "năm" is a year, "nằm" is to lie."""
    if not text.has_tones or not any(map(is_marked, written)):
        return True
    return signature(text.words(start, end)) == signature(written)
