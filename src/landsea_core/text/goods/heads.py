"""The word for the goods themselves in a few words of the languages beside English, where nothing known is called so.

Where it stands differs: first in Vietnamese, Thai, Lao, Khmer, Indonesian, Malay and Filipino ("rak beras", a rack for rice),
last in Chinese and Burmese (榴莲开壳器, what opens durians). A name of goods that was found elsewhere only describes it then.
Words that say a state, a packing, a role, a place or nothing of goods are no such word, nor are those that stand before any
goods (`goods_filler` in `data/lexicon`).
"""

import re
from collections.abc import Collection, Iterator, Sequence

from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.phrase_index import Hit

_SAY_OTHERWISE = (
    *("state", "goods_role", "packing", "country", "place_word", "language_word", "not_goods", "way", "request"),
    *("question_word", "whose", "transport_mode"),
)
_FILLERS = "goods_filler"
_LATIN_HEAD_FIRST = frozenset({"vi", "id", "ms", "fil"})
_LAST = (re.compile(r"^[\u4e00-\u9fff]{2,}"), re.compile(r"^[\u1000-\u109f]{4,}"))
"""Han and Burmese letters right behind the goods; fewer are a measure word or an ending."""
_FIRST = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff]{4,}")
_FIRST_LATIN = re.compile(r"[a-z]{3,}")


class HeadReader:
    """Finds the word for the goods that no name covers."""

    def __init__(self, lexicon: Lexicon):
        self._indexes = [lexicon.get_index(kind) for kind in _SAY_OTHERWISE]
        self._fillers = {(entry.lang, entry.term) for entry in lexicon.list_entries(_FILLERS)}
        self._of_any_language = {term for _, term in self._fillers}

    def find_unread(self, text: PreparedText, mentions: Sequence[Hit], languages: Collection[str]) -> str:
        """Return the words, as they were typed; "" where goods are named at the head, nowhere, or in another language."""
        if not mentions:
            return ""
        first, last = min(hit.start for hit in mentions), max(hit.end for hit in mentions)
        found = [(start, end) for start, end in self._list_candidates(text, first, last, languages)]
        said = (text.words_between(start, end) for start, end in found)
        return " ".join(words for words in said if words not in self._of_any_language)

    def _list_candidates(
        self, text: PreparedText, first: int, last: int, languages: Collection[str]
    ) -> Iterator[tuple[int, int]]:
        before, behind = self._hide_known(text, 0, first, languages), self._hide_known(text, last, None, languages)
        for pattern in _LAST:
            for match in pattern.finditer(behind):
                yield last + match.start(), last + match.end()
        patterns = (_FIRST, _FIRST_LATIN) if self._may_be_latin(text, languages) else (_FIRST,)
        for pattern in patterns:
            for match in pattern.finditer(before):
                if match.group() not in self._of_any_language:
                    yield match.span()

    @staticmethod
    def _may_be_latin(text: PreparedText, languages: Collection[str]) -> bool:
        return text.has_tones or bool(_LATIN_HEAD_FIRST & frozenset(languages)) or not languages

    def _hide_known(self, text: PreparedText, start: int, end: int | None, languages: Collection[str]) -> str:
        """A part of the folded text, with blanks for what says something else than goods."""
        letters = list(text.folded)
        for index in self._indexes:
            for hit in index.find(text, frozenset(languages)):
                letters[hit.start : hit.end] = " " * (hit.end - hit.start)
        return "".join(letters[start:end])
