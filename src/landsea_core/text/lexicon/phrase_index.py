"""Finding many phrases in one text, with care for what a word is in each script.

Scripts with spaces match on word boundaries. Chinese matches inside a line, Thai, Lao, Khmer and Burmese never in the middle
of a syllable, and short phrases of all of these only where ICU's dictionaries see a word. Latin words typed with
tone marks must carry the phrase's own marks (`spelling` decides all that). What a phrase speaks for is the caller's payload.

A phrase of several parts ("visa + driver") is found where all parts stand near each other, in any order. A part in angle
brackets ("<refuse>") stands for every word of a class, in any language.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from landsea_core.text.letters.prepared_text import HEAD, PreparedText
from landsea_core.text.letters.scripts import is_unspaced
from landsea_core.text.lexicon.phrase_spelling import Spelling, rate_match

# How far apart the parts of one joined phrase may stand, in characters. A sentence of a spaced script is about this
# long; scripts without spaces say the same in a third.
NEAR_SPACED = 110
NEAR_UNSPACED = 40
# A part of a joined phrase that stands more often than this in a text is not looked at again.
_MOST_REPEATS = 40


@dataclass(frozen=True)
class Hit:
    """One phrase found: where (folded positions), what for, how sure (1.0 as written; less without tone marks)."""

    start: int
    end: int
    payload: Any
    quality: float = 1.0
    words: str = ""
    joined: bool = False


@dataclass(frozen=True)
class _Key:
    """The payload of a part of joined phrases: the part's own words, or the class it belongs to."""

    name: str


class PhraseIndex:
    """Phrases by their folded text.

    Give (phrase, language, payload) triples, and the words of the classes they name as (word, language) pairs by class.
    A class that has no words is never found.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, str, Any]],
        classes: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    ):
        self._parts: dict[str, list[tuple[Spelling, Any]]] = {}
        self._joined: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
        lengths: dict[str, set[int]] = {}
        named: dict[str, None] = {}
        for phrase, lang, payload in phrases:
            pieces = phrase.split(" + ")
            if len(pieces) == 1 and not phrase.startswith("<"):
                self._add_part(Spelling.from_term(phrase, lang), payload, lengths)
                continue
            keys = tuple(piece if piece.startswith("<") else f"{lang} {piece}" for piece in pieces)
            for piece, key in zip(pieces, keys, strict=True):
                if key not in named and not piece.startswith("<"):
                    self._add_part(Spelling.from_term(piece, lang), _Key(key), lengths)
                named[key] = None
            self._joined.setdefault(keys[0], []).append((keys, payload))
        for key in named:
            for word, lang in (classes or {}).get(key.strip("<>"), ()) if key.startswith("<") else ():
                self._add_part(Spelling.from_term(word, lang, one_of_many=True), _Key(key), lengths)
        self._lengths = {head: tuple(sorted(all_lengths)) for head, all_lengths in lengths.items()}
        shortest: dict[str, set[int]] = {}
        for folded in self._parts:
            if len(folded) < HEAD:
                shortest.setdefault(folded[0], set()).add(len(folded))
        self._shortest = {first: tuple(sorted(all_lengths)) for first, all_lengths in shortest.items()}

    def _add_part(self, spelling: Spelling, payload: Any, lengths: dict[str, set[int]]) -> None:
        if spelling.folded:
            self._parts.setdefault(spelling.folded, []).append((spelling, payload))
            if len(spelling.folded) >= HEAD:
                lengths.setdefault(spelling.folded[:HEAD], set()).add(len(spelling.folded))

    def may_find(self, folded: str) -> bool:
        """Say whether a text whose `folded` this is can hold a phrase at all; where not, it need not be prepared.

        What is found is always the folded words of a phrase, or of a part of one, as they stand.
        """
        return any(part in folded for part in self._parts)

    def find(self, text: PreparedText, languages: frozenset[str] = frozenset()) -> list[Hit]:
        """All hits in a text, by position and then longest first. The same phrase may be hit many times.

        With `languages` (those of the text) short Latin words of other languages, except English, are not looked for.
        The hits are kept with the text, so that asking again costs nothing.
        """
        kept = text.found.get((self, languages))
        if kept is None:
            kept = text.found[self, languages] = self._find_hits(text, languages)
        return kept

    def _find_hits(self, text: PreparedText, languages: frozenset[str]) -> list[Hit]:
        hits: list[Hit] = []
        places: dict[str, list[Hit]] = {}
        for hit in self._find_parts(text, languages):
            if not isinstance(hit.payload, _Key):
                hits.append(hit)
            elif len(at := places.setdefault(hit.payload.name, [])) < _MOST_REPEATS:
                at.append(hit)
        for first in places:
            for keys, payload in self._joined.get(first, ()):
                if all(key in places for key in keys):
                    joined = _find_nearest(text, [places[key] for key in keys], payload)
                    if joined:
                        hits.append(joined)
        return sorted(hits, key=lambda hit: (hit.start, hit.start - hit.end))

    def _find_parts(self, text: PreparedText, languages: frozenset[str]) -> Iterator[Hit]:
        folded, lengths, shortest, parts = text.folded, self._lengths, self._shortest, self._parts
        last = len(folded)
        for start, head in text.heads:
            candidates = (*shortest.get(head[0], ()), *lengths.get(head, ()))
            for length in candidates:
                end = start + length
                if end > last:
                    continue
                for spelling, payload in parts.get(folded[start:end], ()):
                    if languages and not spelling.may_stand_in(languages):
                        continue
                    sure = rate_match(text, start, end, spelling)
                    if sure:
                        yield Hit(start, end, payload, sure, text.words_between(start, end))


def _find_nearest(text: PreparedText, places: list[list[Hit]], payload: Any) -> Hit | None:
    """The closest set of hits, one for each part, near each other and not overlapping; None when there is none."""
    best: tuple[int, list[Hit]] | None = None
    for first in places[0]:
        chosen = [first]
        for candidates in places[1:]:
            apart = [hit for hit in candidates if all(hit.end <= one.start or one.end <= hit.start for one in chosen)]
            if not apart:
                break
            chosen.append(min(apart, key=lambda hit: (abs(hit.start - first.start), hit.start)))
        if len(chosen) < len(places):
            continue
        extent = max(hit.end for hit in chosen) - min(hit.start for hit in chosen)
        if best is None or extent < best[0]:
            best = (extent, chosen)
    if best is None:
        return None
    extent, chosen = best
    if extent > (NEAR_UNSPACED if is_unspaced(text.folded[chosen[0].start]) else NEAR_SPACED):
        return None
    chosen.sort(key=lambda hit: hit.start)
    return Hit(
        chosen[0].start,
        max(hit.end for hit in chosen),
        payload,
        min(hit.quality for hit in chosen),
        " … ".join(hit.words for hit in chosen),
        joined=True,
    )
