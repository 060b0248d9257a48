"""Finding many phrases in one text, with care for what a word is in each script.

Scripts with spaces match on word boundaries. Chinese matches inside a line, Thai, Lao, Khmer and Burmese never in the middle
of a syllable, and short phrases of all of these only where ICU's dictionaries see a word. Latin words typed with
tone marks must carry the phrase's own marks. What a phrase speaks for is the caller's payload.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from landsea_core.text.folding import fold, is_dependent, is_unspaced, leads_a_syllable, normal
from landsea_core.text.prepared import PreparedText, is_marked, signature

# How far apart the parts of one joined phrase ("visa + driver") may stand, in characters. A sentence of a
# spaced script is about this long; scripts without spaces say the same in a third.
NEAR_SPACED = 110
NEAR_UNSPACED = 40
# Without its tone marks a phrase says less; with this factor it still counts.
TONELESS = 0.85
# Shorter Latin phrases without their marks are other words too often, in a text whose writer does type marks.
_LONG_ENOUGH_BARE = 8
# A part of a joined phrase that stands more often than this in a text is not looked at again.
_MOST_REPEATS = 40
_SHORT_UNSPACED = {"han": 2, "other": 4}


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
class _Part:
    """One contiguous part of a phrase, as it must stand in the folded text."""

    folded: str
    open_ended: bool
    marks: str
    capitals: str
    lang: str

    @classmethod
    def of(cls, words: str, lang: str) -> "_Part":
        words = words.strip()
        open_ended = words.endswith("*")
        bare = words.rstrip("*").strip()
        low = normal(bare)
        is_abbreviation = len(bare) <= 3 and bare.isascii() and bare.isupper() and bare.isalpha()
        return cls(
            folded=fold(bare),
            open_ended=open_ended,
            marks=signature(low) if any(map(is_marked, low)) else "",
            capitals=bare if is_abbreviation else "",
            lang=lang,
        )


class PhraseIndex:
    """Phrases by their folded text. Give (phrase, language, payload) triples; ask `find` for the hits in a text."""

    def __init__(self, phrases: Iterable[tuple[str, str, Any]]):
        self._parts: dict[str, list[tuple[_Part, Any]]] = {}
        self._joined: list[tuple[tuple[str, ...], Any]] = []
        lengths: dict[str, set[int]] = {}
        for phrase, lang, payload in phrases:
            pieces = [_Part.of(piece, lang) for piece in phrase.split(" + ")]
            if not all(piece.folded for piece in pieces):
                continue
            joint = len(self._joined) if len(pieces) > 1 else None
            for place, piece in enumerate(pieces):
                target = payload if joint is None else _Joint(joint, place)
                self._parts.setdefault(piece.folded, []).append((piece, target))
                lengths.setdefault(piece.folded[:2], set()).add(len(piece.folded))
            if joint is not None:
                self._joined.append((tuple(piece.folded for piece in pieces), payload))
        self._lengths = {head: tuple(sorted(all_lengths, reverse=True)) for head, all_lengths in lengths.items()}

    def find(self, text: PreparedText) -> list[Hit]:
        """All hits in a text, by position and then longest first. The same phrase may be hit many times."""
        hits: list[Hit] = []
        pieces: dict[int, dict[int, list[Hit]]] = {}
        for hit in self._find_parts(text):
            if isinstance(hit.payload, _Joint):
                places = pieces.setdefault(hit.payload.phrase, {}).setdefault(hit.payload.place, [])
                if len(places) < _MOST_REPEATS:
                    places.append(hit)
            else:
                hits.append(hit)
        for phrase, places in pieces.items():
            parts, payload = self._joined[phrase]
            if len(places) == len(parts):
                joined = _nearest(text, [places[place] for place in range(len(parts))], payload)
                if joined:
                    hits.append(joined)
        return sorted(hits, key=lambda hit: (hit.start, hit.start - hit.end))

    def _find_parts(self, text: PreparedText) -> Iterable[Hit]:
        folded, lengths, parts = text.folded, self._lengths, self._parts
        for start in range(len(folded)):
            head = folded[start : start + 2]
            candidates = lengths.get(head, ())
            if len(head) == 2:
                candidates += lengths.get(head[0], ())
            if not candidates or not _may_begin(folded, start):
                continue
            for length in candidates:
                end = start + length
                if end > len(folded):
                    continue
                for part, payload in parts.get(folded[start:end], ()):
                    quality = _quality(text, start, end, part)
                    if quality:
                        yield Hit(start, end, payload, quality, text.words(start, end))


@dataclass(frozen=True)
class _Joint:
    """The payload of one part of a joined phrase: which phrase, and which of its parts."""

    phrase: int
    place: int


def _may_begin(folded: str, start: int) -> bool:
    first = folded[start]
    before = folded[start - 1] if start else " "
    if is_unspaced(first):
        return not is_dependent(first) and not leads_a_syllable(before)
    return not before.isalnum() or is_unspaced(before) or not first.isalnum()


def _quality(text: PreparedText, start: int, end: int, part: _Part) -> float:
    """How well the words at this place are the phrase: 0 (not at all) to 1."""
    folded = text.folded
    after = folded[end] if end < len(folded) else " "
    if is_unspaced(folded[end - 1]):
        if is_dependent(after) or leads_a_syllable(folded[end - 1]):
            return 0.0
        if not _stands_alone(text, start, end):
            return 0.0
    elif not part.open_ended and after.isalnum() and not is_unspaced(after):
        return 0.0
    if part.capitals and not text.mostly_capitals and not re.search(rf"\b{part.capitals}\b", text.raw):
        return 0.0
    return _mark_quality(text, start, end, part)


def _stands_alone(text: PreparedText, start: int, end: int) -> bool:
    """Whether a short phrase of an unspaced script is a word of its own, by ICU's dictionaries."""
    length = end - start
    if "\u3400" <= text.folded[start] <= "\u9fff":
        if length == 1:
            return start in text.boundaries and end in text.boundaries
        return length > _SHORT_UNSPACED["han"] or start in text.boundaries
    return length > _SHORT_UNSPACED["other"] or (start in text.boundaries and end in text.boundaries)


def _mark_quality(text: PreparedText, start: int, end: int, part: _Part) -> float:
    """Compare tone marks: the same marks are 1; none where the writer types none is nearly as good; others are 0."""
    if not text.has_tones:
        return TONELESS if part.marks else 1.0
    words = text.words(start, end)
    if any(map(is_marked, words)):
        return 1.0 if part.marks and signature(words) == part.marks else 0.0
    if part.marks:
        return TONELESS if end - start >= _LONG_ENOUGH_BARE else 0.0
    return 1.0


def _nearest(text: PreparedText, places: list[list[Hit]], payload: Any) -> Hit | None:
    """The closest set of hits, one for each part, near each other; None when they are all too far apart."""
    best: tuple[int, list[Hit]] | None = None
    for first in places[0]:
        chosen = [first]
        for candidates in places[1:]:
            chosen.append(min(candidates, key=lambda hit: (abs(hit.start - first.start), hit.start)))
        extent = max(hit.end for hit in chosen) - min(hit.start for hit in chosen)
        if best is None or extent < best[0]:
            best = (extent, chosen)
    if best is None:
        return None
    extent, chosen = best
    near = NEAR_UNSPACED if is_unspaced(text.folded[chosen[0].start]) else NEAR_SPACED
    if extent > near:
        return None
    return Hit(
        min(hit.start for hit in chosen),
        max(hit.end for hit in chosen),
        payload,
        min(hit.quality for hit in chosen),
        " … ".join(hit.words for hit in sorted(chosen, key=lambda hit: hit.start)),
        joined=True,
    )
